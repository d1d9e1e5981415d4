"""Everything: players, games with their journal, scores, questions of people, settings, the lease."""

import sqlalchemy as sa
from alembic import op

revision = "20261121"
down_revision = None


def upgrade() -> None:
    create_players_and_games()
    create_journal()
    create_scores()
    create_questions()
    create_imported_packs()
    op.create_table(
        "server_settings",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("scope", name="pk_server_settings"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "lease",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("holder", sa.String(64)),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lease"),
    )


def create_players_and_games() -> None:
    op.create_table(
        "player",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("scope", "id", name="pk_player"),
    )
    op.create_table(
        "game",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("starter_id", sa.BigInteger, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("end_reason", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name="pk_game"),
        sa.ForeignKeyConstraint(
            ["scope", "starter_id"], ["player.scope", "player.id"], name="fk_game_scope_starter_id"
        ),
    )
    op.create_index(
        "ix_game_open",
        "game",
        ["started_at", "id"],
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )


def create_journal() -> None:
    op.create_table(
        "event",
        sa.Column("game_id", sa.String(64), nullable=False),
        sa.Column("seq", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("game_id", "seq", name="pk_event"),
        sa.ForeignKeyConstraint(["game_id"], ["game.id"], name="fk_event_game_id"),
    )


def create_scores() -> None:
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
        sa.PrimaryKeyConstraint("game_id", "round", "player_id", name="pk_award"),
        sa.ForeignKeyConstraint(
            ["scope", "player_id"], ["player.scope", "player.id"], name="fk_award_scope_player_id"
        ),
        sa.ForeignKeyConstraint(["game_id"], ["game.id"], name="fk_award_game_id"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_award_player_id_scope_game_id_points", "award", ["player_id", "scope", "game_id", "points"]
    )
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


def create_questions() -> None:
    op.create_table(
        "asked",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("channel_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("question_id", sa.String(128), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope", "channel_id", "question_id", name="pk_asked"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "authored_question",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("author_id", sa.BigInteger, nullable=False),
        sa.Column("prompt", sa.Text, nullable=False),
        sa.Column("likeness", sa.Text, nullable=False),
        sa.Column("accepted", sa.Text, nullable=False),
        sa.Column("wrong", sa.Text, nullable=False),
        sa.Column("explanation", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("scope", "number", name="pk_authored_question"),
        sa.ForeignKeyConstraint(
            ["scope", "author_id"], ["player.scope", "player.id"], name="fk_authored_question_scope_author_id"
        ),
    )
    op.create_index(
        "ix_authored_question_live",
        "authored_question",
        ["scope", "likeness"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )


def create_imported_packs() -> None:
    op.create_table(
        "import_change",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_import_change"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_change_scope_id", "import_change", ["scope", "id"])
    op.create_table(
        "imported_pack",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("last_number", sa.Integer, nullable=False),
        sa.Column("since", sa.Integer, nullable=False),
        sa.Column("until", sa.Integer),
        sa.PrimaryKeyConstraint("key", name="pk_imported_pack"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_imported_pack_live",
        "imported_pack",
        ["scope", "name"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "imported_question",
        sa.Column("pack_key", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("since", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("until", sa.Integer),
        sa.Column("body", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("pack_key", "number", "since", name="pk_imported_question"),
        sa.ForeignKeyConstraint(["pack_key"], ["imported_pack.key"], name="fk_imported_question_pack_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_imported_question_since", "imported_question", ["since"])
    op.create_index("ix_imported_question_until", "imported_question", ["until"])


def downgrade() -> None:
    for table in ("imported_question", "imported_pack", "import_change"):
        op.drop_table(table)
    for table in (
        "lease",
        "server_settings",
        "authored_question",
        "asked",
        "standing",
        "award",
        "event",
        "game",
        "player",
    ):
        op.drop_table(table)
