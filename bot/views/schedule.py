"""The quizzes of a server that start by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from discord import ui

from bot.store.records import Schedule
from bot.texts.catalogue import Texts
from bot.views.layout import OPEN, card


def schedule_line(texts: Texts, schedule: Schedule, times: str, coming: datetime) -> str:
    """When and where, and when it comes next."""
    when = f"<t:{coming.timestamp():.0f}:f>"
    channel = f"<#{schedule.place.channel_id}>"
    return texts("schedule-line", number=str(schedule.number), times=times, channel=channel, when=when)


def schedule_list(texts: Texts, lines: Sequence[str], zone: str) -> ui.LayoutView:
    """All of them, and the zone that their times are in."""
    return card(OPEN, [texts("schedule-title"), "\n".join(lines), texts("schedule-zone", zone=zone)])
