"""What an append to a journal writes: the events, and what follows from them, as rows for each table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from hashlib import blake2b

from bot.game.events import (
    AppealDecided,
    Award,
    Event,
    GameEnded,
    GameStarted,
    Player,
    QuestionAsked,
    RoundClosed,
)
from bot.store.codec import encode
from bot.store.periods import day_of
from bot.store.records import Daily, Place
from bot.store.shard_records import Claim
from bot.store.totals import Row
from questions.question import Question


@dataclass(frozen=True, slots=True)
class Append:
    """Events of one game, encoded, from the number ``first`` on.

    ``questions`` are the game's, and ``rounds`` those that have closed so far. Days are those of ``zone``.
    It is kept only as long as the ``claim`` holds, if it rests on one.
    """

    game_id: str
    place: Place
    first: int
    events: tuple[Event, ...]
    encoded: tuple[tuple[str, str], ...]
    questions: tuple[Question, ...]
    rounds: tuple[RoundClosed, ...] = ()
    zone: tzinfo = UTC
    claim: Claim | None = None

    def since(self, count: int) -> Append:
        """The same without the first ``count`` events."""
        return replace(
            self, first=self.first + count, events=self.events[count:], encoded=self.encoded[count:]
        )


def append_of(
    game_id: str,
    place: Place,
    first: int,
    events: Sequence[Event],
    questions: tuple[Question, ...],
    rounds: tuple[RoundClosed, ...] = (),
    zone: tzinfo = UTC,
    claim: Claim | None = None,
) -> Append:
    """The append that keeps these events."""
    return Append(
        game_id, place, first, tuple(events), tuple(map(encode, events)), questions, rounds, zone, claim
    )


@dataclass(frozen=True, slots=True)
class Played:
    """A game that is over, from which the standings follow; ``day`` is the one on which it ended."""

    game_id: str
    scope: str
    day: date
    ended: GameEnded
    questions: tuple[Question, ...]
    rounds: tuple[RoundClosed, ...]


@dataclass(frozen=True, slots=True)
class Appealed:
    """An appeal that was accepted, and what was asked in its round."""

    game_id: str
    scope: str
    question: Question
    decided: AppealDecided

    @property
    def before(self) -> Award | None:
        """What the player had in the round of the appeal until then; None where they had not answered."""
        mine = (one.before for one in self.decided.revisions if one.round == self.decided.round)
        return next(mine, None)


@dataclass(slots=True)
class Rows:
    """Rows for each table; players hold one row a key, in the order of their keys."""

    players: dict[tuple[str, int], Row] = field(default_factory=dict)
    games: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    asked: list[Row] = field(default_factory=list)
    awards: list[Row] = field(default_factory=list)
    revised: list[Row] = field(default_factory=list)
    ended: list[Row] = field(default_factory=list)
    dailies: list[Row] = field(default_factory=list)


def outcomes_of(append: Append) -> Iterator[Played | Appealed]:
    """What is to be counted once the append is kept; a daily quiz has its own board."""
    scope = append.place.scope
    for event in append.events:
        if isinstance(event, GameEnded) and Daily.of(append.game_id) is None:
            day = day_of(instant(event.at), append.zone)
            yield Played(append.game_id, scope, day, event, append.questions, append.rounds)
        elif isinstance(event, AppealDecided) and event.revisions:
            yield Appealed(append.game_id, scope, append.questions[event.round - 1], event)


def rows_of(appends: Iterable[Append]) -> Rows:
    """All rows of several appends."""
    rows = Rows()
    for append in appends:
        epoch = append.claim.epoch if append.claim else None
        for seq, (name, body) in enumerate(append.encoded, append.first):
            row: Row = {"game_id": append.game_id, "seq": seq, "name": name, "body": body, "epoch": epoch}
            rows.events.append(row)
        for event in append.events:
            _project(rows, append, event)
    rows.players = dict(sorted(rows.players.items()))
    return rows


def _project(rows: Rows, append: Append, event: Event) -> None:
    match event:
        case GameStarted():
            _start(rows, append, event)
        case QuestionAsked(at=at, round=number):
            rows.asked.append(
                {
                    "scope": append.place.scope,
                    "channel_id": append.place.channel_id,
                    "question_id": append.questions[number - 1].id,
                    "at": instant(at),
                }
            )
        case RoundClosed(at=at, round=number, awards=awards):
            shared = _shared(append, number, at)
            for award in awards:
                _see(rows, append.place.scope, award.player)
                rows.awards.append(_award_row(shared, award))
        case AppealDecided():
            _revise(rows, append, event)
        case GameEnded():
            _end(rows, append, event)
        case _:
            pass


def _start(rows: Rows, append: Append, event: GameStarted) -> None:
    _see(rows, append.place.scope, event.starter)
    rows.games.append(
        {
            "id": append.game_id,
            "scope": append.place.scope,
            "channel_id": append.place.channel_id,
            "starter_id": event.starter.id,
            "started_at": instant(event.at),
        }
    )


def _end(rows: Rows, append: Append, event: GameEnded) -> None:
    rows.ended.append({"game": append.game_id, "at": instant(event.at), "reason": event.reason.value})
    daily = Daily.of(append.game_id)
    if daily is not None:
        row: Row = {"scope": append.place.scope, "player_id": daily.player, "day": daily.day}
        total = next(iter(event.standings), None)  # nobody's, where all was skipped
        row |= {"points": total.points if total else 0, "correct": total.correct if total else 0}
        rows.dailies.append(row)


def _see(rows: Rows, scope: str, player: Player) -> None:
    rows.players[scope, player.id] = {"scope": scope, "id": player.id, "name": player.name}


def _revise(rows: Rows, append: Append, event: AppealDecided) -> None:
    """Put other awards in the place of those that rounds gave."""
    for revision in event.revisions:
        _see(rows, append.place.scope, revision.after.player)
        shared = _shared(append, revision.round, revision.at)
        rows.revised.append(_award_row(shared, revision.after))


def _shared(append: Append, round: int, at: float) -> Row:
    """What all awards of a round have in common."""
    question, when = append.questions[round - 1], instant(at)
    return {
        "game_id": append.game_id,
        "round": round,
        "scope": append.place.scope,
        "at": when,
        "day": day_of(when, append.zone),
        "question": key_of(question),
        "level": question.level,
    }


def _award_row(shared: Row, award: Award) -> Row:
    return shared | {
        "player_id": award.player.id,
        "correct": award.correct,
        "points": award.points,
        "base": award.base,
        "speed": award.speed,
        "streak_bonus": award.streak_bonus,
        "streak": award.streak,
        "elapsed": award.elapsed,
    }


def key_of(question: Question) -> int:
    """The number of a question in the database; with choices it is another than without them."""
    text = question.id if question.choices else f"{question.id} typed"
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1


def instant(at: float) -> datetime:
    """Seconds since 1970 as a time in UTC."""
    return datetime.fromtimestamp(at, UTC)
