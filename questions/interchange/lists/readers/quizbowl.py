"""Quiz-bowl packets as JSON: tossups, and bonuses whose parts become a question each.

The records are those of qbreader (question, answer, leadin, parts, answers, category, subcategory,
difficulty), of its older quizDB form (formatted_answer) and of MODAQ (metadata). The answer line is kept as
it is, marks included, for the judge to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from questions.interchange.lists.cleaning import clean_line, without_tags
from questions.interchange.lists.entry import Entry, Reading
from questions.interchange.lists.readers.records import Record, Unfit, each, lists_in, text, texts
from questions.interchange.lists.trees import Document

_POWER = re.compile(r"\s*\((?:\*|\+)\)\s*")
_NUMBER = re.compile(r"\A\s*(?:\d{1,2}\s*\.|TB\.?|\[(?:10|15|20|5)[ehm]?\])\s*", re.IGNORECASE)
_TAGS = re.compile(r"\s*<[^<>]*[,–-][^<>]*>\s*\Z")
_BRACKET = re.compile(r"\s*[\[(;]")
_OR = re.compile(r"\s+or\s+|\s*/\s*")
_ANSWER = re.compile(r"\A\s*answers?\s*:\s*", re.IGNORECASE)


def read(document: Document, reading: Reading) -> None:
    """Every tossup and every part of every bonus."""
    for _, items in lists_in(document.tree):

        def take(line: int, record: Record) -> None:
            for entry in _entries(record):
                reading.add(line, entry)

        each(items, reading, take)


def _entries(record: Record) -> Iterator[Entry]:
    parts = texts(record, "formatted_parts", "parts", "parts_sanitized")
    if not parts:
        prompt = text(record, "question", "formatted_text", "text", "question_sanitized")
        yield _entry(record, prompt, text(record, "formatted_answer", "answer", "answer_sanitized"))
        return
    answers = texts(record, "formatted_answers", "answers", "answers_sanitized")
    if len(answers) != len(parts):
        raise Unfit(f"the bonus has {len(parts)} parts and {len(answers)} answers")
    leadin = text(record, "leadin", "leadin_sanitized")
    for part, answer in zip(parts, answers, strict=True):
        yield _entry(record, f"{leadin}\n{_NUMBER.sub('', part)}", answer)


def _entry(record: Record, prompt: str, line: str) -> Entry:
    if not line:
        raise Unfit("there is no answer")
    line = _TAGS.sub("", line)
    metadata = text(record, "metadata").rpartition(",")[2].strip(" <>")
    difficulty = text(record, "difficulty")
    return Entry(
        prompt=_POWER.sub(" ", _NUMBER.sub("", without_tags(prompt))),
        accepted=(_main_answer(line),),
        line=line,
        topic=text(record, "subcategory", "category") or metadata,
        level=_level(difficulty),
    )


def _main_answer(line: str) -> str:
    """The answer that the line begins with, without marks and directives."""
    plain = clean_line(without_tags(_ANSWER.sub("", line)))
    main = _BRACKET.split(plain.replace("{", "").replace("}", ""), maxsplit=1)[0] or plain
    first = _OR.split(main, maxsplit=1)[0].strip() or main
    return first.replace("**", "").replace("__", "").strip("_").strip()


def _level(difficulty: str) -> int | None:
    """Middle school and easy are 1, high school is 2, all above is 3."""
    if not difficulty.isdecimal() or len(difficulty) > 2:
        return None
    return 1 if int(difficulty) <= 2 else 2 if int(difficulty) <= 4 else 3
