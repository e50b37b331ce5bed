"""A text's lines, each by itself: its words, its shape, its language, and what it alone shows that it is."""
