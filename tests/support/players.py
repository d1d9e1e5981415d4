"""People who play."""

from __future__ import annotations

from bot.game.events import Player

ANN, BEN, CAT = Player(1, "Ann"), Player(2, "Ben"), Player(3, "Cat")


def crowd(count: int) -> list[Player]:
    """Many players, none of them Ann, Ben or Cat."""
    return [Player(1000 + index, f"Player {index}") for index in range(count)]
