"""What a generator is, and how its parts become a Question with proof, sources, level and spoiler mark."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from random import Random
from typing import Any, ClassVar, Generic, TypeVar, overload

from questions.arrangement import Arrangement
from questions.facts.model import Fact
from questions.generators.distractors import Wrong
from questions.generators.index import FactIndex
from questions.question import MAX_LEVEL, USUAL_INTEREST, Answer, Choice, Citation, Question, WhyWrong

C = TypeVar("C")
A = TypeVar("A")
B = TypeVar("B")

MOST_INTEREST = 5.0


@dataclass(frozen=True, slots=True)
class Option:
    """A choice before it is part of a question: ``why`` is None for the right one."""

    text: str
    why: WhyWrong | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class QuestionParts:
    """What is particular to one question; the rest follows from its facts.

    ``facts`` make the answer right, the main one first; ``turn`` tells apart questions of one kind over the
    same facts; ``identity`` is what the id is made of, where some of the facts depend on chance; ``level`` is
    that of the hardest fact of the identity where it is None.
    """

    prompt: str
    answer: Answer
    statement: str
    facts: tuple[Fact, ...]
    turn: str = ""
    options: tuple[Option, ...] = ()
    typed: bool = False
    clues: tuple[str, ...] = ()
    identity: tuple[Fact, ...] = ()
    level: int | None = None
    arrangement: Arrangement | None = None


class Generator(ABC, Generic[C]):
    """Makes the questions of one kind. All that is known of a kind stands in its class.

    ``share`` is how often the bank asks it, beside the others; ``pleasure`` is added to the interest of its
    facts, and ``steps`` to their level. ``needs`` tells writers of packs what a relation must have for it.
    """

    kind: ClassVar[str]
    share: ClassVar[float] = 1.0
    pleasure: ClassVar[float] = 0.0
    steps: ClassVar[int] = 0
    needs: ClassVar[str]

    @abstractmethod
    def candidates(self, index: FactIndex) -> Sequence[C]:
        """Where questions may be found: cheap and lazy, so that one can be drawn by its number."""

    @abstractmethod
    def facts(self, index: FactIndex, candidate: C) -> Sequence[Fact]:
        """The facts that a candidate surely stands on, the main one first; empty where they are not known."""

    @abstractmethod
    def key(self, candidate: C) -> str:
        """What tells a candidate from all others of its kind."""

    @abstractmethod
    def parts(self, index: FactIndex, candidate: C, rng: Random) -> QuestionParts | None:
        """What the question of a candidate is made of; None where no fair one exists.

        Facts, prompt and answer depend on the candidate alone, wrong choices and their order on ``rng`` too.
        """

    def interest(self, index: FactIndex, candidate: C) -> float:
        """How much somebody who loves the subject would like to be asked, 1 to 5."""
        facts = self.facts(index, candidate)
        interest = index.base.interest(facts[0]) if facts else USUAL_INTEREST
        return min(interest + self.pleasure, MOST_INTEREST)

    def build(self, index: FactIndex, candidate: C, rng: Random) -> Question | None:
        """The question of a candidate; None where no fair one exists."""
        parts = self.parts(index, candidate, rng)
        return None if parts is None else self._question(index, candidate, parts)

    def _question(self, index: FactIndex, candidate: C, parts: QuestionParts) -> Question:
        base, facts = index.base, parts.facts
        identity = parts.identity or facts
        used = {fact.id: fact for option in parts.options for fact in option.facts}
        used |= {fact.id: fact for fact in facts}
        right = [at for at, option in enumerate(parts.options) if option.why is None]
        level = max(fact.level for fact in identity) if parts.level is None else parts.level
        return Question(
            id=question_id(base.id, self.kind, parts.turn, (fact.id for fact in identity)),
            pack=base.id,
            kind=self.kind,
            prompt=parts.prompt,
            answer=parts.answer,
            statement=parts.statement,
            choices=tuple(
                Choice(option.text, option.why, tuple(fact.id for fact in option.facts))
                for option in parts.options
            ),
            correct=right[0] if right else None,
            typed=parts.typed,
            arrangement=parts.arrangement,
            clues=parts.clues,
            citations=citations(index, facts),
            facts=tuple(fact.id for fact in facts),
            topic=facts[0].topic,
            level=min(MAX_LEVEL, level + self.steps),
            interest=self.interest(index, candidate),
            spoiler=any(fact.spoiler for fact in used.values()),
        )


AnyGenerator = Generator[Any]


class Pairs(Sequence[tuple[A, B]]):
    """Every pair of two sequences, made when it is asked for: of the hundred thousand candidates of a large
    pack, a quiz looks at some hundred.
    """

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


def derive(seed: int, kind: str, key: str) -> Random:
    """The randomness of one candidate, which does not depend on how many others there are."""
    return Random(f"{seed}/{kind}/{key}")


def in_any_order(
    right: str, facts: Iterable[Fact], wrongs: Iterable[Wrong], rng: Random
) -> tuple[Option, ...]:
    """The right choice among the wrong ones, each place as likely as any other; empty without wrong ones."""
    options = [Option(wrong.text, wrong.refutation.why, wrong.refutation.facts) for wrong in wrongs]
    if options:
        options.append(Option(right, None, tuple(facts)))
        rng.shuffle(options)
    return tuple(options)


def question_id(pack: str, kind: str, turn: str, facts: Iterable[str]) -> str:
    """A hash that neither the seed nor the order of rows changes."""
    text = "\n".join((pack, kind, turn, *facts))
    return blake2s(text.encode(), digest_size=10).hexdigest()


def citations(index: FactIndex, facts: Iterable[Fact]) -> tuple[Citation, ...]:
    """The documents that support the facts, each once, in the order of the facts."""
    ids = dict.fromkeys(source for fact in facts for source in fact.sources)
    sources = [index.base.sources[source] for source in ids]
    return tuple(Citation(source.id, source.title, source.publisher, source.published) for source in sources)
