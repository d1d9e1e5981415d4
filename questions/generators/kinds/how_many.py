"""How many: a number that a fact states, or the length of a list that is complete."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import ASK, ASK_COUNT, filled, number_reply, reply
from questions.generators.generator import Generator, QuestionParts, in_any_order
from questions.generators.index import FactIndex, Group
from questions.generators.proofs import Ask, Side
from questions.generators.wording import shown, statement

Candidate = Fact | Group

_MOST_COUNTED = 40


class HowMany(Generator[Candidate]):
    kind = "how_many"
    needs = "`ask_object`, the object a number; `ask_count` or `ask_count_subjects` of a complete relation"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Every fact whose object is a number, and every complete group."""
        numeric = [relation for relation in index.base.relations.values() if relation.is_number]
        numbers = [fact for relation in numeric for fact in index.facts_of(relation)]
        return [*numbers, *index.complete_groups]

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        return (candidate,) if isinstance(candidate, Fact) else index.facts_of_group(candidate)

    def key(self, candidate: Candidate) -> str:
        return candidate.id if isinstance(candidate, Fact) else candidate.key

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """None where there is no template, the prompt holds the number, or "how many" has the answer none."""
        if isinstance(candidate, Group):
            return _length(index, candidate, rng)
        if not candidate.object:
            return None
        ask = Ask.of(candidate, Side.OBJECT)
        prompt = filled(index, ASK, ask)
        answered = reply(index, ask, prompt, rng) if prompt else None
        if prompt is None or answered is None:
            return None
        options = in_any_order(answered.answer.text, (candidate,), answered.wrongs, rng)
        told = statement(index.base, candidate)
        return QuestionParts(
            prompt, answered.answer, told, (candidate,), options=options, typed=answered.typed
        )


def _length(index: FactIndex, group: Group, rng: Random) -> QuestionParts | None:
    asks = index.asks(group)
    if len(asks) > _MOST_COUNTED or len({ask.fact.as_of for ask in asks}) > 1:
        return None
    prompt = filled(index, ASK_COUNT, asks[0])
    facts = tuple(ask.fact for ask in asks)
    answered = number_reply(Decimal(len(asks)), facts, prompt, rng) if prompt else None
    if prompt is None or answered is None:
        return None
    told = index.base.grammar.count_of(sorted(shown(index.base, ask.answer) for ask in asks))
    options = in_any_order(answered.answer.text, facts, answered.wrongs, rng)
    return QuestionParts(prompt, answered.answer, told, facts, f"count/{group.side}", options, answered.typed)
