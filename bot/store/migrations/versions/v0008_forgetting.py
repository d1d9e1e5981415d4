"""Who has asked to be forgotten; and the games that somebody started, found at once."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_forgetting"
down_revision = "20261122_questions"


def upgrade() -> None:
    op.create_table(
        "forgetting",
        sa.Column("player_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("player_id", name="pk_forgetting"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_game_starter_id_scope", "game", ["starter_id", "scope"])


def downgrade() -> None:
    op.drop_index("ix_game_starter_id_scope", "game")
    op.drop_table("forgetting")
