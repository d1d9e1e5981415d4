"""What stands in the braces of a GIFT question -> entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from questions.interchange.lists.entry import Entry
from questions.question import AnswerType

_RESTORED = {chr(0xE000 + at): char for at, char in enumerate("~=#{}:\n\\")}
_WEIGHT = re.compile(r"\A%(-?[0-9]{1,3}(?:\.[0-9]*)?)%")
_FORMAT = re.compile(r"\A\[(?:html|moodle|plain|markdown)\]", re.IGNORECASE)
_TRUE, _FALSE = ("T", "TRUE"), ("F", "FALSE")
_MOST_STEPS = 40
_ENOUGH = 50.0
"""A form that is worth more than half is a misspelling of the answer; one that is worth less is another."""


class Ungradable(Exception):
    """A question that cannot be played; the text says why."""


@dataclass(frozen=True, slots=True)
class Option:
    """An answer with its sign (= or ~), its weight in percent and its feedback."""

    sign: str
    text: str
    weight: float
    feedback: str


def restored(text: str) -> str:
    """The text with its escaped characters back in place."""
    return "".join(_RESTORED.get(char, char) for char in text).strip()


def entries_of(prompt: str, answers: str, topic: str) -> Iterator[Entry]:
    """The entries of one question: one, or one for each pair that is to be matched."""
    prompt = restored(prompt)
    answers, _, general = answers.strip().partition("####")
    answers = answers.strip()
    if not answers:
        raise Ungradable("an essay cannot be judged")
    truth = answers.split("#")[0].strip().upper()
    if truth in _TRUE + _FALSE:
        right, wrong = ("True", "False") if truth in _TRUE else ("False", "True")
        feedback = [restored(text) for text in answers.split("#")[1:3]]
        told = restored(general) or (feedback[1] if len(feedback) == 2 else "")
        yield Entry(prompt, (right,), (wrong,), explanation=told, topic=topic)
    elif answers.startswith("#"):
        yield _numerical(prompt, answers[1:], restored(general), topic)
    elif "~" in answers:
        yield _multiple_choice(prompt, _options(answers), restored(general), topic)
    elif "->" in answers:
        yield from _matching(prompt, _options(answers), restored(general), topic)
    else:
        yield _short_answer(
            prompt, _options(answers if answers.startswith("=") else f"={answers}"), restored(general), topic
        )


def _options(answers: str) -> list[Option]:
    options = []
    for match in re.finditer(r"([=~])([^=~]*)", answers):
        text = match[2].strip()
        weight = _WEIGHT.match(text)
        text, _, feedback = text[weight.end() if weight else 0 :].partition("#")
        default = 100.0 if match[1] == "=" else 0.0
        plain = restored(_FORMAT.sub("", text.strip()))
        options.append(Option(match[1], plain, float(weight[1]) if weight else default, restored(feedback)))
    return options


def _multiple_choice(prompt: str, options: Sequence[Option], general: str, topic: str) -> Entry:
    right = [option for option in options if option.weight >= 100]
    shares = [option for option in options if 0 < option.weight < 100]
    wrong = tuple(option.text for option in options if option.weight <= 0)
    if right:
        told = general or right[0].feedback
        return Entry(prompt, tuple(one.text for one in right), wrong, explanation=told, topic=topic)
    if not shares:
        raise Ungradable("no answer is right: mark one with =")
    if len(shares) == 1:
        return Entry(prompt, (shares[0].text,), wrong, explanation=general, topic=topic)
    return Entry(prompt, parts=tuple((one.text,) for one in shares), explanation=general, topic=topic)


def _short_answer(prompt: str, options: Sequence[Option], general: str, topic: str) -> Entry:
    right = sorted((one for one in options if one.weight > _ENOUGH), key=lambda one: -one.weight)
    if not right:
        raise Ungradable("no answer is worth more than half")
    forms = tuple(one.text for one in right)
    return Entry(prompt, forms, explanation=general or right[0].feedback, topic=topic)


def _matching(prompt: str, options: Sequence[Option], general: str, topic: str) -> Iterator[Entry]:
    pairs = [tuple(side.strip() for side in one.text.split("->", 1)) for one in options]
    if any(len(pair) != 2 for pair in pairs):
        raise Ungradable("a pair to be matched lacks its ->")
    for left, right in pairs:
        if left:
            others = dict.fromkeys(other for _, other in pairs if other != right)
            yield Entry(f"{prompt}\n{left} → ?", (right,), tuple(others), explanation=general, topic=topic)


def _numerical(prompt: str, answers: str, general: str, topic: str) -> Entry:
    answers = answers.partition("~")[0].strip()
    options = _options(answers if answers.startswith("=") else f"={answers}")
    right = sorted((one for one in options if one.weight > _ENOUGH), key=lambda one: -one.weight)
    if not right:
        raise Ungradable("no number is worth more than half")
    forms = tuple(form for one in right for form in _numbers(one.text))
    told = general or right[0].feedback
    return Entry(prompt, forms, type=AnswerType.NUMBER, explanation=told, topic=topic)


def _numbers(text: str) -> list[str]:
    """The numbers of ``5``, ``5:1`` or ``4..6``, the middle one first, in steps of the last digit written."""
    low, dots, high = text.partition("..")
    middle, colon, error = text.partition(":")
    try:
        if dots:
            least, most = Decimal(low.strip()), Decimal(high.strip())
            centre = (least + most) / 2
        else:
            centre, margin = Decimal(middle.strip()), Decimal(error.strip() if colon else "0")
            least, most = centre - margin, centre + margin
        if (
            not all(number.is_finite() and abs(number) < Decimal("1e15") for number in (least, most))
            or least > most
        ):
            raise Ungradable(f"“{text[:30]}” is no number that can be asked for")
        digits = max(-int(number.normalize().as_tuple().exponent) for number in (least, most, centre))
        step = Decimal(1).scaleb(-max(0, min(digits, 9)))
        steps = int((most - least) / step)
    except ArithmeticError as error_:
        raise Ungradable(
            f"“{text[:30]}” is not a number, a number with a margin (5:1) or a range (4..6)"
        ) from error_
    if steps > _MOST_STEPS:
        raise Ungradable(f"{steps + 1:,} numbers would be right; allow at most {_MOST_STEPS + 1}")
    every = [least + step * at for at in range(steps + 1)]
    return [
        _plain(number)
        for number in dict.fromkeys((centre, *sorted(every, key=lambda one: abs(one - centre))))
    ]


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
