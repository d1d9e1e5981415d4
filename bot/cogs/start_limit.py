"""How often quizzes may start in a channel."""

from __future__ import annotations

from collections.abc import Callable

from bot.store.records import Place

SECONDS_BETWEEN = 10.0
"""From the start of one quiz in a channel to the next."""


class StartLimit:
    """``clock`` is in seconds and runs evenly: it is not set when the host's clock is."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next_at: dict[Place, float] = {}

    def take(self, place: Place) -> float:
        """Take this channel's next start; or else the seconds until there is one."""
        now = self._clock()
        self._next_at = {channel: at for channel, at in self._next_at.items() if at > now}
        if place in self._next_at:
            return self._next_at[place] - now
        self._next_at[place] = now + SECONDS_BETWEEN
        return 0.0

    def give_back(self, place: Place) -> None:
        """The quiz did not start after all."""
        self._next_at.pop(place, None)
