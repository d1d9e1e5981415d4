"""``/schedule``: quizzes that start by themselves, every day or on some days of the week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from discord import Interaction, app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.calendar import EVERY_DAY, Weekly, next_time, time_named
from bot.cogs.offers import NAME_LIMIT, packs_like, topics_like
from bot.cogs.options import OneOf, Whole
from bot.cogs.place import is_for_quizzes, missing_permissions
from bot.cogs.scheduler import WISH
from bot.cogs.starting import Starts, Wish, lacking_text
from bot.cogs.weekdays import SETS, days_text, weekdays_named
from bot.game.rules import MAX_ROUNDS, MAX_SECONDS, MIN_ROUNDS, MIN_SECONDS
from bot.library.drawing import LEVELS, STYLES
from bot.library.where import Where
from bot.store.records import Schedule
from bot.store.schedules import MOST
from bot.store.store import Store
from bot.texts.catalogue import Languages, Texts
from bot.views.host import (
    Saying,
    is_quizmaster,
    place_of,
    require_quizmaster,
    respond,
    texts_of,
    where_of,
)
from bot.views.schedule import schedule_line, schedule_list
from bot.views.text import clip, safe_line

LOBBY_SECONDS = 30
HIGHEST = 1_000_000


@app_commands.guild_only()
@app_commands.default_permissions(manage_guild=True)
class ScheduleCog(commands.GroupCog, group_name="schedule"):
    """For quizmasters only: hidden from others by default, and checked whenever it is used."""

    def __init__(
        self, starts: Starts, store: Store, languages: Languages, now: Callable[[], datetime]
    ) -> None:
        self._starts = starts
        self._store = store
        self._languages = languages
        self._now = now

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def add(
        self,
        interaction: Interaction[Any],
        time: str,
        days: str | None = None,
        pack: str | None = None,
        topic: str | None = None,
        rounds: Annotated[int | None, Whole(MIN_ROUNDS, MAX_ROUNDS)] = None,
        seconds: Annotated[int | None, Whole(MIN_SECONDS, MAX_SECONDS)] = None,
        level: Annotated[str | None, OneOf({name: name for name in LEVELS})] = None,
        style: Annotated[str | None, OneOf({name: name for name in STYLES})] = None,
    ) -> None:
        wish = Wish(
            pack=pack,
            topic=topic,
            rounds=rounds,
            seconds=seconds,
            level=level,
            style=style,
            lobby=LOBBY_SECONDS,
        )
        await respond(interaction, self._add(interaction, time, days, wish))

    @add.autocomplete("days")
    async def _days(self, interaction: Interaction[Any], typed: str) -> list[Choice[str]]:
        texts = texts_of(interaction)
        named = {value: days_text(texts, days) for value, days in SETS.items()}
        named |= {name: name for name in (texts.weekdays({day}, in_full=True) for day in range(7))}
        chosen = weekdays_named(self._languages.all, typed) if typed else None
        if chosen and chosen not in SETS.values():
            named = {typed[:NAME_LIMIT]: days_text(texts, chosen), **named}
        part = typed.casefold()
        return [
            Choice(name=name, value=value)
            for value, name in named.items()
            if part in name.casefold() or part in value
        ]

    @add.autocomplete("pack")
    async def _packs(self, interaction: Interaction[Any], typed: str) -> list[Choice[str]]:
        return await packs_like(self._starts.questions, where_of(interaction), typed)

    @add.autocomplete("topic")
    async def _topics(self, interaction: Interaction[Any], typed: str) -> list[Choice[str]]:
        packs = interaction.namespace.pack
        return await topics_like(self._starts.questions, where_of(interaction), packs, typed)

    @app_commands.command(name="list")
    @app_commands.check(require_quizmaster)
    async def show(self, interaction: Interaction[Any]) -> None:
        await respond(interaction, self._list(interaction))

    @app_commands.command()
    @app_commands.check(require_quizmaster)
    async def remove(
        self, interaction: Interaction[Any], schedule: Annotated[int, Whole(1, HIGHEST)]
    ) -> None:
        await respond(interaction, self._remove(interaction, schedule))

    @remove.autocomplete("schedule")
    async def _schedules(self, interaction: Interaction[Any], typed: str) -> list[Choice[int]]:
        if not is_quizmaster(interaction) or interaction.guild is None:
            return []
        texts, choices = texts_of(interaction), []
        for one in await self._store.schedules(place_of(interaction).scope):
            channel = interaction.guild.get_channel_or_thread(one.place.channel_id)
            named = [f"{one.number}.", _times(texts, one), f"#{channel.name}" if channel else ""]
            name = clip(" ".join(filter(None, named)), NAME_LIMIT)
            if typed.casefold() in name.casefold():
                choices.append(Choice(name=name, value=one.number))
        return choices

    async def _add(self, interaction: Interaction[Any], time: str, days: str | None, wish: Wish) -> Saying:
        texts, where = texts_of(interaction), where_of(interaction)
        at, weekdays = time_named(time), EVERY_DAY if days is None else self._weekdays(days)
        if at is None:
            return texts("schedule-no-time", typed=safe_line(time))
        if weekdays is None:
            return texts("schedule-no-days", typed=safe_line(days or ""))
        if missing := missing_permissions(interaction):
            return lacking_text(texts, missing)
        if not is_for_quizzes(interaction, where.settings):
            channels = ", ".join(f"<#{id}>" for id in where.settings.channels)
            return texts("channel-not-for-quizzes", channels=channels)
        plan = await self._starts.plan(where, wish)
        if isinstance(plan, str):
            return plan
        selection, _ = plan
        packs = None if wish.pack is None else ", ".join(selection.packs)
        kept = WISH.dump_json(replace(wish, pack=packs), exclude_defaults=True)
        weekly = Weekly(at, weekdays)
        schedule = await self._store.add_schedule(where.place, weekly, kept.decode(), self._now())
        if schedule is None:
            return texts("schedule-too-many", most=MOST)
        line = schedule_line(texts, schedule, _times(texts, schedule), self._next(where, schedule))
        return texts("schedule-added", schedule=line, zone=where.settings.zone)

    def _weekdays(self, typed: str) -> frozenset[int] | None:
        return weekdays_named(self._languages.all, typed)

    async def _list(self, interaction: Interaction[Any]) -> Saying:
        texts, where = texts_of(interaction), where_of(interaction)
        schedules = await self._store.schedules(where.place.scope)
        if not schedules:
            return texts("schedule-none")
        lines = [schedule_line(texts, one, _times(texts, one), self._next(where, one)) for one in schedules]
        return schedule_list(texts, lines, where.settings.zone)

    async def _remove(self, interaction: Interaction[Any], number: int) -> Saying:
        texts = texts_of(interaction)
        removed = await self._store.remove_schedule(place_of(interaction).scope, number)
        if removed is None:
            return texts("schedule-unknown", number=str(number))
        times, channel = _times(texts, removed), f"<#{removed.place.channel_id}>"
        return texts("schedule-removed", times=times, channel=channel)

    def _next(self, where: Where, schedule: Schedule) -> datetime:
        after = max(schedule.done_at, self._now())
        return next_time(schedule.weekly, ZoneInfo(where.settings.zone), after)


def _times(texts: Texts, schedule: Schedule) -> str:
    """``every day, 8:00 pm``."""
    at = datetime.combine(date(2026, 1, 1), schedule.weekly.at, UTC)
    return texts("schedule-times", days=days_text(texts, schedule.weekly.weekdays), time=texts.time(at))
