"""Article <-> the Markdown file that a person edits."""
