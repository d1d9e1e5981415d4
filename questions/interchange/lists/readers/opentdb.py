"""The Open Trivia Database's answers, and the lists of LakeYS' TriviaBot, which have the same records.

OpenTDB encodes its texts in one of four ways, the same in a whole file: HTML entities, URLs by RFC 3986, URLs
the old way with + for a blank, and Base64. LakeYS' lists have no category; a comment at their head names it.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from urllib.parse import unquote, unquote_plus

from questions.interchange.lists.entry import Entry, Reading
from questions.interchange.lists.readers.records import Record, Unfit, each, lists_in, text, texts
from questions.interchange.lists.sound import level_of
from questions.interchange.lists.trees import Document, Items

_HEAD = re.compile(r"\A\s*#\s*(?:category\s*\d*\s*[-:]?\s*)?([^\n]{1,100})", re.IGNORECASE)
_BASE64_TYPES = ("bXVsdGlwbGU=", "Ym9vbGVhbg==")
Decode = Callable[[str], str]


def read(document: Document, reading: Reading, source: str = "") -> None:
    """Every record with correct_answer and incorrect_answers, in whichever list."""
    head = _HEAD.match(source)
    topic = head[1].strip() if head else ""
    for _, items in lists_in(document.tree):
        decode = _decoder(items)

        def take(line: int, record: Record, decode: Decode = decode) -> None:
            reading.add(line, _entry(record, decode, topic))

        each(items, reading, take)
    if not reading.records and not reading.problems:
        reading.report(1, "this holds no list of questions")


def _entry(record: Record, decode: Decode, topic: str) -> Entry:
    if "correct_answer" not in record:
        raise Unfit("there is no correct_answer")
    wrong = tuple(decode(one) for one in texts(record, "incorrect_answers"))
    if not wrong:
        raise Unfit("there are no incorrect_answers")
    return Entry(
        prompt=decode(text(record, "question")),
        accepted=(decode(text(record, "correct_answer")),),
        wrong=wrong,
        topic=decode(text(record, "category")) or topic,
        level=level_of(decode(text(record, "difficulty"))),
    )


def _decoder(items: Items) -> Decode:
    """What makes the texts of a list readable, told by all of them together."""
    records = [value for _, value in items.items if isinstance(value, dict)]
    if records and all(str(record.get("type")) in _BASE64_TYPES for record in records):
        return _from_base64
    sample = "".join(f"{record.get('question')}{record.get('correct_answer')}" for record in records)
    if " " in sample or not re.search(r"%[0-9A-Fa-f]{2}", sample):
        return str
    return unquote if "%20" in sample else unquote_plus


def _from_base64(encoded: str) -> str:
    try:
        return base64.b64decode(encoded, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise Unfit("this is not Base64, as the other questions are") from error
