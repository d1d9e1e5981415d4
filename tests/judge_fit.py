"""``python -m tests.judge_fit FILE.jsonl``: fit the judge's score again, and say how well it does.

A line of FILE is a labelled guess: ``question``, ``accepted``, ``refused``, ``guess``, whether it is
``right``, and the ``set`` that it belongs to. The guesses of our own table of cases for which no type is
known are fitted along with them, at a lower weight. Accuracy is measured on the third of the questions
that a fit has not seen, three times; then all are fitted, and ``weights.json`` is written. ``--ablate``
leaves each feature out in turn.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz
from sklearn.linear_model import LogisticRegression

from questions import judging
from questions.judging.judge import Context, prepare
from questions.judging.normalise import phrase
from questions.judging.score import ACCEPT
from questions.question import Answer, AnswerType
from tests.questions.judging.table import entries

WEIGHTS = Path(judging.__file__).parent / "weights.json"
OWN, OWN_WEIGHT = "own cases", 0.3
FOLDS, PICKS, STRENGTH = 3, 3, 3.0


@dataclass(frozen=True)
class Case:
    """A labelled guess: what the rules make of it, or what the score is asked."""

    set: str
    fold: int
    right: bool
    ruled: bool
    candidates: Sequence[Mapping[str, float]]
    alike: bool  # WRatio of at least 90, for comparison


def read_cases(path: Path) -> list[Case]:
    """The labelled guesses of a file, and our own."""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answer = Answer(
            row["accepted"][0], AnswerType.UNKNOWN, tuple(row["accepted"]), tuple(row.get("refused") or ())
        )
        question = row["question"] or ""
        cases.append(_case(row["set"], question, answer, Context(question), row["guess"], row["right"]))
    for entry in entries():
        if entry.is_scored:
            for guess, mark in entry.guesses:
                right = mark.value == "correct"
                cases.append(_case(OWN, entry.name, entry.answer, entry.context, guess, right))
    return cases


def _case(set_: str, key: str, answer: Answer, context: Context, guess: str, right: bool) -> Case:
    prepared = prepare(answer, context)
    texts = [phrase(form).full for form in answer.forms]
    alike = any(fuzz.WRatio(text, phrase(guess).full) >= 90 for text in texts)
    fold = int(sha256(key.encode()).hexdigest(), 16) % FOLDS
    ruled = prepared.judge(guess).correct
    return Case(set_, fold, right, ruled, prepared.candidates(guess), alike)


class Fit:
    """A logistic regression in which the likeliest candidate of a guess speaks for it."""

    def __init__(self, cases: Sequence[Case], names: Sequence[str]) -> None:
        scored = [case for case in cases if case.candidates]
        rows = [_rows(case, names) for case in scored]
        right = [case.right for case in scored]
        weight = [OWN_WEIGHT if case.set == OWN else 1.0 for case in scored]
        self.names, self.weights, self.bias = names, np.zeros(len(names)), 0.0
        for _ in range(PICKS):
            likeliest = np.array([each[int(np.argmax(each @ self.weights))] for each in rows])
            model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(likeliest, right, sample_weight=weight)
            self.weights, self.bias = model.coef_[0], float(model.intercept_[0])

    def accepts(self, case: Case) -> bool:
        """Whether the rules, or the score where they do not speak, take a guess."""
        if not case.candidates:
            return case.ruled
        likely = (_rows(case, self.names) @ self.weights).max() + self.bias
        return bool(1 / (1 + np.exp(-likely)) >= ACCEPT)


def _rows(case: Case, names: Sequence[str]) -> np.ndarray:
    return np.array([[candidate[name] for name in names] for candidate in case.candidates])


def cross_validated(cases: Sequence[Case], names: Sequence[str]) -> dict[str, list[tuple[bool, bool]]]:
    """For each set the pairs (right, accepted), each judged by a fit that has not seen its question."""
    pairs: dict[str, list[tuple[bool, bool]]] = {}
    for fold in range(FOLDS):
        fit = Fit([case for case in cases if case.fold != fold], names)
        for case in cases:
            if case.fold == fold:
                pairs.setdefault(case.set, []).append((case.right, fit.accepts(case)))
    return pairs


def accuracy(pairs: Sequence[tuple[bool, bool]]) -> float:
    """The share of guesses that are judged as they are labelled."""
    return sum(right == accepted for right, accepted in pairs) / len(pairs)


def main() -> None:
    """Measure, and write the weights."""
    parser = argparse.ArgumentParser(description="Fit the judge's score again.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--ablate", action="store_true", help="measure without each feature in turn")
    options = parser.parse_args()
    cases = read_cases(options.file)
    names = list(next(case.candidates[0] for case in cases if case.candidates))
    validated = cross_validated(cases, names)
    for name, pairs in validated.items():
        alike = accuracy([(case.right, case.alike) for case in cases if case.set == name])
        accepts = sum(accepted and not right for right, accepted in pairs)
        refusals = sum(right and not accepted for right, accepted in pairs)
        print(  # noqa: T201 - a command for developers
            f"{name:10} {len(pairs):5} guesses, {accuracy(pairs):.2%} right (WRatio {alike:.2%}), "
            f"{accepts} wrong accepts, {refusals} wrong refusals"
        )
    for left_out in names if options.ablate else ():
        without = cross_validated(cases, [name for name in names if name != left_out])
        worse = "  ".join(
            f"{each} {accuracy(without[each]) - accuracy(validated[each]):+.2%}" for each in without
        )
        print(f"without {left_out:18} {worse}")  # noqa: T201 - a command for developers
    fit = Fit(cases, names)
    fitted = {
        "fitted_on": datetime.now(UTC).date().isoformat(),
        "guesses": {name: len(pairs) for name, pairs in validated.items()},
        "accuracy": {name: round(accuracy(pairs), 4) for name, pairs in validated.items()},
        "bias": round(fit.bias, 3),
        "weights": {name: round(float(weight), 3) for name, weight in zip(names, fit.weights, strict=True)},
    }
    WEIGHTS.write_text(json.dumps(fitted, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
