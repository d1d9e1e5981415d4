"""What the judge says of a guess."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """CLOSE is the quizmaster's "more, please": on the way, and not yet enough."""

    CORRECT = "correct"
    CLOSE = "close"
    WRONG = "wrong"


class Reason(StrEnum):
    """Why a guess got its mark: the rule that decided, or the score where no rule did."""

    SAME = "same"  # an accepted form, whatever its case, articles, plural or order
    SLIP = "slip"  # an accepted form, but for a slip of typing
    ENOUGH = "enough"  # the part of a form that tells it apart
    INITIALS = "initials"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    ALL_NAMED = "all_named"
    LIKELY = "likely"  # the fitted score is high

    MORE = "more"  # half of the answer
    NARROWER = "narrower"  # too narrow, says the author of the answer line
    FIRST_NAME = "first_name"
    NAMESAKES = "namesakes"  # others have that name too
    LESS_PRECISE = "less_precise"  # a date, right as far as it goes
    SOME_NAMED = "some_named"

    EMPTY = "empty"
    TOO_LONG = "too_long"
    SEVERAL = "several"
    REFUSED = "refused"
    NEGATED = "negated"
    OTHER_NAME = "other_name"
    OPPOSITE = "opposite"
    OTHER_NUMBER = "other_number"
    OTHER_UNIT = "other_unit"
    NO_NUMBER = "no_number"
    OTHER_DATE = "other_date"
    NO_DATE = "no_date"
    OTHER_CHOICE = "other_choice"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_IN_LIST = "not_in_list"
    QUESTION_WORDS = "question_words"  # nothing but words of the question
    KIND_ONLY = "kind_only"  # what kind of thing it is, not which one
    UNLIKE = "unlike"


_ALL = tuple(Reason)
CORRECT = frozenset(_ALL[: _ALL.index(Reason.MORE)])
CLOSE = frozenset(_ALL[_ALL.index(Reason.MORE) : _ALL.index(Reason.EMPTY)])


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reason, the mark that goes with it, and what a sentence about it needs.

    ``asking`` is what the author of an answer line wants asked of a close guess; ``named`` of ``needed``
    parts of a list were named; ``score`` is the fitted score between 0 and 1, where it was asked.
    """

    reason: Reason
    asking: str = ""
    named: int = 0
    needed: int = 0
    score: float | None = None

    @property
    def mark(self) -> Mark:
        return Mark.CORRECT if self.correct else Mark.CLOSE if self.reason in CLOSE else Mark.WRONG

    @property
    def correct(self) -> bool:
        return self.reason in CORRECT
