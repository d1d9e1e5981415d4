"""Match up: three pairs of one relation, no two of which could be exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact, Relation
from questions.generators.asking import gives_each_other_away
from questions.generators.generator import Generator, Option, QuestionParts
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.wording import shown, slots_of, statement, template
from questions.grammar.filling import fill
from questions.question import Answer
from questions.words import alike, telling_words, word_key

Candidate = tuple[Relation, int]
"""A relation, and the place of the first fact that is taken."""

LETTERS = "XYZ"  # A to D are the choices
_PAIRS = 3
_STEP = 3
_FEW, _STEP_OF_FEW = 8, 2
_REACH = 16
_MOST_WORDS = 40


class MatchUp(Generator[Candidate]):
    kind = "match_up"
    needs = "`match`, and three facts no two of which could be exchanged"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Every relation that words a match-up, from every third of its facts on, or every other of a few."""
        candidates = []
        for relation in index.base.relations.values():
            if "match" in relation.wording or "past_match" in relation.wording:
                total = len(index.facts_of(relation))
                step = _STEP_OF_FEW if total < _FEW else _STEP
                candidates += [(relation, at) for at in range(0, total - _PAIRS + 1, step)]
        return candidates

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        relation, start = candidate
        return index.shuffled(relation)[start : start + 1]

    def key(self, candidate: Candidate) -> str:
        relation, start = candidate
        return f"{relation.id}/{start}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """One fact and those that follow it; None where a pair could be exchanged or gives itself away, or
        there is too much to read. No two questions take the same facts, for each takes none before its first.
        """
        relation, start = candidate
        base, facts = index.base, _block(index, relation, start)
        text = template(relation, "match", facts[0]) if facts else None
        refutations = _refutations(index, facts)
        if text is None or not refutations:
            return None
        left, right = rng.sample(facts, len(facts)), rng.sample(facts, len(facts))
        items = [f"{number}. {shown(base, fact.subject)}" for number, fact in enumerate(left, 1)]
        others = [
            f"{letter}. {shown(base, fact.object)}" for letter, fact in zip(LETTERS, right, strict=True)
        ]
        prompt = "\n".join((fill(text, slots_of(base, facts[0])), *items, "", *others))
        if len(prompt.split()) > _MOST_WORDS:
            return None
        options = [Option(_spelt(left, right), None, tuple(facts))]
        for order in _wrong_orders(left, rng):
            swapped = zip(left, order, strict=True)
            why = next(refutations[fact.id, other.id] for fact, other in swapped if fact is not other)
            options.append(Option(_spelt(order, right), why.why, why.facts))
        rng.shuffle(options)
        told = " ".join(statement(base, fact) for fact in left)
        return QuestionParts(
            prompt,
            Answer(_spelt(left, right)),
            told,
            tuple(facts),
            options=tuple(options),
            level=sorted(fact.level for fact in facts)[1],
        )


def _wrong_orders(facts: Sequence[Fact], rng: Random) -> Sequence[Sequence[Fact]]:
    """Three wrong orders, so that whoever knows one of the two easier pairs has still to find another one.

    Two of them hold one of these pairs each, and the third no right pair. Each has a pair in common with
    two of the four choices, as the right one has, so that comparing the choices tells nothing.
    """
    hardest = max(facts, key=lambda fact: (fact.level, rng.random()))
    turns = rng.choice((1, 2))
    orders = [[*facts[turns:], *facts[:turns]]]
    for kept in facts:
        if kept is not hardest:
            first, second = (fact for fact in facts if fact is not kept)
            swapped = {first.id: second, second.id: first}
            orders.append([swapped.get(fact.id, fact) for fact in facts])
    return orders


def _block(index: FactIndex, relation: Relation, start: int) -> list[Fact]:
    """Three facts from one place on whose subjects and objects all differ clearly, of one time."""
    rows = index.shuffled(relation)
    block: list[Fact] = []
    keys: list[str] = []
    for fact in rows[start : start + _REACH]:
        if gives_each_other_away(index, fact):
            continue
        texts = [shown(index.base, fact.subject), shown(index.base, fact.object)]
        mine = [word_key(text) for text in texts]
        apart = not any(alike(one, other) for one in mine for other in keys) and not alike(*mine)
        if (
            apart
            and fact.as_of == rows[start].as_of
            and not telling_words(texts[0]) & telling_words(texts[1])
        ):
            block.append(fact)
            keys += mine
        if len(block) == _PAIRS or not block:
            break
    return block if len(block) == _PAIRS else []


def _refutations(index: FactIndex, facts: Sequence[Fact]) -> dict[tuple[str, str], Refutation]:
    """For each subject and each other's object why they do not belong together; empty if one such pair
    might.
    """
    refutations = {}
    for fact in facts:
        for other in facts:
            if other is not fact:
                why = index.why_not(Ask.of(fact, Side.OBJECT), other.object)
                if why is None:
                    return {}
                refutations[fact.id, other.id] = why
    return refutations


def _spelt(order: Sequence[Fact], right: Sequence[Fact]) -> str:
    """The pairing that gives the objects of ``order`` to the subjects from 1 on: "1–X, 2–Z, 3–Y"."""
    letters = {fact.id: letter for letter, fact in zip(LETTERS, right, strict=True)}
    return ", ".join(f"{number}–{letters[fact.id]}" for number, fact in enumerate(order, 1))
