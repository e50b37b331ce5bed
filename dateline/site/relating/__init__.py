"""Which articles are related, which subjects have a page together, and which region a country is in."""
