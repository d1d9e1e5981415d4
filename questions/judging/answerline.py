"""
Quiz-bowl answer lines: what a line accepts, prompts on and refuses.
The grammar is that of quiz-bowl packets, in our own words, after the ACF formatting guidelines
("Answer-line formatting", acf-quizbowl.com), the NAQT correctness guidelines ("Underlining", naqt.com) and
the specification of answer lines by qbreader (github.com/qbreader/qb-answer-checker)::
line       := ["ANSWER:"] main group* [tags]|main       := form ("or" form|"/" form|";" directive)*
group      := "[" directive (";" directive)* "]"|"(" directive (";" directive)* ")"|directive  := ("or"
"accept"|"also accept") forms [until]     as good as the main answer|"accept either"|"accept any" [part
name]        each marked part alone is enough
"accept just" form                                  that part alone is enough|"accept" form ("in place of"
"instead of") word   the main answer with the word replaced
"accept word forms" ["like" forms]                  words of the same stem count too
["accept"] "equivalents" ["like" forms]|"accept" "answers" ("like"|"that mention") forms
"prompt on" forms ["alone"] [asking] [until]        close: "more, please"
"prompt on partial answer"                          any part of the main answer is close
"anti-prompt on" forms [asking]                     close: too narrow|("do not accept" ["or prompt on"]
"reject"|"do not prompt on") forms|forms      := form ((","|"or"|", or") form)*|until      := ("before"
"until") ("mention"|words ["is read"]) [", but prompt after"]|asking     := ("by asking"|"asking"
"with") quoted question
Parts that are underlined or bold (<u>, <b>, **x**, __x__, _x_, {x}) are required; the rest of a form may be
said or left out. Without marks a form is judged like any accepted form. A part of a word that is marked
stands for all words that begin with it, and single letters that are marked are initials. Words in brackets
that are no directive are optional; sentences in brackets, author tags ("<AB, History>") and "(2)" at the end
are comments. The whole question has been read when a guess is typed: "before mention" and "until X is read"
therefore hold where the question does not say the words, and are over where it does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from questions.judging.directives import Directive, LineForm, Sort, alternatives, line_form, read_directives
from questions.judging.marked import Marked, read_marks

_ANSWER = re.compile(r"^\s*answers?\s*:\s*", re.IGNORECASE)
_COUNT = re.compile(r"\(\s*\{?\d{1,2}\}?\s*\)\s*$")
_DIRECTIVE = re.compile(
    r"^\s*(?:or\b|(?:also\s+)?accept|prompt|anti-?prompt|reject|do not|don't|be generous|equivalents|"
    r"(?:either|any|both)\b|word forms|names? in|in either order|note)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What a line says. ``either`` and ``partial`` speak of the parts of the main forms."""

    main: tuple[LineForm, ...]
    accepted: tuple[LineForm, ...] = ()
    prompts: tuple[LineForm, ...] = ()
    refused: tuple[LineForm, ...] = ()
    either: bool = False
    partial: bool = False
    word_forms: bool = False
    replaced: tuple[tuple[str, str], ...] = field(
        default=()
    )  # (word of the main answer, what may stand for it)


def read_line(text: str) -> AnswerLine:
    """Read an answer line, however ill-formed; a line that says nothing has no main form."""
    line = read_marks(text)
    line = line.without(_ANSWER).without(_COUNT)
    main, directives = _split(line)
    pieces = main.split(re.compile(r";"))
    directives = [*pieces[1:], *directives]
    mains = [
        form for form in (line_form(piece) for piece in alternatives(pieces[0], commas=False)) if form.text
    ]
    return _gathered(tuple(mains), [found for piece in directives for found in read_directives(piece)])


def _split(line: Marked) -> tuple[Marked, list[Marked]]:
    """The main answer without comments, and the insides of the brackets that hold directives."""
    main = line[:0]
    directives: list[Marked] = []
    at = 0
    while at < len(line.text):
        opening = re.compile(r"[\[(]").search(line.text, at)
        if opening is None:
            main = main + line[at:]
            break
        main = main + line[at : opening.start()]
        end = _closing(line.text, opening.start())
        inside = line[opening.start() + 1 : end]
        if _DIRECTIVE.match(inside.text):
            directives.append(inside)
        elif _is_optional(inside, after=bool(directives), opening=opening.group(), first=not main):
            main = (
                main + line[opening.start() : end + 1]
                if opening.group() == "("
                else main + inside + line[end:end]
            )
        at = end + 1
    return main, directives


def _is_optional(inside: Marked, *, after: bool, opening: str, first: bool) -> bool:
    """Whether words in brackets are optional words of the answer, not a comment on it."""
    if (
        after
        or len(inside.text.split()) > 8
        or inside.text.rstrip().endswith((".", '."'))
        or "," in inside.text
    ):
        return len(inside.text.strip()) <= 2
    return first or opening == "("


def _closing(text: str, start: int) -> int:
    """Where the bracket that opens at ``start`` closes, or the end of the text."""
    depth = 0
    for at in range(start, len(text)):
        if text[at] in "[(":
            depth += 1
        elif text[at] in "])":
            depth -= 1
            if depth == 0:
                return at
    return len(text)


def _gathered(main: tuple[LineForm, ...], directives: list[Directive]) -> AnswerLine:
    def of(sort: Sort) -> tuple[LineForm, ...]:
        return tuple(form for directive in directives if directive.sort is sort for form in directive.forms)

    return AnswerLine(
        main=main,
        accepted=of(Sort.ACCEPT),
        prompts=of(Sort.PROMPT),
        refused=of(Sort.REFUSE),
        either=any(directive.either for directive in directives),
        partial=any(directive.partial for directive in directives),
        word_forms=any(directive.word_forms for directive in directives),
        replaced=tuple(pair for directive in directives for pair in directive.replaced),
    )
