"""What a quizmaster adds to a pack or founds one with: a fact, or a relation -> changes to keep together."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.library.fact_packs import FactPacks, own_prefix
from bot.library.wording import Wording, WordingFault, relation_of, slug
from bot.texts.cleaning import one_line
from questions.facts.corrections import Change, FactFault, OwnFact, corrected, fault_of
from questions.facts.model import FactBase
from questions.facts.own_packs import OwnPack, borrowed, empty_pack
from questions.generators.coverage import questions_about
from questions.generators.wording import fact_record
from questions.question import Question

TITLE_LIMIT, SLUG_LIMIT = 60, 30


@dataclass(frozen=True, slots=True)
class FactDraft:
    """A fact as it was typed. ``relation`` is that of a pack, as ``pack/id``; no ``pack`` means the same."""

    relation: str
    pack: str
    subject: str
    object: str
    source: str
    topic: str
    level: int


@dataclass(frozen=True, slots=True)
class Addition:
    """Changes that need each other, the last of them the one that was asked for, and the pack with them.

    ``founds`` says that the pack is new.
    """

    changes: tuple[Change, ...]
    base: FactBase
    founds: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """A fact as a sentence, and the first question of each kind that comes of it."""

    statement: str
    questions: tuple[Question, ...]


class Adding:
    """Knows the packs that each server has; those that are switched ``off`` there take nothing new."""

    def __init__(self, packs: FactPacks) -> None:
        self._packs = packs

    async def bases(self, scope: str, off: Collection[str]) -> Mapping[str, FactBase]:
        """The packs that facts can be added to, by their ids."""
        packs = await self._packs.all(scope)
        return {pack: base for pack, base in packs.items() if pack not in off}

    async def fact(self, scope: str, off: Collection[str], draft: FactDraft) -> Addition | FactFault:
        """What it takes to add a fact; or why it does not fit."""
        bases = await self.bases(scope, off)
        name, _, id = draft.relation.partition("/")
        donor = bases.get(name)
        relation = donor.relations.get(id) if donor else None
        if donor is None or relation is None:
            return FactFault.NO_RELATION
        base, changes = _pack_named(scope, bases, draft.pack) if draft.pack else (donor, ())
        if base is None:
            return FactFault.NO_NAME
        if base.id != donor.id:
            own = borrowed(donor, relation, base)
            id, changes = own.id, changes if own.id in base.relations else (*changes, own)
        before = corrected(base, changes)
        topic = draft.topic or _usual_topic(before, id)
        fact = OwnFact(base.id, id, draft.subject, draft.object, draft.source, topic, draft.level)
        fault = fault_of(before, fact)
        return fault or Addition((*changes, fact), corrected(before, [fact]), base.id not in bases)

    async def outlook(self, addition: Addition) -> Outlook:
        """What comes of the fact that is added."""
        return await asyncio.to_thread(_outlook, addition.base)

    async def relation(
        self, scope: str, off: Collection[str], pack: str, typed: Wording
    ) -> Addition | FactFault | tuple[WordingFault, ...]:
        """What it takes to add a relation; or all that is wrong with it."""
        bases = await self.bases(scope, off)
        base, changes = _pack_named(scope, bases, pack)
        if base is None:
            return FactFault.NO_NAME
        own = relation_of(base, typed)
        if isinstance(own, tuple):
            return own
        return Addition((*changes, own), corrected(base, [own]), base.id not in bases)


def _pack_named(
    scope: str, bases: Mapping[str, FactBase], name: str
) -> tuple[FactBase | None, tuple[Change, ...]]:
    """The pack of this id or title, or else a new one with what founds it; None where no name can be."""
    title = one_line(name, TITLE_LIMIT)
    new = OwnPack(own_prefix(scope) + slug(title, SLUG_LIMIT), title)
    for id, base in bases.items():
        if name.strip() == id or title.casefold() == base.title.casefold() or id == new.pack:
            return base, ()
    return (empty_pack(new), (new,)) if slug(title, SLUG_LIMIT) else (None, ())


def _usual_topic(base: FactBase, relation: str) -> str:
    """What most facts of a relation belong to; the pack's title where there are none."""
    topics = Counter(fact.topic for fact in base.by_relation.get(relation, ()) if fact.topic)
    return next((topic for topic, _ in topics.most_common(1)), base.title)


def _outlook(base: FactBase) -> Outlook:
    """What comes of the newest fact of a pack."""
    fact = base.facts[-1]
    return Outlook(fact_record(base, fact)["statement"], tuple(questions_about(base, fact.id)))
