"""What members write, report and correct, as async code sees it: see ``bot.store.store``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from sqlalchemy.orm import Session

from bot.game.events import Player
from bot.store import authored, corrections, reports
from bot.store.authoring import (
    Act,
    AuthoredQuestion,
    Complaint,
    DuplicateQuestion,
    KeptChange,
    Outcome,
    ReportReason,
    Stale,
    State,
    TooMany,
    Version,
)
from questions.facts.corrections import Change
from questions.interchange.lists import Entry
from questions.question import Question

Result = TypeVar("Result")


SETTLES = {Act.EDITED: Outcome.MENDED, Act.REMOVED: Outcome.RETIRED}
"""Acts on a question that answer what was reported about it."""


class Do(Protocol):
    """Does some work in a transaction, beside the event loop."""

    def __call__(self, work: Callable[[Session], Result], /) -> Awaitable[Result]: ...


class Desk:
    """Questions of members, reports and corrections. StoreUnavailable says why not now."""

    def __init__(self, read: Do, write: Do) -> None:
        self._read = read
        self._write = write

    async def add(
        self, scope: str, author: Player, entry: Entry, now: datetime
    ) -> AuthoredQuestion | DuplicateQuestion:
        """Keep a question for one scope, unless one with its prompt is there already."""
        return await self._write(lambda session: authored.add(session, scope, author, entry, now))

    async def suggest(
        self, scope: str, author: Player, entry: Entry, now: datetime
    ) -> AuthoredQuestion | DuplicateQuestion | TooMany:
        """Put a question before the quizmasters of a scope."""
        return await self._write(lambda session: authored.suggest(session, scope, author, entry, now))

    async def change(
        self,
        scope: str,
        number: int,
        act: Act,
        by: Player,
        now: datetime,
        *,
        entry: Entry | None = None,
        word: str = "",
        seen: int | None = None,
    ) -> AuthoredQuestion | DuplicateQuestion | Stale:
        """Make a new version of a question; Stale where the act does not fit what it is now."""

        def work(session: Session) -> AuthoredQuestion | DuplicateQuestion | Stale:
            kept = authored.change(session, scope, number, act, by, now, entry=entry, word=word, seen=seen)
            if isinstance(kept, AuthoredQuestion) and act in SETTLES:
                reports.settle_question(session, scope, kept.question_id, by, SETTLES[act], now)
            return kept

        return await self._write(work)

    async def questions(self, scope: str, state: State = State.LIVE) -> tuple[AuthoredQuestion, ...]:
        """The questions that were written for this scope and are in this state, by number."""
        return await self._read(lambda session: authored.of_scope(session, scope, state))

    async def written_by(self, scope: str, author: int) -> tuple[AuthoredQuestion, ...]:
        """What a member has written in a scope, in any state."""
        return await self._read(lambda session: authored.by_author(session, scope, author))

    async def question(self, scope: str, number: int) -> AuthoredQuestion | None:
        """A question in whatever state; None where the scope has no such question."""
        return await self._read(lambda session: authored.one(session, scope, number))

    async def history(self, scope: str, number: int) -> tuple[Version, ...]:
        """The versions of a question, oldest first."""
        return await self._read(lambda session: authored.history(session, scope, number))

    async def report(
        self,
        scope: str,
        reporter: Player,
        question: Question,
        reason: ReportReason,
        note: str,
        now: datetime,
    ) -> int | TooMany:
        """Keep what a player says is the matter with a question; how many reports there are of it."""
        return await self._write(
            lambda session: reports.add(session, scope, reporter, question, reason, note, now)
        )

    async def complaints(self, scope: str) -> tuple[Complaint, ...]:
        """What is reported and not settled, most reports first."""
        return await self._read(lambda session: reports.complaints(session, scope))

    async def settle(self, scope: str, key: int, by: Player, outcome: Outcome, now: datetime) -> int:
        """Close all open reports of a complaint; how many there were."""
        return await self._write(lambda session: reports.settle(session, scope, key, by, outcome, now))

    async def correct(
        self, scope: str, by: Player, change: Change, now: datetime, needs: Sequence[Change] = ()
    ) -> int:
        """Have a change hold in a scope, together with those that it needs; its number."""
        changes = (*needs, change)
        return await self._write(lambda session: corrections.add(session, scope, by, changes, now))

    async def undo_correction(self, scope: str, number: int, by: Player, now: datetime) -> KeptChange | None:
        """Let a change hold no longer, with a pack all that it holds; None where there is no such."""
        return await self._write(lambda session: corrections.undo(session, scope, number, by, now))

    async def restore_correction(
        self, scope: str, number: int, by: Player, now: datetime
    ) -> KeptChange | None:
        """Have what was undone hold again; None where there is no such."""
        return await self._write(lambda session: corrections.restore(session, scope, number, by, now))

    async def undone_corrections(self, scope: str) -> tuple[KeptChange, ...]:
        """What can be restored in a scope, the newest first."""
        return await self._read(lambda session: corrections.undone(session, scope))

    async def corrections(self, scope: str | None) -> tuple[KeptChange, ...]:
        """What holds in a scope, or in all, by number."""
        return await self._read(lambda session: corrections.of_scope(session, scope))
