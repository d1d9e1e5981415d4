"""Name them all, or any three of many: only where every member of the list is known."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from questions.generators.asking import ASK_ALL, entity_answer, filled, gives_away, typeable
from questions.generators.generator import Draft, compose
from questions.generators.index import FactIndex, Group
from questions.generators.kinds.how_many import key
from questions.grammar import english
from questions.question import Answer, Kind, Question

__all__ = ["KIND", "build", "candidates", "key"]

KIND = Kind.NAME_THEM_ALL

_ALL_UP_TO = 5
_ENOUGH = 3
_MOST = 40


def candidates(index: FactIndex) -> Sequence[Group]:
    """Every complete group of two or more."""
    return index.complete_groups


def build(index: FactIndex, candidate: Group, _rng: Random) -> Question | None:
    """The question for one list, which says how many count; None where it has no template, or a name that
    nobody could be expected to type, or that stands in the prompt.
    """
    asks = index.asks(candidate)
    if len(asks) > _MOST or len({ask.fact.as_of for ask in asks}) > 1:
        return None
    asked = filled(index, ASK_ALL, asks[0])
    members = sorted(str(ask.answer) for ask in asks)
    if asked is None or not all(typeable(index, member) for member in members):
        return None
    needed = len(members) if len(members) <= _ALL_UP_TO else _ENOUGH
    prompt = f"{asked} {_how_many_count(needed, len(members))}"
    if any(gives_away(index, member, prompt) for member in members):
        return None
    parts = tuple(entity_answer(index, member) for member in members)
    text = english.listed([part.text for part in parts])
    answer = Answer(text, parts[0].type, parts=parts, needed=needed)
    facts = tuple(ask.fact for ask in asks)
    draft = Draft(prompt, answer, f"The full list: {text}.", facts, candidate.side, typed=True)
    return compose(index, KIND, draft)


def _how_many_count(needed: int, total: int) -> str:
    if needed == total:
        return (
            "Both are needed." if total == 2 else f"All {english.count_word(total)} are needed, in any order."
        )
    return f"Any {english.count_word(needed)} of the {english.count_word(total)} will do."
