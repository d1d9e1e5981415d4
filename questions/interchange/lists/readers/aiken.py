"""Moodle's Aiken format: a question on a line, choices with letters, and ``ANSWER: B``."""

from __future__ import annotations

import re

from questions.interchange.lists.entry import Entry, Reading

CHOICE = re.compile(r"^\s*([A-Za-z])[.)]\s+(\S.*)$")
ANSWER = re.compile(r"^\s*ANSWER\s*:\s*([A-Za-z]?)", re.IGNORECASE)


def read(text: str, reading: Reading) -> None:
    """A question after the other; a question may run over several lines."""
    prompt: list[str] = []
    choices: dict[str, str] = {}
    begin = 1
    for number, line in enumerate(text.split("\n"), 1):
        if match := ANSWER.match(line):
            _close(reading, begin, prompt, choices, match[1].upper())
            prompt, choices = [], {}
        elif prompt and (match := CHOICE.match(line)):
            choices[match[1].upper()] = match[2]
        elif line.strip():
            if choices:
                reading.report(begin, "there is no ANSWER: line after the choices")
                prompt, choices = [], {}
            begin = begin if prompt else number
            prompt.append(line)
        elif prompt and not choices:
            reading.report(begin, "there are no choices after the question (A. ..., B. ...)")
            prompt = []
    if prompt:
        reading.report(begin, "there is no ANSWER: line at the end of the question")


def _close(reading: Reading, begin: int, prompt: list[str], choices: dict[str, str], letter: str) -> None:
    if not prompt:
        reading.report(begin, "an ANSWER: line stands here without a question")
    elif len(choices) < 2:
        reading.report(begin, "there are fewer than two choices")
    elif letter not in choices:
        reading.report(begin, f"the answer is {letter or 'missing'}, which is none of {', '.join(choices)}")
    else:
        wrong = tuple(text for key, text in choices.items() if key != letter)
        reading.add(begin, Entry("\n".join(prompt), (choices[letter],), wrong))
