"""Questions before they are made: the candidates of one kind, and what was learnt of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from random import Random
from typing import NamedTuple

from questions.bank.experience import Form
from questions.bank.request import QuizRequest
from questions.facts.model import FactBase
from questions.generators.catalogue import GENERATORS
from questions.generators.generator import AnyGenerator, derive
from questions.generators.index import FactIndex
from questions.interchange.lists import ANY_LEVEL, QuestionList
from questions.question import AUTHORED, USUAL_INTEREST, Question

_WINDOW = 128
_PLENTY = 200
_CHANCE = 1.3  # of the interest, so that quizzes differ


class Label(NamedTuple):
    """What must be known of a question to pass it over; ``both_ways`` says that it has choices and could be
    asked without them, ``tapped`` that it is answered without typing.
    """

    form: Form
    level: int
    spoiler: bool
    both_ways: bool
    topic: str
    tapped: bool
    clues: bool


class Hint(NamedTuple):
    """What is known of a candidate before its question is made: the least that its level can be, whether it
    is surely a spoiler, its interest, and the topics of its facts, none where they are not known yet.
    """

    level: int
    spoiler: bool
    interest: float
    topics: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class CandidatePool:
    """The candidates of one kind in one pack, by number.

    ``make`` is given a candidate's number, and a Random for other wrong choices than the usual ones; it
    returns None where there is no fair question. No question has a lower level than ``least_level``. ``root``
    gives the main fact of a candidate, or the id of a question that stands on none.
    ``labels`` keeps what was learnt of the usual questions.
    """

    kind: str
    share: float
    size: int
    make: Callable[[int, Random | None], Question | None]
    hint: Callable[[int], Hint]
    least_level: int = 1
    root: Callable[[int], str] = str
    labels: dict[int, Label | None] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """How often the kind is asked beside others: its share, and less where there are few candidates, so
        that the only question of its kind is not in every quiz.
        """
        return self.share * math.sqrt(min(1.0, self.size / _PLENTY))


class Candidate:
    """A candidate, and the question that is made of it when it is needed."""

    __slots__ = ("_at", "_pool", "_question", "bare", "hint", "level", "rank")

    def __init__(self, pool: CandidatePool, at: int, chance: float = 0.0) -> None:
        self._pool, self._at = pool, at
        self._question: Question | None = None
        self.hint = pool.hint(at)
        self.rank = self.hint.interest + chance
        """The interest, with some chance in it."""
        self.bare = False
        """Whether it is to be asked without its choices, which makes it a level harder."""
        self.level: int | None = None
        """The level that players have shown; None where it is as it was set."""

    def may_fit(self, request: QuizRequest) -> bool:
        """False where no question of this candidate can fit."""
        too_hard = request.level is not None and self.hint.level > request.level
        if too_hard and request.experience.eased:
            too_hard = self._pool.root(self._at) not in request.experience.eased
        topics = self.hint.topics
        elsewhere = request.topic is not None and bool(topics) and request.topic not in topics
        return not (too_hard or elsewhere) and (request.spoilers or not self.hint.spoiler)

    @property
    def label(self) -> Label | None:
        """None where no fair question can be made."""
        labels = self._pool.labels
        if self._at not in labels:
            made = self._question = self._pool.make(self._at, None)
            labels[self._at] = _label(made) if made else None
        return labels[self._at]

    @property
    def question(self) -> Question:
        """The question with its usual wrong choices, of a candidate that has a label."""
        if self._question is None:
            self._question = self._pool.make(self._at, None)
        assert self._question is not None
        return self._as_asked(self._question)

    def variant(self, rng: Random) -> Question | None:
        """The question with other wrong choices in another order, where there are such."""
        usual, other = self.question, None if self.bare else self._pool.make(self._at, rng)
        if other is None or other.id != usual.id or bool(other.choices) != bool(usual.choices):
            return None
        return self._as_asked(other)

    def _as_asked(self, question: Question) -> Question:
        asked = question.without_choices() if self.bare else question
        return asked if self.level in (None, asked.level) else replace(asked, level=self.level)


def _label(question: Question) -> Label:
    both_ways = bool(question.choices) and question.typed and question.kind != AUTHORED
    return Label(
        Form.of(question),
        question.level,
        question.spoiler,
        both_ways,
        question.topic,
        question.tapped,
        bool(question.clues),
    )


def pools_of(base: FactBase) -> tuple[CandidatePool, ...]:
    """All that the generators may make of a pack, a pool a kind.

    What costs as much as the pack is long is done here, so that the first quiz need not wait for it; of the
    questions only the first of each pool is made.
    """
    index = FactIndex(base)
    for kind in base.by_kind:
        index.common(kind)
    for relation in base.relations.values():
        for fact in index.facts_of(relation)[:1]:
            index.siblings(fact, Random(0))
    pools = tuple(_generated(index, generator) for generator in GENERATORS)
    for pool in pools:
        if pool.size:
            pool.make(0, None)
    return pools


def authored_pool(questions: Sequence[Question], share: float) -> CandidatePool:
    """Questions that people wrote, which are as they are."""
    hints = [
        Hint(question.level, question.spoiler, question.interest, frozenset({question.topic}))
        for question in questions
    ]
    return CandidatePool(
        AUTHORED,
        share,
        len(questions),
        lambda at, _: questions[at],
        hints.__getitem__,
        root=lambda at: questions[at].id,
    )


def list_pool(listed: QuestionList, share: float, level: int | None) -> CandidatePool:
    """The questions of an imported pack, each made when it is drawn: there may be tens of thousands."""
    entries = listed.entries

    def hint(at: int) -> Hint:
        entry = entries[at].entry
        return Hint(entry.level or level or ANY_LEVEL, False, USUAL_INTEREST, frozenset({entry.topic}))

    def make(at: int, rng: Random | None) -> Question:
        return listed.question(at, level, rng)

    return CandidatePool(AUTHORED, share, len(entries), make, hint, root=listed.id_of)


def best_first(pools: Sequence[CandidatePool], rng: Random) -> Iterator[Candidate]:
    """Every candidate of the pools once, at the cost of only those that are taken.

    A window of them at a time is in random order but for the interesting ones, which come first; a small pack
    is one window.
    """
    numbers = _shuffled(sum(pool.size for pool in pools), rng)
    while window := [_numbered(pools, number, rng) for number in islice(numbers, _WINDOW)]:
        yield from sorted(window, key=lambda candidate: -candidate.rank)


def _numbered(pools: Sequence[CandidatePool], number: int, rng: Random) -> Candidate:
    for pool in pools:
        if number < pool.size:
            break
        number -= pool.size
    return Candidate(pool, number, rng.random() * _CHANCE)


def _generated(index: FactIndex, generator: AnyGenerator) -> CandidatePool:
    candidates = generator.candidates(index)

    def make(at: int, rng: Random | None) -> Question | None:
        candidate = candidates[at]
        usual = derive(0, generator.kind, generator.key(candidate))
        return generator.build(index, candidate, rng or usual)

    def hint(at: int) -> Hint:
        candidate = candidates[at]
        facts = generator.facts(index, candidate)
        return Hint(
            max((fact.level for fact in facts), default=1) + (generator.steps if facts else 0),
            any(fact.spoiler for fact in facts),
            generator.interest(index, candidate),
            frozenset(fact.topic for fact in facts),
        )

    def root(at: int) -> str:
        facts = generator.facts(index, candidates[at])
        return facts[0].id if facts else ""

    return CandidatePool(
        generator.kind, generator.share, len(candidates), make, hint, 1 + generator.steps, root
    )


def _shuffled(count: int, rng: Random) -> Iterator[int]:
    """The numbers below ``count``: a shuffle that keeps only the places that it has touched."""
    moved: dict[int, int] = {}
    for end in range(count - 1, -1, -1):
        at = rng.randint(0, end)
        last = moved.pop(end, end)
        if at == end:
            yield last
        else:
            yield moved.get(at, at)
            moved[at] = last
