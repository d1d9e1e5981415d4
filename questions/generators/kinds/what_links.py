"""What links these: two or three things that share exactly one thing, which is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
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
_SAYS_BOTH = re.compile(r"\bboth\b|\bshare|in common|^\{")
_OF_A_YEAR = re.compile(r"the ([12]\d{3}) (.+)")


class WhatLinks(Generator[Candidate]):
    kind = "what_links"
    pleasure = 0.7
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
        return QuestionParts(
            prompt,
            answer,
            _told(index, group, facts),
            facts,
            f"{asked_side}/{number}",
            options,
            typed,
            level=min(fact.level for fact in facts),
        )


def _prompt(index: FactIndex, group: Group, asks: Sequence[Ask]) -> str | None:
    fact = asks[0].fact
    text = template(group.relation, _ASK_SHARED[asks[0].side], fact)
    if text is None or len({ask.fact.as_of for ask in asks}) > 1:
        return None
    names = _several(index, group, [ask.fact for ask in asks])
    if len(asks) == _FEWEST and not _SAYS_BOTH.search(text):
        names = replace(names, text=f"both {names.text}")
    return fill(text, Slots(names, names, fact.as_of, index.base.grammar))


def _told(index: FactIndex, group: Group, facts: Sequence[Fact]) -> str:
    """The facts, in one sentence where the verb is that of what they have in common."""
    relation, side = group.relation, f"{{{group.side}}}"
    if relation.statement.startswith(side) or relation.statement.count(side) != 1 or facts[0].as_of:
        return " ".join(statement(index.base, fact) for fact in facts)
    return statement(index.base, facts[0], **{str(group.side): _several(index, group, facts)})


def _several(index: FactIndex, group: Group, facts: Sequence[Fact]) -> Slot:
    """The names of what has something in common; those that hold a year from the earliest on."""
    slots = [slots_of(index.base, fact) for fact in facts]
    names = [within(slot.subject if group.side is Side.SUBJECT else slot.object) for slot in slots]
    years = {name: year for name in names if (year := _OF_A_YEAR.fullmatch(name))}
    kind = index.kind(str(facts[0].subject if group.side is Side.SUBJECT else facts[0].object))
    if len(years) < len(names) or any(year[2] != kind.noun for year in years.values()):
        return Slot(english.listed(names), title=True)
    each = sorted(year[1] for year in years.values())
    return Slot(f"the {kind.plural} of {english.listed(each)}", title=True)


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
