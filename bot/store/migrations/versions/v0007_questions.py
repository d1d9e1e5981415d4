"""What players have shown of the level of each question, and whose words are kept of it."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_questions"
down_revision = "20261122_boards"


def upgrade() -> None:
    op.add_column("question", sa.Column("by_play", sa.Integer, nullable=False, server_default="0"))
    op.add_column("question", sa.Column("fact", sa.Text, nullable=False, server_default=""))
    op.add_column("question", sa.Column("scope", sa.String(64), nullable=False, server_default=""))


def downgrade() -> None:
    for name in ("scope", "fact", "by_play"):
        op.drop_column("question", name)
