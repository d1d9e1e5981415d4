"""A file of any sort -> questions: those of a list, or those that follow from a table of things."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from questions.bank import Bank, QuizRequest
from questions.facts.model import FactBase
from questions.interchange.formats import Format
from questions.interchange.lists import Entry, ListFile, Placed, Problem, read_list
from questions.interchange.lists.readers.columns import role_of
from questions.interchange.lists.sound import sound
from questions.interchange.tables.grid import UnreadableTable, read_grid
from questions.interchange.tables.header import split_header
from questions.interchange.tables.options import Options
from questions.interchange.tables.pack import pack_of
from questions.interchange.tables.plan import make_plan, stem_of
from questions.question import Question

MOST = 1000
"""Questions of one table; the best come first, and a server will not get through them."""

_FEWEST_COLUMNS = 3  # of two, the second may well be the answer to the first
_A_QUIZ, _DRY_DRAWS = 50, 3
_ASKS, _WORDS = 0.5, 4


def read_file(name: str, data: bytes, format: Format | None = None) -> ListFile:
    """Read a file in the format named, or in the one that it looks like; a table in which nothing is asked is
    one of things.
    """
    if format is Format.THINGS:
        return _questions_of(name, data)
    file = read_list(name, data, format)
    if format is None and file.format is Format.TABLE and not _asks(file):
        things = _questions_of(name, data, guessed=True)
        return things if things.entries else file
    return file


def _asks(file: ListFile) -> bool:
    """Whether what would be asked looks like questions."""
    prompts = [placed.entry.prompt for placed in file.entries]
    asking = sum("?" in prompt or len(prompt.split()) >= _WORDS for prompt in prompts)
    return asking > _ASKS * len(prompts)


def _questions_of(name: str, data: bytes, *, guessed: bool = False) -> ListFile:
    """The questions that a table of things gives, each with its row's facts as the explanation."""
    try:
        table = split_header(read_grid(data))
        if guessed and (len(table.headers) < _FEWEST_COLUMNS or "question" in map(role_of, table.headers)):
            raise UnreadableTable("it may be a list of questions")
        plan = make_plan(table, stem_of(name), Options())
    except UnreadableTable as error:
        return ListFile(name, Format.THINGS, stem_of(name), "", "row", (), (Problem(1, str(error)),))
    base = pack_of(plan, "table", name)
    entries = filter(None, map(_entry, _drawn(base)))
    placed = tuple(Placed(at, entry) for at, entry in enumerate(entries, start=1))
    problems = [Problem(1, f"“{header}” is not asked about: {why}") for header, why in plan.left_out.items()]
    if not placed:
        problems.append(Problem(1, "nothing can be asked of it; a few more rows would tell things apart"))
    return ListFile(name, Format.THINGS, base.title, base.about, "question", placed, tuple(problems))


def _drawn(base: FactBase) -> Iterator[Question]:
    """Questions as quizzes would ask them, until nothing new comes."""
    bank, seen, dry = Bank([base]), set[str](), 0
    for seed in range(MOST):
        new = [one for one in bank.draw(QuizRequest(_A_QUIZ), Random(seed)) if one.id not in seen]
        dry = 0 if new else dry + 1
        if dry == _DRY_DRAWS:
            return
        for question in new:
            seen.add(question.id)
            yield question
            if len(seen) == MOST:
                return


def _entry(question: Question) -> Entry | None:
    """None for what a list cannot hold: what is to be arranged, or a number to come near to."""
    answer = question.answer
    if question.arrangement or (not question.choices and answer.nearest):
        return None
    wrong = tuple(choice.text for at, choice in enumerate(question.choices) if at != question.correct)
    right = (question.choices[question.correct].text,) if question.correct is not None else answer.forms
    entry = sound(
        Entry(
            "\n".join((question.prompt, *question.clues)),
            () if answer.parts else right,
            wrong,
            parts=tuple(part.forms for part in answer.parts),
            type=answer.type,
            explanation=question.statement,
            topic=question.topic,
            level=question.level,
            source=question.citations[0].title if question.citations else "",
        )
    )
    return entry if isinstance(entry, Entry) else None
