"""Questions of members with their versions; reports; corrections."""

import json

import sqlalchemy as sa
from alembic import op

revision = "20261122"
down_revision = "20261121"

Row = dict[str, object]


def upgrade() -> None:
    kept = rows("SELECT * FROM authored_question")
    op.drop_table("authored_question")
    create_questions()
    for row in kept:
        entry = {name: json.loads(str(row[name])) for name in ("accepted", "wrong")}
        body = {"prompt": row["prompt"], "explanation": row["explanation"], **entry}
        removed = row["removed_at"] is not None
        own = {name: row[name] for name in ("scope", "number", "author_id", "likeness", "created_at")}
        put("authored_question", own | {"state": "removed" if removed else "live", "version": 1 + removed})
        added = ("added", row["created_at"])
        acts = [added, ("removed", row["removed_at"])] if removed else [added]
        for version, (act, at) in enumerate(acts, 1):
            key = {"scope": row["scope"], "number": row["number"], "version": version}
            made = {"act": act, "by_id": row["author_id"], "at": at, "body": json.dumps(body), "word": ""}
            put("authored_version", key | made)
    create_reports()
    create_corrections()


def create_questions() -> None:
    op.create_table(
        "authored_question",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("author_id", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("likeness", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("scope", "number", name="pk_authored_question"),
        known("authored_question", "author_id"),
    )
    op.create_index(
        "ix_authored_question_live",
        "authored_question",
        ["scope", "likeness"],
        unique=True,
        sqlite_where=sa.text("state = 'live'"),
        postgresql_where=sa.text("state = 'live'"),
    )
    op.create_table(
        "authored_version",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("act", sa.String(16), nullable=False),
        sa.Column("by_id", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("word", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("scope", "number", "version", name="pk_authored_version"),
        known("authored_version", "by_id"),
        sa.ForeignKeyConstraint(
            ["scope", "number"],
            ["authored_question.scope", "authored_question.number"],
            name="fk_authored_version_scope_number",
        ),
    )


def create_reports() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("reporter_id", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True)),
        sa.Column("settled_by", sa.BigInteger),
        sa.Column("outcome", sa.String(16)),
        sa.PrimaryKeyConstraint("id", name="pk_report"),
        known("report", "reporter_id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_report_open",
        "report",
        ["scope", "target", "reporter_id"],
        unique=True,
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )


def create_corrections() -> None:
    op.create_table(
        "correction",
        sa.Column("scope", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("by_id", sa.BigInteger, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("scope", "number", name="pk_correction"),
        known("correction", "by_id"),
    )


def known(table: str, player: str) -> sa.ForeignKeyConstraint:
    """The member of a column has a name in the scope of its row."""
    return sa.ForeignKeyConstraint(
        ["scope", player], ["player.scope", "player.id"], name=f"fk_{table}_scope_{player}"
    )


def rows(query: str) -> list[Row]:
    """What a query gives, read to the end."""
    return [dict(row) for row in op.get_bind().execute(sa.text(query)).mappings()]


def put(table: str, row: Row) -> None:
    """Insert a row."""
    columns = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    op.get_bind().execute(sa.text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)


def downgrade() -> None:
    """What was suggested and not approved goes: before, there was no place for it."""
    kept = rows(
        "SELECT q.*, v.body, v.at FROM authored_question q JOIN authored_version v "
        "ON v.scope = q.scope AND v.number = q.number AND v.version = q.version "
        "WHERE q.state IN ('live', 'removed')"
    )
    for table in ("correction", "report", "authored_version", "authored_question"):
        op.drop_table(table)
    create_first_questions()
    for row in kept:
        body = json.loads(str(row["body"]))
        own = {name: row[name] for name in ("scope", "number", "author_id", "likeness", "created_at")}
        texts = {name: json.dumps(body.get(name, [])) for name in ("accepted", "wrong")}
        removed_at = row["at"] if row["state"] == "removed" else None
        texts |= {"prompt": body["prompt"], "explanation": body.get("explanation", "")}
        put("authored_question", own | texts | {"removed_at": removed_at})


def create_first_questions() -> None:
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
        known("authored_question", "author_id"),
    )
    op.create_index(
        "ix_authored_question_live",
        "authored_question",
        ["scope", "likeness"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )
