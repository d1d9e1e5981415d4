"""Alembic's entry: it runs on the connection given, inside the transaction that was begun there."""

from alembic import context

from bot.store.standing_tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
