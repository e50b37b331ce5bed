"""A run of capitalised words -> what may be names in it, with the features of their own words."""
