"""Wrong choices: each one provably wrong, and as close to the right one as the pack allows."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from questions.generators.index import FactIndex, mix
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.wording import shown
from questions.grammar import english
from questions.question import WhyWrong
from questions.words import (
    FUNCTION_WORDS,
    akin,
    alike,
    is_short_for,
    padded,
    stem,
    telling_words,
    word_key,
    words,
)

WRONG_CHOICES = 3
_OF_KIND = 30
_NEAR, _WIDE = 12, 30
_LURED = 20.0  # the curator knows best
_CHANCE = 1.5
_SAME_GROUP = 10.0  # before all else: one man among women could be told without knowing anything
_LONGER, _SLACK = 1.5, 5

Trait = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong choice with its proof. ``entity`` is its id, or None for a text, a date or a number; a ``lure``
    is the curator's text as it stands in mid-sentence.
    """

    text: str
    refutation: Refutation
    entity: str | None = None
    lure: str = ""


def wrong_entities(
    index: FactIndex,
    ask: Ask,
    prompt: str,
    rng: Random,
    *,
    lures: bool = True,
    group: str | None = None,
) -> list[Wrong]:
    """Three wrong choices for an ask whose answer is an entity, or two where there are but three of its kind;
    an empty list where no fair set of them exists. With a ``group``, all of them are of it.

    Fair means: no two choices name the same thing, none stands in the prompt, and the right one differs from
    all others neither by length, digits or article nor by holding a word of the prompt.
    """
    right = shown(index.base, ask.answer)
    shared = shared_words(right, prompt, index.usual_words)
    groups = index.base.groups
    ranked = [
        [
            wrong
            for wrong in ranked_wrongs(index, ask, prompt, rng, most, lures=lures)
            if group in (None, groups.get(wrong.entity or ""))
        ]
        for most in (_NEAR, _WIDE)
    ]
    kind = index.base.by_kind[index.kind(str(ask.answer)).id]
    same = len(kind) if group is None else sum(groups.get(entity.id) == group for entity in kind)
    few = same <= WRONG_CHOICES
    for number in (WRONG_CHOICES, WRONG_CHOICES - 1) if few else (WRONG_CHOICES,):
        for wrongs in ranked:
            if choices := fair_set(right, wrongs, number, shared):
                return choices
    return []


def fair_set(right: str, ranked: Sequence[Wrong], number: int, shared: Iterable[str] = ()) -> list[Wrong]:
    """The first combination of the ranked choices among which the right one does not stand out; empty if
    none.
    """
    must = [*_hard_traits(right), *(_holds(word) for word in shared)]
    nice = _soft_traits(right)
    masks = [_mask(wrong.text, (*must, *nice)) for wrong in ranked]
    keys = [word_key(wrong.text) for wrong in ranked]
    reached = 0
    for mask in masks:
        reached |= mask
    for full in ((1 << len(must) + len(nice)) - 1, (1 << len(must)) - 1):
        if reached & full != full:
            continue
        for chosen in combinations(range(len(ranked)), number):
            union = 0
            for at in chosen:
                union |= masks[at]
            if union & full == full and not any(alike(keys[a], keys[b]) for a, b in combinations(chosen, 2)):
                return [ranked[at] for at in chosen]
    return []


def shared_words(right: str, prompt: str, usual: Container[str]) -> frozenset[str]:
    """The telling words of the right choice that stand in the prompt, or that begin like a word of it that is
    none of the ``usual`` ones.
    """
    stems = {stem(word) for word in words(prompt)}
    unusual = [word for word in stems if word not in usual and word not in FUNCTION_WORDS]
    return frozenset(
        word for word in telling_words(right) if word in stems or any(akin(word, other) for other in unusual)
    )


def ranked_wrongs(
    index: FactIndex, ask: Ask, prompt: str, rng: Random, most: int = _NEAR, *, lures: bool = True
) -> list[Wrong]:
    """Provably wrong entities and lures, the closest first, with some chance in it so that not all questions
    look alike. None of them stands in the prompt, could be another name of the answer, or needs a spoiler for
    its proof where the fact is none.

    Which ones they are does not depend on ``rng``, only their order, so that with any seed the same questions
    have a fair set of them.
    """
    told = padded(prompt)
    lured = _lures(index, ask) if lures else ()
    scored = [(_LURED, wrong) for wrong in lured if f" {word_key(wrong.text)} " not in told]
    fits, why_not = _filter(index, ask, told), index.refuter(ask)
    score, steady = _closeness(index, ask), Random(mix(f"{ask.fact.id}/{ask.side}"))
    seen = {ask.answer, ask.given}
    for pool in (_of_the_relation, _of_the_kind):
        if len(scored) >= most:
            break
        values = {value: score(value) for value in pool(index, ask, steady) if value not in seen}
        seen |= values.keys()
        for value in sorted(values, key=lambda value: -values[value]):
            if len(scored) >= most:
                break
            why = why_not(value) if fits(value) else None
            if why is not None and (ask.fact.spoiler or not any(fact.spoiler for fact in why.facts)):
                scored.append((values[value], Wrong(shown(index.base, value), why, value)))
    scores = [score + _CHANCE * rng.random() for score, _ in scored]
    return [scored[at][1] for at in sorted(range(len(scored)), key=lambda at: -scores[at])]


def tempting_wrongs(index: FactIndex, ask: Ask, prompt: str, rng: Random) -> Iterator[Wrong]:
    """Those that somebody might believe: the curator's lures, and what stands in the same place of other
    facts of the relation.
    """
    siblings, likeness = set(_of_the_relation(index, ask, rng)), index.likeness(ask)
    grouped = any(likeness(sibling) for sibling in siblings if sibling != ask.answer)
    for wrong in ranked_wrongs(index, ask, prompt, rng):
        near = wrong.entity in siblings and (not grouped or likeness(wrong.entity or ""))
        if wrong.refutation.why is WhyWrong.LURE or near:
            yield wrong


def _filter(index: FactIndex, ask: Ask, prompt: str) -> Callable[[str], bool]:
    """Whether an entity does not share a name with the answer, nor stand in the prompt; and begins like the
    answer where a code such as "Cl" tells how that begins.
    """
    keys = index.keys(str(ask.answer))
    given = shown(index.base, ask.given)
    told = isinstance(ask.given, str) and (is_short_for(given, keys[0]) or is_short_for(keys[0], given))

    def fits(value: str) -> bool:
        names = index.keys(value)
        if told and names[0][:1] != keys[0][:1]:
            return False
        if f" {names[0]} " in prompt or any(alike(names[0], key) for key in keys):
            return False
        return len(names) == 1 or not any(name in keys for name in names)

    return fits


def _lures(index: FactIndex, ask: Ask) -> Iterator[Wrong]:
    """The wrong objects or subjects that the curator wrote for this fact."""
    for lure in ask.lures:
        why = Refutation(WhyWrong.LURE, (ask.fact,))
        if lure in index.base.entities:
            yield Wrong(shown(index.base, lure), why, lure)
        else:
            text = lure.removeprefix("=")
            yield Wrong(english.capital_first(text), why, lure=text)


def _of_the_relation(index: FactIndex, ask: Ask, rng: Random) -> Iterator[str]:
    """Entities that stand where the answer stands in other facts of the relation."""
    symmetric = index.relation(ask.fact).symmetric
    for fact in index.siblings(ask.fact, rng):
        ends = (fact.object, fact.subject) if ask.side is Side.OBJECT else (fact.subject, fact.object)
        yield from (str(end) for end in (ends if symmetric else ends[:1]))


def _of_the_kind(index: FactIndex, ask: Ask, rng: Random) -> Iterator[str]:
    """Some entities of the kind of the answer, whatever is said of them."""
    members = index.base.by_kind[index.base.entities[str(ask.answer)].kind]
    for at in rng.sample(range(len(members)), min(_OF_KIND, len(members))):
        yield members[at].id


def _closeness(index: FactIndex, ask: Ask) -> Callable[[str], float]:
    """How close another entity is to the answer: same group, roles, neighbours, topic and prominence, similar
    length.
    """
    mine = index.profile(str(ask.answer))
    prominence = index.prominence(str(ask.answer))
    length = len(index.base.entities[str(ask.answer)].name)
    groups = index.base.groups
    group = groups.get(str(ask.answer))
    role = (ask.fact.relation, ask.side)
    likeness = index.likeness(ask)

    def score(value: str) -> float:
        theirs = index.profile(value)
        return (
            _SAME_GROUP * (group is not None and groups.get(value) == group)
            + min(len(mine.roles & theirs.roles), 3)
            + 2 * (role in theirs.roles)
            + min(len(mine.neighbours & theirs.neighbours), 3)
            + (ask.fact.topic in theirs.topics)
            + likeness(value)
            - abs(index.prominence(value) - prominence)
            - 1.5 * abs(len(index.base.entities[value].name) - length) / (length + 4)
        )

    return score


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
