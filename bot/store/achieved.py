"""Keeps what players achieve in the quizzes of servers: the sums in their standings, and what is earned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, Engine, bindparam, case, func, select, update
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.game.achievements import (
    HARD,
    MOST_DAYS,
    QUICK_SECONDS,
    Answered,
    Career,
    Done,
    days_in_a_row,
    done_in,
    place_of,
    reached,
)
from bot.game.events import Award, EndReason, Player
from bot.store.board_records import Earned
from bot.store.engine import insert_into
from bot.store.pseudonyms import SOMEBODY
from bot.store.records import is_server
from bot.store.rows import Played, instant
from bot.store.standing_tables import ACHIEVEMENT, EVER, QUESTION, RESULT, STANDING
from bot.store.standings import Key, slices
from bot.store.tables import AwardRow, GameRow
from bot.store.totals import Row

AROUND = timedelta(days=MOST_DAYS + 2)
"""How far from a game days can be that stand in a row with its own, whatever the time zone."""

DAYS = select(RESULT.c.scope, RESULT.c.player_id, RESULT.c.day).where(
    RESULT.c.player_id.in_(bindparam("players", expanding=True)),
    RESULT.c.at.between(bindparam("first"), bindparam("last")),
)
AWARDS = (
    select(
        col(AwardRow.game_id),
        col(AwardRow.round),
        col(AwardRow.player_id),
        col(AwardRow.correct),
        col(AwardRow.points),
        col(AwardRow.streak),
        col(AwardRow.elapsed),
        col(AwardRow.level),
        func.coalesce(QUESTION.c.topic, ""),
    )
    .outerjoin(QUESTION, QUESTION.c.key == AwardRow.question)
    .where(col(AwardRow.game_id).in_(bindparam("games", expanding=True)))
    .order_by(col(AwardRow.game_id), col(AwardRow.round))
)
RESULTS = (
    select(
        *(RESULT.c[name] for name in ("game_id", "scope", "player_id", "at", "day", "players", "won")),
        col(GameRow.end_reason),
    )
    .join(GameRow, col(GameRow.id) == RESULT.c.game_id)
    .where(RESULT.c.game_id.in_(bindparam("games", expanding=True)))
    .order_by(RESULT.c.at, RESULT.c.game_id, RESULT.c.player_id)
)
GAMES = (
    select(RESULT.c.game_id, RESULT.c.at)
    .where(RESULT.c.scope == bindparam("scope"))
    .distinct()
    .order_by(RESULT.c.at, RESULT.c.game_id)
)
RIGHT = col(AwardRow.correct)
A_GAME = (
    select(
        RESULT.c.player_id,
        case((RESULT.c.won, 1), else_=0).label("wins"),
        func.count().filter(RIGHT).label("right_ones"),
        func.count().filter(RIGHT, col(AwardRow.level) >= HARD).label("hard"),
        func.count().filter(RIGHT, col(AwardRow.elapsed) <= QUICK_SECONDS).label("quick"),
    )
    .join(
        AwardRow,
        (col(AwardRow.game_id) == RESULT.c.game_id) & (col(AwardRow.player_id) == RESULT.c.player_id),
    )
    .where(
        RESULT.c.scope == bindparam("scope"),
        RESULT.c.player_id.in_(bindparam("players", expanding=True)),
        RESULT.c.players > 1,
    )
    .group_by(RESULT.c.player_id, RESULT.c.game_id, RESULT.c.won)
    .subquery()
)
SUMS = select(
    A_GAME.c.player_id, *(func.sum(A_GAME.c[name]) for name in ("wins", "right_ones", "hard", "quick"))
).group_by(A_GAME.c.player_id)
SET = (
    update(STANDING)
    .where(STANDING.c.scope == bindparam("of_scope"), STANDING.c.player_id == bindparam("of_player"))
    .values({name: bindparam(name) for name in EVER})
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A game that has results, and what each of its players did in it."""

    id: str
    scope: str
    at: datetime
    day: date
    done: Mapping[int, Done]

    def is_first_today(self, standing: Mapping[Key, Row]) -> bool:
        """Whether it is the first of its day for somebody, by the rows of before."""
        return any(standing[self.scope, player]["day"] != self.day for player in self.done)

    def earned(self, player: int, before: Career) -> Iterator[Row]:
        """Rows for what a player has reached in it, with the sums of before."""
        for one in reached(self.done[player], before):
            key = {"scope": self.scope, "player_id": player, "code": one.code}
            yield {**key, "at": self.at, "game_id": self.id}


def earned(session: Session, game_id: str) -> tuple[Earned, ...]:
    """What the players of a game have earned by it, in the order in which achievements are declared."""
    rows = session.execute(
        select(ACHIEVEMENT.c.player_id, ACHIEVEMENT.c.code).where(ACHIEVEMENT.c.game_id == game_id)
    ).all()
    return tuple(Earned(*row) for row in sorted(rows, key=lambda row: (place_of(row.code), row.player_id)))


class AchievementWriter:
    """The statements for achievements, built once for the dialect of the engine."""

    def __init__(self, engine: Engine | Connection) -> None:
        self._earned = insert_into(engine, ACHIEVEMENT).on_conflict_do_nothing()

    def count(self, connection: Connection, played: Iterable[Played], standing: Mapping[Key, Row]) -> None:
        """Count games that have just got their results; ``standing`` is as it was before them."""
        games = [_counted(one) for one in played if is_server(one.scope)]
        first_today = [game for game in games if game.is_first_today(standing)]
        days = _days(connection, first_today)
        for game in first_today:
            for player, done in game.done.items():
                done.days = days_in_a_row(days[game.scope, player], game.day)
        earned: list[Row] = []
        for game in games:
            for player, done in game.done.items():
                row = standing[game.scope, player]
                before = Career(*[row[name] for name in EVER])
                earned += game.earned(player, before)
                row.update(zip(EVER, done.after(before), strict=True))
        self._keep(connection, earned)

    def count_again(
        self,
        connection: Connection,
        changed: Mapping[str, Collection[int]],
        standing: Mapping[Key, Row],
    ) -> None:
        """Count games in which appeals have changed the results of some players, who are given by game."""
        games = [game for game in _games(connection, sorted(changed)) if is_server(game.scope)]
        earned: list[Row] = []
        for game in games:
            for player, career in _careers(connection, game.scope, changed[game.id]).items():
                earned += game.earned(player, game.done[player].before(career))
                standing[game.scope, player].update(zip(EVER, career, strict=True))
        self._keep(connection, earned)

    def anew(self, connection: Connection, scope: str) -> None:
        """Go through all games of a server: sums are made anew, and what somebody lacks is added."""
        careers: dict[int, Career] = defaultdict(Career)
        days: dict[int, set[date]] = defaultdict(set)
        ids = [game for game, _ in connection.execute(GAMES, {"scope": scope})]
        for some in slices(ids):
            earned: list[Row] = []
            for game in _games(connection, some):
                for player, done in game.done.items():
                    days[player].add(game.day)
                    done.days = days_in_a_row(days[player], game.day)
                    earned += game.earned(player, careers[player])
                    careers[player] = done.after(careers[player])
            self._keep(connection, earned)
        rows = [
            {"of_scope": scope, "of_player": player, **dict(zip(EVER, career, strict=True))}
            for player, career in careers.items()
        ]
        for part in slices(rows):
            connection.execute(SET, part)

    def _keep(self, connection: Connection, earned: Sequence[Row]) -> None:
        if earned:
            connection.execute(self._earned, list(earned))


def _counted(played: Played) -> Counted:
    rounds = []
    for closed in played.rounds:
        if closed.awards:
            question = played.questions[closed.round - 1]
            rounds.append(Answered(question.level, question.topic, closed.awards))
    outlasted = played.ended.reason is EndReason.LAST_STANDING
    players = len({award.player.id for one in rounds for award in one.awards})
    done = _done(rounds, played.ended.winners, players, outlasted=outlasted)
    return Counted(played.game_id, played.scope, instant(played.ended.at), played.day, done)


def _games(connection: Connection, ids: Sequence[str]) -> Iterator[Counted]:
    """Games that have results, the oldest first, from what is kept of them."""
    rounds: dict[str, list[Answered]] = {}
    for (game, _), rows in groupby(connection.execute(AWARDS, {"games": ids}), itemgetter(0, 1)):
        (*_, level, topic), *_ = answers = list(rows)
        awards = [Award(Player(row[2], ""), row[3], row[4], 0, 0, 0, row[5], row[6]) for row in answers]
        rounds.setdefault(game, []).append(Answered(level, topic, awards))
    for game, results in groupby(connection.execute(RESULTS, {"games": ids}).all(), itemgetter(0)):
        first, *others = results
        winners = [row.player_id for row in (first, *others) if row.won]
        outlasted = first.end_reason == EndReason.LAST_STANDING
        done = _done(rounds[game], winners, first.players, outlasted=outlasted)
        yield Counted(game, first.scope, first.at, first.day, done)


def _done(
    rounds: Sequence[Answered], winners: Iterable[int], number: int, *, outlasted: bool
) -> Mapping[int, Done]:
    """What each player did, at least that they played; nothing of those who are forgotten."""
    players = {award.player.id for one in rounds for award in one.awards if award.player.id > SOMEBODY}
    done = done_in(rounds, players.intersection(winners), number, outlasted=outlasted)
    return {player: done.get(player) or Done() for player in players}


def _days(connection: Connection, games: Sequence[Counted]) -> Mapping[Key, Collection[date]]:
    """The days around those of the games on which their players were in any, in each scope."""
    days: dict[Key, set[date]] = defaultdict(set)
    if games:
        first, last = min(game.at for game in games) - AROUND, max(game.at for game in games) + AROUND
        for some in slices(sorted({player for game in games for player in game.done})):
            given = {"players": some, "first": first, "last": last}
            for scope, player, day in connection.execute(DAYS, given):
                days[scope, player].add(day)
    return days


def _careers(connection: Connection, scope: str, players: Collection[int]) -> Mapping[int, Career]:
    """What players have done in all games of a scope that they did not play alone."""
    careers = dict.fromkeys(players, Career())
    for player, *sums in connection.execute(SUMS, {"scope": scope, "players": sorted(players)}):
        careers[int(player)] = Career(*map(int, sums))
    return careers
