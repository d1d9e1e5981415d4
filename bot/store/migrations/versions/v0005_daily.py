"""The questions of each day, and how those who answered them all did."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_daily"
down_revision = "20261122_undone"


def upgrade() -> None:
    op.create_table(
        "daily",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("questions", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("scope", "day", name="pk_daily"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "daily_result",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("player_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("points", sa.Integer, nullable=False),
        sa.Column("correct", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("scope", "player_id", "day", name="pk_daily_result"),
        sa.ForeignKeyConstraint(
            ["scope", "player_id"], ["player.scope", "player.id"], name="fk_daily_result_scope_player_id"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_daily_result_scope_day", "daily_result", ["scope", "day"])


def downgrade() -> None:
    op.drop_index("ix_daily_result_scope_day", "daily_result")
    op.drop_table("daily_result")
    op.drop_table("daily")
