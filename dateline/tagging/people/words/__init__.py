"""A word of a run -> what it does to a name there, by itself and beside the others."""
