"""Text of which parts are marked as required: underlined or bold, in HTML, Markdown or braces."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

PLAIN, WEAK, STRONG = "0", "1", "2"

_TAG = re.compile(r"<(/?)(b|strong|u|i|em|sub|sup|span|p|br)\b[^<>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_WIKI = (
    (re.compile(r"\*\*(.+?)\*\*|__(.+?)__|\{(.+?)\}"), STRONG),
    (re.compile(r"(?<![\w*])\*([^*]+)\*(?![\w*])|(?<![a-zA-Z0-9_])_([^_]+)_(?![a-zA-Z0-9_])"), WEAK),
)
_COMMA_IN_QUOTES = re.compile(r',"(?=\s)')
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Marked:
    """A text, and for each of its characters how strongly it is marked."""

    text: str
    marks: str

    def __getitem__(self, cut: slice) -> Marked:
        return Marked(self.text[cut], self.marks[cut])

    def __add__(self, other: Marked) -> Marked:
        return Marked(self.text + other.text, self.marks + other.marks)

    def __bool__(self) -> bool:
        return any(character.isalnum() for character in self.text)

    def strip(self, characters: str = " \t\n.,;:\"'") -> Marked:
        """Without white space, quotes and stops at its ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self[start : len(self.text.rstrip(characters))] if start < len(self.text) else self[:0]

    def without(self, pattern: re.Pattern[str]) -> Marked:
        """Without all that the pattern finds."""
        kept, at = self[:0], 0
        for found in pattern.finditer(self.text):
            kept, at = kept + self[at : found.start()], found.end()
        return kept + self[at:]

    def split(self, pattern: re.Pattern[str]) -> list[Marked]:
        """Cut at what the pattern finds outside of quotes and marks."""
        pieces, at = [], 0
        for found in pattern.finditer(self.text):
            if self.is_open(found.start(), found.end()):
                pieces.append(self[at : found.start()])
                at = found.end()
        return [*pieces, self[at:]]

    def is_open(self, start: int, end: int) -> bool:
        """Whether a place lies outside of quotes and within no mark."""
        quoted = self.text.count('"', 0, start) % 2 == 1 and '"' in self.text[end:]
        inside = start > 0 and end < len(self.marks) and self.marks[start - 1] != PLAIN != self.marks[end]
        return not quoted and not (inside and PLAIN not in self.marks[start:end])

    @property
    def has_marks(self) -> bool:
        return WEAK in self.marks or STRONG in self.marks

    def spans(self) -> tuple[str, ...]:
        """The marked parts as they stand."""
        level = STRONG if STRONG in self.marks else WEAK
        letters = "".join(c if m >= level else "\0" for c, m in zip(self.text, self.marks, strict=True))
        return tuple(part.strip() for part in letters.split("\0") if part.strip())

    def words(self) -> Iterator[tuple[str, str]]:
        """Each word with the part of it that is marked; strong marks make weak ones void."""
        level = STRONG if STRONG in self.marks else WEAK
        for found in re.finditer(r"[^\s/-]+", self.text):
            word = found.group()
            part = "".join(
                c for c, m in zip(word, self.marks[found.start() : found.end()], strict=True) if m >= level
            )
            yield word, part


def read_marks(text: str) -> Marked:
    """Read HTML, ``**x**``, ``__x__``, ``_x_`` and ``{x}``; other tags ("<ed. AB>") are left out."""
    text = _COMMA_IN_QUOTES.sub('",', html.unescape(html.unescape(text)).translate(_QUOTES))
    marked = _html(text)
    return marked if marked.has_marks else _wiki(marked.text)


def _html(text: str) -> Marked:
    """Bold and underlined together is strong, one of them alone is weak."""
    pieces: list[str] = []
    marks: list[str] = []
    bold = under = at = 0
    for tag in _TAG.finditer(text):
        piece = text[at : tag.start()]
        pieces.append(piece)
        marks.append(str(min(bold, 1) + min(under, 1)) * len(piece))
        step = -1 if tag.group(1) else 1
        if tag.group(2).lower() in ("b", "strong"):
            bold = max(0, bold + step)
        elif tag.group(2).lower() == "u":
            under = max(0, under + step)
        at = tag.end()
    pieces.append(text[at:])
    marks.append(PLAIN * len(text[at:]))
    return Marked("".join(pieces), "".join(marks)).without(_ANY_TAG)


def _wiki(text: str) -> Marked:
    marked = Marked(text, PLAIN * len(text))
    for pattern, level in _WIKI:
        kept, at = marked[:0], 0
        for found in pattern.finditer(marked.text):
            group = next(number for number, value in enumerate(found.groups(), 1) if value is not None)
            start, end = found.span(group)
            inner = marked[start:end]
            level_marks = "".join(max(mark, level) for mark in inner.marks)
            kept = kept + marked[at : found.start()] + Marked(inner.text, level_marks)
            at = found.end()
        marked = kept + marked[at:]
    return marked
