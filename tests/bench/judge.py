"""The judge: a guess at an answer of 20 accepted forms among 500 known names, beside a plain comparison, and
guesses that are meant to keep it busy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from statistics import median
from time import perf_counter_ns

from questions.judging.judge import Context, prepare
from questions.judging.known import KnownNames
from questions.judging.normalise import phrase
from questions.question import Answer, AnswerType
from tests.bench.row import Row, at_most, figure
from tests.questions.judging.hostile import ANSWERS, CHOICE_PROMPT, SHAPES

FORMS, KNOWN, ROUNDS = 20, 500, 5
LIMIT_US = 100.0
HOSTILE_LIMIT_US = 1000.0
SYLLABLES = ("ka", "lo", "mi", "tan", "vel", "dor", "sen", "bri", "cot", "ul", "fen", "gar", "hol", "jin")
PROMPT = "Who led the guild of glaziers in the year of the long winter?"


def run() -> list[Row]:
    """The median and the slowest tenth of a mix of guesses: right, mistyped, in part, wrong, and odd ones."""
    rng = Random(5)
    forms = tuple(_name(rng) for _ in range(FORMS))
    known = [_name(rng) for _ in range(KNOWN)]
    prepared = prepare(Answer(forms[0], AnswerType.PERSON, forms), Context(PROMPT), KnownNames.of(known))
    guesses = _guesses(rng, forms, known)
    keys = frozenset(phrase(form).squash for form in forms)
    judged = _microseconds(prepared.judge, guesses)
    plain = _microseconds(lambda guess: phrase(guess).squash in keys, guesses)
    wrong = _microseconds(prepared.judge, [_name(rng) for _ in range(200)])
    untyped = prepare(Answer(forms[0], AnswerType.UNKNOWN, forms), Context(PROMPT), KnownNames.of(known))
    scored = _microseconds(untyped.judge, guesses)
    ratio = median(judged) / median(plain)
    return [
        at_most("judge a guess, median", median(judged), LIMIT_US, 1, "µs"),
        at_most("judge a guess that is plainly wrong, median", median(wrong), LIMIT_US, 1, "µs"),
        at_most("judge a guess at an answer of no known type, median", median(scored), LIMIT_US, 1, "µs"),
        at_most("judge a hostile guess, slowest", _slowest_hostile(), HOSTILE_LIMIT_US, 1, "µs"),
        figure("judge a guess, slowest tenth from", sorted(judged)[len(judged) * 9 // 10], "µs"),
        figure("judge a guess, times a plain normalised comparison", ratio, "times"),
    ]


def _guesses(rng: Random, forms: Sequence[str], known: Sequence[str]) -> list[str]:
    guesses = [_name(rng) for _ in range(100)] + list(known[:40])
    for form in forms:
        guesses += [form, form.upper() + "!", f"I think it's {form}", form.split()[0], form.split()[-1]]
        guesses += [form[:3] + form[4:], form[:-1], f"{form} or {known[0]}"]
    return [*guesses, "", "red blue green", "the guild", "x " * 1000]


def _slowest_hostile() -> float:
    """The slowest of the longest guesses that the judge reads, and of 4,000 characters, for all sorts of
    answers.
    """
    slowest = 0.0
    for answer in ANSWERS.values():
        prepared = prepare(answer, Context(CHOICE_PROMPT, ("Ada Marsh",)))
        for shape in SHAPES.values():
            for guess in (shape[: prepared.longest], shape[:500], shape):
                slowest = max(slowest, min(_microseconds(prepared.judge, [guess])))
    return slowest


def _microseconds(judge: Callable[[str], object], guesses: Sequence[str]) -> list[float]:
    for guess in guesses:
        judge(guess)
    taken = []
    for _ in range(ROUNDS):
        for guess in guesses:
            start = perf_counter_ns()
            judge(guess)
            taken.append((perf_counter_ns() - start) / 1000)
    return taken


def _name(rng: Random) -> str:
    return " ".join("".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).title() for _ in range(2))
