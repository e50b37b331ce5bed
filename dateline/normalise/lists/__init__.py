"""What lists know of a word: the month that it names, whether it is a given name, a city, or no name at all."""
