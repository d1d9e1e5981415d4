"""What servers have set. Only what differs from the defaults is kept, so that a new default reaches all."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from sqlmodel import col

from bot.store.engine import insert_into
from bot.store.records import ServerSettings
from bot.store.shard_records import Claim
from bot.store.shards import of_shard
from bot.store.tables import SettingsRow

CODEC = TypeAdapter(ServerSettings)

log = logging.getLogger(__name__)


def of_all(session: Session, claim: Claim | None = None) -> dict[str, ServerSettings]:
    """The settings of every server that has set something, or of those of a claim, by scope."""
    query = select(col(SettingsRow.scope), col(SettingsRow.body))
    rows = session.execute(query if claim is None else query.where(of_shard(col(SettingsRow.scope), claim)))
    return {scope: _read(scope, body) for scope, body in rows}


def change(session: Session, scope: str, changes: Mapping[str, Any]) -> ServerSettings:
    """Set some of the settings of a server; all of them, as they are then."""
    body = session.scalar(select(col(SettingsRow.body)).where(col(SettingsRow.scope) == scope))
    changed = replace(_read(scope, body) if body else ServerSettings(), **changes)
    insert = insert_into(session.get_bind(), SettingsRow)
    session.execute(
        insert.values(
            scope=scope, body=CODEC.dump_json(changed, exclude_defaults=True).decode()
        ).on_conflict_do_update(index_elements=["scope"], set_={"body": insert.excluded.body})
    )
    return changed


def forget(session: Session, scope: str) -> None:
    """Let a server have the defaults again."""
    session.execute(delete(SettingsRow).where(col(SettingsRow.scope) == scope))


def _read(scope: str, body: str) -> ServerSettings:
    try:
        return CODEC.validate_json(body)
    except ValidationError as error:
        log.error("the settings of %s cannot be read, so the defaults hold: %s", scope, error)
        return ServerSettings()
