"""The lists of dateline/data/names, and what they know of a word."""
