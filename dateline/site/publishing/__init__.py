"""Files -> the published folder, made beside the old one and swapped in; what is the same stays as it stands."""
