"""What is read of games: those that are open, a player's record, questions seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import Event, GameStarted, RoundClosed
from bot.game.evolving import InvalidJournal
from bot.game.revising import rounds_after
from bot.game.summary import over_of
from bot.store.codec import decode
from bot.store.errors import UnreadableJournal, describe, is_damage
from bot.store.records import (
    DAILY,
    EVERYWHERE,
    TERMINAL,
    OpenGame,
    PastGame,
    Place,
    PlayerBest,
    UnreadableGame,
)
from bot.store.shard_records import Claim
from bot.store.shards import of_shard
from bot.store.tables import AskedRow, AwardRow, EventRow, GameRow
from questions.question import Question


def open_games(
    session: Session, scope: str | None, claim: Claim | None = None
) -> Iterator[OpenGame | UnreadableGame]:
    """The games of a scope that have not ended, oldest first; without a scope, those of all servers, or of a
    claim's.

    Daily quizzes are not among them: they wait for their players. Each game is read by itself, so that one
    that cannot be read keeps none of the others from going on.
    """
    mine = col(GameRow.scope) != TERMINAL if scope is None else col(GameRow.scope) == scope
    if claim is not None:
        mine &= of_shard(col(GameRow.scope), claim)
    ids = session.scalars(
        select(col(GameRow.id))
        .where(col(GameRow.ended_at).is_(None), mine, ~col(GameRow.scope).startswith(DAILY))
        .order_by(col(GameRow.started_at), col(GameRow.id))
    ).all()
    for game_id in ids:
        try:
            yield read_game(session, game_id)
        except UnreadableJournal as error:
            yield UnreadableGame(game_id, str(error))
        except DBAPIError as error:
            if not is_damage(error):
                raise
            yield UnreadableGame(game_id, describe(error))


def read_game(session: Session, game_id: str) -> OpenGame:
    """A game as its journal tells it; UnreadableJournal where that cannot be read."""
    scope, channel = session.execute(
        select(col(GameRow.scope), col(GameRow.channel_id)).where(col(GameRow.id) == game_id)
    ).one()
    if not isinstance(channel, int):
        raise UnreadableJournal(f"its channel is {channel!r}, which is no number: the row is damaged")
    rows = session.execute(
        select(col(EventRow.seq), col(EventRow.name), col(EventRow.body))
        .where(col(EventRow.game_id) == game_id)
        .order_by(col(EventRow.seq))
    ).all()
    for number, (seq, _, _) in enumerate(rows):
        if seq != number:
            raise UnreadableJournal(f"the journal lacks its event {number}: the file is damaged")
    return OpenGame(game_id, Place(scope, channel), tuple(decode(name, body) for _, name, body in rows))


def journal_of(session: Session, place: Place, game_id: str) -> tuple[Event, ...]:
    """The events of a game that was played in this place; none where there was none."""
    row = session.get(GameRow, game_id)
    if row is None or (row.scope, row.channel_id) != (place.scope, place.channel_id):
        return ()
    return read_game(session, game_id).events


def past_games(session: Session, scope: str, limit: int) -> Iterator[PastGame]:
    """The last games of a scope that have ended, the newest first; those that cannot be read are left out."""
    ids = session.scalars(
        select(col(GameRow.id))
        .where(col(GameRow.ended_at).is_not(None), col(GameRow.scope) == scope)
        .order_by(col(GameRow.ended_at).desc(), col(GameRow.started_at).desc(), col(GameRow.id))
        .limit(limit)
    ).all()
    for game_id in ids:
        try:
            events = read_game(session, game_id).events
            over = over_of(events)
        except (UnreadableJournal, InvalidJournal):
            continue
        if over is not None and isinstance(events[0], GameStarted):
            yield PastGame(game_id, events[0], over.closings, over.ended)


def played_so_far(session: Session, game_id: str) -> tuple[tuple[Question, ...], tuple[RoundClosed, ...]]:
    """A game's questions, and its rounds that have closed; nothing of a game that is not there."""
    events = read_game(session, game_id).events if session.get(GameRow, game_id) else ()
    started = next((event for event in events if isinstance(event, GameStarted)), None)
    return started.questions if started else (), rounds_after((), events)


def player_best(session: Session, scope: str, player_id: int) -> PlayerBest:
    """The player's best game and everything in a scope, or everywhere; zeros for one who never answered."""
    own = [col(AwardRow.player_id) == player_id]
    own.append(col(AwardRow.scope) != TERMINAL if scope == EVERYWHERE else col(AwardRow.scope) == scope)
    totals = select(func.sum(AwardRow.points).label("points")).where(*own).group_by(col(AwardRow.game_id))
    games = totals.subquery()
    best, total, count = session.execute(
        select(func.max(games.c.points), func.sum(games.c.points), func.count()).select_from(games)
    ).one()
    return PlayerBest(best_game=best or 0, total=total or 0, games=count)


def seen(session: Session, place: Place) -> Mapping[str, datetime]:
    """The questions that were asked in a channel, with when last."""
    rows = session.execute(
        select(col(AskedRow.question_id), col(AskedRow.at)).where(
            col(AskedRow.scope) == place.scope, col(AskedRow.channel_id) == place.channel_id
        )
    )
    return dict(rows.all())
