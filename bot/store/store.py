"""The store as async code sees it: writes are awaited until they are durable, reads run beside the loop."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from bot.calendar import Weekly
from bot.game.events import AppealDecided, Event, GameEnded, GameStarted, QuestionAsked, RoundClosed
from bot.game.journal import JournalConflict, JournalUnavailable
from bot.game.revising import rounds_after
from bot.store import imported, lease, queries, schedules, settings
from bot.store.dailies import Dailies
from bot.store.desk import Desk
from bot.store.engine import make_engine, size_of
from bot.store.errors import RESTORE, StoreConflict, StoreError, StoreUnavailable, describe
from bot.store.imported import StoredQuestions
from bot.store.people import People
from bot.store.question_stats import AskedQuestions
from bot.store.rankings import Rankings
from bot.store.records import (
    Held,
    Holder,
    ImportedPack,
    Lease,
    OpenGame,
    Outdated,
    PackChange,
    PastGame,
    Place,
    PlayerBest,
    Schedule,
    ServerSettings,
    UndoneChange,
    UnreadableGame,
)
from bot.store.retention import Swept, sweep
from bot.store.rows import Append, append_of
from bot.store.schema import migrate
from bot.store.shard_records import Claim, Claims
from bot.store.shards import Shards
from bot.store.steps import Steps
from bot.store.writer import Writer
from questions.interchange.lists import Kept
from questions.question import Question

RESTS_ON_GAME = QuestionAsked | RoundClosed | AppealDecided | GameEnded
"""Events from which more follows than they say themselves."""

Result = TypeVar("Result")
Work = Callable[[Session], Result]

SWEEP_PAUSE = 0.05
"""Seconds between two steps of what can wait."""

log = logging.getLogger(__name__)


def open_store(url: str) -> Store:
    """Migrate the database and open it; StoreError says in one line what prevents it."""
    migrate(url)
    return Store(make_engine(url))


class Store:
    """Everything that is kept. StoreUnavailable says why not now; nothing was written then."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = Writer(engine)
        self._settings: dict[str, ServerSettings] = {}
        self.desk = Desk(self._read, self._write)
        self.dailies = Dailies(self._read, self._write)
        self.rankings = Rankings(self._read, self._write)
        self.asked = AskedQuestions(self._read)
        self.people = People(self._read, self._write)
        self.shards = Shards(self._read, self._write_at_once)
        self.claims = Claims()

    def journal(self, game_id: str, place: Place) -> StoreJournal:
        """The journal of a game: a new one, or one to be resumed."""
        return StoreJournal(self, game_id, place)

    async def open_games(self, scope: str | None = None, claim: Claim | None = None) -> tuple[OpenGame, ...]:
        """The games of a scope that have not ended, oldest first; without a scope, those of all servers, or
        of a claim's.

        One that cannot be read stays as it is, for a version of the program that can.
        """
        games = await self._read(lambda session: tuple(queries.open_games(session, scope, claim)))
        for game in games:
            if isinstance(game, UnreadableGame):
                log.error("game %s is left open: %s", game.id, game.why)
        return tuple(game for game in games if isinstance(game, OpenGame))

    async def past_games(self, scope: str, limit: int) -> tuple[PastGame, ...]:
        """The last games of a scope that have ended, the newest first."""
        return await self._read(lambda session: tuple(queries.past_games(session, scope, limit)))

    async def player_best(self, scope: str, player_id: int) -> PlayerBest:
        """The player's best game and everything in a scope; zeros for one who never answered."""
        return await self._read(lambda session: queries.player_best(session, scope, player_id))

    async def seen(self, place: Place) -> Mapping[str, datetime]:
        """The ids of the questions that were asked in this channel, with when last."""
        return await self._read(lambda session: queries.seen(session, place))

    async def journal_of(self, place: Place, game_id: str) -> tuple[Event, ...]:
        """The events of a game that was played in this place; none where there was none."""
        return await self._read(lambda session: queries.journal_of(session, place, game_id))

    async def imported_packs(self, scopes: Sequence[str] | None = None) -> tuple[ImportedPack, ...]:
        """The packs that were imported for some scopes, or for any."""
        return await self._read(lambda session: imported.packs(session, scopes))

    async def imported_questions(self, pack: ImportedPack) -> tuple[Kept, ...]:
        """What an imported pack holds, by number."""
        return await self._read(lambda session: tuple(imported.stored(session, pack.key)))

    async def stored_questions(self, pack: ImportedPack) -> StoredQuestions:
        """The same, each decoded only when it is looked at."""
        return await self._read(lambda session: imported.stored(session, pack.key))

    async def import_revision(self, scope: str) -> int:
        """A number that is another after each import, removal or undoing in the scope."""
        return await self._read(lambda session: imported.revision(session, scope))

    async def apply_import(
        self, scope: str, changes: Sequence[PackChange], summary: str, seen: int, now: datetime
    ) -> int | Outdated:
        """Make an import, all of it or nothing; Outdated where the revision is no longer the one ``seen``."""
        return await self._write(lambda session: imported.apply(session, scope, changes, summary, seen, now))

    async def remove_pack(self, scope: str, name: str, now: datetime) -> ImportedPack | None:
        """Take an imported pack out of its scope; None where the scope has no such pack."""
        return await self._write(lambda session: imported.remove(session, scope, name, now))

    async def undo_import(self, scope: str) -> UndoneChange | None:
        """Undo the newest import or removal of a scope; None where there is none to undo."""
        return await self._write(lambda session: imported.undo(session, scope))

    async def load_settings(self, claim: Claim | None = None) -> None:
        """Read what all servers have set, or those of a claim, to be known without waiting from then on."""
        those = await self._read(lambda session: settings.of_all(session, claim))
        self._settings = those if claim is None else self._outside(claim) | those

    def settings(self, scope: str) -> ServerSettings:
        """What a server has set, as it was loaded and changed since."""
        return self._settings.get(scope, ServerSettings())

    async def change_settings(self, scope: str, changes: Mapping[str, Any]) -> None:
        """Set some of the settings of a server, and leave the others as they are."""
        self._settings[scope] = await self._write(lambda session: settings.change(session, scope, changes))

    async def reset_settings(self, scope: str) -> None:
        """Forget all that a server has set."""
        await self._write(lambda session: settings.forget(session, scope))
        self._settings.pop(scope, None)

    async def add_schedule(self, place: Place, weekly: Weekly, wish: str, now: datetime) -> Schedule | None:
        """Have a quiz start at these times from now on; None where the scope has as many as it may."""
        return await self._write(lambda session: schedules.add(session, place, weekly, wish, now))

    async def schedules(self, scope: str | None = None, claim: Claim | None = None) -> tuple[Schedule, ...]:
        """The quizzes of a scope that start by themselves, by number; without a scope, those of all servers,
        or of a claim's.
        """
        return await self._read(lambda session: schedules.kept(session, scope, claim))

    async def remove_schedule(self, scope: str, number: int) -> Schedule | None:
        """Take a schedule out of its scope; None where the scope has no such one."""
        return await self._write(lambda session: schedules.remove(session, scope, number))

    async def note_schedule(
        self, schedule: Schedule, *, done: datetime | None = None, announced: datetime | None = None
    ) -> None:
        """Remember which of its times was dealt with, or announced."""
        await self._write(lambda session: schedules.note(session, schedule, done, announced))

    async def acquire_lease(self, me: Holder, silent: Lease | None = None) -> Lease | Held:
        """Take the lease on the games if it is free, or still the ``silent`` one; ``away`` then tells for how
        long nobody ran them.
        """
        return await self._write(lambda session: lease.acquire(session, me, silent))

    async def beat_lease(self, me: str) -> Lease | Held:
        """Say that the holder is alive, and see that it can be read; Held if the lease was taken."""
        beat = await self._write(lambda session: lease.beat(session, me), in_turn=False)
        if isinstance(beat, Lease) and await self._read(lease.current) != beat:
            raise StoreUnavailable(f"the database does not hold what was just written to it: {RESTORE}")
        return beat

    async def release_lease(self, me: str) -> None:
        """Let the next bot take over at once."""
        await self._write(lambda session: lease.release(session, me), in_turn=False)

    async def sweep(self, now: datetime, days: int, pause: float = SWEEP_PAUSE) -> Swept:
        """Delete the journals of games that ended so many days ago, and what else is as old and unused."""
        return await sweep(Steps(self._read, self._write, pause), now, days)

    @property
    def url(self) -> str:
        """Where the database is, with the password if there is one."""
        return self._engine.url.render_as_string(hide_password=False)

    @property
    def waiting(self) -> int:
        """How many appends wait to be written."""
        return self._writer.waiting

    async def size(self) -> int:
        """How many bytes the database takes up."""
        return await asyncio.to_thread(self._size)

    async def close(self) -> None:
        """Finish what is being written, and release the database."""
        await asyncio.to_thread(self._writer.close)
        self._engine.dispose()

    async def append(self, append: Append) -> None:
        """For the journals: return once the append is durable."""
        await self._writer.append(append)

    def zone(self, scope: str) -> tzinfo:
        """The time zone that the days of a scope are counted in."""
        return ZoneInfo(self.settings(scope).zone)

    async def played_so_far(self, game_id: str) -> tuple[tuple[Question, ...], tuple[RoundClosed, ...]]:
        """For the journals: a game's questions, and its rounds that have closed."""
        return await self._read(lambda session: queries.played_so_far(session, game_id))

    def _outside(self, claim: Claim) -> dict[str, ServerSettings]:
        return {scope: kept for scope, kept in self._settings.items() if not claim.covers(scope)}

    def _size(self) -> int:
        try:
            return size_of(self._engine)
        except SQLAlchemyError as error:
            raise StoreUnavailable(describe(error)) from error

    async def _write(self, work: Work[Result], *, in_turn: bool = True) -> Result:
        return await asyncio.wrap_future(self._writer.run(work, in_turn=in_turn))

    async def _write_at_once(self, work: Work[Result]) -> Result:
        return await self._write(work, in_turn=False)

    async def _read(self, work: Work[Result]) -> Result:
        return await asyncio.to_thread(self._in_session, work)

    def _in_session(self, work: Work[Result]) -> Result:
        try:
            with Session(self._engine) as session:
                return work(session)
        except SQLAlchemyError as error:
            raise StoreUnavailable(describe(error)) from error


class GamesOfShard:
    """The games of the servers of one shard, for its sessions."""

    def __init__(self, store: Store, claim: Claim) -> None:
        self._store = store
        self._claim = claim

    def journal(self, game_id: str, place: Place) -> StoreJournal:
        """The journal of a game: a new one, or one to be resumed."""
        return self._store.journal(game_id, place)

    async def open_games(self) -> tuple[OpenGame, ...]:
        """The games of the shard that have not ended."""
        return await self._store.open_games(claim=self._claim)


class StoreJournal:
    """The journal of one game, for its session."""

    def __init__(self, store: Store, game_id: str, place: Place) -> None:
        self._store = store
        self._game_id = game_id
        self._place = place
        self._questions: tuple[Question, ...] = ()
        self._rounds: tuple[RoundClosed, ...] = ()

    async def append(self, first: int, events: Sequence[Event]) -> None:
        """Return once the events and what follows from them (awards, standings) are durable.

        Appending the same events again changes nothing. JournalUnavailable means that none of them is kept,
        JournalConflict that others stand in their place.
        """
        try:
            await self._learn_questions(events)
            scope = self._place.scope
            rounds, zone = rounds_after(self._rounds, events), self._store.zone(scope)
            claim = self._store.claims.of(scope)
            append = append_of(
                self._game_id, self._place, first, events, self._questions, rounds, zone, claim
            )
            await self._store.append(append)
        except StoreConflict as error:
            raise JournalConflict(str(error)) from error
        except (StoreError, ValueError) as error:
            raise JournalUnavailable(str(error)) from error
        self._rounds = rounds

    async def _learn_questions(self, events: Sequence[Event]) -> None:
        if events and isinstance(events[0], GameStarted):
            self._questions = events[0].questions
        elif not self._questions and any(isinstance(event, RESTS_ON_GAME) for event in events):
            self._questions, self._rounds = await self._store.played_so_far(self._game_id)
