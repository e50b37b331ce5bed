"""Library -> pages: one module per kind of page, each a generator of Page."""
