"""One session per channel: started, found, resumed after a restart, and closed."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Collection, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from bot.game.events import EndReason, Player
from bot.game.game import Game, InvalidJournal, Judge, Outcome, Phase
from bot.game.rules import ANY, Rules, Selection
from bot.ports import Feedback, Journal, Stage
from bot.session import Session
from bot.store.errors import StoreUnavailable
from bot.store.records import OpenGame, Place
from questions.question import Question

ABANDON_AFTER = 6 * 3600.0
"""A game that was interrupted for more than so many seconds is not resumed."""

LEAVING_SECONDS = 3.0
"""How long ``close`` waits for ended games that are still being painted."""

RETAKE_AFTER = 15.0
"""Seconds after which a game that left its session is taken up again: a bot that lost its lease has ended."""

log = logging.getLogger(__name__)

StageFactory = Callable[[str, Place, Feedback], Stage]
"""Makes the stage of a game, by its id and place."""


Away = Callable[[], float | None]
"""For how many seconds no bot has been there, until now; None where nobody knows."""


def no_sign() -> None:
    """Nobody knows when a bot was last there."""


class GameStore(Protocol):
    """Where games are kept."""

    def journal(self, game_id: str, place: Place) -> Journal:
        """The journal of a game: a new one, or one to be resumed."""

    async def open_games(self) -> Sequence[OpenGame]:
        """The games that have not ended."""


@dataclass(frozen=True, slots=True)
class Busy:
    """No game was started: one runs or is just starting in this place, or the bot is ``closing``."""

    closing: bool = False


def new_id() -> str:
    """A game's id: nobody guesses it, and it fits into a button's custom id."""
    return secrets.token_hex(6)


class Sessions:
    """The games that run in this process.

    ``clock`` gives seconds since 1970; ``abandon_after`` and ``retake_after`` are in seconds.
    """

    def __init__(
        self,
        store: GameStore,
        make_stage: StageFactory,
        clock: Callable[[], float],
        judge: Judge,
        *,
        abandon_after: float = ABANDON_AFTER,
        retake_after: float = RETAKE_AFTER,
        new_id: Callable[[], str] = new_id,
    ) -> None:
        self._store = store
        self._make_stage = make_stage
        self._clock = clock
        self.judge = judge
        self._abandon_after = abandon_after
        self._retake_after = retake_after
        self._new_id = new_id
        self._by_place: dict[Place, Session] = {}
        self._starting: set[Place] = set()
        self._leaving: set[asyncio.Task[None]] = set()
        self._retaking: set[asyncio.Task[None]] = set()
        self._closing = False
        self._moved = 0.0

    def find(self, place: Place) -> Session | None:
        """The game that runs in this place."""
        return self._by_place.get(place)

    def all(self) -> tuple[Session, ...]:
        """Every running game."""
        return tuple(self._by_place.values())

    async def start(
        self,
        place: Place,
        questions: Sequence[Question],
        rules: Rules,
        starter: Player,
        selection: Selection = ANY,
        id: str | None = None,
    ) -> Session | Busy:
        """Start a game; on return it is durable and on show. JournalUnavailable, and there is none.

        ``selection`` is what its questions were drawn by. A game with an ``id`` of the caller's starts once:
        JournalConflict where there was one already.
        """
        if self._closing or place in self._by_place or place in self._starting:
            return Busy(self._closing)
        self._starting.add(place)
        moved = self._moved
        try:
            game_id = id or self._new_id()
            game, events = Game.start(questions, rules, starter, self._clock(), self.judge, selection)
            journal = self._store.journal(game_id, place)
            await journal.append(0, events)
            if self._closing:  # the game is kept, and goes on after the restart
                return Busy(closing=True)
            session = self._add(game_id, place, game, len(events), journal)
        finally:
            self._starting.discard(place)
        if self._moved != moved:
            session.clock_moved(self._moved - moved)
        session.begin(events)
        return session

    async def resume(self, away: Away = no_sign) -> tuple[Session, ...]:
        """Go on with every open game, each by itself, once; those that now run.

        A game whose journal does not replay stays as it is, for a version of the program that understands it.
        """
        open_games = await self._store.open_games()
        waking = (self._wake(opened, away) for opened in open_games)
        for opened, error in zip(
            open_games, await asyncio.gather(*waking, return_exceptions=True), strict=True
        ):
            if isinstance(error, BaseException):
                log.error("game %s is left open: it could not be resumed", opened.id, exc_info=error)
        return self.all()

    def clock_moved(self, by: float) -> None:
        """The clock was moved by so many seconds: every game moves along, at once."""
        self._moved += by
        for session in self.all():
            session.clock_moved(by)

    async def close(self) -> None:
        """Close every session at once and start no more; the games stay open in the journal."""
        self._closing = True
        retaking = tuple(self._retaking)
        for task in retaking:
            task.cancel()
        await asyncio.gather(*retaking, return_exceptions=True)
        ends = [session.close(restarting=True) for session in self.all()]
        if self._leaving:
            ends.append(_finish(frozenset(self._leaving)))
        for error in await asyncio.gather(*ends, return_exceptions=True):
            if isinstance(error, BaseException):
                log.error("a game did not close cleanly", exc_info=error)

    async def _wake(self, opened: OpenGame, away: Away = no_sign) -> None:
        """Have an open game run again, or end; one that cannot is left alone."""
        running = self._by_place.get(opened.place)
        if running is not None and running.id == opened.id:
            return
        if self._closing or running is not None or opened.place in self._starting:
            log.warning("game %s is left alone: another game runs in its channel", opened.id)
            return
        try:
            game = Game.replay(opened.events, self.judge)
        except InvalidJournal as error:
            log.error("game %s is left alone: its journal does not replay: %s", opened.id, error)
            return
        if game.phase is Phase.ENDED:
            log.error("game %s is left alone: its journal has ended, but it is marked as open", opened.id)
            return
        journal = self._store.journal(opened.id, opened.place)
        session = self._add(opened.id, opened.place, game, len(opened.events), journal)
        await session.come_back(partial(_come_back, away, self._abandon_after))

    def _add(self, game_id: str, place: Place, game: Game, written: int, journal: Journal) -> Session:
        make_stage = partial(self._make_stage, game_id, place)
        leave = partial(self._leave, place)
        session = Session(game_id, game, written, journal, make_stage, self._clock, leave)
        self._by_place[place] = session
        return session

    def _leave(self, place: Place, session: Session) -> None:
        """A game has ended, or its journal holds what this session did not write."""
        if session.game.ended is None:
            self._begin(self._retaking, self._retake(place, session), session)
            return
        del self._by_place[place]
        if not self._closing:
            self._begin(self._leaving, session.close(), session)

    def _begin(
        self, tasks: set[asyncio.Task[None]], work: Coroutine[Any, Any, None], session: Session
    ) -> None:
        task = asyncio.create_task(work, name=f"end {session.id}")
        tasks.add(task)
        task.add_done_callback(partial(_done, tasks))

    async def _retake(self, place: Place, session: Session) -> None:
        """Go on with what the journal holds, once it is sure that no other bot does."""
        log.warning("game %s is suspended, and resumes in %g s", session.id, self._retake_after)
        await session.close()
        found: Sequence[OpenGame] | None = None
        while found is None:
            await asyncio.sleep(self._retake_after)
            try:
                found = await self._store.open_games()
            except StoreUnavailable as error:
                log.warning("game %s waits for the database: %s", session.id, error)
        del self._by_place[place]
        for opened in found:
            if opened.id == session.id:
                await self._wake(opened)


def _come_back(away: Away, abandon_after: float, game: Game, now: float) -> Outcome:
    """Go on with a game after the time that the bot was away, or end it where that was too long.

    It was there at the last event of the game, and perhaps longer.
    """
    silence, since_event = away(), now - game.at
    seconds = since_event if silence is None else min(silence, since_event)
    if seconds > abandon_after:
        return game.stop(None, EndReason.AWAY_TOO_LONG, now)
    return game.resume(now, seconds)


def _done(tasks: set[asyncio.Task[None]], task: asyncio.Task[None]) -> None:
    tasks.discard(task)
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error("an ended game did not close cleanly", exc_info=error)


async def _finish(tasks: Collection[asyncio.Task[None]]) -> None:
    _, late = await asyncio.wait(tasks, timeout=LEAVING_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
