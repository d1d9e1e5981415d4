"""Tables of questions (CSV, TSV, XLSX), with a header in anybody's words or without one.

Without a header the first column asks, the second is the right answer, and further ones are wrong choices.
With one, columns may stand in any order: Kahoot's and Mentimeter's templates, Kotoba's decks and Gumshoe's
own CSV are tables whose header is known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from questions.interchange.lists.entry import Entry, Reading
from questions.interchange.lists.sheets import Row
from questions.interchange.lists.sound import level_of
from questions.question import AnswerType

OWN_HEADER: tuple[str, ...] = (
    "question",
    "answers",
    "wrong",
    "refused",
    "all of",
    "answer line",
    "type",
    "explanation",
    "topic",
)
OWN_HEADER += ("level", "picture", "author", "source")

_ROLES = {
    "question": "question|questions|question text|prompt|front|q|frage",
    "answer": "answer|answers|right answer|right answers|back|a|solution|antwort|response|accepted",
    "also": "also accepted|alternative|alternatives|alternate answers|alternative answers|aliases|synonyms",
    "correct": "correct|correct answer|correct answers|correct option|correct choice|right|key|answer key",
    "wrong": "wrong|wrong answer|wrong answers|incorrect|incorrect answer|incorrect answers|distractors",
    "refused": "refused|do not accept|reject",
    "parts": "all of",
    "line": "answer line|answerline",
    "type": "type|answer type",
    "explanation": "explanation|comment|comments|info|note|notes|feedback|extra|fact|reason|erklärung",
    "topic": "topic|category|categories|subject|tag|tags|theme|round|kategorie|thema",
    "level": "level|difficulty|schwierigkeit",
    "picture": "picture|image|image url|image link|picture link|media|img|photo",
    "author": "author|written by",
    "source": "source|sources|reference|quelle",
    "instructions": "instructions",
}
_NAMES = {name: role for role, names in _ROLES.items() for name in names.split("|")}
_CHOICE = re.compile(r"^(?:answer|option|choice|alternative|antwort)\s*(?:no\.?)?\s*([1-9]|[a-h])$|^([a-h])$")
_WRONG = re.compile(r"^(?:wrong|incorrect|false|distractor)(?:\s+(?:answer|option|choice))?\s*[1-9a-h]$")
_TAIL = re.compile(r"\s*(?:[(\[–—].*|\s-\s.*|:)$")
_HEADER_WITHIN = 15
_PIPE = re.compile(r"(?<!\\)\|")
_OWN_PIPE = re.compile(r"\\([\\|])|(\|)")
_NEUTRAL = re.compile(r"^'(?='*[=+\-@\t\r])")


def role_of(cell: str) -> str | None:
    """What a column is for, by its header: a role, "choice 1", or None."""
    name = " ".join(cell.casefold().replace("_", " ").split())
    for text in (name, _TAIL.sub("", name), name.removesuffix("(s)"), _TAIL.sub("", name).removesuffix("s")):
        if match := _CHOICE.match(text):
            return f"choice {match[1] or match[2]}"
        if _WRONG.match(text):
            return "wrong"
        if text in _NAMES:
            return _NAMES[text]
    return None


def header_of(rows: Sequence[Row]) -> tuple[int, list[str | None]] | None:
    """The place and the roles of the header: the first row that names the question and an answer."""
    for at, (_, cells) in enumerate(rows[:_HEADER_WITHIN]):
        roles = [role_of(cell) if len(cell) < 100 else None for cell in cells]
        choices = [role for role in roles if role and role.startswith("choice")]
        if "question" in roles and ({"answer", "correct", "parts", "line"} & set(roles) or len(choices) > 1):
            return at, roles
    return None


def read(rows: Sequence[Row], reading: Reading) -> None:
    """A question a row."""
    place = header_of(rows)
    if place is None:
        _without_header(rows, reading)
        return
    at, roles = place
    header = tuple(cell.strip().casefold() for cell in rows[at][1])
    own, kotoba = header == OWN_HEADER, "instructions" in roles
    reading.verbatim = own
    choices = [role for role in roles if role and role.startswith("choice")]
    if choices and not {"correct", "answer"} & set(roles):
        reading.report(
            rows[at][0], 'no column says which answer is correct; add one with the header "correct"'
        )
        return
    for number, cells in rows[at + 1 :]:
        texts: defaultdict[str, list[str]] = defaultdict(list)
        for role, cell in zip(roles, cells, strict=False):
            if role is not None and cell.strip():
                texts[role].append(_NEUTRAL.sub("", cell))
        if not texts:
            continue
        entry = _entry(texts, own, kotoba) if not choices else _chosen(texts, choices)
        if isinstance(entry, Entry):
            reading.add(number, entry)
        else:
            reading.report(number, entry)


def _entry(texts: Mapping[str, Sequence[str]], own: bool, kotoba: bool) -> Entry | str:
    """A row whose columns say what is right and what is wrong."""

    def forms(*roles: str) -> tuple[str, ...]:
        cells = [cell for role in roles for cell in texts.get(role, ())]
        return tuple(text for cell in cells for text in _split(cell, own, kotoba and roles[0] == "answer"))

    prompt = "\n".join((*texts.get("instructions", ()), *texts.get("question", ())))
    right = forms("answer", "correct", "also")
    parts = tuple(_split(line, own, False) for cell in texts.get("parts", ()) for line in cell.split("\n"))
    return _told(Entry(prompt, right, forms("wrong"), forms("refused"), parts), texts)


def _told(entry: Entry, texts: Mapping[str, Sequence[str]]) -> Entry | str:
    """The entry with what the other columns say of it."""

    def text(role: str) -> str:
        return next(iter(texts.get(role, ())), "")

    kind, level = text("type").strip().casefold(), text("level").strip()
    return Entry(
        entry.prompt,
        entry.accepted,
        entry.wrong,
        entry.refused,
        entry.parts,
        line=text("line") or None,
        type=AnswerType(kind) if kind in set(AnswerType) else AnswerType.UNKNOWN,
        explanation="\n".join(texts.get("explanation", ())),
        topic=text("topic"),
        level=level_of(level),
        picture=text("picture") or None,
        author=text("author") or None,
        source=text("source"),
    )


def _chosen(texts: Mapping[str, Sequence[str]], columns: Sequence[str]) -> Entry | str:
    """A row with its choices in columns of their own, and a column that says which are right."""
    choices = {column.removeprefix("choice "): texts[column][0] for column in columns if column in texts}
    key = next(iter((*texts.get("correct", ()), *texts.get("answer", ()))), "").strip()
    if not key:
        return "no answer is marked as correct"
    right = _marked(key, choices)
    if not right:
        return f"“{key[:30]}” is none of the answers"
    wrong = tuple(text for name, text in choices.items() if name not in right)
    prompt = "\n".join(texts.get("question", ()))
    if not wrong and len(right) > 1:
        return "every answer is marked as correct"
    return _told(Entry(prompt, tuple(choices[name] for name in right), wrong), texts)


def _marked(key: str, choices: Mapping[str, str]) -> list[str]:
    """The names of the right choices: by their text, or else by numbers or letters (2; 1,3; B)."""
    same = [name for name, text in choices.items() if text.strip().casefold() == key.casefold()]
    if same:
        return same[:1]
    names = list(choices)
    right = []
    for piece in re.split(r"[\s,;&]+", key.casefold()):
        piece = re.sub(r"^(?:answer|option|choice)|\.0$|[.)]$", "", piece)
        numbered = {str("abcdefgh".index(name) + 1) if name.isalpha() else name: name for name in names}
        lettered = {
            "abcdefgh"[int(name) - 1] if name.isdecimal() else name: name for name in names if name != "9"
        }
        if piece and (name := numbered.get(piece) or lettered.get(piece)):
            right.append(name)
        elif piece:
            return []
    return list(dict.fromkeys(right))


def _without_header(rows: Sequence[Row], reading: Reading) -> None:
    rows = _unnumbered(rows)
    swapped = _asks(rows, 1) > 0.6 and _asks(rows, 0) < 0.2
    for number, cells in rows:
        cells = [_NEUTRAL.sub("", cell) for cell in cells]
        if len(cells) < 2:
            reading.report(
                number, "there is no answer: write the question in the first column, the answer in the second"
            )
            continue
        first, second = (cells[1], cells[0]) if swapped else (cells[0], cells[1])
        reading.add(number, Entry(first, _split(second, False, False), tuple(filter(str.strip, cells[2:]))))


def _unnumbered(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows without a first column that only counts them."""
    if len(rows) > 1 and all(
        cells[0].strip().rstrip(".") == str(at) and len(cells) > 2 for at, (_, cells) in enumerate(rows, 1)
    ):
        return [(number, cells[1:]) for number, cells in rows]
    return rows


def _asks(rows: Sequence[Row], column: int) -> float:
    """The share of cells in a column that end with a question mark."""
    cells = [cells[column] for _, cells in rows if len(cells) > column]
    return sum(cell.rstrip().endswith("?") for cell in cells) / max(len(cells), 1)


def _split(cell: str, own: bool, by_comma: bool) -> tuple[str, ...]:
    """The forms in a cell, which ``|`` parts; ``\\|`` is one that does not."""
    if own:
        pieces = [""]
        at = 0
        for match in _OWN_PIPE.finditer(cell):
            pieces[-1] += cell[at : match.start()] + (match[1] or "")
            if match[2]:
                pieces.append("")
            at = match.end()
        return (*pieces[:-1], pieces[-1] + cell[at:])
    texts = re.split(r"[,，、]", cell) if by_comma else _PIPE.split(cell)
    return tuple(text.replace("\\|", "|") for text in texts if text.strip())
