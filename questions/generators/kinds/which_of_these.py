"""Which of these: one of four stands in the relation, and the others provably do not.

It asks where "who" or "what" would have several answers, or might have.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import (
    TRAIT,
    entity_answer,
    filled,
    gives_away,
    is_looked_up,
    worded,
)
from questions.generators.distractors import wrong_entities
from questions.generators.generator import Generator, Pairs, QuestionParts, in_any_order
from questions.generators.index import FactIndex, Group
from questions.generators.proofs import Ask, Side
from questions.generators.wording import statement

Candidate = tuple[Fact, Side]

_MOST_OF_A_GROUP = 6


class WhichOfThese(Generator[Candidate]):
    kind = "which_of_these"
    share = 2.0
    pleasure = -0.3
    needs = "`subject_trait` or `object_trait`, for an end that may have several answers"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Both ends of every fact."""
        return Pairs(index.base.facts, (Side.OBJECT, Side.SUBJECT))

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        return candidate[:1]

    def key(self, candidate: Candidate) -> str:
        fact, side = candidate
        return f"{fact.id}/{side}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """None where a look-up asks for it, and for most members of a large group."""
        fact, side = candidate
        ask = Ask.of(fact, side)
        entity = index.entity(ask.answer)
        if entity is None or worded(index, TRAIT, ask) is None:
            return None
        if is_looked_up(index, ask) or not _chosen(index, ask):
            return None
        trait = filled(index, TRAIT, ask, sentence=False) or ""
        prompt = index.base.grammar.which_of_these(index.kind(entity.id).plural, trait)
        if gives_away(index, entity.id, prompt):
            return None
        wrongs = wrong_entities(index, ask, prompt, rng)
        if not wrongs:
            return None
        answer = entity_answer(index, entity.id)
        options = in_any_order(answer.text, (fact,), wrongs, rng)
        return QuestionParts(prompt, answer, statement(index.base, fact), (fact,), side, options)


def _chosen(index: FactIndex, ask: Ask) -> bool:
    """Whether the answer is among the few of its group that are asked for, all by the same words."""
    group = Group(index.relation(ask.fact), ask.side, ask.given)
    return any(fact is ask.fact for _, fact in index.members(group)[:_MOST_OF_A_GROUP])
