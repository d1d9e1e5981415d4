"""Text of which parts are marked as required: underlined or bold, in HTML, Markdown or braces."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

PLAIN, WEAK, STRONG = "0", "1", "2"

_TAG = re.compile(r"<(/?)(b|strong|u|i|em|sub|sup|span|p|br)\b[^<>]*+>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*+>")
_WIKI = (
    (re.compile(r"\*\*([^*]++)\*\*|__([^_]++)__|\{([^{}]++)\}"), STRONG),
    (re.compile(r"(?<![\w*])\*([^*]++)\*(?![\w*])|(?<![a-zA-Z0-9_])_([^_]++)_(?![a-zA-Z0-9_])"), WEAK),
)
_COMMA_IN_QUOTES = re.compile(r',"(?=\s)')
_WORD = re.compile(r"[^\s/-]++")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


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

    def strip(self, characters: str = " .,;:\"'") -> Marked:
        """Without white space, quotes and stops at its ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self[start : max(start, len(self.text.rstrip(characters)))]

    def without(self, pattern: re.Pattern[str]) -> Marked:
        """Without all that the pattern finds."""
        pieces, at = [], 0
        for match in pattern.finditer(self.text):
            pieces.append(self[at : match.start()])
            at = match.end()
        pieces.append(self[at:])
        return Marked("".join(piece.text for piece in pieces), "".join(piece.marks for piece in pieces))

    def split(self, pattern: re.Pattern[str]) -> list[Marked]:
        """Cut at what the pattern finds outside of quotes and marks."""
        pieces, at = [], 0
        for match in pattern.finditer(self.text):
            if self.is_open(match.start(), match.end()):
                pieces.append(self[at : match.start()])
                at = match.end()
        return [*pieces, self[at:]]

    def is_open(self, start: int, end: int) -> bool:
        """Whether a place lies outside of quotes and within no mark."""
        quoted = self.text.count('"', 0, start) % 2 == 1 and '"' in self.text[end:]
        inside = start > 0 and end < len(self.marks) and self.marks[start - 1] != PLAIN != self.marks[end]
        return not quoted and not (inside and PLAIN not in self.marks[start:end])

    @property
    def has_marks(self) -> bool:
        return WEAK in self.marks or STRONG in self.marks

    def words(self) -> Iterator[tuple[str, str]]:
        """Each word with the part of it that is marked; strong marks make weak ones void."""
        level = STRONG if STRONG in self.marks else WEAK
        for match in _WORD.finditer(self.text):
            marks = self.marks[match.start() : match.end()]
            yield match.group(), "".join(c for c, m in zip(match.group(), marks, strict=True) if m >= level)

    def spans(self) -> tuple[str, ...]:
        """The marked parts as they stand, each a word or several."""
        level = STRONG if STRONG in self.marks else WEAK
        letters = "".join(c if m >= level else "\0" for c, m in zip(self.text, self.marks, strict=True))
        return tuple(part.strip() for part in letters.split("\0") if part.strip())


def read_marks(text: str) -> Marked:
    """Read HTML, ``**x**``, ``__x__``, ``_x_`` and ``{x}``; other tags ("<ed. AB>") are left out."""
    plain = " ".join(html.unescape(html.unescape(text)).split()).translate(_QUOTES)
    marked = _html(_COMMA_IN_QUOTES.sub('",', plain))
    return marked if marked.has_marks else _wiki(marked.text)


def _html(text: str) -> Marked:
    """Bold and underlined together is strong, one of them alone is weak."""
    letters, marks = "", ""
    bold = under = at = 0
    for tag in _TAG.finditer(text):
        letters += text[at : tag.start()]
        marks = marks.ljust(len(letters), str(min(bold, 1) + min(under, 1)))
        step = -1 if tag[1] else 1
        if tag[2].lower() in ("b", "strong"):
            bold = max(0, bold + step)
        elif tag[2].lower() == "u":
            under = max(0, under + step)
        at = tag.end()
    letters += text[at:]
    return Marked(letters, marks.ljust(len(letters), PLAIN)).without(_ANY_TAG)


def _wiki(text: str) -> Marked:
    marked = Marked(text, PLAIN * len(text))
    for pattern, level in _WIKI:
        read, at = marked[:0], 0
        for match in pattern.finditer(marked.text):
            start, end = match.span(match.lastindex or 0)
            marks = "".join(max(mark, level) for mark in marked.marks[start:end])
            read += marked[at : match.start()] + Marked(marked.text[start:end], marks)
            at = match.end()
        marked = read + marked[at:]
    return marked
