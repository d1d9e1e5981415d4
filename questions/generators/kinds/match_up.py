"""Match up: three or four pairs of one relation, no two of which could be exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from random import Random

from questions.facts.model import Fact, Relation
from questions.generators.generator import Draft, Option, compose
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.wording import render, shown, slots_of, statement, template
from questions.question import Answer, Kind, Question
from questions.words import alike, telling_words, word_key

KIND = Kind.MATCH_UP

Candidate = tuple[Relation, int]
"""A relation, and the place of the first fact that is taken."""

LETTERS = "WXYZ"  # A to D are the choices
_FOUR_FROM = 8  # facts of a relation
_REACH = 16
_WRONG_PAIRINGS = 3


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """Every relation that words a match-up, from every fourth of its facts on, or every other of a few."""
    found = []
    for relation in index.base.relations.values():
        if "match" in relation.wording or "past_match" in relation.wording:
            total = len(index.facts_of(relation))
            found += [(relation, at) for at in range(0, total - 2, 2 if total < _FOUR_FROM else 4)]
    return found


def key(candidate: Candidate) -> str:
    relation, start = candidate
    return f"{relation.id}/{start}"


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one fact and those that follow it; None where a pair could be exchanged or gives
    itself away. No two questions take the same facts, for each takes none before its first.
    """
    relation, start = candidate
    base, facts = index.base, _block(index, relation, start)
    if not facts:
        return None
    text = template(relation, "match", facts[0])
    proofs = _proofs(index, facts)
    if text is None or not proofs:
        return None
    left, right = rng.sample(facts, len(facts)), rng.sample(facts, len(facts))
    items = [f"{number}. {shown(base, fact.subject)}" for number, fact in enumerate(left, 1)]
    others = [f"{letter}. {shown(base, fact.object)}" for letter, fact in zip(LETTERS, right, strict=False)]
    wrong = [order for order in permutations(left) if list(order) != left]
    options = [Option(_spelt(left, right), None, tuple(facts))]
    for order in rng.sample(wrong, _WRONG_PAIRINGS):
        why = next(
            proofs[fact.id, other.id] for fact, other in zip(left, order, strict=True) if fact is not other
        )
        options.append(Option(_spelt(order, right), why.rule, why.facts))
    rng.shuffle(options)
    prompt = "\n".join((render(text, slots_of(base, facts[0])), *items, "", *others))
    said = " ".join(statement(base, fact) for fact in left)
    draft = Draft(prompt, Answer(_spelt(left, right)), said, tuple(facts), options=tuple(options))
    return compose(index, KIND, draft)


def _block(index: FactIndex, relation: Relation, start: int) -> list[Fact]:
    """Three or four facts from one place on whose subjects and objects all differ clearly, of one time."""
    rows = index.shuffled(relation)
    size = 4 if len(rows) >= _FOUR_FROM else 3
    found: list[Fact] = []
    keys: list[str] = []
    for fact in rows[start : start + _REACH]:
        texts = [shown(index.base, fact.subject), shown(index.base, fact.object)]
        mine = [word_key(text) for text in texts]
        apart = not any(alike(one, other) for one in mine for other in keys) and not alike(*mine)
        if (
            apart
            and fact.as_of == rows[start].as_of
            and not telling_words(texts[0]) & telling_words(texts[1])
        ):
            found.append(fact)
            keys += mine
        if len(found) == size or (not found):
            break
    return found if len(found) == size else []


def _proofs(index: FactIndex, facts: Sequence[Fact]) -> dict[tuple[str, str], Refutation]:
    """For each subject and each other's object why they do not belong together; empty if one such pair
    might.
    """
    found = {}
    for fact in facts:
        for other in facts:
            if other is not fact:
                why = index.why_not(Ask.of(fact, Side.OBJECT), other.object)
                if why is None:
                    return {}
                found[fact.id, other.id] = why
    return found


def _spelt(order: Sequence[Fact], right: Sequence[Fact]) -> str:
    """The pairing that gives the objects of ``order`` to the subjects from 1 on: "1–X, 2–W, 3–Y"."""
    letters = {fact.id: letter for letter, fact in zip(LETTERS, right, strict=False)}
    return ", ".join(f"{number}–{letters[fact.id]}" for number, fact in enumerate(order, 1))
