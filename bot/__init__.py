"""Where it is played: the game, its storage, and the places where people see it."""

__version__ = "0.1.0"
