"""Red-DiscordBot's trivia lists: a YAML mapping of questions to their answers.

The grammar is that of Red's guide for list writers and of its list schema. AUTHOR and DESCRIPTION are kept;
CONFIG (points, times) and $schema say nothing about questions.
"""

from __future__ import annotations

from questions.interchange.lists.entry import Entry, Reading
from questions.interchange.lists.trees import Document, Items, Pairs, scalar

SPECIAL = ("AUTHOR", "DESCRIPTION", "CONFIG", "$schema")


def read(document: Document, reading: Reading) -> None:
    """Every key that is not special is a question; its value is a list of answers, or one answer."""
    tree = document.tree
    if not isinstance(tree, Pairs):
        reading.report(1, "this is not a list of questions with their answers, as Red's trivia has them")
        return
    author = tree.get("AUTHOR")
    about = tree.get("DESCRIPTION")
    reading.about = about if isinstance(about, str) else ""
    for line, prompt, value in tree.items:
        if prompt in SPECIAL:
            continue
        if isinstance(value, Pairs):
            reading.report(
                line, "the answers are a mapping; write each on a line of its own that begins with -"
            )
            continue
        answers = [answer for _, answer in value.items] if isinstance(value, Items) else [value]
        if any(isinstance(answer, list | dict) for answer in answers):
            reading.report(line, "an answer is a list or a mapping; put it in quotes")
            continue
        texts = tuple(text for text in map(scalar, answers) if text is not None)
        name = author if isinstance(author, str) else None
        reading.add(line, Entry(prompt, texts, author=name))
