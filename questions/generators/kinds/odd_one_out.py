"""Odd one out: three share something that the fourth provably lacks; the reveal says what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import TRAIT, Wordings, entity_answer, filled
from questions.generators.distractors import Wrong, fair_set, ranked_wrongs
from questions.generators.generator import Generator, Option, Pairs, QuestionParts
from questions.generators.index import FactIndex, Group
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.wording import shown, statement, template
from questions.question import WhyWrong
from questions.words import alike, word_key

Candidate = tuple[Group, int]

_ALIKE: Wordings = {Side.OBJECT: "alike_objects", Side.SUBJECT: "alike_subjects"}
_SHARING = 3
_STEP = 2  # so that two questions have at most one member in common
_MOST_OF_A_GROUP = 8


class OddOneOut(Generator[Candidate]):
    kind = "odd_one_out"
    needs = "`subject_trait` and `alike_subjects`, or both for objects, and one that lacks what three share"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """A few threes of every group that has so many."""
        return Pairs(index.groups(_SHARING), range(_MOST_OF_A_GROUP))

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        group, number = candidate
        return index.facts_of_group(group)[number * _STEP : number * _STEP + _SHARING]

    def key(self, candidate: Candidate) -> str:
        group, number = candidate
        return f"{group.key}/{number}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """One three of a group, no two of which have a member in common, with an odd one of its own; None
        where no fourth lacks the trait provably and alone, or stands out by its looks.
        """
        group, number = candidate
        members = index.asks(group)
        three = members[number * _STEP : number * _STEP + _SHARING]
        if len(three) < _SHARING or _name_alike(index, three):
            return None
        trait = filled(index, TRAIT, three[0], sentence=False)
        shared = template(group.relation, _ALIKE[group.side], three[0].fact)
        if trait is None or shared is None:
            return None
        odd_ones = islice(_odd_ones(index, three, rng), number, None)
        odd, refutation = next(odd_ones, ("", Refutation(WhyWrong.LOGIC)))
        if not odd:
            return None
        base, grammar = index.base, index.base.grammar
        facts = tuple(ask.fact for ask in three)
        options = [Option(shown(base, odd), None, refutation.facts)]
        options += [
            Option(shown(base, ask.answer), refutation.why, (ask.fact, *refutation.facts)) for ask in three
        ]
        rng.shuffle(options)
        told = [
            grammar.shared_by_the_others(trait),
            *(statement(base, fact) for fact in refutation.facts if odd in (fact.subject, fact.object)),
        ]
        return QuestionParts(
            grammar.odd_one_out(index.kind(odd).plural, shared),
            entity_answer(index, odd),
            " ".join(told),
            tuple(dict.fromkeys((*facts, *refutation.facts))),
            group.side,
            tuple(options),
            identity=facts,
        )


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
            yield odd.entity, odd.refutation


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
