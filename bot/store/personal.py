"""Where the database knows members: each column that names one, and what becomes of it in the end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Table

from bot.store.authoring_tables import AUTHORED, CORRECTION, REPORT, VERSION
from bot.store.records import solo_scope
from bot.store.standing_tables import (
    ACHIEVEMENT,
    ASKED,
    AWARD,
    DAILY_RESULT,
    FORGETTING,
    GAME,
    MEMBER,
    PAST_STANDING,
    PLAYER,
    RESULT,
    SETTINGS,
    STANDING,
)


@dataclass(frozen=True, slots=True)
class Personal:
    """A column that names members, under the ``key`` that its rows have in an export.

    With ``stays`` the rows are kept, and name nobody; others are deleted. ``only`` are the columns to export
    where others may tell of somebody else.
    """

    key: str
    column: Column[Any]
    stays: bool = False
    only: Collection[str] = ()

    @property
    def table(self) -> Table:
        """Its table."""
        table = self.column.table
        assert isinstance(table, Table)
        return table

    def of(self, player: int) -> ColumnElement[bool]:
        """The rows of a member."""
        if self.column.name == "scope":  # that of the member's direct messages
            return self.column == solo_scope(player)
        return self.column == player


OF_REPORT = ("scope", "id", "reporter_id", "target", "reason", "note", "at", "settled_at", "outcome")
"""The question that it is about may name its author."""

PERSONAL = (
    Personal("names", PLAYER.c.id),
    Personal("choices", MEMBER.c.id),
    Personal("standings", STANDING.c.player_id),
    Personal("past_standings", PAST_STANDING.c.player_id),
    Personal("results", RESULT.c.player_id),
    Personal("awards", AWARD.c.player_id),
    Personal("achievements", ACHIEVEMENT.c.player_id),
    Personal("daily_results", DAILY_RESULT.c.player_id),
    Personal("games_started", GAME.c.starter_id, stays=True),
    Personal("questions", AUTHORED.c.author_id, stays=True),
    Personal("question_versions", VERSION.c.by_id, stays=True),
    Personal("reports", REPORT.c.reporter_id, only=OF_REPORT),
    Personal("reports_settled", REPORT.c.settled_by, True, ("scope", "id", "settled_at", "outcome")),
    Personal("facts_and_corrections", CORRECTION.c.by_id, stays=True),
    Personal("corrections_undone", CORRECTION.c.undone_by, True, ("scope", "number", "undone_at")),
    Personal("asked_in_private", ASKED.c.scope),
    Personal("private_settings", SETTINGS.c.scope),
    Personal("forgetting", FORGETTING.c.player_id),
)
"""All of them: a test holds every table to this list."""

NAMING = frozenset(one.column for one in PERSONAL if one.column.name != "scope")
"""The columns that hold members' ids."""
