"""What is offered while a member types a pack or a topic."""

from __future__ import annotations

from discord.app_commands import Choice

from bot.library.drawing import Questions, named_packs
from bot.library.where import Where
from bot.views.text import clip

OFFERED = 25  # Discord takes no more choices of an autocompletion
NAME_LIMIT = 100


async def packs_like(questions: Questions, where: Where, typed: str) -> list[Choice[str]]:
    """Packs for the name that is being typed, after those that were named before it."""
    titles = await questions.titles(where)
    before, _, last = typed.rpartition(",")
    chosen = named_packs(titles, before) if before else ()
    part = last.strip().casefold()
    return [
        Choice(name=name, value=value)
        for pack, title in titles.items()
        if pack not in chosen and (part in title.casefold() or part in pack.casefold())
        if (name := clip(", ".join([*(titles[one] for one in chosen), title]), NAME_LIMIT))
        if len(value := ", ".join((*chosen, pack))) <= NAME_LIMIT
    ][:OFFERED]


async def topics_like(questions: Questions, where: Where, packs: str | None, typed: str) -> list[Choice[str]]:
    """Topics of these packs, for the name that is being typed."""
    named = named_packs(await questions.titles(where), packs)
    return [
        Choice(name=topic, value=topic)
        for topic in await questions.topics(where, named)
        if typed.casefold() in topic.casefold() and len(topic) <= NAME_LIMIT
    ][:OFFERED]
