"""Templates and the contexts of pages -> HTML; templates compiled to plainer Python, and kept."""
