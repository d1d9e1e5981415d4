"""Two steps: a fact about something that is named by another fact, with one answer at both steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random

from questions.facts.model import Entity, Fact
from questions.generators.asking import ASK, PHRASE, filled, reply, worded
from questions.generators.generator import Draft, Pairs, compose, in_any_order
from questions.generators.index import FactIndex, mix
from questions.generators.proofs import Ask, Side
from questions.generators.wording import Slot, statement, template
from questions.question import Kind, Question
from questions.words import padded

KIND = Kind.TWO_STEPS

Candidate = tuple[tuple[Fact, Side], int]

_WAYS, _WAYS_OF_A_RELATION = 4, 2
_FACTS_OF_A_RELATION = 6

_CLAUSE = frozenset({"who", "whom", "whose", "that", "which", "where", "when", "by"})
_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "from",
        "with",
        "by",
        "before",
        "after",
        "during",
        "as",
        "over",
        "until",
        "since",
        "when",
        "while",
    ]
)
_LONGEST_AT_THE_END, _LONGEST_WITHIN, _LONGEST_CLAUSE_WITHIN, _LONGEST_BEFORE_MORE = 16, 12, 7, 5  # words


def candidates(index: FactIndex) -> Sequence[Candidate]:
    """Both ends of every fact, with the other end named in each of several ways."""
    return Pairs(Pairs(index.base.facts, (Side.OBJECT, Side.SUBJECT)), range(_WAYS))


def key(candidate: Candidate) -> str:
    (fact, side), way = candidate
    return f"{fact.id}/{side}/{way}"


def build(index: FactIndex, candidate: Candidate, rng: Random) -> Question | None:
    """The question for one end of a fact whose other end is named in one way; None where either step has no
    template or might have several answers, or where the second step leads back to the first."""
    (fact, side), way = candidate
    ask = Ask.of(fact, side)
    middle = index.entity(ask.given)
    if middle is None or worded(index, ASK, ask) is None or not index.unique(ask):
        return None
    found_way = next(islice(_ways(index, ask, middle), way, None), None)
    if found_way is None:
        return None
    step, phrase = found_way
    prompt = filled(index, ASK, ask, given=Slot(phrase, phrase=True))
    if prompt is None or any(f" {name} " in padded(prompt) for name in index.keys(middle.id)):
        return None
    found = reply(index, ask, prompt, rng)
    if found is None:
        return None
    facts = (fact, step.fact)
    options = in_any_order(found.answer.text, facts, found.wrongs, rng) if found.wrongs else ()
    said = f"{statement(index.base, step.fact)} {statement(index.base, fact)}"
    draft = Draft(prompt, found.answer, said, facts, side, options, found.typed, harder=1)
    return compose(index, KIND, draft)


def _ways(index: FactIndex, ask: Ask, middle: Entity) -> Iterator[tuple[Ask, str]]:
    """Facts that name the middle as the only one of its sort, each with its noun phrase, in a fixed order."""
    facts = index.facts_about(middle.id, _FACTS_OF_A_RELATION)
    taken: Counter[tuple[str, Side]] = Counter()
    for side, fact in sorted(facts, key=lambda row: mix(ask.fact.id + row[1].id)):
        step = Ask.of(fact, side)
        if fact is ask.fact or step.given in (ask.answer, middle.id) or not index.unique(step):
            continue
        open_ = taken[fact.relation, side] < _WAYS_OF_A_RELATION
        phrase = filled(index, PHRASE, step, sentence=False) if open_ else None
        if phrase and _reads_well(index, ask, phrase):
            taken[fact.relation, side] += 1
            yield step, phrase


def _reads_well(index: FactIndex, ask: Ask, phrase: str) -> bool:
    """Whether the question still reads well with the phrase at the given end.

    A phrase with a clause of its own takes no possessive, is followed by no preposition that would seem to
    belong to the clause, and is short where the question goes on after it. Nor does one follow a long phrase.
    """
    text = template(index.relation(ask.fact), ASK[ask.side], ask.fact) or ""
    _, place, after = text.partition(f"{{{ask.side.other}}}")
    if not place:
        return False
    clause = not _CLAUSE.isdisjoint(phrase.split())
    following = after.replace(",", " , ").split()[:1]
    length = len(phrase.split())
    if after.strip("?. ") == "":
        return length <= _LONGEST_AT_THE_END
    if (clause or length > _LONGEST_BEFORE_MORE) and not _PREPOSITIONS.isdisjoint(following):
        return False
    return length <= (_LONGEST_CLAUSE_WITHIN if clause else _LONGEST_WITHIN)
