"""What links these: two or three things that share exactly one thing, which is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import Wordings, entity_answer, gives_away, typeable
from questions.generators.distractors import wrong_entities
from questions.generators.generator import Generator, Pairs, QuestionParts, in_any_order
from questions.generators.index import FactIndex, Group
from questions.generators.proofs import Ask, Side
from questions.generators.wording import slots_of, statement, template
from questions.grammar import english
from questions.grammar.filling import Slot, Slots, fill, within

Candidate = tuple[Group, int]

_ASK_SHARED: Wordings = {Side.OBJECT: "ask_shared_object", Side.SUBJECT: "ask_shared_subject"}
_FEWEST, _MOST = 2, 3
_SETS = 3
_YEAR = re.compile(r"\b[12]\d{3}\b")


class WhatLinks(Generator[Candidate]):
    kind = "what_links"
    pleasure = 0.5
    needs = "`ask_shared_object` or `ask_shared_subject`, for two or three things that have one end in common"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """A few pairs or threes of every group, no two with a member in common."""
        return Pairs(index.groups(_FEWEST), range(_SETS))

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        group, number = candidate
        return index.facts_of_group(group)[number * _MOST : (number + 1) * _MOST]

    def key(self, candidate: Candidate) -> str:
        group, number = candidate
        return f"{group.key}/{number}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """None where the pack has no wording for it, or the things may have something else in common."""
        group, number = candidate
        asked_side = group.side.other
        members = index.asks(group)[number * _MOST : (number + 1) * _MOST]
        if len(members) < _FEWEST or not isinstance(group.given, str):
            return None
        asks = [Ask(ask.fact, asked_side, ask.answer, group.given) for ask in members]
        prompt = _prompt(index, group, asks)
        if prompt is None or gives_away(index, group.given, prompt) or _share_more(index, asks):
            return None
        wrongs = wrong_entities(index, asks[0], prompt, rng)
        typed = typeable(index, group.given) and any(index.unique(ask) for ask in asks)
        if not (wrongs or typed):
            return None
        facts = tuple(ask.fact for ask in asks)
        answer = entity_answer(index, group.given)
        options = in_any_order(answer.text, facts, wrongs, rng)
        told = " ".join(statement(index.base, fact) for fact in facts)
        return QuestionParts(prompt, answer, told, facts, f"{asked_side}/{number}", options, typed)


def _prompt(index: FactIndex, group: Group, asks: Sequence[Ask]) -> str | None:
    fact = asks[0].fact
    text = template(group.relation, _ASK_SHARED[asks[0].side], fact)
    if text is None or len({ask.fact.as_of for ask in asks}) > 1:
        return None
    slots = [slots_of(index.base, ask.fact) for ask in asks]
    several = [slot.subject if group.side is Side.SUBJECT else slot.object for slot in slots]
    names = Slot(english.listed(_by_year([within(slot) for slot in several])), title=True)
    return fill(text, Slots(names, names, fact.as_of, index.base.grammar))


def _by_year(names: Sequence[str]) -> list[str]:
    """Names that hold a year from the earliest on; others as they stand."""
    years = {name: year[0] for name in names if (year := _YEAR.search(name))}
    return sorted(names, key=years.__getitem__) if len(years) == len(names) else list(names)


def _share_more(index: FactIndex, asks: Sequence[Ask]) -> bool:
    """Whether all the things are known to have another end of this relation in common."""
    relation = index.relation(asks[0].fact)
    common = set.intersection(
        *(
            {value for value, _ in index.rows(relation, ask.side, ask.given)}
            | index.also_true(relation, ask.side, ask.given)
            for ask in asks
        )
    )
    return len(common) > 1
