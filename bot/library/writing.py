"""Questions that members write: what they typed -> an entry to keep, or all that is wrong -> a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from random import Random

from bot.game.seen import is_seen
from bot.store.authoring import AuthoredQuestion
from bot.texts.catalogue import Texts
from bot.texts.cleaning import one_line
from questions.interchange.lists import Entry, answer_of
from questions.interchange.lists import question_of as asked
from questions.interchange.lists.cleaning import is_link
from questions.judging.judge import Context, prepare
from questions.question import Citation, Question
from questions.words import padded, word_key

MAX_ANSWERS, MAX_WRONG = 10, 4
ANSWER_LIMIT = 100
LIMITS = {"prompt": 300, "explanation": 600, "source": 150, "topic": 60}
"""Of characters, as the forms have them."""

LEVELS = {"1": 1, "2": 2, "3": 3}


@dataclass(frozen=True, slots=True)
class Typed:
    """A question as its writer typed it; ``answers`` and ``wrong`` hold one a line."""

    prompt: str = ""
    answers: str = ""
    wrong: str = ""
    explanation: str = ""
    source: str = ""
    topic: str = ""
    level: str = ""
    picture: str = ""

    def with_fields(self, fields: Mapping[str, str]) -> Typed:
        """The same with what was typed into the fields of a form."""
        return replace(self, **{name: fields[name] for name in asdict(self) if name in fields})


def typed_of(entry: Entry) -> Typed:
    """A question as it would be typed."""
    return Typed(
        entry.prompt,
        "\n".join(entry.accepted),
        "\n".join(entry.wrong),
        entry.explanation,
        entry.source,
        entry.topic,
        str(entry.level or ""),
        entry.picture or "",
    )


def read_form(texts: Texts, typed: Typed) -> Entry | tuple[str, ...]:
    """The question as it was typed, or everything that is wrong with it."""
    entry = Entry(
        one_line(typed.prompt),
        _lines(typed.answers),
        _lines(typed.wrong),
        explanation=one_line(typed.explanation),
        source=one_line(typed.source),
        topic=one_line(typed.topic),
        level=LEVELS.get(typed.level),
        picture=typed.picture.strip() or None,
    )
    problems = [*_missing(texts, entry), *_too_much(texts, entry), *_unsafe(texts, entry)]
    return tuple(problems or _unfair(texts, entry)) or entry


def question_of(record: AuthoredQuestion, topic: str, level: int, rng: Random) -> Question:
    """The question to ask; ``topic`` and ``level`` are for one whose author gave it none."""
    author = record.author_name
    if record.approved:
        author = f"{author} ✍️{record.approved}"
    return replace(draft_of(record.entry, record.scope, topic, level, rng, record.question_id), author=author)


def draft_of(entry: Entry, scope: str, topic: str, level: int, rng: Random, id: str = "") -> Question:
    """An entry as its server will ask it."""
    question = asked(entry, id or f"{scope}/0", scope, topic, level, rng)
    citations = (Citation(scope, entry.source),) if entry.source else ()
    return replace(question, topic=entry.topic or topic, citations=citations)


def _missing(texts: Texts, entry: Entry) -> Iterator[str]:
    if not is_seen(entry.prompt):
        yield texts("problem-no-prompt")
    if not entry.accepted:
        yield texts("problem-no-answer")


def _too_much(texts: Texts, entry: Entry) -> Iterator[str]:
    if len(entry.accepted) > MAX_ANSWERS:
        yield texts("problem-many-answers", count=len(entry.accepted), most=MAX_ANSWERS)
    if len(entry.wrong) > MAX_WRONG:
        yield texts("problem-many-wrong", count=len(entry.wrong), most=MAX_WRONG)
    limited = [(getattr(entry, name), limit) for name, limit in LIMITS.items()]
    limited += [(text, ANSWER_LIMIT) for text in (*entry.accepted, *entry.wrong)]
    for text, limit in limited:
        if len(text) > limit:
            yield texts("problem-long", beginning=text[:20], length=len(text), most=limit)
    if not entry.wrong and not all(map(_can_be_typed, entry.accepted)):
        yield texts("problem-not-typeable")
    for text in _doubles((*entry.accepted, *entry.wrong)):
        yield texts("problem-twice", text=text)


def _unsafe(texts: Texts, entry: Entry) -> Iterator[str]:
    if entry.picture is not None and not (entry.picture.startswith("https://") and is_link(entry.picture)):
        yield texts("problem-picture", link=entry.picture[:60])
    if "://" in entry.source and not is_link(entry.source):
        yield texts("problem-source", link=entry.source[:60])


def _unfair(texts: Texts, entry: Entry) -> Iterator[str]:
    """What only a sound question can have: a prompt that tells the answer, a wrong choice that is right."""
    shown = padded(entry.prompt)
    if not (entry.wrong and all(_stands_in(text, shown) for text in entry.wrong)):
        for text in entry.accepted:
            if _stands_in(text, shown):
                yield texts("problem-given-away", answer=text)
    judge = prepare(answer_of(entry), Context(entry.prompt))
    for text in entry.wrong:
        if judge.judge(text).correct:
            yield texts("problem-right-too", text=text)


def _stands_in(text: str, shown: str) -> bool:
    """Whether a text is among the words shown; a bare number tells nothing."""
    key = word_key(text)
    return not key.isdigit() and f" {key} " in shown


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(one_line, text.splitlines()) if is_seen(line))


def _can_be_typed(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _doubles(texts: Sequence[str]) -> list[str]:
    seen: set[str] = set()
    doubles: dict[str, str] = {}
    for text in texts:
        key = text.casefold()
        if key in seen:
            doubles.setdefault(key, text)
        seen.add(key)
    return list(doubles.values())
