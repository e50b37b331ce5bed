"""Dates, numbers and what the program says -> words in the language of the interface."""
