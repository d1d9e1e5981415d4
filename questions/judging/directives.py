"""The directives of a quiz-bowl answer line (see ``answerline`` for the grammar)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
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

    text: str = ""
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


def _regex(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_REFUSE = _regex(
    r"\b(?:do not|don't|do n't|never) (?:accept|take|prompt)(?: on)?"
    r"(?:,? (?:or|nor) (?:accept|prompt)(?: on)?)?\b|\breject\b"
)
_PROMPT_AFTER = _regex(r",? ?(?:but|and) prompt(?: on it)? (?:after(?:wards?)?|thereafter)\b[^;]*+")
_ALSO = _regex(r"\balso (?=accept)")
_NEXT = _regex(r";|[,.]? (?:(?:and|but|or) )?(?=(?:accept|prompt|anti-?prompt)\b|\x00)|\. (?=or\b)")
_SORT = _regex(
    r" ?(?:(?P<refuse>\x00)|(?P<narrow>anti-?prompt(?: on)?\b)|(?P<prompt>prompt(?: on)?\b)|"
    r"(?:(?:and|but) )?(?:also )?(?:accept|or|take)?\b) *+:? *+"
)
_ASKING = _regex(r",? ?(?:\bby asking\b|\basking\b|\bwith(?= [\"']))(?P<rest>.*)")
_QUOTE = _regex(r"[\"']")
_UNTIL = _regex(r",? ?\b(?:before|until|till|prior to)\b ?(?P<cue>.*)")
_IN_QUOTES = _regex(r'"([^"]++)"')
_AFTER = _regex(
    r",? ?\b(?:after|at any time|if (?:necessary|needed|asked|they|the|a|he|she|given|you)|during the|"
    r"even after|because|since|as (?:they|it|he|she|the)|which|though|even though)\b"
)
_CUE_WORDS = _regex(
    r"\b(?:it|they|he|she|that|is|are|was|has|been|being|read|mentioned|mention|said|end|first|words?|the)\b|[\"',.]"
)
_WORD_FORMS = _regex(
    r"\b(?:any |all |other |clear |obvious )?(?:word|other|verb|noun|adjective) ?forms?\b"
    r"(?: of(?: the)? (?:word|answer)?s?)?"
)
_EQUIVALENTS = _regex(
    r" ?(?:any |all |other |obvious |clear |reasonable |logical |close |similar |and ){0,3}"
    r"(?:equivalents?(?: answers?| descriptions?| forms?)?|synonyms|translations|variants|descriptions|"
    r"similar answers|answers?|responses?|anything|things|explanations|forms)\b ?(?:equivalents?\b)?"
)
_MENTIONING = _regex(
    r" ?(?:that|which)? ?(?:mention(?:s|ing)?|involv(?:es?|ing)|indicat(?:es?|ing)|describ(?:es?|ing)|about|"
    r"express(?:es|ing)?|includ(?:es?|ing)|contain(?:s|ing)?|refer(?:s|ring)? to|relat(?:ed|ing) to|with)\b ?"
    r"(?:that|the idea that|the idea of|either|both)? ?"
)
_LIKE = _regex(r" ?,? ?(?:like|such as|including|e\.?g\.?,?|for example,?) ")
_INNER_LIKE = _regex(r"\b(?:such as|like|including) ")
_EITHER = _regex(
    r" ?(?:either|any|each)\b(?: (?:one|of|the|two|three|underlined|bold(?:ed)?|required|single|individual|"
    r"names?|parts?|portions?|half|words?|answers?|piece|first|last|or)\b){0,6} ?(?:as well as|and\b|,|$)?"
)
_ORDER = _regex(
    r"\b(?:answers |names |them |the two )?in (?:either|any|reverse) order\b|\b(?:either|any) order\b"
)
_PARTIAL = _regex(
    r" ?(?:an? |any )?(?:partial(?:s|ly)?|incomplete)\b(?: (?:answers?|names?|information))?|"
    r" ?(?:either|any|one) (?:name|part|half|portion|one|alone|underlined part)\b(?: alone)?"
)
_AND_ON = _regex(r"^ ?(?:(?:,|or|and) ?){0,2}(?:on\b)?")
_INSTEAD = _regex(r" (?:in place of|instead of|in lieu of|for) ")
_JUST = _regex(
    r"^ ?(?:just|only|simply|merely) | (?:alone|by itself|only|on its own|itself|by themselves) ?$"
)
_ONE_OF = _regex(r"^ ?(?:either|both|on)\b")
_OR = _regex(r" ?,? or | / ")
_SLASH = _regex(r"(?<!\S)([A-Za-z'-]{3,})/([A-Za-z'-]{3,})(?!\S)")
_COMMA = _regex(r" ?,? or | ?, ?\"?(?= ) ?| / ")


def read_directives(inside: Marked) -> list[Directive]:
    """Read what stands in one pair of brackets."""
    text = _REFUSE.sub(lambda match: "\x00".ljust(len(match.group())), inside.text)
    text = _PROMPT_AFTER.sub(lambda match: "\x01".ljust(len(match.group())), text)
    text = _ALSO.sub(lambda match: " " * len(match.group()), text)
    return [_directive(clause) for clause in Marked(text, inside.marks).split(_NEXT) if clause.strip()]


def _directive(clause: Marked) -> Directive:
    prompt_after = "\x01" in clause.text
    clause = clause[: clause.text.index("\x01")] if prompt_after else clause
    match = _SORT.match(clause.text)
    sort = match.groupdict() if match else {}
    body, asking = _asking(clause[match.end() :] if match else clause)
    body, until = _until(body)
    body = body.without(_ORDER)
    form = LineForm(until=until, prompt_after=prompt_after, asking=asking, narrow=bool(sort.get("narrow")))
    if sort.get("refuse"):
        return Directive(Sort.REFUSE, _forms(body, form))
    if not (sort.get("prompt") or form.narrow):
        return _accepted(body, form)
    if partial := _PARTIAL.match(body.text):
        return Directive(Sort.PROMPT, _forms(body[partial.end() :].without(_AND_ON), form), partial=True)
    return Directive(Sort.PROMPT, _forms(body, form))


def _accepted(body: Marked, form: LineForm) -> Directive:
    either = word_forms = False
    if (match := _EITHER.match(body.text)) and match.group().strip():
        either, body = True, body[match.end() :]
    if match := _WORD_FORMS.search(body.text):
        word_forms, body = True, body[: match.start()] + body[match.end() :]
    if (match := _EQUIVALENTS.match(body.text)) and not body[: match.end()].has_marks:
        body = body[match.end() :]
        if like := _LIKE.match(body.text):
            body = body[like.end() :]
        elif mention := _MENTIONING.match(body.text):
            form, body = replace(form, mentions=True), body[mention.end() :]
        elif not body.has_marks and '"' not in body.text:
            body = body[:0]
    elif like := _LIKE.match(body.text):
        body = body[like.end() :]
    pieces = body.split(_INSTEAD)
    if len(pieces) == 2 and (" for " not in body.text or not pieces[1].has_marks):
        pair = (pieces[1].strip().text, pieces[0].strip().text)
        return Directive(Sort.ACCEPT, (), either, False, word_forms, (pair,))
    return Directive(Sort.ACCEPT, _forms(body, form), either, False, word_forms)


def _forms(body: Marked, like: LineForm) -> tuple[LineForm, ...]:
    forms = [line_form(piece, like) for piece in alternatives(body, commas=True)]
    return tuple(f for f in forms if f.text and (f.required or not _EQUIVALENTS.fullmatch(f.text)))


def alternatives(body: Marked, *, commas: bool) -> list[Marked]:
    """The forms of a list "A, B, or C"; commas part them only where the list shows that they do."""
    body = body.without(_ONE_OF)
    pieces = body.split(_OR)
    several = len(pieces) > 1 or body.text.count('"') > 2 or sum(p.has_marks for p in body.split(_COMMA)) > 1
    if commas and several:
        pieces = [part for piece in pieces for part in piece.split(_COMMA)]
    if not commas and len(pieces) > 1 and body.has_marks and not all(piece.has_marks for piece in pieces):
        pieces = [body]
    return [other for piece in pieces if piece for other in _either_side(piece)]


def _either_side(piece: Marked) -> list[Marked]:
    """Read "moving/immigrating to Israel" as two forms; "AC/DC" is one."""
    match = _SLASH.search(piece.text)
    if not match or piece.text.count("/") > 1:
        return [piece]
    before, after = piece[: match.start()], piece[match.end() :]
    return [before + piece[match.start(side) : match.end(side)] + after for side in (1, 2)]


def line_form(piece: Marked, like: LineForm = LineForm()) -> LineForm:
    """One form, its marks read, without quotes and "alone"; its conditions are those of ``like``."""
    piece = piece.strip().without(_JUST).strip()
    if piece.has_marks and (match := _INNER_LIKE.search(piece.text)) and not piece[: match.end()].has_marks:
        piece = piece[match.end() :]
    whole = PLAIN not in piece.marks
    required = tuple(
        (word, word if whole else part)
        for word, part in piece.words()
        if whole or any(map(str.isalnum, part))
    )
    text = " ".join(piece.text.replace('"', " ").split())
    return replace(like, text=text, required=required if piece.has_marks else (), parts=piece.spans())


def _asking(body: Marked) -> tuple[Marked, str]:
    match = _ASKING.search(body.text)
    if not match or body[match.start() : match.start() + 4].has_marks:
        return body, ""
    _, *quoted = _QUOTE.split(match["rest"], maxsplit=1)
    return body[: match.start()], (quoted or [match["rest"]])[0].strip(" .,'\"")


def _until(body: Marked) -> tuple[Marked, str | None]:
    """Cut a condition off the forms, and the words of the question on which it hangs."""
    for match in _UNTIL.finditer(body.text):
        if (
            body.is_open(match.start(), match.start() + 1)
            and not body[match.start() : match.start("cue")].has_marks
        ):
            quoted = _IN_QUOTES.search(match["cue"])
            cue = quoted[1] if quoted else _CUE_WORDS.sub(" ", match["cue"])
            return body[: match.start()], " ".join(cue.split()).strip(" .,;")
    after = _AFTER.search(body.text)
    if after and after.start() > 0 and not body[after.start() :].has_marks:
        return body[: after.start()], None
    return body, None
