"""Guesses that are meant to keep the judge busy, and answers of all sorts to try them on."""

from __future__ import annotations

from questions.question import Answer, AnswerType

CHOICE_PROMPT = "Which planet is larger? A) Mars B) Jupiter"
LENGTH = 4_000
SHAPES = {
    name: (piece * LENGTH)[:LENGTH]
    for name, piece in {
        "letters": "a", "blanks": " ", "digits": "7", "brackets": "(", "closing brackets": ")]",
        "quotes": "\"'", "sayings": "its ", "letters apart": "a b ", "initials": "a.b.", "slashes": "a/",
        "commas": "a, ", "thousands": "1,234,", "spaced thousands": "123 ", "words": "or and by ",
        "stars": "**a", "lines": "__", "tags": "<b><u>", "braces": "{a", "ors": " or ",
        "numerals": "xvi", "fractions": "1/2 ", "dates": "1/2/", "capitals": "Aa",
        "prompts": "prompt on ", "equivalents": "any all other ", "either": "either one of ",
        "choices": "A) ", "questions": "which ", "colons": ": ", "dashes": " - ", "points": "1.2.",
        "dollars": "us$",
    }.items()
}  # fmt: skip
SHAPES |= {f"{name}, then another": text[:-3] + "\x00zz" for name, text in SHAPES.items()}

ANSWERS = {
    "person": Answer("Ada van der Orr", AnswerType.PERSON),
    "place": Answer("Lake Tovana, Norway", AnswerType.PLACE),
    "title": Answer("The Well: Deep Water, or the Seven Ropes", AnswerType.TITLE),
    "date": Answer("5 May 1903", AnswerType.DATE),
    "number": Answer("1,250 miles", AnswerType.NUMBER),
    "text": Answer("a bridge of rope and wood", AnswerType.TEXT),
    "unknown": Answer("Orr", AnswerType.UNKNOWN, ("Orr", "Ada Orr (of Wick)", "A / B", "fish and chips")),
    "yes": Answer("yes", AnswerType.UNKNOWN),
    "list": Answer("red, blue", parts=(Answer("red"), Answer("sky blue")), needed=2),
    "line": Answer(
        "Orr", AnswerType.UNKNOWN, line="Ada <b><u>Orr</u></b> [accept Wick; prompt on <u>Ada</u>]"
    ),
}
