"""
Quiz-bowl answer lines: what a line accepts, prompts on and refuses.
The grammar is that of quiz-bowl packets, in our own words, after the ACF formatting guidelines
("Answer-line formatting", acf-quizbowl.com), the NAQT correctness guidelines ("Underlining", naqt.com) and
the specification of answer lines by qbreader (github.com/qbreader/qb-answer-checker)::

    line       := ["ANSWER:"] main group* [tags]
    main       := form ("or" form | "/" form | ";" directive)*
    group      := "[" directive (";" directive)* "]" | "(" directive (";" directive)* ")"
    directive  := ("or" | "accept" | "also accept") forms [until]     as good as the main answer
                | "accept either" | "accept any" [part | name]        each marked part alone is enough
                | "accept just" form                                  that part alone is enough
                | "accept" form ("in place of" | "instead of") word   the main answer with the word replaced
                | "accept word forms" ["like" forms]                  words of the same stem count too
                | ["accept"] "equivalents" ["like" forms]
                | "accept" "answers" ("like" | "that mention") forms
                | "prompt on" forms ["alone"] [asking] [until]        close: "more, please"
                | "prompt on partial answer"                          any part of the main answer is close
                | "anti-prompt on" forms [asking]                     close: too narrow
                | ("do not accept" ["or prompt on"] | "reject" | "do not prompt on") forms
    forms      := form (("," | "or" | ", or") form)*
    until      := ("before" | "until") ("mention" | words ["is read"]) [", but prompt after"]
    asking     := ("by asking" | "asking" | "with") quoted question

Parts that are underlined or bold (<u>, <b>, **x**, __x__, _x_, {x}) are required; the rest of a form may be
said or left out. Without marks a form is judged like any accepted form. A part of a word that is marked
stands for all words that begin with it, and single letters that are marked are initials. Words in brackets
that are no directive are optional; sentences in brackets, author tags ("<AB, History>") and "(2)" at the end
are comments. The whole question has been read when a guess is typed: "before mention" and "until X is read"
therefore hold where the question does not say the words, and are over where it does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from questions.judging.directives import Directive, LineForm, Sort, alternatives, line_form, read_directives
from questions.judging.marked import Marked, read_marks
from questions.judging.normalise import LONGEST

_ANSWER = re.compile(r"^ ?answers? ?: ?", re.IGNORECASE)
_COUNT = re.compile(r"\( ?\{?\d{1,2}\}? ?\) ?$")
_BRACKET = re.compile(r"[\[(\])]")
_SEMICOLON = re.compile(";")
_DIRECTIVE = re.compile(
    r" ?(?:or\b|(?:also )?accept|prompt|anti-?prompt|reject|do not|don't|be generous|equivalents|"
    r"(?:either|any|both)\b|word forms|names? in|in either order|note)",
    re.IGNORECASE,
)
_MOST_COMMENT = 8


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What a line says. ``either`` and ``partial`` speak of the parts of the main forms; ``replaced`` pairs a
    word of them with what may stand for it.
    """

    main: tuple[LineForm, ...] = ()
    accepted: tuple[LineForm, ...] = ()
    prompts: tuple[LineForm, ...] = ()
    refused: tuple[LineForm, ...] = ()
    either: bool = False
    partial: bool = False
    word_forms: bool = False
    replaced: tuple[tuple[str, str], ...] = ()


def read_line(text: str) -> AnswerLine:
    """Read an answer line, however ill-formed; a line that says nothing has no main form."""
    main, groups = _split(read_marks(text[:LONGEST]).without(_ANSWER).without(_COUNT))
    first, *further = main.split(_SEMICOLON)
    forms = map(line_form, alternatives(first, commas=False))
    directives = [directive for group in (*further, *groups) for directive in read_directives(group)]
    return _gathered(tuple(form for form in forms if form.text), directives)


def _split(line: Marked) -> tuple[Marked, list[Marked]]:
    """The main answer without comments, and the insides of the brackets that hold directives."""
    main, groups = line[:0], list[Marked]()
    depth = at = start = 0
    for match in _BRACKET.finditer(line.text):
        depth += 1 if match.group() in "[(" else -1 if depth else 0
        if depth == 1 and match.group() in "[(" and start <= at:
            main, at, start = main + line[at : match.start()], match.start(), match.end()
        elif depth == 0 and start > at:
            main += _read_group(line[start : match.start()], line.text[at], groups, first=not main)
            at = start = match.end()
    if start > at:
        return main + _read_group(line[start:], line.text[at], groups, first=not main), groups
    return main + line[at:], groups


def _read_group(inside: Marked, bracket: str, groups: list[Marked], *, first: bool) -> Marked:
    """Keep a directive; what is left for the main answer of the others: optional words, or nothing."""
    words = inside.text.split()
    comment = groups or len(words) > _MOST_COMMENT or "," in inside.text or inside.text.endswith((".", '."'))
    if _DIRECTIVE.match(inside.text):
        groups.append(inside)
    elif len(inside.text.strip()) <= 2 if comment else first or bracket == "(":
        return Marked("(", "0") + inside + Marked(")", "0") if bracket == "(" else inside
    return inside[:0]


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
