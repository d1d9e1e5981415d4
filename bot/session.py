"""One running game, and the only place where it meets the world."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

from bot.game.events import EndReason, Event, Guess, Player, Refused
from bot.game.game import Game, Outcome
from bot.game.journal import JournalClosing, JournalConflict, JournalUnavailable
from bot.ports import Feedback, Journal, Stage

FIRST_RETRY, LAST_RETRY = 0.5, 10.0
"""Seconds until the game tries again what the journal did not keep: doubled each time."""

SHORTEST_WAIT = 0.005
WRITE_SECONDS = 1.5
"""How long ``close`` waits for the journal, before and after the stage."""

log = logging.getLogger(__name__)


Decide = Callable[[Game, float], Outcome]
"""An input, to be made at the given time."""


tick: Decide = Game.tick
"""The input that the timer makes."""


@dataclass(slots=True, eq=False)
class Entry:
    """Events on their way to the journal, the game after them, and who waits for them.

    ``own`` is the input where the session itself made it, to be made again if it is not kept. An entry
    without events waits for those before it: a refusal rests on them.
    """

    events: tuple[Event, ...]
    after: Game
    own: Decide | None
    kept: asyncio.Future[BaseException | None]

    def settle(self, error: BaseException | None = None) -> None:
        if not self.kept.done():
            self.kept.set_result(error)

    async def wait(self) -> None:
        """Return once the events are durable, or raise what kept them from it."""
        error = await self.kept
        if error is not None:
            raise error


class Session:
    """Input -> events -> journal -> stage -> timer. ``written`` counts the events in the journal already.

    An input changes the game at once, and whoever made it waits until that is durable; meanwhile others go
    on. One append runs at a time, with all that has gathered. ``game`` is the game after the durable events,
    and only that is shown. What the journal does not keep is undone. ``on_over`` is called when the end is
    durable, and with a ``game`` that has not ended when JournalConflict tells that it has left.
    """

    def __init__(
        self,
        id: str,
        game: Game,
        written: int,
        journal: Journal,
        make_stage: Callable[[Feedback], Stage],
        clock: Callable[[], float],
        on_over: Callable[[Session], None],
    ) -> None:
        self.id = id
        self.game = game
        self._live = game.snapshot()
        self._written = written
        self._journal = journal
        self._clock = clock
        self._on_over = on_over
        self._outbox: list[Entry] = []
        self._in_flight: list[Entry] = []
        self._pump: asyncio.Task[None] | None = None
        self._timer: asyncio.Task[None] | None = None
        self._due: float | None = None
        self._own: Decide = tick
        self._retry_seconds = 0.0
        self._not_before = 0.0
        self._over = False
        self._closing = False
        self._closed = False
        self._stage = make_stage(self)

    def begin(self, events: Sequence[Event]) -> None:
        """Show the events that began the game, and let its time run."""
        self._arm()
        self._stage.show(events, self.game)

    async def answer(self, player: Player, guess: Guess, round: int) -> Outcome:
        """Lock an answer in; durable on return, or JournalUnavailable and it does not count."""
        return await self.play(lambda game, now: game.answer(player, guess, round, now))

    async def join(self, player: Player, team: int | None = None) -> Outcome:
        """Say that a player is in, and with which team; durable on return."""
        return await self.play(lambda game, now: game.join(player, now, team))

    async def hint(self, player: Player, round: int) -> Outcome:
        """Ask for a hint for this player; durable on return."""
        return await self.play(lambda game, now: game.hint(player, round, now))

    async def vote_skip(self, player: Player, round: int, *, at_once: bool = False) -> Outcome:
        """Vote to drop the question, ``at_once`` if this one vote is enough; durable on return."""
        return await self.play(lambda game, now: game.vote_skip(player, round, now, at_once=at_once))

    async def go_on(self, player: Player, round: int, *, at_once: bool = False) -> Outcome:
        """Go on from the lobby or an answer on show, ``at_once`` if this player may; durable on return."""
        return await self.play(lambda game, now: game.go_on(player, round, now, at_once=at_once))

    async def stop(self, by: Player | None, reason: EndReason) -> Outcome:
        """End the game; durable on return."""
        return await self.play(lambda game, now: game.stop(by, reason, now))

    def shown(self, round: int, handle: str) -> None:
        """The question of the round stands at ``handle``."""
        self._insist(lambda game, now: game.shown(round, handle, now))

    def hidden(self, round: int) -> None:
        """The question of the round cannot be seen or answered until it is shown again."""
        self._insist(lambda game, now: game.hidden(round, now))

    def left_out(self, round: int) -> None:
        """The question of the round cannot be shown: the game goes on without it."""
        log.warning("game %s: question %d is left out", self.id, round)
        self._insist(lambda game, now: game.leave_out(round, now))

    def lost(self, why: str) -> None:
        """Nothing can be shown any more: the game ends, its awards kept."""
        log.warning("game %s can no longer be shown: %s", self.id, why)
        self._insist(lambda game, now: game.stop(None, EndReason.CHANNEL_LOST, now))

    async def come_back(self, own: Decide) -> None:
        """Make the input that resumes a game after a restart; return once it was tried."""
        entry = self._insist(own)
        if entry is not None:
            await entry.kept

    def clock_moved(self, by: float) -> None:
        """The clock was moved by so many seconds: move along, and wait for as long as before."""
        self._not_before += by
        self._insist(lambda game, now: game.move_clock(now, by))

    async def close(self, *, restarting: bool = False) -> None:
        """Write and show what is on its way, and leave no task behind; the game stays open in the journal."""
        if self._closing:
            return
        self._closing = True
        timer = self._timer
        self._arm()
        try:
            await self._wait_written()
            await self._stage.close(restarting=restarting)
            await self._wait_written()
        finally:
            self._closed = True
            left = [task for task in (self._pump, timer) if task is not None]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def play(self, decide: Decide) -> Outcome:
        """Make an input; durable on return."""
        if (self._closing or self._over) and self.game.ended is None:
            raise JournalClosing("the bot is being restarted")
        if self._own is not tick:
            raise JournalUnavailable("the game waits for its journal")
        return await self._make(decide)

    async def _make(self, decide: Decide) -> Outcome:
        outcome = decide(self._live, self._clock())
        events = _events(outcome)
        if events or self._pump is not None:
            await self._send(events).wait()
        return outcome

    def _insist(self, own: Decide) -> Entry | None:
        """Make an input of the bot's own: what the journal does not keep is tried again until it does."""
        if self._closed or self._over:
            return None
        if self._own is not tick:
            self._own = _one_after_the_other(self._own, own)
            return None
        return self._make_own(own)

    def _make_own(self, own: Decide) -> Entry | None:
        self._own = tick
        events = _events(own(self._live, self._clock()))
        if events:
            return self._send(events, own)
        self._arm()
        return None

    def _send(self, events: tuple[Event, ...], own: Decide | None = None) -> Entry:
        kept: asyncio.Future[BaseException | None] = asyncio.get_running_loop().create_future()
        entry = Entry(events, self._live.snapshot(), own, kept)
        self._outbox.append(entry)
        if self._pump is None:
            self._start_pump()
        return entry

    def _start_pump(self) -> None:
        self._pump = asyncio.create_task(self._write(), name=f"journal {self.id}")
        self._pump.add_done_callback(self._after_pump)

    async def _write(self) -> None:
        while self._outbox:
            self._in_flight, self._outbox = self._outbox, []
            events = tuple(event for entry in self._in_flight for event in entry.events)
            if events:
                await self._journal.append(self._written, events)
            self._settle(events)
        self._pump = None

    def _settle(self, events: tuple[Event, ...]) -> None:
        """The events in flight are durable: say so, and show them."""
        batch, self._in_flight = self._in_flight, []
        self._written += len(events)
        self.game = batch[-1].after
        if events:
            self._retry_seconds = self._not_before = 0.0
        for entry in batch:
            entry.settle()
        self._arm()
        if self.game.ended is not None and not self._over:
            self._over = True
            self._on_over(self)
        if events:
            self._stage.show(events, self.game)

    def _after_pump(self, pump: asyncio.Task[None]) -> None:
        """Undo what a failed append did not keep; after a failed stage write on."""
        if self._pump is pump:
            self._pump = None
        error = JournalClosing("the bot stops") if pump.cancelled() else pump.exception()
        if error is None:
            return
        if isinstance(error, JournalUnavailable):
            log.warning("game %s: not saved: %s", self.id, error)
        else:
            log.error("game %s failed", self.id, exc_info=error)
        if isinstance(error, JournalConflict):
            self._over = True
            self._undo(error)
            self._on_over(self)
        elif self._in_flight or pump.cancelled():
            self._undo(error)
        elif self._outbox:
            self._start_pump()

    def _undo(self, error: BaseException) -> None:
        dropped = self._in_flight + self._outbox
        self._in_flight, self._outbox = [], []
        self._live = self.game.snapshot()
        own = [entry.own for entry in dropped if entry.own is not None]
        if own:
            self._own = reduce(_one_after_the_other, own)
            self._retry_seconds = min(max(2 * self._retry_seconds, FIRST_RETRY), LAST_RETRY)
            self._not_before = self._clock() + self._retry_seconds
        for entry in dropped:
            entry.settle(error)
        self._arm()

    def _arm(self) -> None:
        """Have the timer wait for what comes next by itself."""
        due = self._next_due()
        if due == self._due:
            return
        if self._timer is not None:
            self._timer.cancel()
        self._due, self._timer = due, None
        if due is not None:
            self._timer = asyncio.create_task(self._wait_until(due), name=f"timer {self.id}")
            self._timer.add_done_callback(self._after_timer)

    def _next_due(self) -> float | None:
        deadline = self._live.deadline
        if self._closing or self._over or deadline is None:
            return None
        return self._not_before if self._own is not tick else max(deadline, self._not_before)

    async def _wait_until(self, due: float) -> None:
        await asyncio.sleep(max(due - self._clock(), SHORTEST_WAIT))
        self._due = self._timer = None
        self._make_own(self._own)

    def _after_timer(self, timer: asyncio.Task[None]) -> None:
        if not timer.cancelled() and (error := timer.exception()) is not None:
            log.error("game %s: the timer failed", self.id, exc_info=error)

    async def _wait_written(self) -> None:
        if self._pump is not None:
            await asyncio.wait({self._pump}, timeout=WRITE_SECONDS)


def _one_after_the_other(first: Decide, second: Decide) -> Decide:
    """Both inputs as one."""
    return lambda game, now: (*first(game, now), *second(game, now))


def _events(outcome: Outcome) -> tuple[Event, ...]:
    return tuple(event for event in outcome if not isinstance(event, Refused))
