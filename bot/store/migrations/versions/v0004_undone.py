"""Who took a correction or a fact back."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_undone"
down_revision = "20261122_schedules"


def upgrade() -> None:
    op.add_column("correction", sa.Column("undone_by", sa.BigInteger))


def downgrade() -> None:
    op.drop_column("correction", "undone_by")
