"""What a generator is, and how its finds become a Question with proof, sources, level and spoiler mark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from random import Random
from typing import Any, Protocol, TypeVar, overload

from questions.facts.model import Fact
from questions.generators.distractors import Wrong
from questions.generators.index import FactIndex
from questions.question import Answer, Choice, Citation, Kind, Question, WhyWrong

C = TypeVar("C")
A = TypeVar("A")
B = TypeVar("B")

MAX_LEVEL = 3


class Generator(Protocol[C]):
    """A module that makes questions of one kind.

    ``candidates`` is cheap and lazy: it says where questions may be found, so that one can be drawn by its
    number. ``build`` makes the question of a candidate, or None where no fair one exists; the question's id,
    facts, prompt and answer depend on the candidate alone, wrong choices and their order on ``rng`` as well.
    """

    @property
    def KIND(self) -> Kind: ...  # noqa: N802 - a module's constant

    def candidates(self, index: FactIndex, /) -> Sequence[C]: ...

    def key(self, candidate: C, /) -> str: ...

    def build(self, index: FactIndex, candidate: C, rng: Random, /) -> Question | None: ...


AnyGenerator = Generator[Any]


class Pairs(Sequence[tuple[A, B]]):
    """Every pair of two sequences, made when it is asked for."""

    def __init__(self, first: Sequence[A], second: Sequence[B]) -> None:
        self._first, self._second = first, second

    def __len__(self) -> int:
        return len(self._first) * len(self._second)

    @overload
    def __getitem__(self, at: int) -> tuple[A, B]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[A, B]]: ...
    def __getitem__(self, at: int | slice) -> tuple[A, B] | Sequence[tuple[A, B]]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        first, second = divmod(range(len(self))[at], len(self._second))
        return self._first[first], self._second[second]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice before it is part of a question: ``rule`` is None for the right one."""

    text: str
    rule: WhyWrong | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a generator found. ``facts`` make the answer right, the main one first; ``turn`` tells apart
    questions of one kind over the same facts; ``harder`` is added to the level of the hardest fact.
    """

    prompt: str
    answer: Answer
    statement: str
    facts: tuple[Fact, ...]
    turn: str = ""
    options: tuple[Option, ...] = ()
    typed: bool = False
    clues: tuple[str, ...] = ()
    harder: int = 0
    identity: tuple[Fact, ...] = ()  # what the id is made of, where some of the facts depend on chance


def derive(seed: int, kind: Kind, key: str) -> Random:
    """The randomness of one candidate, which does not depend on how many others there are."""
    return Random(f"{seed}/{kind}/{key}")


def in_any_order(
    right: str, facts: Iterable[Fact], wrongs: Iterable[Wrong], rng: Random
) -> tuple[Option, ...]:
    """The right choice among the wrong ones, each place as likely as any other."""
    options = [Option(right, None, tuple(facts))]
    options += [Option(wrong.text, wrong.why.rule, wrong.why.facts) for wrong in wrongs]
    rng.shuffle(options)
    return tuple(options)


def compose(index: FactIndex, kind: Kind, draft: Draft) -> Question:
    """The question of a draft: its id, sources, topic, level, spoiler mark and proof come from the facts
    used.
    """
    base, facts = index.base, draft.facts
    identity = draft.identity or facts
    used = {fact.id: fact for option in draft.options for fact in option.facts}
    used |= {fact.id: fact for fact in facts}
    right = [at for at, option in enumerate(draft.options) if option.rule is None]
    return Question(
        id=question_id(base.id, kind, draft.turn, (fact.id for fact in identity)),
        pack=base.id,
        kind=kind,
        prompt=draft.prompt,
        answer=draft.answer,
        statement=draft.statement,
        choices=tuple(
            Choice(option.text, option.rule, tuple(fact.id for fact in option.facts))
            for option in draft.options
        ),
        correct=right[0] if right else None,
        typed=draft.typed,
        clues=draft.clues,
        citations=citations(index, facts),
        facts=tuple(fact.id for fact in facts),
        topic=facts[0].topic,
        level=min(MAX_LEVEL, max(fact.level for fact in identity) + draft.harder),
        spoiler=any(fact.spoiler for fact in used.values()),
    )


def question_id(pack: str, kind: Kind, turn: str, facts: Iterable[str]) -> str:
    """A hash that neither the seed nor the order of rows changes."""
    text = "\n".join((pack, kind, turn, *facts))
    return blake2s(text.encode(), digest_size=10).hexdigest()


def citations(index: FactIndex, facts: Iterable[Fact]) -> tuple[Citation, ...]:
    """The documents that support the facts, each once, in the order of the facts."""
    ids = dict.fromkeys(source for fact in facts for source in fact.sources)
    sources = [index.base.sources[source] for source in ids]
    return tuple(Citation(source.id, source.title, source.publisher, source.published) for source in sources)
