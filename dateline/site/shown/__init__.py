"""What the pages show of an article or a subject: rows of lists, heads, the margin, the ways on; and digests of it."""
