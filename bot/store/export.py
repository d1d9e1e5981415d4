"""All that the database holds about one member, as JSON. Of others it tells nothing but numbers."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import (
    AnswerLocked,
    AppealDecided,
    AppealMade,
    GameStarted,
    GuessedClose,
    HintGiven,
    PlayerJoined,
    SkipVoted,
)
from bot.store.codec import decode
from bot.store.errors import UnreadableJournal
from bot.store.personal import NAMING, PERSONAL, Personal
from bot.store.rows import instant
from bot.store.standing_tables import AWARD, QUESTION
from bot.store.tables import EventRow
from questions.question import Question

FORMAT = "gumshoe-member-1"
AT_ONCE = 1_000
AS_TEXT = {"channel_id", "question"}
"""Numbers that are too long for programs that count with fractions."""

AS_JSON = {"body", "wish"}
DEEDS = AnswerLocked | GuessedClose | AppealMade | AppealDecided | HintGiven | SkipVoted | PlayerJoined

log = logging.getLogger(__name__)


def naming(player: int) -> ColumnElement[bool]:
    """Events that name a player."""
    return col(EventRow.body).contains(f'"id":{player},"name":')


def export(session: Session, player: int, now: datetime) -> bytes:
    """The file: an object with a list for each sort of row."""
    out = BytesIO()
    head = {"format": FORMAT, "member": str(player), "written_at": now.isoformat()}
    out.write(json.dumps(head, indent=1)[:-2].encode())
    for one in PERSONAL:
        _write(out, one.key, _rows(session, one, player))
    _write(out, "answers", _deeds(session, player))
    out.write(b"\n}\n")
    return out.getvalue()


def _write(out: BytesIO, key: str, rows: Iterator[dict[str, Any]]) -> None:
    out.write(f",\n {json.dumps(key)}: [".encode())
    between = b"\n  "
    for row in rows:
        out.write(between + json.dumps(row, ensure_ascii=False).encode(errors="replace"))
        between = b",\n  "
    out.write(b"\n ]")


def _rows(session: Session, one: Personal, player: int) -> Iterator[dict[str, Any]]:
    statement = select(one.table).where(one.of(player)).order_by(*one.table.primary_key)
    if one.table is AWARD:
        statement = statement.add_columns(QUESTION.c.prompt).outerjoin(
            QUESTION, QUESTION.c.key == AWARD.c.question
        )
    for row in session.execute(statement.execution_options(yield_per=AT_ONCE)).mappings():
        yield dict(_values(one, row, player))


def _values(one: Personal, row: RowMapping, player: int) -> Iterator[tuple[str, Any]]:
    for name, value in row.items():
        column = one.table.columns.get(name)
        if one.only and name not in one.only:
            continue
        if column in NAMING:
            if value == player:
                yield name, str(value)
        elif isinstance(value, date):  # a time is a date too
            yield name, value.isoformat()
        elif name in AS_TEXT:
            yield name, str(value)
        elif name in AS_JSON:
            yield name, json.loads(value)
        else:
            yield name, value


def _deeds(session: Session, player: int) -> Iterator[dict[str, Any]]:
    """What a player did in the games whose journals are kept: answers, hints, votes and appeals."""
    start = col(EventRow.name) == "game_started"
    mine = select(col(EventRow.game_id)).where(naming(player))
    rows = session.execute(
        select(col(EventRow.game_id), col(EventRow.name), col(EventRow.body))
        .where(naming(player) | start, col(EventRow.game_id).in_(mine))
        .order_by(col(EventRow.game_id), col(EventRow.seq))
        .execution_options(yield_per=AT_ONCE)
    )
    for game, events in groupby(rows, key=lambda row: str(row.game_id)):
        questions: tuple[Question, ...] = ()
        try:
            for _, name, body in events:
                event = decode(name, body)
                if isinstance(event, GameStarted):
                    questions = event.questions
                elif isinstance(event, DEEDS) and event.player is not None and event.player.id == player:
                    yield {"game_id": game, "event": name} | _deed(event, questions)
        except UnreadableJournal as error:
            log.warning("game %s is not exported: %s", game, error)


def _deed(event: DEEDS, questions: tuple[Question, ...]) -> dict[str, Any]:
    deed: dict[str, Any] = {"at": instant(event.at).isoformat()}
    if isinstance(event, PlayerJoined):
        return deed | {"team": event.team}
    question = questions[event.round - 1]
    deed |= {"round": event.round, "question": question.prompt}
    if isinstance(event, AnswerLocked | GuessedClose | AppealMade):
        guess = event.guess
        deed["answer"] = question.choices[guess].text if isinstance(guess, int) else guess
    if isinstance(event, AnswerLocked | GuessedClose):
        deed["seconds"] = event.elapsed
    if isinstance(event, AppealDecided):
        deed["accepted"] = event.accepted
    return deed
