"""Adds what players won in their games to the standings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, bindparam, case, func, select
from sqlmodel import col

from bot.store.engine import insert_into
from bot.store.periods import start_of
from bot.store.records import EVERYWHERE, Period
from bot.store.standing_tables import MEMBER, PAST_STANDING, RUNG, SEASON, STANDING, SUMS
from bot.store.tables import PlayerRow
from bot.store.totals import Past, Row, Sums, add, new_row, step_of, sums_of

Item = TypeVar("Item")

Key = tuple[str, int]
"""A scope and a player."""

Won = dict[date, Sums]
"""What somebody won, by day."""

RATING = ("skill", "doubt", "rated")
AT_ONCE = 500


class Climb(NamedTuple):
    """A player's way on the ladder of a board of everywhere; None is not on it."""

    period: Period
    starts: date
    old: int | None
    new: int | None


class StandingWriter:
    """The statements for standings, built once for the dialect of the engine."""

    def __init__(self, engine: Engine | Connection) -> None:
        self._standing = replacing(engine, STANDING, ("scope", "player_id"))
        past = insert_into(engine, PAST_STANDING)
        kept, new = PAST_STANDING.c, past.excluded
        self._past = past.on_conflict_do_update(
            index_elements=["scope", "season", "period", "starts", "player_id"],
            set_={name: kept[name] + new[name] for name in SUMS if name != "streak"}
            | {"streak": case((kept.streak < new.streak, new.streak), else_=kept.streak)},
        )
        rung = insert_into(engine, RUNG)
        self._rung = rung.on_conflict_do_update(
            index_elements=["period", "starts", "step"],
            set_={"players": RUNG.c.players + rung.excluded.players},
        )
        self._seasons = (
            select(SEASON.c.scope, func.max(SEASON.c.number))
            .where(SEASON.c.scope.in_(bindparam("scopes", expanding=True)))
            .group_by(SEASON.c.scope)
        )
        # not by pairs: for those, SQLite reads the whole table
        self._among = select(STANDING).where(
            STANDING.c.scope.in_(bindparam("scopes", expanding=True)),
            STANDING.c.player_id.in_(bindparam("players", expanding=True)),
        )

    def seasons(self, connection: Connection, scopes: Iterable[str]) -> Mapping[str, int]:
        """The number of the season that runs in each scope."""
        numbers = dict.fromkeys(scopes, 1)
        if numbers:
            numbers.update(map(tuple, connection.execute(self._seasons, {"scopes": list(numbers)})))
        return numbers

    def read(self, connection: Connection, keys: Iterable[Key]) -> dict[Key, Row]:
        """The rows of players, as far as they have one."""
        rows: dict[Key, Row] = {}
        for some in slices(sorted(keys)):
            wanted = set(some)
            scopes, players = map(set, zip(*some, strict=True))
            given = {"scopes": sorted(scopes), "players": sorted(players)}
            for row in connection.execute(self._among, given).mappings():
                key = row["scope"], row["player_id"]
                if key in wanted:
                    rows[key] = dict(row)
        return rows

    def count(
        self,
        connection: Connection,
        standing: dict[Key, Row],
        changes: Mapping[Key, Won],
        seasons: Mapping[str, int],
    ) -> None:
        """Add what was won by player and day to their rows, and write them."""
        past: list[tuple[Key, Past]] = []
        climbs: list[Climb] = []
        for key, days in changes.items():
            for day, sums in sorted(days.items()):
                row = standing.get(key)
                if row is None:
                    row = standing[key] = new_row(*key, day)
                if key[0] == EVERYWHERE:
                    climbs += _climbs(row, day, sums)
                past += [(key, one) for one in add(row, day, sums)]
        climbs += self._late_climbs(connection, past)
        if standing:
            connection.execute(self._standing, [standing[key] for key in sorted(standing)])
        self.add_past(connection, [past_row(key, seasons.get(key[0], 1), one) for key, one in past])
        self.climb(connection, climbs)

    def add_past(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Add to what players had in periods that are over."""
        if rows:
            connection.execute(self._past, rows)

    def climb(self, connection: Connection, climbs: Iterable[Climb]) -> None:
        """Move players of everywhere from one number of points to another."""
        moved: dict[tuple[str, date, int], int] = defaultdict(int)
        for period, starts, old, new in climbs:
            if old is not None:
                moved[period.value, starts, step_of(old)] -= 1
            if new is not None:
                moved[period.value, starts, step_of(new)] += 1
        rows = [
            {"period": period, "starts": starts, "step": step, "players": players}
            for (period, starts, step), players in sorted(moved.items())
            if players
        ]
        if rows:
            connection.execute(self._rung, rows)

    def _late_climbs(self, connection: Connection, past: Sequence[tuple[Key, Past]]) -> list[Climb]:
        """The steps in periods that are over already: what stands there is not in the players' rows."""
        climbs: list[Climb] = []
        known: dict[tuple[int, Period, date], int | None] = {}
        for (scope, player), one in past:
            if scope != EVERYWHERE:
                continue
            key = player, one.period, one.starts
            if not one.late:
                known[key] = one.sums.points
                continue
            old = known[key] if key in known else _past_points(connection, *key)
            known[key] = (old or 0) + one.sums.points
            climbs.append(Climb(one.period, one.starts, old, known[key]))
        return climbs


def replacing(engine: Engine | Connection, table: Any, key: Sequence[str]) -> Any:
    """The statement that writes whole rows of a table, in the place of those that are there."""
    insert = insert_into(engine, table)
    rest = [column.name for column in table.columns if column.name not in key]
    return insert.on_conflict_do_update(
        index_elements=list(key), set_={name: insert.excluded[name] for name in rest}
    )


def slices(items: Sequence[Item]) -> Iterable[Sequence[Item]]:
    """As many items at once as a statement takes."""
    return (items[at : at + AT_ONCE] for at in range(0, len(items), AT_ONCE))


def listed_among(connection: Connection, players: Iterable[int]) -> frozenset[int]:
    """Those of the players who have chosen to be listed everywhere."""
    chosen: set[int] = set()
    for some in slices(sorted(players)):
        chosen.update(
            connection.scalars(select(MEMBER.c.id).where(MEMBER.c.everywhere, MEMBER.c.id.in_(some)))
        )
    return frozenset(chosen)


def keep_names(connection: Connection, names: Sequence[Row]) -> None:
    """Remember what players are called in a scope."""
    insert = insert_into(connection, PlayerRow)
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=["scope", "id"],
            set_={"name": insert.excluded.name},
            where=col(PlayerRow.name) != insert.excluded.name,
        ),
        list(names),
    )


def past_row(key: Key, season: int, past: Past) -> Row:
    """What a player had in a period that is over for them, as a row."""
    scope, player = key
    row: Row = {"scope": scope, "season": season, "period": past.period.value, "starts": past.starts}
    return row | {"player_id": player} | past.sums._asdict()


def rate_everywhere(here: Row, everywhere: Row) -> None:
    """Everywhere, a player has the rating of the server where they have answered most."""
    if here["rated"] >= everywhere["rated"]:
        everywhere.update({name: here[name] for name in RATING})


def _past_points(connection: Connection, player: int, period: Period, starts: date) -> int | None:
    past = PAST_STANDING.c
    points: int | None = connection.scalar(
        select(past.points).where(
            past.scope == EVERYWHERE,
            past.season == 1,
            past.period == period.value,
            past.starts == starts,
            past.player_id == player,
        )
    )
    return points


def _climbs(row: Row, day: date, sums: Sums) -> Iterable[Climb]:
    """The steps that what was won on a day takes in the periods that stand in the row."""
    for period in Period:
        starts = start_of(period, day)
        newest = row.get(period.value, starts)
        if starts < newest:
            continue
        kept = sums_of(row, period) if starts == newest else Sums()
        yield Climb(period, starts, kept.points if any(kept) else None, kept.points + sums.points)
