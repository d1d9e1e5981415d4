"""One JSON record of ``gumshoe judge`` -> its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from questions.judging.judge import Context, judge
from questions.judging.normalise import phrase
from questions.question import Answer, AnswerType

_TEXTS = ("question", "answerline", "type")
_LISTS = ("accepted", "refused", "known", "choices")


def judge_record(record: Mapping[str, Any]) -> dict[str, str | float]:
    """Judge ``{"question", "accepted", "refused", "answerline", "type", "known", "choices", "guess"}``.

    ``guess`` is needed, and ``accepted`` or ``answerline``; the others may be null or absent, and further
    keys are ignored. Returns ``{"verdict": "correct" | "close" | "wrong", "reason": ...}``, and the
    ``score`` where it decided. Raises ValueError that names every problem of the record.
    """
    if problems := list(_problems(record)):
        raise ValueError("; ".join(problems))
    accepted, refused, known, choices = (
        tuple(record.get(key) or ()) for key in ("accepted", "refused", "known", "choices")
    )
    line = record.get("answerline") or None
    kind = AnswerType(record.get("type") or AnswerType.UNKNOWN)
    answer = Answer(accepted[0] if accepted else str(line), kind, accepted, refused, line=line)
    verdict = judge(answer, record["guess"], Context(record.get("question") or "", known, choices))
    output: dict[str, str | float] = {"verdict": verdict.mark.value, "reason": verdict.reason.value}
    return output if verdict.score is None else output | {"score": round(verdict.score, 3)}


def _problems(record: Mapping[str, Any]) -> Iterator[str]:
    texts = {key: record.get(key) for key in _TEXTS}
    lists = {key: record.get(key) for key in _LISTS}
    yield from (f"{key} is not text" for key, value in texts.items() if not isinstance(value, str | None))
    for key, value in lists.items():
        if value is not None and not (
            isinstance(value, list) and all(isinstance(text, str) for text in value)
        ):
            yield f"{key} is not a list of texts"
    accepted = lists["accepted"] if isinstance(lists["accepted"], list) else []
    if not any(isinstance(form, str) and phrase(form) for form in (*accepted, texts["answerline"])):
        yield "neither accepted nor answerline says what is right"
    if not isinstance(record.get("guess"), str):
        yield "guess is missing, or not text"
    kind = texts["type"]
    if isinstance(kind, str) and kind and kind not in set(AnswerType):
        yield f"type {kind!r} is none of {', '.join(AnswerType)}"
