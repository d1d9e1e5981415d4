"""Moodle's GIFT format. Blank lines part the questions, ``//`` begins a comment, ``$CATEGORY:`` sets topics.

``::name:: [format] text {answers}``, with a blank in the text where the answers stand in its middle. A
backslash takes the meaning from ``~ = # { } :`` and makes ``\\n`` a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from questions.interchange.lists.entry import Reading
from questions.interchange.lists.readers.gift_answers import Ungradable, entries_of, restored

_ESCAPE = re.compile(r"\\([~=#{}:n\\])")
_HIDDEN = {char: chr(0xE000 + at) for at, char in enumerate("~=#{}:n\\")}
_CATEGORY = re.compile(r"\A\s*\$CATEGORY:\s*([^\n]*)\n?", re.IGNORECASE)
_NAME = re.compile(r"\A::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\A\s*\[(?:html|moodle|plain|markdown)\]", re.IGNORECASE)
BLANK = "_____"


def read(text: str, reading: Reading) -> None:
    """A question after the other."""
    topic = ""
    for line, block in _blocks(text):
        hidden = _ESCAPE.sub(lambda match: _HIDDEN[match[1]], block)
        while match := _CATEGORY.match(hidden):
            topic = restored(match[1]).replace("$course$", "").rstrip("/ ").rpartition("/")[2]
            topic = "" if topic == "top" else topic
            hidden = hidden[match.end() :]
        if not hidden.strip():
            continue
        try:
            prompt, answers = _split(_NAME.sub("", hidden.strip(), count=1))
            for entry in entries_of(_FORMAT.sub("", prompt).strip(), answers, topic):
                reading.add(line, entry)
        except Ungradable as reason:
            reading.report(line, str(reason))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between blank lines, with the line where it begins."""
    block: list[str] = []
    begin = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith("//"):
            continue
        if line.strip():
            begin = begin if block else number
            block.append(line)
        elif block:
            yield begin, "\n".join(block)
            block = []
    if block:
        yield begin, "\n".join(block)


def _split(text: str) -> tuple[str, str]:
    """The question with a blank for its answers, and the answers."""
    start, end = text.find("{"), text.find("}")
    if start < 0 and end < 0:
        raise Ungradable("there are no answers in braces: this is a description, not a question")
    if start < 0 or end < start:
        raise Ungradable("the braces around the answers are not closed, or a blank line stands in them")
    after = text[end + 1 :].strip()
    if after in ("", ".", "?", "!", ":"):
        return f"{text[:start].strip()}{after if text[:start].strip()[-1:].isalnum() else ''}", text[
            start + 1 : end
        ]
    return f"{text[:start].rstrip()} {BLANK} {after}", text[start + 1 : end]
