"""Several processes share the servers, and each event tells by which claim it was written."""

import sqlalchemy as sa
from alembic import op

revision = "20261122_shards"
down_revision = "20261122_honours"


def upgrade() -> None:
    op.create_table(
        "process",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leaving", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_process"),
    )
    op.create_table(
        "shard",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("holder", sa.String(64)),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_shard"),
    )
    op.create_table(
        "identify",
        sa.Column("bucket", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bucket", name="pk_identify"),
    )
    op.add_column("event", sa.Column("epoch", sa.BigInteger))


def downgrade() -> None:
    op.drop_column("event", "epoch")
    op.drop_table("identify")
    op.drop_table("shard")
    op.drop_table("process")
