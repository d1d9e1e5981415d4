"""Achievements: what counts for them beside the standings, and what players have earned."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "20261122_honours"
down_revision = "20261122_forgetting"

EARNED = {
    "wins": {"first-win": 1, "winner": 10, "champion": 50},
    "right": {"hundred": 100, "thousand": 1000},
    "hard": {"hard-liner": 20, "diamond": 200},
    "quick": {"lightning": 5, "thunderstorm": 100},
}
GAMES = sa.text("""
    SELECT result.scope, result.player_id, result.at, result.game_id,
        MAX(CASE WHEN result.won THEN 1 ELSE 0 END),
        SUM(CASE WHEN award.correct THEN 1 ELSE 0 END),
        SUM(CASE WHEN award.correct AND award.level >= 3 THEN 1 ELSE 0 END),
        SUM(CASE WHEN award.correct AND award.elapsed <= 2 THEN 1 ELSE 0 END)
    FROM result JOIN award ON award.game_id = result.game_id AND award.player_id = result.player_id
    WHERE result.players > 1 AND result.scope LIKE 'server:%'
    GROUP BY result.scope, result.player_id, result.at, result.game_id
    ORDER BY result.scope, result.player_id, result.at, result.game_id
""")


def upgrade() -> None:
    for what in EARNED:
        op.add_column("standing", sa.Column(f"ever_{what}", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "achievement",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("player_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("game_id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("scope", "player_id", "code", name="pk_achievement"),
        sa.ForeignKeyConstraint(["game_id"], ["game.id"], name="fk_achievement_game_id"),
        sa.ForeignKeyConstraint(
            ["scope", "player_id"], ["player.scope", "player.id"], name="fk_achievement_scope_player_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_achievement_game_id", "achievement", ["game_id"])
    fill()


def fill() -> None:
    """What adds up over quizzes; `gumshoe standings --rebuild` finds what was achieved within one."""
    connection, tables = op.get_bind(), sa.MetaData()
    sums: dict[tuple[str, int], dict[str, int]] = {}
    earned: list[dict[str, Any]] = []
    for scope, player, at, game, *done in connection.execute(GAMES):
        mine = sums.setdefault((scope, player), dict.fromkeys(EARNED, 0))
        for (what, codes), more in zip(EARNED.items(), map(int, done), strict=True):
            before, mine[what] = mine[what], mine[what] + more
            earned += (
                {"scope": scope, "player_id": player, "code": code, "at": as_time(at), "game_id": game}
                for code, threshold in codes.items()
                if before < threshold <= mine[what]
            )
    if earned:
        connection.execute(sa.Table("achievement", tables, autoload_with=connection).insert(), earned)
    if sums:
        standing = sa.Table("standing", tables, autoload_with=connection)
        connection.execute(
            standing.update()
            .where(standing.c.scope == sa.bindparam("s"), standing.c.player_id == sa.bindparam("p"))
            .values({f"ever_{what}": sa.bindparam(what) for what in EARNED}),
            [{"s": scope, "p": player, **mine} for (scope, player), mine in sums.items()],
        )


def as_time(at: object) -> datetime:
    return at if isinstance(at, datetime) else datetime.fromisoformat(str(at))


def downgrade() -> None:
    op.drop_table("achievement")
    for what in EARNED:
        op.drop_column("standing", f"ever_{what}")
