"""What a web page states and shows of its article: its tree and metadata -> findings and blocks."""
