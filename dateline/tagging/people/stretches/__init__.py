"""A text -> the stretches of it in which names are looked for, or are not."""
