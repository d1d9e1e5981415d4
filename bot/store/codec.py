"""Events to JSON and back.

The names and fields are a file format: journals of older versions hold them. A field may be added with a
default; nothing may be renamed. A field that has its default is left out, which saves a sixth of a question:
so the defaults are part of the format, too.
"""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter, ValidationError

from bot.game.events import (
    AnswerLocked,
    AppealDecided,
    AppealMade,
    ClockMoved,
    Event,
    EverybodyAnswered,
    GameEnded,
    GameResumed,
    GameStarted,
    GuessedClose,
    HintGiven,
    PlayerJoined,
    QuestionAsked,
    QuestionHidden,
    QuestionShown,
    RoundClosed,
    SkipVoted,
)
from bot.store.errors import UnreadableJournal

NAMES: dict[str, type[Event]] = {
    "game_started": GameStarted,
    "player_joined": PlayerJoined,
    "question_asked": QuestionAsked,
    "question_shown": QuestionShown,
    "question_hidden": QuestionHidden,
    "answer_locked": AnswerLocked,
    "guessed_close": GuessedClose,
    "everybody_answered": EverybodyAnswered,
    "hint_given": HintGiven,
    "skip_voted": SkipVoted,
    "round_closed": RoundClosed,
    "appeal_made": AppealMade,
    "appeal_decided": AppealDecided,
    "game_resumed": GameResumed,
    "clock_moved": ClockMoved,
    "game_ended": GameEnded,
}


@cache
def _adapters() -> dict[type[Event], tuple[str, TypeAdapter[Event]]]:
    return {kind: (name, TypeAdapter(kind)) for name, kind in NAMES.items()}


def encode(event: Event) -> tuple[str, str]:
    """The event's name in the journal, and its fields as JSON; equal events give equal text."""
    name, adapter = _adapters()[type(event)]
    return name, adapter.dump_json(event, exclude_defaults=True).decode()


def decode(name: str, body: str) -> Event:
    """The event that was encoded so; UnreadableJournal where this version cannot make sense of it."""
    kind = NAMES.get(name)
    if kind is None:
        raise UnreadableJournal(
            f"the journal holds an event {name!r}, which this version does not know: update Gumshoe"
        )
    try:
        return _adapters()[kind][1].validate_json(body)
    except ValidationError as error:
        places = (".".join(str(part) for part in item["loc"]) for item in error.errors())
        where = ", ".join(filter(None, places)) or "not JSON"
        raise UnreadableJournal(
            f"the journal holds an event {name!r} that this version cannot read ({where}): update Gumshoe; "
            "if it is the newest, the event is damaged"
        ) from error
