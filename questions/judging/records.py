"""One JSON record of ``gumshoe judge`` -> its verdict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from questions.judging.judge import Context, judge
from questions.question import Answer, AnswerType


def judge_record(record: object) -> dict[str, str]:
    """Judge ``{"question", "accepted", "refused", "answerline", "type", "guess", "known"}``.

    Other keys are ignored. Returns ``{"verdict": "correct" | "close" | "wrong", "reason": ...}``. Raises
    ValueError that names every problem of the record.
    """
    if not isinstance(record, Mapping):
        raise ValueError("not a JSON object")
    problems = list(_problems(record))
    if problems:
        raise ValueError("; ".join(problems))
    accepted = tuple(record.get("accepted") or ())
    line = record.get("answerline")
    answer = Answer(
        text=accepted[0] if accepted else str(line),
        type=AnswerType(record.get("type") or AnswerType.UNKNOWN),
        accepted=accepted,
        refused=tuple(record.get("refused") or ()),
        line=line,
    )
    context = Context(prompt=record.get("question") or "", known=tuple(record.get("known") or ()))
    verdict = judge(answer, record["guess"], context)
    return {"verdict": verdict.mark.value, "reason": verdict.reason}


def _problems(record: Mapping[str, Any]) -> list[str]:
    problems = [
        f"{key} is not text"
        for key in ("question", "answerline", "type")
        if not isinstance(record.get(key), str | None)
    ]
    for key in ("accepted", "refused", "known"):
        value = record.get(key)
        if value is not None and not (
            isinstance(value, list) and all(isinstance(form, str) for form in value)
        ):
            problems.append(f"{key} is not a list of texts")
    if not record.get("accepted") and not record.get("answerline"):
        problems.append("neither accepted nor answerline says what is right")
    if not isinstance(record.get("guess"), str):
        problems.append("guess is missing or not text")
    kind = record.get("type")
    if isinstance(kind, str) and kind not in set(AnswerType):
        problems.append(f"type {kind!r} is none of {', '.join(AnswerType)}")
    return problems
