"""Two steps: a fact about something that is named by another fact, with one answer at both steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from questions.facts.model import Entity, Fact
from questions.generators.asking import ASK, PHRASE, filled, gives_away, gives_each_other_away, reply, worded
from questions.generators.generator import Generator, Pairs, QuestionParts, in_any_order
from questions.generators.index import FactIndex, mix
from questions.generators.proofs import Ask, Side
from questions.generators.wording import statement
from questions.grammar.filling import Slot

Candidate = tuple[tuple[Fact, Side], int]

_WAYS = 2
_FACTS_OF_A_RELATION = 6
_MOST_OF_A_PHRASE = 3  # questions with the same phrase in them


class TwoSteps(Generator[Candidate]):
    kind = "two_steps"
    share = 3.0
    pleasure = 0.5
    steps = 1
    needs = "`ask_object` or `ask_subject`, and another relation's `subject_phrase` or `object_phrase`"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Both ends of every fact, with the other end named in each of two ways."""
        return Pairs(Pairs(index.base.facts, (Side.OBJECT, Side.SUBJECT)), range(_WAYS))

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        return candidate[0][:1]

    def key(self, candidate: Candidate) -> str:
        (fact, side), way = candidate
        return f"{fact.id}/{side}/{way}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """One end of a fact, with the other named by one of the most interesting phrases; None where either
        step has no template or might have several answers, or where the second leads back to the first.
        """
        (fact, side), way = candidate
        ask = Ask.of(fact, side)
        middle = index.entity(ask.given)
        if middle is None or not index.relation(fact).two_steps or gives_each_other_away(index, fact):
            return None
        if worded(index, ASK, ask) is None or not index.unique(ask):
            return None
        for step, phrase in islice(_ways(index, ask, middle), way, None, _WAYS):
            prompt = filled(index, ASK, ask, given=Slot(phrase, phrase=True))
            if prompt is None or gives_away(index, middle.id, prompt):
                continue
            answered = reply(index, ask, prompt, rng)
            if answered is None:
                continue
            facts = (fact, step.fact)
            options = in_any_order(answered.answer.text, facts, answered.wrongs, rng)
            told = f"{statement(index.base, step.fact)} {statement(index.base, fact)}"
            return QuestionParts(prompt, answered.answer, told, facts, side, options, answered.typed)
        return None


def _ways(index: FactIndex, ask: Ask, middle: Entity) -> Iterator[tuple[Ask, str]]:
    """Facts that name the middle as the only one of its sort, each with its noun phrase, the most interesting
    first.
    """
    facts = index.facts_about(middle.id, _FACTS_OF_A_RELATION)
    rank = {fact.id: (-index.base.interest(fact), mix(ask.fact.id + fact.id)) for _, fact in facts}
    text, side = worded(index, ASK, ask) or ("", ask.side)
    _, place, after = text.partition(f"{{{side.other}}}")
    for end, fact in sorted(facts, key=lambda row: rank[row[1].id]) if place else ():
        step = Ask.of(fact, end)
        if fact is ask.fact or step.given in (ask.answer, middle.id) or not index.unique(step):
            continue
        if ask.fact not in _asked_with(index, step, facts):
            continue
        phrase = filled(index, PHRASE, step, sentence=False)
        if phrase and index.base.grammar.reads_well(phrase, after):
            yield step, phrase


def _asked_with(index: FactIndex, step: Ask, facts: Sequence[tuple[Side, Fact]]) -> list[Fact]:
    """The few facts about the middle that are asked with the phrase of the step."""
    others = [fact for _, fact in facts if fact is not step.fact and index.relation(fact).two_steps]
    rank = {fact.id: (-index.base.interest(fact), mix(step.fact.id + fact.id)) for fact in others}
    return sorted(others, key=lambda fact: rank[fact.id])[:_MOST_OF_A_PHRASE]
