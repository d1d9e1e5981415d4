"""Boards: standings in one row a player, the past, seasons, results, questions and what members choose."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "20261122_boards"
down_revision = "20261122_daily"

SUMS = ("points", "correct", "answered", "wins", "streak")
PASSING = ("day", "week", "month", "year")
ONLY_EVERYWHERE = sa.text("scope = 'everywhere'")
WON = "SUM(points) AS points, SUM(CASE WHEN correct THEN 1 ELSE 0 END) AS correct, COUNT(*) AS answered"
GAMES = f"""
    SELECT award.game_id, award.player_id, award.scope, game.ended_at, {WON}, MAX(streak) AS streak,
        RANK() OVER (PARTITION BY award.game_id ORDER BY SUM(points) DESC) AS place,
        COUNT(*) OVER (PARTITION BY award.game_id) AS players
    FROM award JOIN game ON game.id = award.game_id
    WHERE game.ended_at IS NOT NULL
    GROUP BY award.game_id, award.player_id, award.scope, game.ended_at
"""
RESULTS = f"""
    INSERT INTO result (game_id, player_id, scope, at, day, season, points, correct, answered, streak, rank,
        players, won)
    SELECT game_id, player_id, scope, ended_at, DATE(ended_at), 1, points, correct, answered, streak, place,
        players, place = 1 AND points > 0 AND players > 1
    FROM ({GAMES}) AS games
"""
DAYS = sa.text(
    "SELECT scope, player_id, day, SUM(points), SUM(correct), SUM(answered), "
    "SUM(CASE WHEN won THEN 1 ELSE 0 END), MAX(streak) FROM result "
    "GROUP BY scope, player_id, day ORDER BY scope, player_id, day"
)
DAYS_BEFORE = sa.text(
    f"SELECT scope, player_id, DATE(at), {WON} FROM award GROUP BY scope, player_id, DATE(at)"
)
AWARD = "game_id, round, player_id, scope, at, correct, points, base, speed, streak_bonus, streak, elapsed"


def upgrade() -> None:
    move_awards()
    op.drop_table("standing")
    create_standings()
    create_past()
    create_results()
    create_questions_and_members()
    fill()


def move_awards() -> None:
    op.drop_index("ix_award_player_id_scope_game_id_points", "award")
    op.rename_table("award", "old_award")
    if op.get_context().dialect.name == "postgresql":  # an index keeps its name there
        op.execute("ALTER INDEX pk_award RENAME TO pk_old_award")
    op.create_table(
        "award",
        sa.Column("game_id", sa.String(64), nullable=False),
        sa.Column("round", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("player_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("correct", sa.Boolean, nullable=False),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("base", sa.Integer, nullable=False),
        sa.Column("speed", sa.Integer, nullable=False),
        sa.Column("streak_bonus", sa.Integer, nullable=False),
        sa.Column("streak", sa.Integer, nullable=False),
        sa.Column("elapsed", sa.Float, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("question", sa.BigInteger, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("game_id", "round", "player_id", name=op.f("pk_award")),
        sa.ForeignKeyConstraint(
            ["scope", "player_id"], ["player.scope", "player.id"], name="fk_award_scope_player_id"
        ),
        sa.ForeignKeyConstraint(["game_id"], ["game.id"], name="fk_award_game_id"),
        sqlite_with_rowid=False,
    )
    op.execute(
        f"INSERT INTO award ({AWARD}, day, question, level) SELECT {AWARD}, DATE(at), 0, 1 FROM old_award"
    )
    op.drop_table("old_award")
    op.create_index(
        "ix_award_player_id_scope_game_id_points", "award", ["player_id", "scope", "game_id", "points"]
    )
    op.create_index(
        "ix_award_scope_question_day_player_id_points_correct",
        "award",
        ["scope", "question", "day", "player_id", "points", "correct"],
    )


def create_standings() -> None:
    op.create_table(
        "standing",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("player_id", sa.BigInteger, autoincrement=False, nullable=False),
        *(sa.Column(period, sa.Date, nullable=False) for period in PASSING),
        *(column for period in (*PASSING, "all_time") for column in sums(f"{period}_")),
        sa.Column("skill", sa.Float, nullable=False, server_default="0"),
        sa.Column("doubt", sa.Float, nullable=False, server_default="1"),
        sa.Column("rated", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("scope", "player_id", name="pk_standing"),
        sqlite_with_rowid=False,
    )
    for period in (*PASSING, "all_time"):
        op.create_index(
            f"ix_standing_{period}",
            "standing",
            [period if period in PASSING else "scope", f"{period}_points", "player_id"],
            sqlite_where=ONLY_EVERYWHERE,
            postgresql_where=ONLY_EVERYWHERE,
        )


def create_past() -> None:
    op.create_table(
        "past_standing",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("season", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("period", sa.String(16), nullable=False),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("player_id", sa.BigInteger, autoincrement=False, nullable=False),
        *sums(),
        sa.PrimaryKeyConstraint("scope", "season", "period", "starts", "player_id", name="pk_past_standing"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_past_standing_points",
        "past_standing",
        ["scope", "season", "period", "starts", "points", "player_id"],
    )
    op.create_table(
        "rung",
        sa.Column("period", sa.String(16), nullable=False),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("step", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("players", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("period", "starts", "step", name="pk_rung"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "season",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope", "number", name="pk_season"),
        sqlite_with_rowid=False,
    )


def create_results() -> None:
    numbers = ("points", "correct", "answered", "streak", "rank", "players")
    op.create_table(
        "result",
        sa.Column("game_id", sa.String(64), nullable=False),
        sa.Column("player_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("season", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in numbers),
        sa.Column("won", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("game_id", "player_id", name="pk_result"),
        sa.ForeignKeyConstraint(["game_id"], ["game.id"], name="fk_result_game_id"),
        sa.ForeignKeyConstraint(
            ["scope", "player_id"], ["player.scope", "player.id"], name="fk_result_scope_player_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_result_player_id_at", "result", ["player_id", "at"])
    op.create_index("ix_result_scope_player_id", "result", ["scope", "player_id"])


def create_questions_and_members() -> None:
    op.create_table(
        "question",
        sa.Column("key", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(128), nullable=False),
        sa.Column("pack", sa.String(128), nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("typed", sa.Boolean, nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("asked", "skipped", "answered", "correct")
        ),
        *(sa.Column(name, sa.Float, nullable=False) for name in ("seconds", "skill", "doubt")),
        sa.Column("taken", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_question"),
    )
    for name in ("pack", "topic", "id"):
        op.create_index(f"ix_question_{name}", "question", [name])
    op.create_table(
        "member",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("everywhere", "public", "pictures")),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sqlite_with_rowid=False,
    )


def sums(prefix: str = "") -> list[sa.Column[int]]:
    return [
        sa.Column(
            prefix + name,
            sa.BigInteger if name == "points" else sa.Integer,
            nullable=False,
            server_default="0",
        )
        for name in SUMS
    ]


def fill() -> None:
    """Count the games that are over; who won in survival or with a team is not known of them."""
    connection = op.get_bind()
    connection.execute(sa.text(RESULTS))
    rows: dict[tuple[str, int], dict[str, Any]] = {}
    past: list[dict[str, Any]] = []
    for scope, player, day, *won in connection.execute(DAYS):
        row = rows.setdefault((scope, player), {"scope": scope, "player_id": player})
        past += add(row, as_date(day), [int(one) for one in won])
    tables = sa.MetaData()
    for target, lines in (("standing", list(rows.values())), ("past_standing", past)):
        if lines:
            connection.execute(sa.Table(target, tables, autoload_with=connection).insert(), lines)


def add(row: dict[str, Any], day: date, won: list[int]) -> list[dict[str, Any]]:
    """Count a day that is later than all before; the periods that it ends."""
    points, correct, answered, wins, streak = won
    past = []
    for period, first in starts_of(day).items():
        names = [f"{period}_{name}" for name in SUMS]
        kept = [row.get(name, 0) for name in names]
        if period in PASSING and row.get(period, first) != first:
            past.append(
                {"scope": row["scope"], "season": 1, "period": period, "starts": row[period]}
                | {"player_id": row["player_id"]}
                | dict(zip(SUMS, kept, strict=True))
            )
            kept = [0] * len(SUMS)
        row |= {
            f"{period}_points": kept[0] + points,
            f"{period}_correct": kept[1] + correct,
            f"{period}_answered": kept[2] + answered,
            f"{period}_wins": kept[3] + wins,
            f"{period}_streak": max(kept[4], streak),
        }
        if period in PASSING:
            row[period] = first
    return past


def starts_of(day: date) -> dict[str, date]:
    return {
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
        "all_time": date(1970, 1, 1),
    }


def as_date(day: object) -> date:
    return day if isinstance(day, date) else date.fromisoformat(str(day))


def downgrade() -> None:
    for table in ("member", "question", "result", "season", "rung", "past_standing", "standing"):
        op.drop_table(table)
    op.drop_index("ix_award_scope_question_day_player_id_points_correct", "award")
    for name in ("level", "question", "day"):
        op.drop_column("award", name)
    op.create_table(
        "standing",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("period", sa.String(16), nullable=False),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("player_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("points", sa.BigInteger, nullable=False),
        sa.Column("correct", sa.Integer, nullable=False),
        sa.Column("answered", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("scope", "period", "starts", "player_id", name="pk_standing"),
        sa.ForeignKeyConstraint(
            ["scope", "player_id"], ["player.scope", "player.id"], name="fk_standing_scope_player_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_standing_scope_period_starts_points_player_id",
        "standing",
        ["scope", "period", "starts", "points", "player_id"],
    )
    connection = op.get_bind()
    lines: dict[tuple[object, ...], dict[str, Any]] = {}
    for scope, player, day, *won in connection.execute(DAYS_BEFORE):
        for period, starts in starts_of(as_date(day)).items():
            if period == "year":
                continue
            key = {"scope": scope, "period": period, "starts": starts, "player_id": player}
            line = lines.setdefault(tuple(key.values()), key | {"points": 0, "correct": 0, "answered": 0})
            for name, one in zip(("points", "correct", "answered"), won, strict=True):
                line[name] += int(one)
    if lines:
        before = sa.Table("standing", sa.MetaData(), autoload_with=connection)
        connection.execute(before.insert(), list(lines.values()))
