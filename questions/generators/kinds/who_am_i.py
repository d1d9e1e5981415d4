"""Who or what am I: clues about one entity from hard to easy, each true of it, together true of it alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from questions.dates import PartialDate
from questions.facts.model import Entity, Fact
from questions.generators.asking import entity_answer, gives_away, typeable
from questions.generators.distractors import wrong_entities
from questions.generators.generator import MOST_INTEREST, Generator, Pairs, QuestionParts, in_any_order
from questions.generators.index import FactIndex, mix
from questions.generators.proofs import Ask
from questions.generators.values import rounded
from questions.generators.wording import slot_of, statement
from questions.grammar.filling import Slot
from questions.question import AnswerType
from questions.words import is_short_for

Candidate = tuple[Entity, int]

_RIDDLES = 2
_FEWEST, _MOST = 3, 4
_MOST_VAGUE = 2
_HARDLY_A_CLUE, _FEW_OF_A_KIND = 0.4, 10  # true of so many of a kind, it says nothing
_OTHERS_AT_LAST = 2  # of whom the last clue may be true as well
_FACTS_OF_A_RELATION = 4
_DETERMINED = re.compile(r"(?:\b(?:the|an?)|['’]s?) this\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Clue:
    text: str
    ask: Ask
    others: int  # that it is known to be true of as well
    alike: int  # facts of the same sort about this entity
    telling: bool  # true of this entity alone


class WhoAmI(Generator[Candidate]):
    kind = "who_am_i"
    share = 2.0
    pleasure = 0.5
    needs = "two facts about something of a kind with `riddles`, one of them true of it alone"

    def candidates(self, index: FactIndex) -> Sequence[Candidate]:
        """Every entity of a kind that makes riddles, for a few each, but none that the pack's title names."""
        base = index.base
        kinds = [kind.id for kind in base.kinds.values() if kind.riddles]
        entities = [entity for kind in kinds for entity in base.by_kind.get(kind, ())]
        known = [entity for entity in entities if len(base.about_entity.get(entity.id, ())) >= _FEWEST]
        secret = [entity for entity in known if not gives_away(index, entity.id, base.title)]
        return Pairs(secret, range(_RIDDLES))

    def facts(self, index: FactIndex, candidate: Candidate) -> Sequence[Fact]:
        return ()

    def interest(self, index: FactIndex, candidate: Candidate) -> float:
        entity, _ = candidate
        best = sorted((index.base.interest(fact) for _, fact in index.facts_about(entity.id)), reverse=True)
        return min(sum(best[:_MOST]) / len(best[:_MOST]) + self.pleasure, MOST_INTEREST)

    def key(self, candidate: Candidate) -> str:
        entity, riddle = candidate
        return f"{entity.id}/{riddle}"

    def parts(self, index: FactIndex, candidate: Candidate, rng: Random) -> QuestionParts | None:
        """One riddle about one entity; None where its facts do not fix it, or there are too few left.

        An entity of a group is called by it ("woman"), and so all choices are of that group.
        """
        entity, riddle = candidate
        base = index.base
        group, kind = base.groups.get(entity.id), base.kinds[entity.kind]
        noun = group or kind.noun.partition(" of ")[0]
        clues = _chosen(index, _clues(index, entity, noun), riddle)
        last = clues[-1] if len(clues) >= _FEWEST else None
        if last is None or isinstance(last.ask.given, Decimal) or last.others > _OTHERS_AT_LAST:
            return None
        text = " ".join(clue.text for clue in clues)
        wrongs = wrong_entities(index, clues[-1].ask, text, rng, lures=False, group=group)
        settled = any(clue.telling and isinstance(clue.ask.given, str) for clue in clues)
        typed = settled and typeable(index, entity.id)
        if not (wrongs or typed):
            return None
        answer = entity_answer(index, entity.id)
        facts = tuple(clue.ask.fact for clue in clues)
        return QuestionParts(
            base.grammar.which_is_this(noun, person=kind.type is AnswerType.PERSON),
            answer,
            " ".join(statement(base, fact) for fact in facts),
            facts,
            entity.id,
            in_any_order(answer.text, facts, wrongs, rng),
            typed,
            tuple(clue.text for clue in clues),
            level=facts[-1].level,
        )


def _clues(index: FactIndex, entity: Entity, noun: str) -> list[_Clue]:
    """All clues that the facts give about "this woman", in an order that is always the same."""
    hidden = Slot(index.base.grammar.this(noun), phrase=True)
    clues: dict[str, _Clue] = {}
    facts = index.facts_about(entity.id, _FACTS_OF_A_RELATION)
    for side, fact in sorted(facts, key=lambda row: (mix(row[1].id), row[1].id)):
        if fact.subject == fact.object:
            continue
        text = statement(index.base, fact, **{str(side): hidden, **_said(index, fact)})
        if not gives_away(index, entity.id, text) and not _DETERMINED.search(text):
            ask = Ask.of(fact, side)
            if isinstance(ask.given, Decimal) and _is_an_ordinal(index, ask):
                continue
            if isinstance(ask.given, str) and is_short_for(index.base.entities[ask.given].name, entity.name):
                continue
            relation = index.relation(fact)
            others = len(index.rows(relation, ask.side, ask.given)) - 1
            if others + 1 > _HARDLY_A_CLUE * max(_FEW_OF_A_KIND, len(index.base.by_kind[entity.kind])):
                continue
            alike = len(index.rows(relation, ask.side.other, entity.id))
            telling = index.unique(ask) and _is_alone(index, ask)
            clues.setdefault(text, _Clue(text, ask, others, alike, telling))
    return list(clues.values())


def _is_an_ordinal(index: FactIndex, ask: Ask) -> bool:
    """Whether a number counts and measures nothing, but names its thing, as an atomic number does."""
    return "unit" not in index.relation(ask.fact).wording and index.unique(ask)


def _said(index: FactIndex, fact: Fact) -> Mapping[str, Slot]:
    """A number as one says it, in place of the object."""
    if not isinstance(fact.object, Decimal):
        return {}
    return {"object": slot_of(index.base, index.relation(fact), rounded(fact.object))}


def _is_alone(index: FactIndex, ask: Ask) -> bool:
    """Whether a number that is said rounded is that of no other."""
    if not isinstance(ask.given, Decimal):
        return True
    said = rounded(ask.given)
    numbers = [fact.object for fact in index.facts_of(index.relation(ask.fact))]
    return sum(isinstance(number, Decimal) and rounded(number) == said for number in numbers) == 1


def _chosen(index: FactIndex, clues: Sequence[_Clue], riddle: int) -> list[_Clue]:
    """The clues of one riddle from hard to easy: hard facts first, then what is true of most others, and one
    thing of many before the only one of its sort. No clue is used in two riddles, the most interesting are
    used first, and spoilers only once the other clues are used up.
    """
    left = sorted(clues, key=lambda clue: (clue.ask.fact.spoiler, -index.base.interest(clue.ask.fact)))
    picked: list[_Clue] = []
    for _ in range(riddle + 1):
        telling = [clue for clue in left if clue.telling]
        vague = [clue for clue in left if not clue.telling]
        if not telling:
            return []
        safe = not telling[0].ask.fact.spoiler
        picked = [telling[0]]
        for clue in (*vague[:_MOST_VAGUE], *telling[1:]):
            spoils = safe and clue.ask.fact.spoiler
            if len(picked) < _MOST and not spoils and _is_new(clue, picked):
                picked.append(clue)
        left = [clue for clue in left if clue not in picked]
    return sorted(picked, key=lambda clue: _easiness(index, clue))


def _easiness(index: FactIndex, clue: _Clue) -> tuple[int, int, bool, float, int, int]:
    """Numbers come first, then dates, which few know; hard facts before easy ones; and what is true of one
    thing, or tells each thing of its sort from the others, comes last.
    """
    named = (Decimal, PartialDate, str).index(type(clue.ask.given))
    return named, -clue.ask.fact.level, clue.telling, index.distinctness(clue.ask), -clue.others, -clue.alike


def _is_new(clue: _Clue, picked: Sequence[_Clue]) -> bool:
    """Whether no clue of the same relation and side is picked already."""
    ends = {(other.ask.fact.relation, other.ask.side) for other in picked}
    return (clue.ask.fact.relation, clue.ask.side) not in ends
