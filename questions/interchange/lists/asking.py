"""An entry of a list -> the question that is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from questions.interchange.lists.answer_types import infer_type
from questions.interchange.lists.entry import Entry
from questions.interchange.lists.planning import Kept
from questions.interchange.lists.sound import can_be_typed
from questions.question import AUTHORED, Answer, AnswerType, Choice, Citation, Question, WhyWrong

ANY_LEVEL = 2
"""The level of a question whose writer gave it none, where none is asked for."""

_FIXED_ORDER = {"true": 0, "yes": 0, "false": 1, "no": 1}


@dataclass(frozen=True, slots=True, eq=False)
class QuestionList:
    """The entries of a pack that was imported, ready to be drawn from."""

    id: str
    title: str
    entries: Sequence[Kept]

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of the entries, in order."""
        return tuple(sorted({kept.entry.topic for kept in self.entries if kept.entry.topic}))

    def id_of(self, at: int) -> str:
        """The id of the question of the entry at this place."""
        return f"{self.id}/{self.entries[at].number}"

    def question(self, at: int, level: int | None, rng: Random | None = None) -> Question:
        """The question of the entry at this place; ``level`` is for an entry that has none."""
        id = self.id_of(at)
        return question_of(
            self.entries[at].entry, id, self.id, self.title, level or ANY_LEVEL, rng or Random(id)
        )


def question_of(entry: Entry, id: str, pack: str, title: str, level: int, rng: Random) -> Question:
    """The question with its choices in an order of ``rng``'s; ``level`` is for an entry that has none."""
    choices = [Choice(entry.shown), *(Choice(text, WhyWrong.AUTHOR) for text in entry.wrong)]
    if {choice.text.casefold() for choice in choices} <= _FIXED_ORDER.keys():
        choices.sort(key=lambda choice: _FIXED_ORDER[choice.text.casefold()])
    else:
        rng.shuffle(choices)
    offered = tuple(choices) if entry.wrong else ()
    return Question(
        id=id,
        pack=pack,
        kind=AUTHORED,
        prompt=entry.prompt,
        answer=answer_of(entry),
        statement=entry.explanation,
        choices=offered,
        correct=next((at for at, choice in enumerate(offered) if choice.why is None), None),
        typed=not offered or all(map(can_be_typed, entry.answers)),
        citations=(*_written(entry, pack), Citation(pack, title, entry.author)),
        topic=entry.topic,
        level=entry.level or level,
        picture=entry.picture,
    )


def _written(entry: Entry, pack: str) -> tuple[Citation, ...]:
    return (Citation(pack, entry.source),) if entry.source else ()


def answer_of(entry: Entry) -> Answer:
    """The answer of an entry, with its type where that can be told."""
    if entry.parts:
        parts = tuple(Answer(part[0], _type(entry, part), accepted=part) for part in entry.parts)
        return Answer(entry.shown, parts=parts, needed=len(parts))
    return Answer(
        entry.shown,
        _type(entry, entry.accepted),
        accepted=entry.accepted,
        refused=entry.refused,
        line=entry.line,
    )


def _type(entry: Entry, forms: tuple[str, ...]) -> AnswerType:
    return infer_type(entry.prompt, forms) if entry.type is AnswerType.UNKNOWN else entry.type
