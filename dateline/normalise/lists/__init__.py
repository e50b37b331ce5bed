"""What lists know of a word: its month, and whether it is a given name, a city, a section, or no name."""
