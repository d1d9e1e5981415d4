"""True or false: a fact as it stands, or put wrong in a way that somebody might believe."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from questions.dates import PartialDate
from questions.facts.model import Fact, Many, Relation
from questions.generators.asking import gives_each_other_away
from questions.generators.distractors import tempting_wrongs
from questions.generators.generator import Generator, Option, QuestionParts
from questions.generators.index import FactIndex, Group, mix
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.values import near_dates, near_numbers, rounded
from questions.generators.wording import entity_slot, slot_of, slots_of, statement, template
from questions.grammar.filling import Slot, Slots, fill, within
from questions.question import Answer, AnswerType, WhyWrong
from questions.words import padded, word_key

_HIDDEN = Slot("…", phrase=True)
_LONGEST_LIST = 8


class TrueFalse(Generator[Fact]):
    kind = "true_false"
    pleasure = -1.2
    needs = "`claim`, and a sibling, a near number or a lure to put in place of the true end"

    def candidates(self, index: FactIndex) -> Sequence[Fact]:
        return index.base.facts

    def facts(self, index: FactIndex, candidate: Fact) -> Sequence[Fact]:
        return (candidate,)

    def key(self, candidate: Fact) -> str:
        return candidate.id

    def parts(self, index: FactIndex, candidate: Fact, rng: Random) -> QuestionParts | None:
        """A true statement of one half of the facts, a false one of the other; None where no false one can be
        proved, so that both are as frequent.
        """
        claim = template(index.relation(candidate), "claim", candidate)
        if claim is None or gives_each_other_away(index, candidate):
            return None
        if not _speaks_for_its_list(index, candidate):
            return None
        false = _false(index, candidate, claim, rng)
        if false is None or mix(f"{candidate.id}/truth") // 64 % 2:
            return false
        told = statement(index.base, candidate)
        true, wrong = index.base.grammar.truth
        options = (Option(true, None, (candidate,)), Option(wrong, WhyWrong.LOGIC, (candidate,)))
        prompt = index.base.grammar.true_or_false(fill(claim, _said_slots(index, candidate)))
        return QuestionParts(prompt, Answer(true), told, (candidate,), "true", options)


def _said_slots(index: FactIndex, fact: Fact) -> Slots:
    """The slots of the claim: a number as one says it."""
    slots = slots_of(index.base, fact)
    if not isinstance(fact.object, Decimal):
        return slots
    return replace(slots, object=slot_of(index.base, index.relation(fact), rounded(fact.object)))


def _speaks_for_its_list(index: FactIndex, fact: Fact) -> bool:
    """Whether no other fact of the same subject could be put wrong in the same words."""
    relation = index.relation(fact)
    if Many.ONE in (relation.objects, relation.subjects):
        return True
    return index.facts_of_group(Group(relation, Side.OBJECT, fact.subject))[0] is fact


def _false(index: FactIndex, fact: Fact, claim: str, rng: Random) -> QuestionParts | None:
    """The fact put wrong; the reveal shows it, and what else makes the statement false."""
    true, wrong = index.base.grammar.truth
    for side in _sides(index.relation(fact)):
        ask = Ask.of(fact, side)
        for slot, refutation in _wrong_slots(index, ask, rng):
            true_slots = _said_slots(index, fact)
            slots = replace(
                true_slots,
                subject=slot if side is Side.SUBJECT else true_slots.subject,
                object=slot if side is Side.OBJECT else true_slots.object,
            )
            prompt = index.base.grammar.true_or_false(fill(claim, slots))
            options = (Option(true, refutation.why, refutation.facts), Option(wrong, None, (fact,)))
            truth, facts = _reveal(index, ask, slot, refutation)
            return QuestionParts(prompt, Answer(wrong), truth, facts, "false", options, identity=(fact,))
    return None


def _reveal(index: FactIndex, ask: Ask, wrong: Slot, refutation: Refutation) -> tuple[str, tuple[Fact, ...]]:
    """What shows that the statement is false, and the facts that it tells: the fact itself, another that
    leaves no room, or the complete list, where it is short and gives no more away.
    """
    base, fact = index.base, ask.fact
    facts = tuple(dict.fromkeys((fact, *refutation.facts)))
    truth = " ".join(statement(base, each) for each in facts)
    rows = index.rows(index.relation(fact), ask.side, ask.given)
    if refutation.why is not WhyWrong.COMPLETE or len(rows) < 2:
        return truth, facts
    spoils = any(row.spoiler for _, row in rows) and not fact.spoiler
    if len(rows) > _LONGEST_LIST or spoils:
        return f"{truth} {base.grammar.list_lacks(len(rows), within(wrong))}", facts
    names = [within(slot_of(base, index.relation(fact), value)) for value, _ in rows]
    listing = base.grammar.full_list(sorted(names, key=str.casefold))
    return listing, tuple(dict.fromkeys((fact, *(row for _, row in rows))))


def _in_year(date: PartialDate, year: int) -> PartialDate:
    """The same day of another year; 29 February becomes the 28th."""
    return PartialDate(year, date.month, 28 if (date.month, date.day) == (2, 29) else date.day)


def _sides(relation: Relation) -> list[Side]:
    """The end to put wrong: where there can be only one, so that the fact itself shows the mistake."""
    turned = relation.subjects is Many.ONE and relation.objects is not Many.ONE
    return [Side.SUBJECT, Side.OBJECT] if turned else [Side.OBJECT, Side.SUBJECT]


def _wrong_slots(index: FactIndex, ask: Ask, rng: Random) -> Iterator[tuple[Slot, Refutation]]:
    base, relation, right = index.base, index.relation(ask.fact), ask.answer
    if isinstance(right, str):
        given = word_key(base.entities[ask.given].name) if isinstance(ask.given, str) else ""
        around = statement(base, ask.fact, **{str(ask.side): _HIDDEN})
        for wrong in tempting_wrongs(index, ask, around, rng):
            if given and f" {given} " in padded(wrong.text):
                continue
            if wrong.entity is None:
                kind = relation.object if ask.side is Side.OBJECT else relation.subject
                is_title = base.kinds[kind].type is AnswerType.TITLE
                yield Slot(wrong.lure, title=is_title), wrong.refutation
            else:
                yield entity_slot(base, base.entities[wrong.entity]), wrong.refutation
    elif relation.objects is Many.ONE and index.unique(ask):
        if isinstance(right, PartialDate):
            year_only = "ask_year" in relation.wording
            near = near_dates(PartialDate(right.year) if year_only else right, 1, rng)
            for date in (_in_year(right, other.year) for other in near) if year_only else near:
                yield slot_of(base, relation, date), Refutation(WhyWrong.ONE_OBJECT, (ask.fact,))
        else:
            for number in near_numbers(rounded(right), 1, rng, counted="unit" in relation.wording):
                yield slot_of(base, relation, number), Refutation(WhyWrong.COUNT, (ask.fact,))
