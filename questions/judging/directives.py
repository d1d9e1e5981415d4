"""The directives of a quiz-bowl answer line (see ``answerline`` for the grammar)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from questions.judging.marked import PLAIN, Marked


class Sort(Enum):
    """What a directive does with its forms."""

    ACCEPT = auto()
    PROMPT = auto()
    REFUSE = auto()


@dataclass(frozen=True, slots=True)
class LineForm:
    """A form of a line. ``required`` pairs each word that has a marked part with that part; empty without
    marks. ``parts`` are the marked parts as they stand, each a word or several.

    ``until`` are words of the question after which the form no longer counts ("" for the form's own words),
    and ``prompt_after`` says that it is then close. ``asking`` is what to ask a player who gives a prompted
    form. ``mentions`` says that a guess needs only to hold the required words, whatever else it says.
    """

    text: str
    required: tuple[tuple[str, str], ...] = ()
    parts: tuple[str, ...] = ()
    until: str | None = None
    prompt_after: bool = False
    asking: str = ""
    mentions: bool = False
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Directive:
    """One directive, read."""

    sort: Sort
    forms: tuple[LineForm, ...] = ()
    either: bool = False
    partial: bool = False
    word_forms: bool = False
    replaced: tuple[tuple[str, str], ...] = ()


_I = re.IGNORECASE
_REFUSE = re.compile(
    r"\b(?:do not|don't|do n't|never) (?:accept|take|prompt)(?: on)?"
    r"(?:,? (?:or|nor) (?:accept|prompt)(?: on)?)?\b|\breject\b",
    _I,
)
_PROMPT_AFTER = re.compile(
    r",?\s*(?:but|and)\s+prompt(?: on it)?\s+(?:after(?:wards?)?|thereafter)\b[^;]*", _I
)
_ALSO = re.compile(r"\balso (?=accept)", _I)
_NEXT = re.compile(
    r";|[,.]?\s+(?:(?:and|but|or)\s+)?(?=(?:accept|prompt|anti-?prompt)\b|\x00)|\.\s+(?=or\b)",
    _I,
)
_KIND = re.compile(
    r"^\s*(?:(?P<refuse>\x00)|(?P<narrow>anti-?prompt(?:\s+on)?\b)|(?P<prompt>prompt(?:\s+on)?\b)|"
    r"(?:(?:and|but)\s+)?(?:also\s+)?(?:accept|or|take)?\b)\s*:?\s*",
    _I,
)
_ASKING = re.compile(r",?\s*(?:\bby\s+asking\b|\basking\b|\bwith(?=\s+[\"']))(?P<rest>.*)$", _I | re.S)
_UNTIL = re.compile(r",?\s*\b(?:before|until|till|prior to)\b\s*(?P<cue>.*)$", _I | re.S)
_AFTER = re.compile(
    r",?\s*\b(?:after|at any time|if (?:necessary|needed|asked|they|the|a|he|she|given|you)|during the|"
    r"even after|because|since|as (?:they|it|he|she|the)|which|though|even though)\b.*$",
    _I | re.S,
)
_CUE_WORDS = re.compile(
    r"\b(?:it|they|he|she|that|is|are|was|has|been|being|read|mentioned|mention|said|end|first|words?|the)\b|[\"',.]",
    _I,
)
_WORD_FORMS = re.compile(
    r"\b(?:any |all |other |clear |obvious )*(?:word|other|verb|noun|adjective) ?forms?\b"
    r"(?: of(?: the)? (?:word|answer)?s?)?",
    _I,
)
_EQUIVALENTS = re.compile(
    r"^(?:any |all |other |obvious |clear |reasonable |logical |close |similar |and )*"
    r"(?:equivalents?(?: answers?| descriptions?| forms?)?|synonyms|translations|variants|descriptions|"
    r"similar answers|answers?|responses?|anything|things|explanations|forms)\b\s*(?:equivalents?\b)?",
    _I,
)
_MENTIONING = re.compile(
    r"^\s*(?:that|which)?\s*(?:mention(?:s|ing)?|involv(?:es?|ing)|indicat(?:es?|ing)|describ(?:es?|ing)|"
    r"about|express(?:es|ing)?|includ(?:es?|ing)|contain(?:s|ing)?|refer(?:s|ring)? to|"
    r"relat(?:ed|ing) to|with)\b\s*"
    r"(?:that|the idea that|the idea of|either|both)?\s*",
    _I,
)
_LIKE = re.compile(r"^\s*,?\s*(?:like|such as|including|e\.?g\.?,?|for example,?)\s+", _I)
_INNER_LIKE = re.compile(r"^.*\b(?:such as|like|including)\s+", _I)
_EITHER = re.compile(
    r"^\s*(?:either|any|each)\b(?:\s+(?:one|of|the|two|three|underlined|bold(?:ed)?|required|single|individual|"
    r"names?|parts?|portions?|half|words?|answers?|piece|first|last|or))*\s*(?:as well as|and|,|$)?",
    _I,
)
_ORDER = re.compile(
    r"\b(?:answers |names |them |the two )?in (?:either|any|reverse) order\b|\b(?:either|any) order\b", _I
)
_PARTIAL = re.compile(
    r"^\s*(?:an?\s+|any\s+)?(?:partial(?:s|ly)?|incomplete)\b(?:\s+(?:answers?|names?|information))?|"
    r"^\s*(?:either|any|one)\s+(?:name|part|half|portion|one|alone|underlined part)\b(?:\s+alone)?",
    _I,
)
_INSTEAD = re.compile(r"\s+(?:in place of|instead of|in lieu of|for)\s+", _I)
_JUST = re.compile(
    r"^\s*(?:just|only|simply|merely)\s+|\s+(?:alone|by itself|only|on its own|itself|by themselves)\s*$", _I
)
_SEPARATOR = re.compile(r"\s*,?\s+or\s+|\s+/\s+", _I)
_SLASH = re.compile(r"(?<!\S)([A-Za-z'-]{3,})/([A-Za-z'-]{3,})(?!\S)")
_COMMA = re.compile(r"\s*,?\s+or\s+|\s*,\s*\"?(?=\s)\s*|\s+/\s+", _I)


def read_directives(inside: Marked) -> list[Directive]:
    """Read what stands in one pair of brackets."""
    text = _REFUSE.sub(lambda found: "\x00" + " " * (len(found.group()) - 1), inside.text)
    text = _PROMPT_AFTER.sub(lambda found: "\x01".ljust(len(found.group())), text)
    text = _ALSO.sub(lambda found: " " * len(found.group()), text)
    clauses = Marked(text, inside.marks).split(_NEXT)
    return [_directive(clause) for clause in clauses if clause.strip(" ;,.")]


def _directive(clause: Marked) -> Directive:
    prompt_after = "\x01" in clause.text
    if prompt_after:
        clause = clause[: clause.text.index("\x01")]
    kind = _KIND.match(clause.text)
    body = clause[kind.end() :] if kind else clause
    narrow = bool(kind and kind["narrow"])
    sort = Sort.ACCEPT
    if kind and kind["refuse"]:
        sort = Sort.REFUSE
    elif kind and (kind["prompt"] or narrow):
        sort = Sort.PROMPT
    body, asking = _asking(body)
    body, until = _until(body)
    body = body.without(_ORDER)
    if sort is Sort.PROMPT and (found := _PARTIAL.match(body.text)):
        rest = _forms(
            body[found.end() :].without(re.compile(r"^\s*(?:,|or|and)*\s*(?:on\b)?", _I)), asking=asking
        )
        return Directive(sort, rest, partial=True)
    if sort is Sort.ACCEPT:
        return _accepted(body, until, prompt_after)
    return Directive(sort, _forms(body, until=until, asking=asking, narrow=narrow))


def _accepted(body: Marked, until: str | None, prompt_after: bool) -> Directive:
    either = word_forms = mentions = False
    if (found := _EITHER.match(body.text)) and found.group().strip():
        either, body = True, body[found.end() :]
    if found := _WORD_FORMS.search(body.text):
        word_forms, body = True, body[: found.start()] + body[found.end() :]
    if (found := _EQUIVALENTS.match(body.text.strip())) and not body[: found.end()].has_marks:
        body = body.strip(" ")[found.end() :]
        if like := _LIKE.match(body.text):
            body = body[like.end() :]
        elif mention := _MENTIONING.match(body.text):
            mentions, body = True, body[mention.end() :]
        elif not body.has_marks and '"' not in body.text:
            body = body[:0]
    elif like := _LIKE.match(body.text):
        body = body[like.end() :]
    pieces = body.split(_INSTEAD)
    if len(pieces) == 2 and (" for " not in body.text or not pieces[1].has_marks):
        pair = (pieces[1].strip().text, pieces[0].strip().text)
        return Directive(Sort.ACCEPT, (), either, False, word_forms, (pair,))
    forms = _forms(body, until=until, prompt_after=prompt_after, mentions=mentions)
    return Directive(Sort.ACCEPT, forms, either, False, word_forms)


def _forms(
    body: Marked,
    *,
    until: str | None = None,
    prompt_after: bool = False,
    asking: str = "",
    mentions: bool = False,
    narrow: bool = False,
) -> tuple[LineForm, ...]:
    forms = []
    for piece in alternatives(body, commas=True):
        form = line_form(
            piece, until=until, prompt_after=prompt_after, asking=asking, mentions=mentions, narrow=narrow
        )
        if form.text and (form.required or not _EQUIVALENTS.fullmatch(form.text)):
            forms.append(form)
    return tuple(forms)


def alternatives(body: Marked, *, commas: bool) -> list[Marked]:
    """The forms of a list "A, B, or C"; commas part them only where the list shows that they do."""
    body = body.without(re.compile(r"^\s*(?:either|both|on)\b", _I))
    pieces = body.split(_SEPARATOR)
    several = len(pieces) > 1 or body.text.count('"') > 2 or sum(p.has_marks for p in body.split(_COMMA)) > 1
    if commas and several:
        pieces = [part for piece in pieces for part in piece.split(_COMMA)]
    if not commas and len(pieces) > 1 and body.has_marks and not all(piece.has_marks for piece in pieces):
        pieces = [body]
    return [other for piece in pieces if piece for other in _either_side(piece)]


def _either_side(piece: Marked) -> list[Marked]:
    """Words parted by a slash are two forms, as "moving/immigrating to Israel"; "AC/DC" is one."""
    found = _SLASH.search(piece.text)
    if not found or piece.text.count("/") > 1:
        return [piece]
    before, after = piece[: found.start()], piece[found.end() :]
    return [before + piece[found.start(side) : found.end(side)] + after for side in (1, 2)]


def line_form(
    piece: Marked,
    *,
    until: str | None = None,
    prompt_after: bool = False,
    asking: str = "",
    mentions: bool = False,
    narrow: bool = False,
) -> LineForm:
    """One form, its marks read, without quotes and "alone"."""
    piece = piece.strip().without(_JUST).strip()
    if piece.has_marks and (found := _INNER_LIKE.match(piece.text)) and not piece[: found.end()].has_marks:
        piece = piece[found.end() :]
    required: tuple[tuple[str, str], ...] = ()
    if PLAIN in piece.marks and piece.has_marks:
        required = tuple((word, part) for word, part in piece.words() if any(c.isalnum() for c in part))
    elif piece.has_marks:
        required = tuple((word, word) for word, _ in piece.words())
    text = " ".join(piece.text.replace('"', " ").split())
    return LineForm(text, required, piece.spans(), until, prompt_after, asking, mentions, narrow)


def _asking(body: Marked) -> tuple[Marked, str]:
    found = _ASKING.search(body.text)
    if not found or body[found.start() : found.start() + 4].has_marks:
        return body, ""
    quoted = re.search(r"[\"'](.+?)[\"']?\s*$", found["rest"])
    return body[: found.start()], (quoted.group(1) if quoted else found["rest"]).strip(" .,'\"")


def _until(body: Marked) -> tuple[Marked, str | None]:
    """Cut a condition off the forms, and the words of the question on which it hangs."""
    for found in _UNTIL.finditer(body.text):
        if (
            body.is_open(found.start(), found.start() + 1)
            and not body[found.start() : found.start("cue")].has_marks
        ):
            quoted = re.search(r'"(.+?)"', found["cue"])
            cue = quoted.group(1) if quoted else _CUE_WORDS.sub(" ", found["cue"])
            return body[: found.start()], " ".join(cue.split()).strip(" .,;")
    after = _AFTER.search(body.text)
    if after and after.start() > 0 and not body[after.start() :].has_marks:
        return body[: after.start()], None
    return body, None
