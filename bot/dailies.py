"""The daily quiz: for each player a game of their own, without a clock, that lives in its journal alone.

Nothing of it is kept in memory, so a restart interrupts nobody.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence

from bot.game.events import GameEnded, Player, Refused
from bot.game.game import Game, Judge, Outcome
from bot.game.journal import JournalConflict
from bot.game.rules import Rules
from bot.session import Decide
from bot.store.records import Daily
from bot.store.store import Store
from questions.question import Question

ROUNDS = 5
RULES = Rules(rounds=ROUNDS, pause_seconds=0, solo=True, idle_rounds=0, untimed=True)

Draw = Callable[[], Awaitable[Sequence[Question]]]
"""Draws the questions of a day."""

log = logging.getLogger(__name__)


class Dailies:
    """``clock`` gives seconds since 1970. JournalUnavailable or StoreUnavailable say why not now."""

    def __init__(self, store: Store, judge: Judge, clock: Callable[[], float]) -> None:
        self._store = store
        self._judge = judge
        self._clock = clock

    async def find(self, daily: Daily) -> Game | None:
        """The player's game as it stands; None where they have not begun it."""
        events = await self._store.journal_of(daily.place, daily.game)
        return Game.replay(events, self._judge) if events else None

    async def begin(self, daily: Daily, player: Player, draw: Draw) -> Game | None:
        """The player's game, begun unless it has been; durable on return. None for lack of questions."""
        begun = await self.find(daily)
        if begun is not None:
            return begun
        questions = await self._questions(daily, draw)
        if not questions:
            return None
        game, events = Game.start(questions, RULES, player, self._clock(), self._judge)
        try:
            await self._store.journal(daily.game, daily.place).append(0, events)
        except JournalConflict:  # they have begun it on another device, just now
            return await self.find(daily)
        log.info("daily quiz %s started by %r (%d)", daily.game, player.name, player.id)
        return game

    async def play(self, daily: Daily, decide: Decide) -> tuple[Game, Outcome] | None:
        """Make an input; the game after it, durable on return. None where it has not been begun."""
        while True:
            events = await self._store.journal_of(daily.place, daily.game)
            if not events:
                return None
            game = Game.replay(events, self._judge)
            outcome = decide(game, self._clock())
            made = tuple(event for event in outcome if not isinstance(event, Refused))
            try:
                if made:
                    await self._store.journal(daily.game, daily.place).append(len(events), made)
            except JournalConflict:  # another click was faster: what this one means now, its game has to say
                continue
            if any(isinstance(event, GameEnded) for event in made):
                log.info("daily quiz %s ended", daily.game)
            return game, outcome

    async def _questions(self, daily: Daily, draw: Draw) -> Sequence[Question]:
        """Those of the day; whoever plays first has them drawn."""
        kept, scope = self._store.dailies, daily.place.scope
        questions: Sequence[Question] = await kept.questions(scope, daily.day)
        if questions:
            return questions
        questions = await draw()
        return await kept.keep(scope, daily.day, questions[:ROUNDS]) if questions else ()
