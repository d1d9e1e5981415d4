"""Counts games once they are over: their results, the standings, and the ratings."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, tzinfo
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.game.summary import over_of
from bot.store.achieved import AchievementWriter
from bot.store.engine import insert_into
from bot.store.errors import REBUILD, StoreError, UnreadableJournal, is_fault
from bot.store.periods import FIRST_DAY, day_of, start_of
from bot.store.pseudonyms import SOMEBODY
from bot.store.queries import read_game
from bot.store.ratings import RatingWriter
from bot.store.records import EVERYWHERE, Period, is_server
from bot.store.rows import Appealed, Played, instant
from bot.store.standing_tables import RESULT
from bot.store.standings import (
    Key,
    StandingWriter,
    Won,
    keep_names,
    listed_among,
    past_row,
    rate_everywhere,
    replacing,
    slices,
)
from bot.store.totals import Past, Row, Sums, new_row

UNCOUNTABLE = (ArithmeticError, AttributeError, DBAPIError, LookupError, StoreError, TypeError, ValueError)
"""How counting a game can fail. Then its answers are kept all the same."""

Item = TypeVar("Item", Played, Appealed)

log = logging.getLogger(__name__)


class Settler:
    """Adds games to all that follows from them, once their end is durable.

    A game that is not counted yet has no results: see ``bot.store.seasons.count_left_out``.
    """

    def __init__(self, engine: Engine | Connection) -> None:
        self._standings = StandingWriter(engine)
        self._ratings = RatingWriter(engine)
        self._achievements = AchievementWriter(engine)
        self._result = insert_into(engine, RESULT)
        self._results = replacing(engine, RESULT, ("game_id", "player_id"))

    def settle(self, connection: Connection, outcomes: Sequence[Played | Appealed]) -> None:
        """Count games that have ended, and again those that had ended before appeals were accepted.

        What cannot be counted is left out; what is counted already changes nothing.
        """
        played = [one for one in outcomes if isinstance(one, Played)]
        appealed = [one for one in outcomes if isinstance(one, Appealed)]
        _guarded(connection, played, lambda some: self._count(connection, some))
        _guarded(connection, appealed, lambda some: self._count_again(connection, some))

    def _count(self, connection: Connection, played: Sequence[Played]) -> None:
        counted = _results(connection, {one.game_id for one in played})
        played = [one for one in played if one.game_id not in counted]
        seasons = self._standings.seasons(connection, {one.scope for one in played})
        results = [row for one in played for row in results_of(one, seasons[one.scope])]
        if results:
            connection.execute(self._result, results)
        changes = self._changes(connection, results, seasons)
        listed = frozenset(player for scope, player in changes if scope == EVERYWHERE)
        _keep_own_names(connection, played, listed)
        standing = self._rows(connection, changes)
        self._ratings.rate(connection, played, standing)
        _rate_everywhere(standing, results)
        self._achievements.count(connection, played, standing)
        self._standings.count(connection, standing, changes, seasons)

    def _changes(
        self, connection: Connection, results: Sequence[Row], seasons: Mapping[str, int]
    ) -> dict[Key, Won]:
        """What results add to the running seasons, and to everywhere for those who are listed."""
        changes: dict[Key, Won] = defaultdict(dict)
        listed = listed_among(connection, {row["player_id"] for row in results if is_server(row["scope"])})
        for row in results:
            scope, player, sums = row["scope"], row["player_id"], sums_of_result(row)
            here = changes[scope, player]  # to be read, for the rating, whatever the season
            if row["season"] == seasons[scope]:
                _add(here, row["day"], sums)
            if player in listed and is_server(scope):
                _add(changes[EVERYWHERE, player], day_of(row["at"], UTC), sums)
        return changes

    def _rows(self, connection: Connection, changes: Mapping[Key, Won]) -> dict[Key, Row]:
        rows = self._standings.read(connection, changes)
        for key, days in changes.items():
            if key not in rows:
                rows[key] = new_row(*key, min(days, default=FIRST_DAY))
        return rows

    def _count_again(self, connection: Connection, appealed: Sequence[Appealed]) -> None:
        before = _results(connection, {one.game_id for one in appealed})
        counted = [one for one in appealed if one.game_id in before]
        if not counted:
            return  # these games go on, and are counted at their end
        seasons = self._standings.seasons(connection, {one.scope for one in counted})
        after = [row for game, old in before.items() for row in _revised(connection, game, old)]
        connection.execute(self._results, after)
        gained = [_difference(row, before[row["game_id"]].get(row["player_id"])) for row in after]
        changes = self._changes(connection, gained, seasons)
        standing = self._rows(connection, changes)
        right = {(row["game_id"], row["player_id"]) for row in gained if row["correct"]}
        newly = [one for one in counted if (one.game_id, one.decided.player.id) in right]
        self._ratings.correct(connection, newly, standing)
        _rate_everywhere(standing, gained)
        self._achievements.count_again(connection, _changed(gained, before), standing)
        self._standings.count(connection, standing, changes, seasons)
        past = [row for row in gained if row["season"] != seasons[row["scope"]]]
        self._standings.add_past(connection, [line for row in past for line in _of_past_season(row)])


def _guarded(connection: Connection, items: Sequence[Item], work: Callable[[Sequence[Item]], None]) -> None:
    """Do the work for all items, or else for each that can be done; faults of the database are raised."""
    if not items:
        return
    try:
        with connection.begin_nested():
            work(items)
    except UNCOUNTABLE as error:
        if is_fault(error):
            raise
        if len(items) == 1:
            log.error("game %s is not counted: %s", items[0].game_id, REBUILD, exc_info=error)
        else:
            for item in items:
                _guarded(connection, [item], work)


def results_of(played: Played, season: int) -> list[Row]:
    """What each player had at the end of a game."""
    sums: dict[int, Sums] = {}
    for closed in played.rounds:
        for award in closed.awards:
            won = Sums(award.points, int(award.correct), 1, 0, award.streak)
            player = award.player.id
            sums[player] = sums[player].plus(won) if player in sums else won
    ranks = {standing.player.id: standing.rank for standing in played.ended.standings}
    return [
        {
            "game_id": played.game_id,
            "player_id": player,
            "scope": played.scope,
            "at": instant(played.ended.at),
            "day": played.day,
            "season": season,
            "points": won.points,
            "correct": won.correct,
            "answered": won.answered,
            "streak": won.streak,
            "rank": ranks[player],
            "players": len(sums),
            "won": player in played.ended.winners,
        }
        for player, won in sums.items()
        if player > SOMEBODY
    ]


def sums_of_result(row: Mapping[str, Any]) -> Sums:
    """What a game adds to standings."""
    return Sums(row["points"], row["correct"], row["answered"], int(row["won"]), row["streak"])


def _add(won: Won, day: date, sums: Sums) -> None:
    won[day] = won[day].plus(sums) if day in won else sums


def _keep_own_names(connection: Connection, played: Iterable[Played], listed: frozenset[int]) -> None:
    """Remember what the players who are listed everywhere call themselves."""
    players = (award.player for one in played for closed in one.rounds for award in closed.awards)
    names = {player.id: player.own_name or player.name for player in players if player.id in listed}
    if names:
        rows = [{"scope": EVERYWHERE, "id": id, "name": name} for id, name in sorted(names.items())]
        keep_names(connection, rows)


def _rate_everywhere(standing: Mapping[Key, Row], results: Iterable[Row]) -> None:
    for row in results:
        everywhere = standing.get((EVERYWHERE, row["player_id"]))
        if everywhere is not None and is_server(row["scope"]):
            rate_everywhere(standing[row["scope"], row["player_id"]], everywhere)


def read_played(connection: Connection, game_id: str, zone: tzinfo) -> Played:
    """A game as it stands in its journal, with every appeal; StoreError where that cannot be read."""
    with Session(connection) as session:
        game = read_game(session, game_id)
    over = over_of(game.events)
    if over is None:
        raise UnreadableJournal("its journal has no end")
    day = day_of(instant(over.ended.at), zone)
    return Played(game_id, game.place.scope, day, over.ended, over.questions, over.closings)


def _results(connection: Connection, games: Iterable[str]) -> dict[str, dict[int, Row]]:
    """The results of games by game and player; none of a game that was not counted yet."""
    rows: dict[str, dict[int, Row]] = defaultdict(dict)
    for some in slices(sorted(games)):
        for row in connection.execute(select(RESULT).where(RESULT.c.game_id.in_(some))).mappings():
            rows[row["game_id"]][row["player_id"]] = dict(row)
    return rows


def _revised(connection: Connection, game_id: str, before: Mapping[int, Row]) -> list[Row]:
    """The results of a game after an appeal, of the day and season that it counted in."""
    one = next(iter(before.values()))
    played = replace(read_played(connection, game_id, UTC), day=one["day"])
    return results_of(played, one["season"])


def _difference(after: Row, before: Row | None) -> Row:
    """What a result has more than before; the streak is the longer one."""
    if before is None:
        return after
    names = ("points", "correct", "answered", "won")
    return after | {name: after[name] - before[name] for name in names}


def _changed(gained: Iterable[Row], before: Mapping[str, Mapping[int, Row]]) -> Mapping[str, set[int]]:
    """The players by game for whom it is another one now: all, where it has got a second player."""
    changed: dict[str, set[int]] = defaultdict(set)
    for row in gained:
        alone = len(before[row["game_id"]]) == 1 < row["players"]
        if alone or row["correct"] or row["won"] or row["answered"]:
            changed[row["game_id"]].add(row["player_id"])
    return changed


def _of_past_season(row: Row) -> Iterator[Row]:
    sums = sums_of_result(row)
    for period in Period:
        past = Past(period, start_of(period, row["day"]), sums, late=True)
        yield past_row((row["scope"], row["player_id"]), row["season"], past)
