"""What a fact base proves: which rows are true, which are certainly false, and what is the only one of its
sort.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Set
from dataclasses import dataclass
from enum import StrEnum

from questions.dates import PartialDate
from questions.facts.model import Fact, FactBase, Many, Relation, Value
from questions.question import WhyWrong


class Side(StrEnum):
    """The end of a relation that is asked for; the other end is given."""

    SUBJECT = "subject"
    OBJECT = "object"

    @property
    def other(self) -> Side:
        return Side.OBJECT if self is Side.SUBJECT else Side.SUBJECT


@dataclass(frozen=True, slots=True)
class Ask:
    """A fact with one end hidden: ``answer`` stands on ``side``, ``given`` on the other.

    For the twin of a symmetric fact the ends are the other way round than in the fact itself.
    """

    fact: Fact
    side: Side
    given: Value
    answer: Value

    @property
    def lures(self) -> tuple[str, ...]:
        """What the curator wrote as wrong in place of the answer."""
        return self.fact.lures if self.side is Side.OBJECT else self.fact.subject_lures

    @classmethod
    def of(cls, fact: Fact, side: Side) -> Ask:
        """The fact as it stands, with the end on this side hidden."""
        if side is Side.OBJECT:
            return cls(fact, side, fact.subject, fact.object)
        return cls(fact, side, fact.object, fact.subject)


@dataclass(frozen=True, slots=True)
class Refutation:
    """Why a row is certainly false, and the facts on which that rests (none where a complete list lacks the
    row).
    """

    why: WhyWrong
    facts: tuple[Fact, ...] = ()


class Prover:
    """The rows of a fact base, and what follows from them."""

    def __init__(self, base: FactBase) -> None:
        self.base = base
        self._also_true: defaultdict[tuple[str, Side, Value], set[Value]] = defaultdict(set)
        for subject, relation, object in base.also_true:
            ends = [(subject, object)]
            ends += [(object, subject)] if base.relations[relation].symmetric else []
            for one, other in ends:
                self._also_true[relation, Side.OBJECT, one].add(other)
                self._also_true[relation, Side.SUBJECT, other].add(one)

    def relation(self, fact: Fact) -> Relation:
        """The relation of a fact."""
        return self.base.relations[fact.relation]

    def rows(self, relation: Relation, side: Side, given: Value) -> tuple[tuple[Value, Fact], ...]:
        """All true values on the side for the given one, each with its fact; twins of a symmetric relation
        too.
        """
        base = self.base
        objects = side is Side.OBJECT or relation.symmetric
        subjects = side is Side.SUBJECT or relation.symmetric
        facts = base.by_subject.get((given, relation.id), ()) if objects and isinstance(given, str) else ()
        twins = base.by_object.get((relation.id, given), ()) if subjects else ()
        return (*((fact.object, fact) for fact in facts), *((fact.subject, fact) for fact in twins))

    def also_true(self, relation: Relation, side: Side, given: Value) -> Set[Value]:
        """Values that hold on the side for the given one although no fact says so."""
        return self._also_true.get((relation.id, side, given), frozenset())

    def sole(self, ask: Ask) -> bool:
        """Whether no other value is known to fit."""
        relation = self.relation(ask.fact)
        rows = self.rows(relation, ask.side, ask.given)
        more = self.also_true(relation, ask.side, ask.given)
        return not more and all(value == ask.answer for value, _ in rows)

    def unique(self, ask: Ask) -> bool:
        """Whether the base proves that no other value fits, by the relation's cardinality or its complete
        list.
        """
        relation = self.relation(ask.fact)
        one = relation.objects if ask.side is Side.OBJECT else relation.subjects
        listed = relation.complete and not isinstance(
            ask.given, PartialDate
        )  # a list by date may overlap another
        return (one is Many.ONE or listed) and self.sole(ask)

    def why_not(self, ask: Ask, value: Value) -> Refutation | None:
        """Why the value does not fit in place of the answer; None where that cannot be proved."""
        return self.refuter(ask)(value)

    def refuter(self, ask: Ask) -> Callable[[Value], Refutation | None]:
        """``why_not`` for many values of one ask.

        Of several reasons the one that gives least away is taken: that the fact leaves room for no other,
        then a complete list, then another fact that is no spoiler, then a lure.
        """
        relation, fact = self.relation(ask.fact), ask.fact
        true = {value for value, _ in self.rows(relation, ask.side, ask.given)}
        true |= self.also_true(relation, ask.side, ask.given)
        here, there = WhyWrong.ONE_OBJECT, WhyWrong.ONE_SUBJECT
        one_here, one_there = relation.objects is Many.ONE, relation.subjects is Many.ONE
        if ask.side is Side.SUBJECT:
            here, there, one_here, one_there = there, here, one_there, one_here

        def why_not(value: Value) -> Refutation | None:
            if value in true or self._may_be_same_time(ask, value):
                return None
            if one_here:
                return Refutation(here, (fact,))
            if relation.complete:
                return Refutation(WhyWrong.COMPLETE)
            rows = self.rows(relation, ask.side.other, value) if one_there else ()
            others = sorted((row for _, row in rows if row.as_of == fact.as_of), key=lambda row: row.spoiler)
            if str(value) in ask.lures and (not others or others[0].spoiler):
                return Refutation(WhyWrong.LURE, (fact,))
            return Refutation(there, (others[0],)) if others else None

        return why_not

    def _may_be_same_time(self, ask: Ask, value: Value) -> bool:
        """Whether the value could be right because a date is less precise than another."""
        if isinstance(value, PartialDate):
            known = [date for date, _ in self.rows(self.relation(ask.fact), ask.side, ask.given)]
            return any(isinstance(date, PartialDate) and date.overlaps(value) for date in known)
        if isinstance(ask.given, PartialDate):
            dates = [date for date, _ in self.rows(self.relation(ask.fact), ask.side.other, value)]
            return any(isinstance(date, PartialDate) and date.overlaps(ask.given) for date in dates)
        return False
