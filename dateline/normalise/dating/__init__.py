"""Dates as they are written out: in a text, on their own line, in a dateline, in a stamp, in the name of a file."""
