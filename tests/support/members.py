"""A member who has left something in every table that can hold something of members."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.game.events import EndReason, Event, GameEnded, GameStarted, HintGiven, Player, SkipVoted, Standing
from bot.game.rules import Rules
from bot.store.authoring import Act, Outcome, ReportReason
from bot.store.records import Daily, Place, server_scope, solo_scope
from bot.store.store import Store
from questions.facts.corrections import Correction, CorrectionKind
from questions.interchange.lists import Entry
from questions.question import Question
from tests.support.databases import HERE, a_close, a_question, an_award, keep
from tests.support.fakes import START
from tests.support.whole_games import RIGHT, WRONG, appeal, whole_game

MAYA = Player(880017, "Maya of here", "Maya abroad")
NILS = Player(990018, "Nils of here", "Nils abroad")
OLGA = Player(770019, "Olga of here", "Olga abroad")
THERE = Place(server_scope(6), 8)
DAY = timedelta(days=1)
NOW = datetime.fromtimestamp(START, UTC)
NUMBER = {MAYA: 1, NILS: 2}
FIRST = ({MAYA: RIGHT, NILS: WRONG}, {MAYA: WRONG, NILS: RIGHT, OLGA: RIGHT}, {MAYA: WRONG, NILS: WRONG})


def written_by(author: Player, question: Question) -> Question:
    """The question as one that they wrote: its id tells which, and it shows their name."""
    return replace(question, id=f"{HERE.scope}/{NUMBER[author]}", author=f"{author.name} ✍️1")


def a_quiz(
    *rounds: Mapping[Player, str], starter: Player = MAYA, author: Player | None = None
) -> list[Event]:
    """A quiz with an appeal where somebody was wrong in the end; one of them may have written a question."""
    game, events = whole_game(*rounds)
    started = events[0]
    assert isinstance(started, GameStarted)
    questions = started.questions
    if author is not None:
        questions = (written_by(author, questions[0]), *questions[1:])
    events[0] = replace(started, starter=starter, questions=questions)
    number = next(at for at, event in enumerate(events) if event.at > START + 60)
    votes = (SkipVoted(START + 62, 1, starter, 1, 2), HintGiven(START + 62, 1, 1, "K", player=starter))
    events[number:number] = votes
    wrong = [player for player, guess in rounds[-1].items() if guess == WRONG]
    return events + (appeal(game, wrong[0], len(rounds), NILS, 220) if wrong else [])


async def leave_traces(store: Store, me: Player = MAYA, other: Player = NILS) -> None:
    """Have both do whatever members can do, in two servers and in direct messages."""
    for player in (me, other):
        await store.rankings.change_member(player, {"everywhere": True, "public": True})
        await _author(store, player, other if player is me else me)
        await _alone(store, player)
    await keep(store, "first", *a_quiz(*FIRST, author=me))
    await store.rankings.reset(HERE.scope, NOW)
    await keep(store, "second", *a_quiz({me: WRONG, other: RIGHT}, starter=other, author=other))
    await keep(store, "third", *a_quiz({me: RIGHT}, {OLGA: WRONG}), place=THERE)
    later = 400 * DAY.total_seconds()
    events = a_quiz(*FIRST[:2], {other: WRONG})
    await keep(store, "later", *(replace(event, at=event.at + later) for event in events))


async def _author(store: Store, me: Player, other: Player) -> None:
    """Questions, reports, facts: mine, with what the other did about them."""
    desk, scope = store.desk, HERE.scope
    number = NUMBER[me]
    await desk.add(scope, me, Entry(f"Who is {number}?", ("Ann",)), NOW)
    await desk.change(scope, number, Act.EDITED, other, NOW, entry=Entry(f"Who was {number}?", ("Ann",)))
    about = written_by(other, a_question())
    await desk.report(scope, me, about, ReportReason.WRONG, f"note {number}", NOW)
    key = next(one.key for one in await desk.complaints(scope) if one.question.id == about.id)
    await desk.settle(scope, key, other, Outcome.DISMISSED, NOW)
    change = Correction("noir", CorrectionKind.ALIAS, f"e{number}", "value")
    await desk.undo_correction(scope, await desk.correct(scope, me, change, NOW), other, NOW)
    await store.dailies.keep("daily:5", date(2026, 1, number), (written_by(me, a_question()),))


async def _alone(store: Store, me: Player) -> None:
    """A daily quiz that was finished, one that was not, and a quiz in direct messages."""
    rules, points = Rules(rounds=1, solo=True, untimed=True), 5
    began = GameStarted(START, me, rules, (a_question(),))
    closed = a_close(1, an_award(me, points), at=NOW)
    ended = GameEnded(START, EndReason.FINISHED, (Standing(1, me, points, 1, 1),))
    for day, events in ((1, (began, closed, ended)), (2, (began,))):
        daily = Daily(5, date(2026, 1, day), me.id)
        await keep(store, daily.game, *events, place=daily.place)
    alone = Place(solo_scope(me.id), 70 + me.id)
    await keep(store, f"alone{me.id % 10}", *a_quiz({me: WRONG}, starter=me), place=alone)
    await store.change_settings(alone.scope, {"rounds": 5})


def rows_naming(file: Path, *words: str) -> list[tuple[str, str]]:
    """The tables and rows in which one of these words stands."""
    found = []
    with closing(sqlite3.connect(file)) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                if any(word in repr(row) for word in words):
                    found.append((table, repr(row)))
    return found
