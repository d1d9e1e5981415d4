"""True or false: a fact as it stands, or with one end put wrong, each as often as the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from random import Random

from questions.facts.model import Fact, Many, PartialDate, Relation
from questions.generators.distractors import ranked_wrongs
from questions.generators.english import count_word, listed
from questions.generators.evidence import Evidence
from questions.generators.generator import Draft, Option, compose, derive
from questions.generators.names import padded, word_key
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.values import near_dates, near_numbers
from questions.generators.wording import GAP, Slot, entity_slot, shown, slot_of, statement
from questions.question import Answer, AnswerType, Kind, Question, Rule

KIND = Kind.TRUE_FALSE

_TRUE, _FALSE = "True", "False"
_LONGEST_LIST = 8


def candidates(evidence: Evidence) -> Sequence[Fact]:
    """Every fact once."""
    return evidence.base.facts


def key(candidate: Fact) -> str:
    return candidate.id


def build(evidence: Evidence, candidate: Fact, rng: Random) -> Question | None:
    """A true or a false statement, as chance will have it; a true one where no false one can be proved."""
    return (rng.random() < 0.5 and _false(evidence, candidate, rng)) or _true(evidence, candidate)


def balanced(evidence: Evidence, seed: int) -> Iterator[Question]:
    """A statement for each fact, as many true as false to within one, and no statement twice; facts that
    cannot be put wrong are left out once they would tip the scales.
    """
    waiting: list[Fact] = []
    prompts: set[str] = set()
    surplus = 0  # of true statements over false ones
    for fact in candidates(evidence):
        rng = derive(seed, KIND, key(fact))
        wants_true = surplus < 0 or (surplus == 0 and rng.random() < 0.5)
        question = None if wants_true else _false(evidence, fact, rng, prompts)
        if question is not None:
            surplus -= 1
            prompts.add(question.prompt)
            yield question
            if not waiting:
                continue
            fact = waiting.pop()
        elif surplus > 0:
            waiting.append(fact)
            continue
        surplus += 1
        yield _true(evidence, fact)


def _true(evidence: Evidence, fact: Fact) -> Question:
    said = statement(evidence.base, fact)
    options = (Option(_TRUE, None, (fact,)), Option(_FALSE, Rule.LOGIC, (fact,)))
    return compose(evidence, KIND, Draft(_prompt(said), Answer(_TRUE), said, (fact,), options=options))


def _false(evidence: Evidence, fact: Fact, rng: Random, taken: Set[str] = frozenset()) -> Question | None:
    """The fact put wrong, in words that are not taken yet; the reveal shows it, and what else makes them
    false.
    """
    for side in _sides(evidence.relation(fact), rng):
        ask = Ask.of(fact, side)
        for said, why in _put_wrong(evidence, ask, rng):
            if _prompt(said) in taken:
                continue
            options = (Option(_TRUE, why.rule, why.facts), Option(_FALSE, None, (fact,)))
            truth, facts = _reveal(evidence, ask, why)
            draft = Draft(_prompt(said), Answer(_FALSE), truth, facts, options=options, identity=(fact,))
            return compose(evidence, KIND, draft)
    return None


def _reveal(evidence: Evidence, ask: Ask, why: Refutation) -> tuple[str, tuple[Fact, ...]]:
    """What shows that the statement is false, and the facts that it tells: the fact itself, another that
    leaves no room, or the complete list, where it is short and gives no more away.
    """
    base, fact = evidence.base, ask.fact
    facts = tuple(dict.fromkeys((fact, *why.facts)))
    truth = " ".join(statement(base, each) for each in facts)
    rows = evidence.rows(evidence.relation(fact), ask.side, ask.given)
    if why.rule is not Rule.COMPLETE or len(rows) < 2:
        return truth, facts
    spoils = any(row.spoiler for _, row in rows) and not fact.spoiler
    if len(rows) > _LONGEST_LIST or spoils:
        return (
            f"{truth} The list of {count_word(len(rows))} is complete, and what was said is not on it.",
            facts,
        )
    names = listed(sorted(shown(base, value) for value, _ in rows))
    return f"{truth} The full list: {names}.", tuple(dict.fromkeys((fact, *(row for _, row in rows))))


def _sides(relation: Relation, rng: Random) -> list[Side]:
    """The end to put wrong: where there can be only one, so that the fact itself shows the mistake."""
    sides = [Side.OBJECT, Side.SUBJECT] if rng.random() < 0.7 else [Side.SUBJECT, Side.OBJECT]
    one = {Side.OBJECT: relation.objects is Many.ONE, Side.SUBJECT: relation.subjects is Many.ONE}
    return sorted(sides, key=lambda side: not one[side])


def _put_wrong(evidence: Evidence, ask: Ask, rng: Random) -> Iterator[tuple[str, Refutation]]:
    """The fact with one end replaced so that it is provably false, and why it is; the most tempting first."""
    base, fact = evidence.base, ask.fact
    for slot, why in _wrong_slots(evidence, ask, rng):
        if ask.side is Side.OBJECT:
            yield statement(base, fact, object=slot), why
        else:
            yield statement(base, fact, subject=slot), why


def _wrong_slots(evidence: Evidence, ask: Ask, rng: Random) -> Iterator[tuple[Slot, Refutation]]:
    base, relation, right = evidence.base, evidence.relation(ask.fact), ask.answer
    if isinstance(right, str):
        end = {str(ask.side): Slot(GAP)}
        given = word_key(base.entities[ask.given].name) if isinstance(ask.given, str) else ""
        for wrong in ranked_wrongs(evidence, ask, statement(base, ask.fact, **end), rng):
            if given and f" {given} " in padded(wrong.text):
                continue
            if wrong.entity is None:
                yield Slot(wrong.lure, title=base.kinds[relation.object].type is AnswerType.TITLE), wrong.why
            else:
                yield entity_slot(base, base.entities[wrong.entity]), wrong.why
    elif relation.objects is Many.ONE and evidence.unique(ask):
        if isinstance(right, PartialDate):
            for date in near_dates(right, 1, rng):
                yield slot_of(base, relation, date), Refutation(Rule.ONE_OBJECT, (ask.fact,))
        else:
            for number in near_numbers(right, 1, rng):
                yield slot_of(base, relation, number), Refutation(Rule.COUNT, (ask.fact,))


def _prompt(said: str) -> str:
    return f"Fact or fiction? {said}"
