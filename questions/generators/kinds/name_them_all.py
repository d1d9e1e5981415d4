"""Name them all, or any three of many: only where every member of the list is known."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.facts.model import Fact
from questions.generators.asking import ASK_ALL, entity_answer, filled, gives_away, typeable
from questions.generators.generator import Generator, QuestionParts
from questions.generators.index import FactIndex, Group
from questions.grammar import english
from questions.question import Answer

_ALL_UP_TO = 5
_ENOUGH = 3
_MOST = 40


class NameThemAll(Generator[Group]):
    kind = "name_them_all"
    pleasure = 0.5
    needs = "`ask_all` or `ask_all_subjects` of a complete relation, for names that can be typed"

    def candidates(self, index: FactIndex) -> Sequence[Group]:
        """Every complete group of two or more."""
        return index.complete_groups

    def facts(self, index: FactIndex, candidate: Group) -> Sequence[Fact]:
        return index.facts_of_group(candidate)

    def key(self, candidate: Group) -> str:
        return candidate.key

    def parts(self, index: FactIndex, candidate: Group, rng: Random) -> QuestionParts | None:
        """None where there is no template, or a name that nobody could be expected to type, or that stands in
        the prompt.
        """
        asks = index.asks(candidate)
        if len(asks) > _MOST or len({ask.fact.as_of for ask in asks}) > 1:
            return None
        request = filled(index, ASK_ALL, asks[0])
        members = sorted(str(ask.answer) for ask in asks)
        if request is None or not all(typeable(index, member) for member in members):
            return None
        needed = len(members) if len(members) <= _ALL_UP_TO else _ENOUGH
        prompt = index.base.grammar.name_them(request, needed, len(members))
        if any(gives_away(index, member, prompt) for member in members):
            return None
        parts = tuple(entity_answer(index, member) for member in members)
        names = [part.text for part in parts]
        answer = Answer(english.listed(names), parts[0].type, parts=parts, needed=needed)
        facts = tuple(ask.fact for ask in asks)
        told = index.base.grammar.they_are(names)
        return QuestionParts(prompt, answer, told, facts, candidate.side, typed=True)
