"""One JSON record of ``gumshoe judge`` -> its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from questions.judging.judge import Context, judge
from questions.judging.normalise import phrase
from questions.question import Answer, AnswerType


def judge_record(record: Mapping[str, Any]) -> dict[str, str]:
    """Judge ``{"question", "accepted", "refused", "answerline", "type", "known", "choices", "guess"}``.

    ``guess`` is needed, and ``accepted`` or ``answerline``; the others may be null or absent. Other keys
    are let be. Returns ``{"verdict": "correct" | "close" | "wrong", "reason": ...}``. Raises ValueError
    that names every problem of the record.
    """
    if problems := list(_problems(record)):
        raise ValueError("; ".join(problems))
    accepted = tuple(record.get("accepted") or ())
    line = record.get("answerline") or None
    answer = Answer(
        text=accepted[0] if accepted else str(line),
        type=AnswerType(record.get("type") or AnswerType.UNKNOWN),
        accepted=accepted,
        refused=tuple(record.get("refused") or ()),
        line=line,
    )
    known, choices = (tuple(record.get(key) or ()) for key in ("known", "choices"))
    verdict = judge(answer, record["guess"], Context(record.get("question") or "", known, choices))
    return {"verdict": verdict.mark.value, "reason": verdict.reason}


def _problems(record: Mapping[str, Any]) -> Iterator[str]:
    for key in ("question", "answerline", "type"):
        if not isinstance(record.get(key), str | None):
            yield f"{key} is not text"
    for key in ("accepted", "refused", "known", "choices"):
        value = record.get(key)
        if value is not None and not (
            isinstance(value, list) and all(isinstance(form, str) for form in value)
        ):
            yield f"{key} is not a list of texts"
    if not _says_what_is_right(record):
        yield "neither accepted nor answerline says what is right"
    if not isinstance(record.get("guess"), str):
        yield "guess is missing, or not text"
    kind = record.get("type")
    if isinstance(kind, str) and kind and kind not in set(AnswerType):
        yield f"type {kind!r} is none of {', '.join(AnswerType)}"


def _says_what_is_right(record: Mapping[str, Any]) -> bool:
    accepted = record.get("accepted")
    forms = (
        [*accepted, record.get("answerline")] if isinstance(accepted, list) else [record.get("answerline")]
    )
    return any(isinstance(form, str) and phrase(form) for form in forms)
