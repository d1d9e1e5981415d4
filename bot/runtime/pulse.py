"""Whether the database can be used, as the heartbeat of a process shows."""

from __future__ import annotations

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)


class Pulse:
    """Hears of each beat and of each that failed; the log gets what changes, and only that.

    ``clock`` counts seconds evenly, from whenever; ``life`` is how many may pass between two beats.
    """

    def __init__(self, clock: Callable[[], float], life: float) -> None:
        self._clock = clock
        self._life = life
        self._problem = ""
        self.at = clock()

    @property
    def fresh(self) -> bool:
        """Whether the last beat is not yet so long ago that another process may have taken over."""
        return self._clock() - self.at < self._life

    @property
    def problem(self) -> str:
        """Why nothing can be written just now; empty where it can."""
        silence = self._clock() - self.at
        if not self._problem and silence > self._life:
            return f"the database has not answered for {silence:.0f} seconds"
        return self._problem

    def beat(self, at: float) -> None:
        """The database has taken a beat that was sent at this time."""
        self.at = at
        if self._problem:
            self._problem = ""
            log.warning("the database can be written to again")

    def fail(self, problem: str) -> None:
        """A beat failed."""
        if problem != self._problem:
            self._problem = problem
            log.error("nothing can be saved, so every answer is refused: %s", problem)
