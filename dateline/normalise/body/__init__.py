"""Which lines of a text are the article, and why each of the others is none."""
