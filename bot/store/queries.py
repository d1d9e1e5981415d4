"""What is read: leaderboards, a player's record, open games, questions seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.events import Event, GameEnded, GameStarted, RoundClosed
from bot.store.codec import decode
from bot.store.errors import UnreadableJournal, describe, is_damage
from bot.store.periods import FIRST_DAY, start_of
from bot.store.records import (
    DAILY,
    EVERYWHERE,
    TERMINAL,
    OpenGame,
    PastGame,
    Period,
    Place,
    PlayerBest,
    StandingRecord,
    UnreadableGame,
)
from bot.store.tables import AskedRow, AwardRow, EventRow, GameRow, PlayerRow, StandingRow


def open_games(session: Session, scope: str | None) -> Iterator[OpenGame | UnreadableGame]:
    """The games of a scope that have not ended, oldest first; without a scope, those of all servers.

    Daily quizzes are not among them: they wait for their players. Each game is read by itself, so that one
    that cannot be read keeps none of the others from going on.
    """
    mine = col(GameRow.scope) != TERMINAL if scope is None else col(GameRow.scope) == scope
    ids = session.scalars(
        select(col(GameRow.id))
        .where(col(GameRow.ended_at).is_(None), mine, ~col(GameRow.scope).startswith(DAILY))
        .order_by(col(GameRow.started_at), col(GameRow.id))
    ).all()
    for game_id in ids:
        try:
            yield _open_game(session, game_id)
        except UnreadableJournal as error:
            yield UnreadableGame(game_id, str(error))
        except DBAPIError as error:
            if not is_damage(error):
                raise
            yield UnreadableGame(game_id, describe(error))


def _open_game(session: Session, game_id: str) -> OpenGame:
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
    return _open_game(session, game_id).events


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
            events = _open_game(session, game_id).events
        except UnreadableJournal:
            continue
        started, ended = events[0], events[-1]
        if isinstance(started, GameStarted) and isinstance(ended, GameEnded):
            closed = tuple(event for event in events if isinstance(event, RoundClosed))
            yield PastGame(game_id, started, closed, ended)


def questions_of(session: Session, game_id: str) -> tuple[str, ...]:
    """The ids of a game's questions, in the order of its rounds."""
    row = session.get(EventRow, (game_id, 0))
    started = decode(row.name, row.body) if row is not None else None
    return tuple(question.id for question in started.questions) if isinstance(started, GameStarted) else ()


def _board(scope: str, period: Period, now: datetime) -> ColumnElement[bool]:
    return and_(
        col(StandingRow.scope) == scope,
        col(StandingRow.period) == period.value,
        col(StandingRow.starts) == start_of(period, now),
    )


def _rank(session: Session, board: ColumnElement[bool], points: int) -> int:
    better = select(func.count()).select_from(StandingRow).where(board, col(StandingRow.points) > points)
    return session.execute(better).scalar_one() + 1


def leaderboard(
    session: Session, scope: str, period: Period, now: datetime, limit: int, offset: int
) -> tuple[StandingRecord, ...]:
    """A page of the board: most points first, and the later player of two with equal points."""
    board = _board(scope, period, now)
    rows = session.execute(
        select(StandingRow, col(PlayerRow.name))
        .join(PlayerRow)
        .where(board)
        .order_by(col(StandingRow.points).desc(), col(StandingRow.player_id).desc())
        .limit(limit)
        .offset(offset)
    ).all()
    page: list[StandingRecord] = []
    for place, (row, name) in enumerate(rows, offset + 1):
        if page and page[-1].points == row.points:
            rank = page[-1].rank
        else:
            rank = place if page else _rank(session, board, row.points)
        page.append(StandingRecord(rank, row.player_id, name, row.points, row.correct, row.answered))
    return tuple(page)


def rank(
    session: Session, scope: str, period: Period, player_id: int, now: datetime
) -> StandingRecord | None:
    """The player's own line of the board, None where the player has not answered yet."""
    row = session.get(StandingRow, (scope, period.value, start_of(period, now), player_id))
    player = session.get(PlayerRow, (scope, player_id))
    if row is None or player is None:
        return None
    place = _rank(session, _board(scope, period, now), row.points)
    return StandingRecord(place, player_id, player.name, row.points, row.correct, row.answered)


def player_best(session: Session, scope: str, player_id: int) -> PlayerBest:
    """The player's best game and everything in a scope, or everywhere; zeros for one who never answered."""
    own = [col(AwardRow.player_id) == player_id]
    own.append(col(AwardRow.scope) != TERMINAL if scope == EVERYWHERE else col(AwardRow.scope) == scope)
    totals = select(func.sum(AwardRow.points).label("points")).where(*own).group_by(col(AwardRow.game_id))
    games = totals.subquery()
    best, count = session.execute(select(func.max(games.c.points), func.count()).select_from(games)).one()
    standing = session.get(StandingRow, (scope, Period.ALL_TIME.value, FIRST_DAY, player_id))
    return PlayerBest(best_game=best or 0, total=standing.points if standing else 0, games=count)


def seen(session: Session, place: Place) -> Mapping[str, datetime]:
    """The questions that were asked in a channel, with when last."""
    rows = session.execute(
        select(col(AskedRow.question_id), col(AskedRow.at)).where(
            col(AskedRow.scope) == place.scope, col(AskedRow.channel_id) == place.channel_id
        )
    )
    return dict(rows.all())
