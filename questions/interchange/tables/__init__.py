"""A table whose rows are things becomes a pack: read, understand its columns, word them, build the facts."""
