"""Records of what members write, report and correct."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from questions.facts.corrections import Change
from questions.interchange.lists import Entry
from questions.question import Question


class State(StrEnum):
    """Where a question that a member wrote stands."""

    LIVE = "live"
    WAITING = "waiting"  # suggested, and not reviewed yet
    REFUSED = "refused"
    REMOVED = "removed"


class Act(StrEnum):
    """What made a version of a question."""

    ADDED = "added"
    SUGGESTED = "suggested"
    EDITED = "edited"
    APPROVED = "approved"
    REFUSED = "refused"
    REMOVED = "removed"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class AuthoredQuestion:
    """A question that a member wrote for one scope; ``id`` counts from 1 in it, and no id comes twice.

    ``word`` is what the reviewer said when it was refused. ``approved`` is how many suggestions of its author
    were approved, if this one was suggested.
    """

    id: int
    scope: str
    author_id: int
    author_name: str
    state: State
    version: int
    entry: Entry
    created_at: datetime
    word: str = ""
    approved: int = 0

    @property
    def question_id(self) -> str:
        """The id that it is asked under."""
        return f"{self.scope}/{self.id}"


@dataclass(frozen=True, slots=True)
class Version:
    """One step in the life of a question."""

    number: int
    act: Act
    by: str
    at: datetime
    entry: Entry
    word: str


@dataclass(frozen=True, slots=True)
class DuplicateQuestion:
    """The scope has a question with this prompt already; nothing was changed."""

    existing: AuthoredQuestion


@dataclass(frozen=True, slots=True)
class Stale:
    """The question is not what or where it was when the change was made; nothing was changed."""


@dataclass(frozen=True, slots=True)
class TooMany:
    """The member has ``most`` of these already, or there are so many ``of_all``; nothing was added."""

    most: int
    of_all: bool = False


class ReportReason(StrEnum):
    """What a player says is the matter with a question."""

    WRONG = "wrong"
    AMBIGUOUS = "ambiguous"
    MISSPELT = "misspelt"
    OUTDATED = "outdated"
    OFFENSIVE = "offensive"
    DULL = "dull"
    OTHER = "other"


class Outcome(StrEnum):
    """What a quizmaster did about reports."""

    MENDED = "mended"
    RETIRED = "retired"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Complaint:
    """The open reports of one target, newest question and notes first.

    ``key`` names the target in its scope: a fact, or a question that was not made of facts.
    """

    key: int
    target: str
    question: Question
    reasons: tuple[tuple[ReportReason, int], ...]
    notes: tuple[str, ...]
    first_at: datetime

    @property
    def count(self) -> int:
        return sum(count for _, count in self.reasons)


@dataclass(frozen=True, slots=True)
class KeptChange:
    """A correction or a fact of a server's own, numbered from 1 in its scope."""

    number: int
    scope: str
    change: Change
    by: str
    at: datetime
