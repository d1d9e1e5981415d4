"""True or false: a fact as it stands, and with one end put wrong, as many of the one as of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from random import Random

from questions.dates import PartialDate
from questions.facts.model import Fact, Many, Relation
from questions.generators.distractors import ranked_wrongs
from questions.generators.generator import Draft, Option, Pairs, compose, derive
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.values import near_dates, near_numbers
from questions.generators.wording import GAP, Slot, entity_slot, slot_of, statement, within
from questions.grammar.english import count_word, listed
from questions.question import Answer, AnswerType, Kind, Question, WhyWrong
from questions.words import padded, word_key

KIND = Kind.TRUE_FALSE

_TRUE, _FALSE = "True", "False"
_LONGEST_LIST = 8

Candidate = tuple[Fact, str]
"""A fact, and the answer that its statement is to have."""


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """Every fact as it stands and put wrong."""
    return Pairs(index.base.facts, (_TRUE, _FALSE))


def key(candidate: Candidate) -> str:
    fact, answer = candidate
    return f"{fact.id}/{answer}"


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """A true or a false statement; None where no false one can be proved."""
    fact, answer = candidate
    return _true(index, fact) if answer == _TRUE else _false(index, fact, rng)


def balanced(index: FactIndex, seed: int) -> Iterator[Question]:
    """Each fact as it stands and put wrong, no statement twice. A fact that cannot be put wrong stands in for
    another's true statement, so that as many are true as false; it is left out where there is none.
    """
    waiting: list[Fact] = []
    prompts: set[str] = set()
    for fact in index.base.facts:
        question = _false(index, fact, derive(seed, KIND, key((fact, _FALSE))), prompts)
        if question is None:
            waiting.append(fact)
            continue
        prompts.add(question.prompt)
        yield question
        yield _true(index, waiting.pop() if waiting else fact)


def _true(index: FactIndex, fact: Fact) -> Question:
    said = statement(index.base, fact)
    options = (Option(_TRUE, None, (fact,)), Option(_FALSE, WhyWrong.LOGIC, (fact,)))
    draft = Draft(_prompt(said), Answer(_TRUE), said, (fact,), turn=_TRUE, options=options)
    return compose(index, KIND, draft)


def _false(index: FactIndex, fact: Fact, rng: Random, taken: Set[str] = frozenset()) -> Question | None:
    """The fact put wrong, in words that are not taken yet; the reveal shows it, and what else makes them
    false.
    """
    for side in _sides(index.relation(fact), rng):
        ask = Ask.of(fact, side)
        for slot, why in _wrong_slots(index, ask, rng):
            prompt = _prompt(statement(index.base, fact, **{str(side): slot}))
            if prompt in taken:
                continue
            options = (Option(_TRUE, why.rule, why.facts), Option(_FALSE, None, (fact,)))
            truth, facts = _reveal(index, ask, slot, why)
            draft = Draft(prompt, Answer(_FALSE), truth, facts, _FALSE, options, identity=(fact,))
            return compose(index, KIND, draft)
    return None


def _reveal(index: FactIndex, ask: Ask, wrong: Slot, why: Refutation) -> tuple[str, tuple[Fact, ...]]:
    """What shows that the statement is false, and the facts that it tells: the fact itself, another that
    leaves no room, or the complete list, where it is short and gives no more away.
    """
    base, fact = index.base, ask.fact
    facts = tuple(dict.fromkeys((fact, *why.facts)))
    truth = " ".join(statement(base, each) for each in facts)
    rows = index.rows(index.relation(fact), ask.side, ask.given)
    if why.rule is not WhyWrong.COMPLETE or len(rows) < 2:
        return truth, facts
    spoils = any(row.spoiler for _, row in rows) and not fact.spoiler
    if len(rows) > _LONGEST_LIST or spoils:
        return f"{truth} The full list of {count_word(len(rows))} goes without {within(wrong)}.", facts
    names = listed(
        sorted((within(slot_of(base, index.relation(fact), value)) for value, _ in rows), key=str.casefold)
    )
    told = tuple(dict.fromkeys((fact, *(row for _, row in rows))))
    return f"{truth} The full list: {names}, but not {within(wrong)}.", told


def _sides(relation: Relation, rng: Random) -> list[Side]:
    """The end to put wrong: where there can be only one, so that the fact itself shows the mistake."""
    sides = [Side.OBJECT, Side.SUBJECT] if rng.random() < 0.7 else [Side.SUBJECT, Side.OBJECT]
    one = {Side.OBJECT: relation.objects is Many.ONE, Side.SUBJECT: relation.subjects is Many.ONE}
    return sorted(sides, key=lambda side: not one[side])


def _wrong_slots(index: FactIndex, ask: Ask, rng: Random) -> Iterator[tuple[Slot, Refutation]]:
    base, relation, right = index.base, index.relation(ask.fact), ask.answer
    if isinstance(right, str):
        end = {str(ask.side): Slot(GAP)}
        given = word_key(base.entities[ask.given].name) if isinstance(ask.given, str) else ""
        for wrong in ranked_wrongs(index, ask, statement(base, ask.fact, **end), rng):
            if given and f" {given} " in padded(wrong.text):
                continue
            if wrong.entity is None:
                yield Slot(wrong.lure, title=base.kinds[relation.object].type is AnswerType.TITLE), wrong.why
            else:
                yield entity_slot(base, base.entities[wrong.entity]), wrong.why
    elif relation.objects is Many.ONE and index.unique(ask):
        if isinstance(right, PartialDate):
            for date in near_dates(right, 1, rng):
                yield slot_of(base, relation, date), Refutation(WhyWrong.ONE_OBJECT, (ask.fact,))
        else:
            for number in near_numbers(right, 1, rng):
                yield slot_of(base, relation, number), Refutation(WhyWrong.COUNT, (ask.fact,))


def _prompt(said: str) -> str:
    return f"Fact or fiction? {said}"
