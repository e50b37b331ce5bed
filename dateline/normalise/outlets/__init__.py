"""What a text shows of the outlet that published it."""
