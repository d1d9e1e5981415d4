"""What quizzes may be about in a server, and the questions that they get."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random

from bot.game.rules import MAX_ROUNDS, Selection
from bot.library.experience import Experiences
from bot.library.fact_packs import FactPacks, own_packs
from bot.library.imported import ImportedLists
from bot.library.source import QuestionSource
from bot.library.where import Where
from bot.library.writing import question_of
from bot.store.records import Place
from bot.store.store import Store
from questions.bank import QuizRequest, Style
from questions.bank.experience import NO_EXPERIENCE
from questions.facts.corrections import Change, Correction, OwnFact
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


class Questions:
    """The questions of the bot's packs, of imported packs, and of the server itself."""

    def __init__(self, store: Store, source: QuestionSource, experiences: Experiences) -> None:
        self._store = store
        self._source = source
        self._experiences = experiences
        self.imported = ImportedLists(store)
        self.facts = FactPacks(store, source)

    async def titles(self, where: Where) -> Mapping[str, str]:
        """The title of each pack that can be played here, by its id: of facts, and imported."""
        off, scope = where.settings.packs_off, where.place.scope
        own = own_packs(await self.facts.changes(scope))
        titles = {**self._source.titles, **own, **await self.imported.titles(scope)}
        return {pack: title for pack, title in titles.items() if pack not in off}

    async def topics(self, where: Where, packs: Sequence[str]) -> tuple[str, ...]:
        """What a quiz on these packs may be about: their topics, and the questions of the server."""
        scope = where.place.scope
        lists = await self.imported.lists(scope, packs) if packs else ()
        changes = await self.facts.changes(scope)
        own = {pack: _topics(changes[pack]) for pack in own_packs(changes)}
        topics = {**self._source.topics, **own, **{one.id: one.topics for one in lists}}
        known = (topic for pack in packs for topic in topics.get(pack, ()))
        return tuple(dict.fromkeys((*known, where.texts("own-topic"))))

    async def draw(
        self, where: Where, selection: Selection, *, played_in: Place | None
    ) -> tuple[Question, ...]:
        """The questions of a quiz; of those that were asked in a place before, the others come first.

        Without a place, the same selection gives the same quiz, whatever players have made of its questions.
        """
        place, rng = where.place, Random(selection.seed)
        own, level = where.texts("own-topic"), LEVELS[selection.level]
        records = await self._store.desk.questions(place.scope)
        changes = await self.facts.changes(place.scope)
        lists = await self.imported.lists(place.scope, selection.packs, _corrections(changes))
        there = {*self._source.titles, *own_packs(changes), *(one.id for one in lists)}
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
            {} if played_in is None else await self._store.seen(played_in),
            changes,
            NO_EXPERIENCE if played_in is None else await self._experiences.newest(),
        )
        drawn = await asyncio.to_thread(self._source.draw, request, rng)
        if selection.level == RISING:
            return tuple(sorted(drawn, key=lambda question: question.level))
        return drawn

    async def narrowest(self, where: Where, selection: Selection, count: int) -> tuple[str, int] | None:
        """The option without which there would be most questions, and how many; None where there would be no
        more than ``count``."""
        best = None
        for option, wider in _wider(selection, tuple(await self.titles(where))):
            drawn = await self.draw(where, replace(wider, rounds=MAX_ROUNDS), played_in=None)
            if len(drawn) > count:
                best, count = option, len(drawn)
        return None if best is None else (best, count)


def _corrections(changes: Mapping[str, tuple[Change, ...]]) -> Mapping[str, Sequence[Correction]]:
    return {pack: [one for one in made if isinstance(one, Correction)] for pack, made in changes.items()}


def _topics(changes: Sequence[Change]) -> tuple[str, ...]:
    """The topics of the facts that a server has added."""
    facts = (change for change in changes if isinstance(change, OwnFact))
    return tuple(sorted({fact.topic for fact in facts if fact.topic}))


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
