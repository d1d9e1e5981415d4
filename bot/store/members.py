"""What people have chosen for themselves. Only those who chose something have a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.game.events import Player
from bot.store.board_records import Member
from bot.store.engine import insert_into
from bot.store.records import EVERYWHERE
from bot.store.seasons import leave_everywhere, list_everywhere
from bot.store.standing_tables import MEMBER
from bot.store.standings import keep_names


def chosen(session: Session, player_id: int) -> Member:
    """What somebody has chosen, or what holds until they do."""
    row = session.execute(select(MEMBER).where(MEMBER.c.id == player_id)).one_or_none()
    return Member() if row is None else Member(row.everywhere, row.public, row.pictures)


def change(session: Session, player: Player, changes: Mapping[str, bool]) -> Member:
    """Change some of it. Who is now listed everywhere is so with all that they have won before."""
    connection, before = session.connection(), chosen(session, player.id)
    member = replace(before, **changes)
    insert = insert_into(connection, MEMBER)
    connection.execute(
        insert.values(id=player.id, **asdict(member)).on_conflict_do_update(
            index_elements=["id"], set_={name: insert.excluded[name] for name in asdict(member)}
        )
    )
    if member.everywhere and not before.everywhere:
        name = player.own_name or player.name
        keep_names(connection, [{"scope": EVERYWHERE, "id": player.id, "name": name}])
        list_everywhere(connection, player.id)
    elif before.everywhere and not member.everywhere:
        leave_everywhere(connection, player.id)
    return member
