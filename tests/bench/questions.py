"""Generators and bank: all questions of a pack, and a quiz from a large one, beside their limits.

Times are the processor's, so that what else the machine does at the time hardly counts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

from questions.bank import Bank, Experience, Form, QuizRequest
from questions.facts.load import load_pack
from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions
from tests.bench.row import Row, at_most, figure
from tests.support.synthetic import synthetic_pack

JESSICA = Path(__file__).parents[2] / "seeds" / "jessica_jones"
JESSICA_SECONDS, SYNTHETIC_SECONDS, QUIZ_MS = 0.5, 5.0, 50.0
KNOWN = 1.5  # times the same quiz without experience
FLAT = 1.5  # times the cost of a fact in the smallest pack
SIZES = (300, 3_000, 30_000)
QUIZZES = 40


def run() -> list[Row]:
    """The whole of a pack first, then quizzes from the largest one."""
    return [*_everything(), *_quizzes(synthetic_pack(max(SIZES)))]


def _everything() -> list[Row]:
    pack = load_pack(JESSICA)
    took, count = _all_of(pack, 5)
    rows = [at_most(f"all {count:,} questions of Jessica Jones", took, JESSICA_SECONDS, 1, "s")]
    smallest = None
    for size in SIZES:
        took, count = _all_of(synthetic_pack(size), 3 if size == min(SIZES) else 1)
        if size == 3_000:
            rows.append(
                at_most(f"all {count:,} questions of {size:,} facts", took, SYNTHETIC_SECONDS, 1, "s")
            )
        each = took / size * 1e6
        name = f"cost of one of {size:,} facts"
        rows.append(at_most(name, each, smallest, FLAT, "µs") if smallest else figure(name, each, "µs"))
        smallest = smallest or each
    return rows


def _quizzes(pack: FactBase) -> list[Row]:
    """The first quiz after loading, the usual one, and one where two questions of three are too hard."""
    loads, firsts = [], []
    for seed in range(5):
        fresh = _unindexed(pack)
        began = process_time()
        bank = Bank([fresh])
        loads.append(process_time() - began)
        firsts.append(_quiz_ms(bank, QuizRequest(10), seed))
    usual = [_quiz_ms(bank, QuizRequest(10), seed) for seed in range(QUIZZES)]
    easy = [_quiz_ms(bank, QuizRequest(10, level=1), seed) for seed in range(QUIZZES)]
    known = _experience(bank)
    learned = [_quiz_ms(bank, QuizRequest(10, level=1, experience=known), seed) for seed in range(QUIZZES)]
    of = f"of ten from {len(pack.facts):,} facts"
    return [
        figure(f"setting up the bank with {len(pack.facts):,} facts", median(loads) * 1e3, "ms"),
        at_most(f"first quiz {of}, median", median(firsts), QUIZ_MS, 1, "ms"),
        at_most(f"quiz {of}, median", median(usual), QUIZ_MS, 1, "ms"),
        at_most(f"easy quiz {of}, median", median(easy), QUIZ_MS, 1, "ms"),
        at_most(
            f"the same with {len(known.levels)} levels by play", median(learned), median(easy), KNOWN, "ms"
        ),
        figure(f"quiz {of}, slowest of {QUIZZES}", max(usual), "ms"),
    ]


def _experience(bank: Bank) -> Experience:
    """Of some questions of each level that are asked, others are their levels; every other one is skipped."""
    rng = Random(1)
    drawn = {
        question.id: question
        for level in (1, 2, 3)
        for seed in range(QUIZZES)
        for question in bank.draw(QuizRequest(10, level), Random(seed))
    }
    forms = {Form.of(question): rng.randint(1, 3) for question in drawn.values()}
    eased = frozenset(question.facts[0] for question in drawn.values())
    return Experience(forms, dict.fromkeys(islice(forms, 0, None, 2), 0.5), eased)


def _quiz_ms(bank: Bank, wanted: QuizRequest, seed: int) -> float:
    return _seconds(lambda: bank.draw(wanted, Random(seed))) * 1e3


def _all_of(pack: FactBase, times: int) -> tuple[float, int]:
    """The best of some times, each from a pack without indexes, and how many questions there are."""
    best, count = float("inf"), 0
    for _ in range(times):
        fresh = _unindexed(pack)
        began = process_time()
        count = sum(1 for _ in all_questions(fresh, 0))
        best = min(best, process_time() - began)
    return best, count


def _unindexed(pack: FactBase) -> FactBase:
    """The pack as it is just after loading."""
    return FactBase(**{field.name: getattr(pack, field.name) for field in fields(pack)})


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began
