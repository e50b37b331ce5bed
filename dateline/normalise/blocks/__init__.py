"""HTML -> its tree -> paragraphs, headings, lists and quotes -> Markdown."""
