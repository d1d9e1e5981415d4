"""Which format a file is in. Its content decides; its name counts only where that does not tell."""

from __future__ import annotations

import re
from pathlib import PurePath

from questions.interchange.formats import Format
from questions.interchange.lists.readers import anki, own
from questions.interchange.lists.readers.aiken import ANSWER, CHOICE
from questions.interchange.lists.readers.columns import OWN_HEADER
from questions.interchange.lists.trees import Items, Pairs, Tree, looks_like_json

ZIP = b"PK\x03\x04"
_SAMPLE = 200_000
_KEY_AND_LIST = re.compile(r"^(?![ \t#-])[^\n]{1,2000}:[ \t]*\n[ \t]*-[ \t]", re.MULTILINE)
_KEY_AND_FLOW = re.compile(r"^(?:AUTHOR|DESCRIPTION|CONFIG|questions|\$schema):(?:[ \t]|$)", re.MULTILINE)
_BRACES = re.compile(r"\{\s*(?:[=~#]|T(?:RUE)?\s*[#}]|F(?:ALSE)?\s*[#}])", re.IGNORECASE)
_GIFT_NAME = re.compile(r"^(?:::[^\n]{1,200}::|\$CATEGORY:)", re.MULTILINE)


def of_text(name: str, text: str) -> Format | None:
    """The format of a text that is neither JSON nor YAML by its looks; None where that must be tried."""
    sample = text[:_SAMPLE]
    suffix = PurePath(name).suffix.lower()
    if looks_like_json(sample):
        return None
    if sample.startswith(",".join(OWN_HEADER)):
        return Format.TABLE
    if any(anki.HEADER.match(line) for line in sample[:2_000].split("\n")):
        return Format.ANKI
    lines = sample.split("\n")
    if any(map(ANSWER.match, lines)) and any(map(CHOICE.match, lines)):
        return Format.AIKEN
    if _BRACES.search(sample) or _GIFT_NAME.search(sample) or suffix == ".gift":
        return Format.GIFT
    if suffix in (".yaml", ".yml") or _looks_like_yaml(sample):
        return None
    return Format.TABLE


def _looks_like_yaml(sample: str) -> bool:
    return _KEY_AND_LIST.search(sample) is not None or _KEY_AND_FLOW.search(sample) is not None


def of_tree(tree: Tree) -> Format | None:
    """The format of a JSON or YAML document, by the keys of its records; None where they tell nothing."""
    if own.is_own(tree):
        return Format.GUMSHOE
    record = _first_record(tree)
    if record is not None:
        if "correct_answer" in record:
            lakeys = isinstance(tree, Pairs) and isinstance(tree.get("questions"), Items)
            return Format.LAKEYS if lakeys else Format.OPENTDB
        if "leadin" in record or (
            {"answer", "question"} <= record.keys() and _named(tree, "tossups", "bonuses")
        ):
            return Format.QUIZBOWL
        if "answer_sanitized" in record or "formatted_answer" in record or "set" in record:
            return Format.QUIZBOWL
        if {"answer", "question"} <= record.keys():
            return Format.LANCEBOT if isinstance(tree, Pairs) else Format.QUIZBOWL
    if isinstance(tree, Pairs) and tree.items and record is None:
        return Format.RED
    return None


def _named(tree: Tree, *names: str) -> bool:
    return isinstance(tree, Pairs) and any(key in names for _, key, _ in tree.items)


def _first_record(tree: Tree) -> dict[str, object] | None:
    if isinstance(tree, Items):
        return next((value for _, value in tree.items if isinstance(value, dict)), None)
    if isinstance(tree, Pairs):
        records = (_first_record(value) for _, _, value in tree.items)
        return next((record for record in records if record is not None), None)
    return None
