"""Whether what a file holds can be asked: a raw entry -> one that is fit to be kept, or why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from questions.interchange.lists.cleaning import (
    clean,
    clean_line,
    clip,
    is_link,
    split_picture,
    without_entities,
    without_markup,
    without_tags,
)
from questions.interchange.lists.entry import (
    MAX_ANSWER,
    MAX_EXPLANATION,
    MAX_FORMS,
    MAX_NAME,
    MAX_PARTS,
    MAX_PROMPT,
    MAX_WRONG,
    Entry,
)
from questions.question import AnswerType
from questions.words import name_key

Unmark = Callable[[str], str]
PLAIN: Unmark = str
ENTITIES: Unmark = without_entities
MARKUP: Unmark = without_markup
HTML: Unmark = without_tags

_LEVELS = {"easy": 1, "medium": 2, "hard": 3, "1": 1, "2": 2, "3": 3}


def level_of(text: str | None) -> int | None:
    """The level that a word or a number stands for."""
    return _LEVELS.get((text or "").strip().casefold())


def sound(raw: Entry, unmark: Unmark = MARKUP) -> Entry | str:
    """The entry cleaned, or one line on why it cannot be asked."""
    prompt, picture = split_picture(clean(unmark(raw.prompt)))
    parts = tuple(part for part in (_forms(part, unmark) for part in raw.parts) if part)
    entry = replace(
        raw,
        prompt=prompt,
        accepted=_forms(raw.accepted, unmark),
        wrong=_forms(raw.wrong, unmark),
        refused=_forms(raw.refused, unmark),
        parts=parts,
        line=clean_line(raw.line or "") or None,
        explanation=clip(clean(unmark(raw.explanation)), MAX_EXPLANATION),
        topic=clip(clean_line(unmark(raw.topic)), MAX_NAME),
        picture=(raw.picture or picture or "").strip() or None,
        author=clip(clean_line(raw.author), MAX_NAME) or None if raw.author else None,
        source=clip(clean_line(unmark(raw.source)), MAX_ANSWER),
    )
    right = {name_key(text) for text in entry.answers}
    wrong = tuple(text for text in entry.wrong if name_key(text) not in right)[:MAX_WRONG]
    if entry.wrong and not wrong:
        return "every wrong choice is also a right answer; correct one of them"
    entry = replace(entry, wrong=() if parts else wrong)
    return _fault(entry) or entry


def _forms(texts: Iterable[str], unmark: Unmark) -> tuple[str, ...]:
    """The texts on a line each, without those that say the same again."""
    forms = {text.casefold(): text for text in reversed([clean_line(unmark(text)) for text in texts]) if text}
    return tuple(reversed(forms.values()))


def _fault(entry: Entry) -> str | None:
    if not any(char.isalnum() for char in entry.prompt) and not (
        entry.prompt and (entry.picture or not entry.prompt.isascii())
    ):
        return (
            "there is no question; a picture or a sound alone cannot be asked"
            if entry.picture
            else "there is no question"
        )
    if len(entry.prompt) > MAX_PROMPT:
        return f"the question has {len(entry.prompt):,} characters; write at most {MAX_PROMPT:,}"
    if not entry.answers:
        return "there is no answer"
    for text in (*entry.answers, *entry.wrong):
        if len(text) > MAX_ANSWER:
            return f"“{clip(text, 30)}” has {len(text)} characters; an answer has at most {MAX_ANSWER}"
    if len(entry.accepted) > MAX_FORMS or len(entry.parts) > MAX_PARTS:
        return f"there are too many answers; write at most {MAX_FORMS}, or {MAX_PARTS} to be named"
    if not entry.wrong and not any(map(can_be_typed, entry.answers)):
        return "the answer has no letter or digit, so nobody could type it"
    if entry.picture is not None and not is_link(entry.picture):
        return f"the picture “{clip(entry.picture, 40)}” is not a link that begins with https://"
    if entry.level not in (None, 1, 2, 3):
        return "the level is not 1, 2 or 3"
    if entry.type not in AnswerType:
        return "the type of the answer is unknown"
    return None


def can_be_typed(text: str) -> bool:
    """Whether there is anything in the text to type."""
    return any(char.isalnum() for char in text)
