"""Wrong choices: each one provably wrong, and as close to the right one as the pack allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from questions.generators import english
from questions.generators.evidence import Ask, Evidence, Refutation, Side
from questions.generators.names import alike, padded, stem, telling_words, word_key, words
from questions.generators.wording import shown
from questions.question import Rule

_OF_KIND = 10
_RANKED = 10
_LURE_BONUS = 6
_LONGER, _SLACK = 1.5, 5

Trait = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong choice with its proof. ``entity`` is its id, or None for a text, a date or a number; a ``lure``
    is the curator's text as it stands in mid-sentence.
    """

    text: str
    why: Refutation
    entity: str | None = None
    lure: str = ""


def wrong_entities(evidence: Evidence, ask: Ask, prompt: str, number: int, rng: Random) -> list[Wrong]:
    """So many wrong choices for an ask whose answer is an entity; an empty list where no fair set of them
    exists.

    Fair means: no two choices name the same thing, none stands in the prompt, and the right one differs from
    all others neither by length, digits or article nor by holding a word of the prompt.
    """
    ranked = ranked_wrongs(evidence, ask, prompt, rng)
    right = shown(evidence.base, ask.answer)
    return fair_set(right, ranked, number, shared_words(right, prompt))


def fair_set(right: str, ranked: Sequence[Wrong], number: int, shared: Iterable[str] = ()) -> list[Wrong]:
    """The first combination of the ranked choices among which the right one does not stand out; empty if
    none.
    """
    must = [*_hard_traits(right), *(_holds(word) for word in shared)]
    nice = _soft_traits(right)
    masks = [_mask(wrong.text, (*must, *nice)) for wrong in ranked]
    for full in ((1 << len(must) + len(nice)) - 1, (1 << len(must)) - 1):
        for chosen in combinations(range(len(ranked)), number):
            union = 0
            for at in chosen:
                union |= masks[at]
            if union & full == full and _distinct([ranked[at] for at in chosen]):
                return [ranked[at] for at in chosen]
    return []


def shared_words(right: str, prompt: str) -> frozenset[str]:
    """The telling words of the right choice that stand in the prompt."""
    return telling_words(right) & {stem(word) for word in words(prompt)}


def ranked_wrongs(evidence: Evidence, ask: Ask, prompt: str, rng: Random) -> list[Wrong]:
    """Provably wrong entities and lures, the closest first, with some chance in it so that not all questions
    look alike. None of them stands in the prompt or could be another name of the answer.
    """
    text = padded(prompt)
    scored = [(rng.random() + _LURE_BONUS, wrong) for wrong in _lures(evidence, ask)]
    score = _closeness(evidence, ask)
    keys = evidence.keys(str(ask.answer))
    for value in dict.fromkeys(_pool(evidence, ask, rng)):
        if value in (ask.answer, ask.given) or evidence.keys(value) & keys:
            continue
        name = word_key(evidence.base.entities[value].name)
        if f" {name} " in text or any(alike(name, key) for key in keys):
            continue
        why = evidence.why_not(ask, value)
        if why is not None:
            scored.append((score(value) + 1.5 * rng.random(), Wrong(shown(evidence.base, value), why, value)))
    scored.sort(key=lambda pair: -pair[0])
    return _without_twins([wrong for _, wrong in scored])[:_RANKED]


def _lures(evidence: Evidence, ask: Ask) -> Iterator[Wrong]:
    """The wrong objects that the curator wrote for this fact."""
    if ask.side is Side.SUBJECT:
        return
    for lure in ask.fact.lures:
        why = Refutation(Rule.LURE, (ask.fact,))
        if lure in evidence.base.entities:
            yield Wrong(shown(evidence.base, lure), why, lure)
        else:
            text = lure.removeprefix("=")
            yield Wrong(english.capital_first(text), why, lure=text)


def _pool(evidence: Evidence, ask: Ask, rng: Random) -> Iterator[str]:
    """Entities of the kind of the answer: those of the same relation first, then any, a bounded number of
    each.
    """
    for fact in evidence.siblings(ask.fact, rng):
        value = fact.object if ask.side is Side.OBJECT else fact.subject
        if isinstance(value, str):
            yield value
    if evidence.relation(ask.fact).symmetric:
        yield from (
            str(end) for fact in evidence.siblings(ask.fact, rng) for end in (fact.subject, fact.object)
        )
    entity = evidence.entity(ask.answer)
    if entity is not None:
        members = evidence.base.by_kind[entity.kind]
        at = range(len(members))
        yield from (members[i].id for i in (at if len(at) <= _OF_KIND else rng.sample(at, _OF_KIND)))


def _closeness(evidence: Evidence, ask: Ask) -> Callable[[str], float]:
    """How close another entity is to the answer: same roles, same neighbours, same topic, similar length."""
    mine = evidence.profile(str(ask.answer))
    length = len(evidence.base.entities[str(ask.answer)].name)
    role = (ask.fact.relation, ask.side)

    def score(value: str) -> float:
        theirs = evidence.profile(value)
        return (
            min(len(mine.roles & theirs.roles), 3)
            + 2 * (role in theirs.roles)
            + min(len(mine.neighbours & theirs.neighbours), 3)
            + (ask.fact.topic in theirs.topics)
            - 1.5 * abs(len(evidence.base.entities[value].name) - length) / (length + 4)
        )

    return score


def _without_twins(wrongs: Sequence[Wrong]) -> list[Wrong]:
    first: dict[str, Wrong] = {}
    for wrong in wrongs:
        first.setdefault(word_key(wrong.text), wrong)
    return list(first.values())


def _distinct(wrongs: Sequence[Wrong]) -> bool:
    return not any(alike(word_key(a.text), word_key(b.text)) for a, b in combinations(wrongs, 2))


def _mask(text: str, traits: Sequence[Trait]) -> int:
    return sum(1 << at for at, trait in enumerate(traits) if trait(text))


def _hard_traits(right: str) -> list[Trait]:
    """Each must hold for at least one wrong choice, or the right one could be told from the others by its
    looks.
    """
    article, digits, length = english.starts_with_article(right), _has_digit(right), len(right)
    return [
        lambda text: english.starts_with_article(text) == article,
        lambda text: _has_digit(text) == digits,
        lambda text: len(text) * _LONGER + _SLACK >= length,
        lambda text: len(text) <= length * _LONGER + _SLACK,
    ]


def _soft_traits(right: str) -> list[Trait]:
    single, plural, proper = " " in right, _looks_plural(right), right[1:].lower() != right[1:]
    return [
        lambda text: (" " in text) == single,
        lambda text: _looks_plural(text) == plural,
        lambda text: (text[1:].lower() != text[1:]) == proper,
    ]


def _holds(word: str) -> Trait:
    return lambda text: word in telling_words(text)


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _looks_plural(text: str) -> bool:
    return text.endswith("s") and not text.endswith("ss")
