"""What quizzes may be about in a server, and the questions that they get."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Protocol

from bot.game.rules import MAX_ROUNDS, Selection
from bot.library.imported import ImportedLists
from bot.library.where import Where
from bot.library.writing import question_of
from bot.store.store import Store
from questions.bank import QuizRequest, Style
from questions.facts.corrections import Change, Correction
from questions.facts.model import FactBase
from questions.question import Question

RISING, RACE = "rising", "race"
LEVELS = {"any": None, "easy": 1, "medium": 2, "hard": 3, RISING: None}
STYLES = {
    "mixed": Style.MIXED,
    "buttons": Style.BUTTONS,
    "typed": Style.TYPED,
    RACE: Style.TYPED,
    "clues": Style.CLUES,
}
ANY_LEVEL = 2  # what a server's own question counts as where no level is chosen


class QuestionSource(Protocol):
    """Where questions come from; all may be asked from any thread."""

    @property
    def titles(self) -> Mapping[str, str]:
        """The title of each pack, by its id."""

    @property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """The topics of each pack, by its id."""

    def base(self, pack: str) -> FactBase | None:
        """The facts of a pack; None where there is no such pack of facts."""

    def draw(self, request: QuizRequest, rng: Random) -> tuple[Question, ...]:
        """Questions for one quiz; fewer than requested are all there are."""


class Questions:
    """The questions of the bot's packs, of imported packs, and of the server itself."""

    def __init__(self, store: Store, source: QuestionSource) -> None:
        self._store = store
        self._source = source
        self.imported = ImportedLists(store)

    async def titles(self, where: Where) -> Mapping[str, str]:
        """The title of each pack that can be played here, by its id: of facts, and imported."""
        off = where.settings.packs_off
        titles = {**self._source.titles, **await self.imported.titles(where.place.scope)}
        return {pack: title for pack, title in titles.items() if pack not in off}

    async def topics(self, where: Where, packs: Sequence[str]) -> tuple[str, ...]:
        """What a quiz on these packs may be about: their topics, and the questions of the server."""
        lists = await self.imported.lists(where.place.scope, packs) if packs else ()
        topics = {**self._source.topics, **{one.id: one.topics for one in lists}}
        known = (topic for pack in packs for topic in topics.get(pack, ()))
        return tuple(dict.fromkeys((*known, where.texts("own-topic"))))

    async def draw(self, where: Where, selection: Selection, *, afresh: bool) -> tuple[Question, ...]:
        """The questions of a quiz; ``afresh``, they do not depend on what was asked here before."""
        place, rng = where.place, Random(selection.seed)
        own, level = where.texts("own-topic"), LEVELS[selection.level]
        records = await self._store.desk.questions(place.scope)
        changes = await self._changes(place.scope)
        lists = await self.imported.lists(place.scope, selection.packs, _corrections(changes))
        there = {*self._source.titles, *(one.id for one in lists)}
        packs = tuple(pack for pack in selection.packs if pack in there)
        if not packs:  # somebody has just removed it
            return ()
        request = QuizRequest(
            selection.rounds,
            level,
            selection.spoilers,
            packs,
            selection.topic or None,
            STYLES[selection.style],
            tuple(question_of(record, own, level or ANY_LEVEL, rng) for record in records),
            lists,
            {} if afresh else await self._store.seen(place),
            changes,
        )
        drawn = await asyncio.to_thread(self._source.draw, request, rng)
        if selection.level == RISING:
            return tuple(sorted(drawn, key=lambda question: question.level))
        return drawn

    async def _changes(self, scope: str) -> Mapping[str, tuple[Change, ...]]:
        """What a server has corrected in its packs or added to them, by the pack's id."""
        changes: defaultdict[str, tuple[Change, ...]] = defaultdict(tuple)
        for kept in await self._store.desk.corrections(scope):
            changes[kept.change.pack] += (kept.change,)
        return changes

    async def narrowest(self, where: Where, selection: Selection, count: int) -> tuple[str, int] | None:
        """The option without which there would be most questions, and how many; None where there would be no
        more than ``count``."""
        best = None
        for option, wider in _wider(selection, tuple(await self.titles(where))):
            drawn = await self.draw(where, replace(wider, rounds=MAX_ROUNDS), afresh=True)
            if len(drawn) > count:
                best, count = option, len(drawn)
        return None if best is None else (best, count)


def _corrections(changes: Mapping[str, tuple[Change, ...]]) -> Mapping[str, Sequence[Correction]]:
    return {pack: [one for one in made if isinstance(one, Correction)] for pack, made in changes.items()}


def _wider(selection: Selection, packs: tuple[str, ...]) -> Iterator[tuple[str, Selection]]:
    """The selection without each of the options that narrow it, by the name of the option."""
    usual = Selection()
    if LEVELS[selection.level] is not None:
        yield "level", replace(selection, level=usual.level)
    if selection.style != usual.style:
        yield "style", replace(selection, style=usual.style)
    if selection.topic:
        yield "topic", replace(selection, topic="")
    if len(selection.packs) < len(packs):
        yield "pack", replace(selection, packs=packs)
    if not selection.spoilers:
        yield "spoilers", replace(selection, spoilers=True)


def named_packs(titles: Mapping[str, str], names: str | None) -> tuple[str, ...]:
    """The packs of these ids or titles, with commas between; all for no name; none where one is unknown."""
    if names is None:
        return tuple(titles)
    by_name = {title.casefold(): pack for pack, title in titles.items()}
    by_name |= {pack.casefold(): pack for pack in titles}
    if whole := by_name.get(names.strip().casefold()):
        return (whole,)
    named = [by_name.get(name.strip().casefold()) for name in names.split(",") if name.strip()]
    return tuple(dict.fromkeys(filter(None, named))) if all(named) else ()
