"""The statements that write the rows of appends, many rows at a time."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, bindparam, select, update
from sqlmodel import col

from bot.store.engine import insert_into
from bot.store.errors import StoreConflict
from bot.store.rows import Append, Rows, rows_of
from bot.store.shard_records import LOST
from bot.store.tables import AskedRow, AwardRow, DailyResultRow, EventRow, GameRow, PlayerRow

REVISED = ("correct", "points", "base", "speed", "streak_bonus", "streak", "elapsed")
"""What an appeal may change of an award."""


class Statements:
    """One statement a table, built once for the dialect of the engine."""

    def __init__(self, engine: Engine) -> None:
        player = insert_into(engine, PlayerRow)
        asked = insert_into(engine, AskedRow)
        self.player = player.on_conflict_do_update(
            index_elements=["scope", "id"],
            set_={"name": player.excluded.name},
            where=col(PlayerRow.name) != player.excluded.name,
        )
        self.game = insert_into(engine, GameRow)
        self.event = insert_into(engine, EventRow)
        self.asked = asked.on_conflict_do_update(
            index_elements=["scope", "channel_id", "question_id"],
            set_={"at": asked.excluded.at},
        )
        self.award = insert_into(engine, AwardRow)
        revised = insert_into(engine, AwardRow)
        self.revised = revised.on_conflict_do_update(
            index_elements=["game_id", "round", "player_id"],
            set_={name: revised.excluded[name] for name in REVISED},
        )
        self.daily = insert_into(engine, DailyResultRow)
        self.end = (
            update(GameRow)
            .where(col(GameRow.id) == bindparam("game"))
            .values(ended_at=bindparam("at"), end_reason=bindparam("reason"))
        )

    def write(self, connection: Connection, rows: Rows) -> None:
        """Write all rows, those that others refer to first."""
        for statement, values in (
            (self.player, list(rows.players.values())),
            (self.game, rows.games),
            (self.event, rows.events),
            (self.asked, rows.asked),
            (self.award, rows.awards),
            (self.revised, rows.revised),
            (self.end, rows.ended),
            (self.daily, rows.dailies),
        ):
            if values:
                connection.execute(statement, values)


def write_once(
    connection: Connection, statements: Statements, append: Append, *, may_write: bool = True
) -> None:
    """Write what of the append is not there yet; StoreConflict where others stand in its place, or where it
    may not be written any more.
    """
    kept = connection.execute(
        select(col(EventRow.name), col(EventRow.body))
        .where(
            col(EventRow.game_id) == append.game_id,
            col(EventRow.seq) >= append.first,
            col(EventRow.seq) < append.first + len(append.encoded),
        )
        .order_by(col(EventRow.seq))
    ).all()
    if any((name, body) != mine for (name, body), mine in zip(kept, append.encoded, strict=False)):
        raise StoreConflict(
            f"game {append.game_id} was continued by another process: "
            "see that only one bot runs on this database"
        )
    missing = append.since(len(kept))
    if missing.encoded and not may_write:
        raise StoreConflict(LOST)
    statements.write(connection, rows_of([missing]))
