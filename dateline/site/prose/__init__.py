"""An article's Markdown -> safe HTML, with marked places in it; plain paragraphs by a short way."""
