"""Forgets a member: their rows are deleted, and what others need of them names nobody any more.

It is done in small steps, each of which may be the last before the program is killed: the row in
``forgetting`` stays until all is done, and all of it may be done again. Games that others played with them
stay as they were: nobody else's rank or points change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, bindparam, delete, exists, select, update
from sqlalchemy.orm import Session

from bot.store.authoring_tables import AUTHORED, REPORT
from bot.store.engine import insert_into
from bot.store.export import naming
from bot.store.personal import PERSONAL, Personal
from bot.store.pseudonyms import NAME, SOMEBODY, next_alias, without_author, without_player
from bot.store.records import DAILY, EVERYWHERE, daily_scope, guild_of, is_server, solo_scope
from bot.store.seasons import leave_everywhere
from bot.store.standing_tables import (
    AWARD,
    DAILY_SET,
    EVENT,
    FORGETTING,
    GAME,
    MEMBER,
    METADATA,
    PAST_STANDING,
    PLAYER,
    RESULT,
    STANDING,
)
from bot.store.standings import keep_names
from bot.store.steps import ROWS, Steps, in_row, keys_of

GAMES = 10
"""So many games of a player are looked at at once."""

APART = {"awards", "results", "names", "forgetting"}
"""What is deleted in a way of its own."""

BOARDS = tuple(one for one in PERSONAL if one.table in (STANDING, PAST_STANDING))
RUNS = GAME.c.ended_at.is_(None) & ~GAME.c.scope.startswith(DAILY)


async def forget(steps: Steps, player: int, now: datetime) -> bool:
    """Forget a member; False where they are in a quiz that runs, and then nothing is changed."""
    if not await steps.write(lambda session: _begin(session, player, now)):
        return False
    await _finish(steps, player)
    return True


async def go_on(steps: Steps) -> int:
    """Finish what was begun and interrupted; how many members it was."""
    players = await steps.read(lambda session: session.scalars(select(FORGETTING.c.player_id)).all())
    for player in players:
        await _finish(steps, player)
    return len(players)


def _begin(session: Session, player: int, now: datetime) -> bool:
    here = exists().where(EVENT.c.game_id == GAME.c.id, naming(player))
    runs = select(GAME.c.id).where(RUNS, here)
    if session.execute(runs.limit(1)).first() is not None:
        return False
    insert = insert_into(session.connection(), FORGETTING).values(player_id=player, asked_at=now)
    session.execute(insert.on_conflict_do_nothing())
    _leave(session, player)
    return True


def _leave(session: Session, player: int) -> None:
    """Take a member off the boards of everywhere for good."""
    session.execute(update(MEMBER).where(MEMBER.c.id == player).values(everywhere=False))
    leave_everywhere(session.connection(), player)


async def _finish(steps: Steps, player: int) -> None:
    done = False
    while not done:  # they may have ended a game meanwhile
        for one in BOARDS:
            await steps.delete(one.table, *_rows(one, player))
        await _delete_own_games(steps, player)
        await _leave_journals(steps, player)
        await _leave_questions(steps, player)
        for table in (AWARD, RESULT):
            await _delete_awards(steps, table, player)
        for one in PERSONAL:
            if one.stays:
                await _leave_rows(steps, one, player)
            elif one.key not in APART:
                await steps.delete(one.table, *_rows(one, player))
        named = select(PLAYER.c.scope).where(PLAYER.c.id == player)
        scopes = await steps.read(partial(_all, named))
        done = await steps.write(partial(_end, player=player, scopes=scopes))


def _rows(one: Personal, player: int) -> Iterator[ColumnElement[bool]]:
    """The rows of a member; those of the boards of everywhere go with their ranks: see ``_leave``."""
    yield one.of(player)
    if one in BOARDS:
        yield one.table.c.scope != EVERYWHERE


def _all(statement: Select[Any], session: Session) -> Sequence[Any]:
    return session.scalars(statement).all()


def _end(session: Session, player: int, scopes: Sequence[str]) -> bool:
    """The last step; False where there is more to be forgotten."""
    if any(session.execute(_games_of(table, player)).first() for table in (AWARD, RESULT)):
        return False
    _leave(session, player)
    unused = [~exists().where(*pairs) for pairs in _references(PLAYER)]
    session.execute(delete(PLAYER).where(PLAYER.c.id == player, PLAYER.c.scope.in_(scopes), *unused))
    session.execute(delete(STANDING).where(STANDING.c.player_id == player, STANDING.c.scope.in_(scopes)))
    session.execute(delete(MEMBER).where(MEMBER.c.id == player))
    session.execute(delete(FORGETTING).where(FORGETTING.c.player_id == player))
    return True


def _references(target: Table) -> Iterator[list[ColumnElement[bool]]]:
    """How rows of all tables refer to those of one."""
    for table in METADATA.tables.values():
        for key in table.foreign_key_constraints:
            if key.referred_table is target:
                yield [one.parent == one.column for one in key.elements]


async def _delete_own_games(steps: Steps, player: int) -> None:
    """What they played alone: daily quizzes, of which even the ids name them, and direct messages."""
    alone = (GAME.c.scope == solo_scope(player)) | GAME.c.scope.startswith(DAILY)
    mine = select(GAME.c.id).where(GAME.c.starter_id == player, alone, ~RUNS).limit(GAMES)
    while games := await steps.read(partial(_all, mine)):
        await steps.write(partial(_delete_games, games=games))


def _delete_games(session: Session, games: Sequence[str]) -> None:
    for table in (EVENT, AWARD, RESULT):
        session.execute(delete(table).where(table.c.game_id.in_(games)))
    session.execute(delete(GAME).where(GAME.c.id.in_(games)))


async def _leave_journals(steps: Steps, player: int) -> None:
    over = exists().where(GAME.c.id == EVENT.c.game_id, ~RUNS)
    named = select(EVENT.c.game_id).where(naming(player), over).distinct()
    for game in await steps.read(partial(_all, named)):
        await steps.write(partial(_leave_journal, game=game, player=player))


def _leave_journal(session: Session, game: str, player: int) -> None:
    """All of a journal at once: with two names for one player it could not be read."""
    here, body = EVENT.c.game_id == game, EVENT.c.body
    alias = next_alias(session.scalars(select(body).where(here, body.contains('"id":-'))).all())
    named = session.execute(select(EVENT.c.seq, body).where(here, naming(player))).all()
    changed = [{"number": seq, "changed": without_player(event, player, alias)} for seq, event in named]
    change = update(EVENT).where(here, EVENT.c.seq == bindparam("number")).values(body=bindparam("changed"))
    if changed:
        session.connection().execute(change, changed)


async def _leave_questions(steps: Steps, player: int) -> None:
    """Copies of questions that they wrote: journals, days and reports have them with their author's name."""
    written = select(AUTHORED.c.scope, AUTHORED.c.number).where(AUTHORED.c.author_id == player)
    ids: dict[str, set[str]] = {}
    for scope, number in await steps.read(lambda session: session.execute(written).all()):
        ids.setdefault(scope, set()).add(f"{scope}/{number}")
    for scope, mine in ids.items():
        for column, where in _copies(scope):
            await _leave_copies(steps, column, where, mine)


def _copies(scope: str) -> Iterator[tuple[Column[Any], ColumnElement[bool]]]:
    """Where questions of a scope may have been copied to."""
    scopes = [scope, daily_scope(guild_of(scope))] if is_server(scope) else [scope]
    played = exists().where(GAME.c.id == EVENT.c.game_id, GAME.c.scope.in_(scopes))
    yield EVENT.c.body, (EVENT.c.name == "game_started") & played
    yield DAILY_SET.c.questions, DAILY_SET.c.scope.in_(scopes)
    yield REPORT.c.question, REPORT.c.scope == scope


async def _leave_copies(
    steps: Steps, column: Column[Any], where: ColumnElement[bool], questions: set[str]
) -> None:
    key = column.table.primary_key.columns.values()
    found = select(*key).where(column.contains('"author":'), where)
    for row in await steps.read(lambda session: session.execute(found).all()):
        here = [one == value for one, value in zip(key, row, strict=True)]
        await steps.write(partial(_leave_copy, column=column, here=here, questions=questions))


def _leave_copy(
    session: Session, column: Column[Any], here: Sequence[ColumnElement[bool]], questions: set[str]
) -> None:
    body = session.scalar(select(column).where(*here))
    if body is not None:
        changed = {column.name: without_author(body, questions)}
        session.execute(update(column.table).where(*here).values(changed))


def _games_of(table: Table, player: int) -> Select[Any]:
    """Games that are over and of which the table has rows of a player."""
    over = (table.c.game_id == GAME.c.id) & ~RUNS
    return select(table.c.game_id).join(GAME, over).where(table.c.player_id == player).distinct().limit(GAMES)


async def _delete_awards(steps: Steps, table: Table, player: int) -> None:
    """Awards and results of a game go together: one without the other would be counted anew."""
    while games := await steps.read(partial(_all, _games_of(table, player))):
        await steps.write(partial(_delete_won, games=games, player=player))


def _delete_won(session: Session, games: Sequence[str], player: int) -> None:
    for table in (AWARD, RESULT):
        session.execute(delete(table).where(table.c.game_id.in_(games), table.c.player_id == player))


async def _leave_rows(steps: Steps, one: Personal, player: int) -> None:
    """Let rows name nobody."""
    look = select(*one.table.primary_key, one.table.c.scope).where(one.of(player)).limit(ROWS)
    while rows := await steps.read(lambda session: session.execute(look).all()):
        await steps.write(partial(_leave_some, one=one, player=player, rows=rows))


def _leave_some(session: Session, one: Personal, player: int, rows: Sequence[Any]) -> None:
    names = [{"scope": scope, "id": SOMEBODY, "name": NAME} for scope in {row[-1] for row in rows}]
    keep_names(session.connection(), names)
    left = update(one.table).where(in_row(one.table), one.of(player)).values({one.column.name: SOMEBODY})
    session.execute(left, keys_of(one.table, rows))
