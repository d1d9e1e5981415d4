"""Two steps: a fact about something that is named by another fact, with one answer at both steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from questions.facts.model import Entity, Fact
from questions.generators.asking import ASK, PHRASE, filled, reply, worded
from questions.generators.generator import Generator, Pairs, QuestionParts, in_any_order
from questions.generators.index import FactIndex, mix
from questions.generators.proofs import Ask, Side
from questions.generators.wording import statement
from questions.grammar.filling import Slot
from questions.words import padded

Candidate = tuple[Fact, Side]

_FACTS_OF_A_RELATION = 6


class TwoSteps(Generator[Candidate]):
    kind = "two_steps"
    share = 3.0
    pleasure = 0.5
    steps = 1
    needs = "`ask_object` or `ask_subject`, and another relation's `subject_phrase` or `object_phrase`"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Both ends of every fact."""
        return Pairs(index.base.facts, (Side.OBJECT, Side.SUBJECT))

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        return candidate[:1]

    def key(self, candidate: Candidate) -> str:
        fact, side = candidate
        return f"{fact.id}/{side}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """One end of a fact, with the other named by the most interesting phrase; None where either step has
        no template or might have several answers, or where the second leads back to the first.
        """
        fact, side = candidate
        ask = Ask.of(fact, side)
        middle = index.entity(ask.given)
        if middle is None or worded(index, ASK, ask) is None or not index.unique(ask):
            return None
        for step, phrase in _ways(index, ask, middle):
            prompt = filled(index, ASK, ask, given=Slot(phrase, phrase=True))
            if prompt is None or any(f" {name} " in padded(prompt) for name in index.keys(middle.id)):
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
        phrase = filled(index, PHRASE, step, sentence=False)
        if phrase and index.base.grammar.reads_well(phrase, after):
            yield step, phrase
