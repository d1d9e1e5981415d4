"""The table of cases: answers, and guesses at them by the verdict that a fair quizmaster gives.

A file in ``cases/`` holds ``[[answer]]`` tables: ``point`` (what the guesses show), ``question``, ``type``,
``accepted``, ``refused``, ``line`` (a quiz-bowl answer line), ``known``, ``choices``, ``parts`` and
``needed`` (a list), and the guesses in ``correct``, ``close`` and ``wrong``. For answers of no known type,
``taken`` are guesses that a quizmaster refuses and the judge takes, ``missed`` those that it refuses though
they are right: what it cannot know without their neighbours, or what people mostly accept.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from questions.judging.judge import Context, PreparedAnswer, prepare
from questions.judging.verdict import Mark
from questions.question import Answer, AnswerType

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Entry:
    """One answer of the table: its guesses by their verdict, and those that the judge gets wrong."""

    name: str
    answer: Answer
    context: Context
    judged: tuple[tuple[str, Mark], ...]
    taken: tuple[str, ...]
    missed: tuple[str, ...]

    @property
    def guesses(self) -> tuple[tuple[str, Mark], ...]:
        """All guesses with the verdict of a fair quizmaster."""
        taken = [(guess, Mark.WRONG) for guess in self.taken]
        return (*self.judged, *taken, *((guess, Mark.CORRECT) for guess in self.missed))

    @property
    def is_scored(self) -> bool:
        """Whether the fitted score may decide."""
        known = self.answer.line or self.answer.parts or self.context.choices
        return self.answer.type is AnswerType.UNKNOWN and not known

    def prepared(self) -> PreparedAnswer:
        return prepare(self.answer, self.context)


def entries() -> list[Entry]:
    """All answers of the table, in the order of the files."""
    return [entry for path in sorted(CASES.glob("*.toml")) for entry in _of_file(path)]


def _of_file(path: Path) -> Iterator[Entry]:
    for number, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["answer"], 1):
        yield Entry(
            name=f"{path.stem}-{number}-{row['point']}",
            answer=_answer(row),
            context=Context(
                row.get("question", ""), tuple(row.get("known", ())), tuple(row.get("choices", ()))
            ),
            judged=tuple((guess, mark) for mark in Mark for guess in row.get(mark.value, ())),
            taken=tuple(row.get("taken", ())),
            missed=tuple(row.get("missed", ())),
        )


def _answer(row: dict[str, Any]) -> Answer:
    accepted = tuple(row.get("accepted", ()))
    kind = AnswerType(row.get("type", AnswerType.UNKNOWN))
    return Answer(
        text=accepted[0] if accepted else row["line"],
        type=kind,
        accepted=accepted,
        refused=tuple(row.get("refused", ())),
        parts=tuple(Answer(part, kind) for part in row.get("parts", ())),
        needed=row.get("needed", 0),
        line=row.get("line"),
    )
