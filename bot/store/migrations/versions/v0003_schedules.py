"""Quizzes that start by themselves at set times."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_schedules"
down_revision = "20261122"


def upgrade() -> None:
    op.create_table(
        "schedule",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("minute", sa.Integer, nullable=False),
        sa.Column("weekdays", sa.String(7), nullable=False),
        sa.Column("wish", sa.Text, nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("announced_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("scope", "number", name="pk_schedule"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("schedule")
