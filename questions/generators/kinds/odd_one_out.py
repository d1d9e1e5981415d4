"""Odd one out: three share something that the fourth provably lacks; the reveal says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random

from questions.generators.asking import TRAIT, entity_answer, filled
from questions.generators.distractors import Wrong, fair_set, ranked_wrongs
from questions.generators.generator import Draft, Option, Pairs, compose
from questions.generators.index import FactIndex, Group, mix
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.wording import shown, statement, template
from questions.question import Kind, Question, WhyWrong
from questions.words import alike, word_key

KIND = Kind.ODD_ONE_OUT

Candidate = tuple[Group, int]

_ALIKE = {Side.OBJECT: "alike_objects", Side.SUBJECT: "alike_subjects"}
_SHARING = 3
_STEP = 2  # so that two questions have at most one member in common
_MOST_OF_A_GROUP = 8


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """A few threes of every group that has so many."""
    return Pairs(index.groups(_SHARING), range(_MOST_OF_A_GROUP))


def key(candidate: Candidate) -> str:
    group, number = candidate
    return f"{group.relation.id}/{group.side}/{group.given}/{number}"


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one three of a group, no two of which have a member in common; None where the pack
    words no trait, or no fourth lacks it provably and alone, or stands out by its looks. Each three of a
    group has an odd one of its own.
    """
    group, number = candidate
    members = index.asks(group)
    three = members[number * _STEP : number * _STEP + _SHARING]
    if len(three) < _SHARING or _name_alike(index, three):
        return None
    trait = filled(index, TRAIT, three[0], sentence=False)
    threes = (min(len(members), _STEP * _MOST_OF_A_GROUP + 1) - _SHARING) // _STEP + 1
    odd_ones = _odd_ones(index, three, rng) if trait else ()
    found = next((pair for pair in odd_ones if mix(pair[0]) % threes == number), None)
    if found is None:
        return None
    odd, why = found
    base, facts = index.base, tuple(ask.fact for ask in three)
    options = [Option(shown(base, odd), None, why.facts)]
    options += [Option(shown(base, ask.answer), why.rule, (ask.fact, *why.facts)) for ask in three]
    rng.shuffle(options)
    kind = base.kinds[base.entities[odd].kind]
    shared = template(group.relation, _ALIKE[group.side], three[0].fact) or "have something in common"
    prompt = f"Three of these {kind.plural} {shared}. Which one is the odd one out?"
    said = " ".join((f"Each of the other three {trait}.", *(statement(base, fact) for fact in why.facts)))
    proof = tuple(dict.fromkeys((*facts, *why.facts)))
    draft = Draft(prompt, entity_answer(index, odd), said, proof, group.side, tuple(options), identity=facts)
    return compose(index, KIND, draft)


def _odd_ones(index: FactIndex, three: Sequence[Ask], rng: Random) -> Iterator[tuple[str, Refutation]]:
    """Entities that lack what the three share, the closest first, and the proof of it."""
    choices = [
        Wrong(shown(index.base, ask.answer), Refutation(WhyWrong.LOGIC), str(ask.answer)) for ask in three
    ]
    members = [str(ask.answer) for ask in three]
    for odd in ranked_wrongs(index, three[0], "", rng):
        if odd.entity is None or odd.entity in members:
            continue
        if fair_set(odd.text, choices, _SHARING) and not _ambiguous(index, odd.entity, members):
            yield odd.entity, odd.why


def _ambiguous(index: FactIndex, odd: str, members: Sequence[str]) -> bool:
    """Whether the odd one and two of the members share something too, so that the third might be meant."""
    for left_out in members:
        rest = [index.profile(member).links for member in members if member != left_out]
        shared = index.profile(odd).links.intersection(*rest)
        if shared - index.profile(left_out).links:
            return True
    return False


def _name_alike(index: FactIndex, three: Sequence[Ask]) -> bool:
    keys = [word_key(shown(index.base, ask.answer)) for ask in three]
    return any(alike(one, other) for one, other in combinations(keys, 2))
