"""The same game at a terminal, without Discord."""
