"""One module a format: text -> entries and problems. None of them raises."""
