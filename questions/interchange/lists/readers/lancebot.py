"""sir-lancebot's trivia questions: a JSON mapping of categories to lists of records.

An answer is a text or a list of forms; older files hold the forms in one text with commas between. Questions
with a dynamic_id are formulas that the bot fills in; hints have no counterpart here and are left out.
"""

from __future__ import annotations

from questions.interchange.lists.entry import Entry, Reading
from questions.interchange.lists.readers.records import Record, Unfit, each, lists_in, text, texts
from questions.interchange.lists.trees import Document

_LONGEST_FORM = 4


def read(document: Document, reading: Reading) -> None:
    """The records of every category; the category is the topic."""
    lists = list(lists_in(document.tree))
    answers = [
        value.get("answer") for _, items in lists for _, value in items.items if isinstance(value, dict)
    ]
    older = not any(isinstance(answer, list) for answer in answers)
    for category, items in lists:

        def take(line: int, record: Record, category: str = category) -> None:
            reading.add(line, _entry(record, category, older))

        each(items, reading, take)


def _entry(record: Record, category: str, older: bool) -> Entry:
    if record.get("dynamic_id") is not None:
        raise Unfit("this is a formula that sir-lancebot fills in (dynamic_id), not a question")
    answers = texts(record, "answer")
    if older and len(answers) == 1:
        forms = answers[0].split(", ")
        answers = tuple(forms) if all(len(form.split()) <= _LONGEST_FORM for form in forms) else answers
    return Entry(
        prompt=text(record, "question"),
        accepted=answers,
        explanation=text(record, "info"),
        topic=category.replace("_", " "),
        picture=text(record, "img_url") or None,
    )
