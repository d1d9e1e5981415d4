"""A pack folder read into Python values, with the file and line of everything."""
