"""One end of a fact as an answer: its accepted forms, its wrong choices, and whether it may be typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from questions.dates import PartialDate, parse_date
from questions.facts.model import Fact, Many
from questions.generators.distractors import WRONG_CHOICES, Wrong, shared_words, wrong_entities
from questions.generators.index import FactIndex
from questions.generators.proofs import Ask, Refutation, Side
from questions.generators.values import near_dates, near_numbers, rounded
from questions.generators.wording import shown, slot_of, template
from questions.grammar import english
from questions.grammar.filling import Slot, Slots, fill
from questions.question import Answer, AnswerType, WhyWrong
from questions.words import is_short_for, padded, telling_words, word_key

_LONGEST_TYPED = 40
_MOST_WORDS_TYPED = 5
_GENERIC = 3  # in so many names of a kind a word is no longer telling
_NEAREST_FROM = 50


Wordings = Mapping[Side, str]
"""The name of a template, by the side whose value it asks for or speaks of."""

ASK: Wordings = {Side.OBJECT: "ask_object", Side.SUBJECT: "ask_subject"}
PHRASE: Wordings = {Side.OBJECT: "object_phrase", Side.SUBJECT: "subject_phrase"}
TRAIT: Wordings = {Side.OBJECT: "object_trait", Side.SUBJECT: "subject_trait"}
ASK_ALL: Wordings = {Side.OBJECT: "ask_all", Side.SUBJECT: "ask_all_subjects"}
ASK_COUNT: Wordings = {Side.OBJECT: "ask_count", Side.SUBJECT: "ask_count_subjects"}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that its prompt does not give away, with its wrong choices (none where it can only be
    typed).
    """

    answer: Answer
    wrongs: tuple[Wrong, ...]
    typed: bool


def filled(
    index: FactIndex, names: Wordings, ask: Ask, *, given: Slot | None = None, sentence: bool = True
) -> str | None:
    """The pack's wording of this sort for the end that is asked for; None where the pack has none.

    A symmetric relation may be worded from either end. ``given`` may replace what stands at the other end.
    """
    base, relation = index.base, index.relation(ask.fact)
    wording = worded(index, names, ask)
    if wording is None:
        return None
    text, side = wording
    ends = (given or slot_of(base, relation, ask.given), slot_of(base, relation, ask.answer))
    subject, object_ = ends if side is Side.OBJECT else ends[::-1]
    return fill(text, Slots(subject, object_, ask.fact.as_of, base.grammar), sentence=sentence)


def worded(index: FactIndex, names: Wordings, ask: Ask) -> tuple[str, Side] | None:
    """The template of this sort for the end that is asked for, and the side that it is written for."""
    relation = index.relation(ask.fact)
    for side in (ask.side, ask.side.other) if relation.symmetric else (ask.side,):
        text = template(relation, names[side], ask.fact)
        if text is not None:
            return text, side
    return None


def is_looked_up(index: FactIndex, ask: Ask) -> bool:
    """Whether this end of the fact can be asked for outright; else "which of these" has to ask for it.

    That is where the answer is no entity, where others are known to fit, or where others might fit and the
    pack can word it as "which of these".
    """
    if not isinstance(ask.answer, str) or worded(index, ASK, ask) is None or not index.sole(ask):
        return False
    return index.unique(ask) or worded(index, TRAIT, ask) is None


def reply(index: FactIndex, ask: Ask, prompt: str, rng: Random, *, choices: bool = True) -> Reply | None:
    """The answer to a prompt, fair and proved, or None. An entity may be asked for without choices.

    With choices where three fair wrong ones can be proved. To be typed only where the base proves that there
    is no other answer, and a player can be expected to type it.
    """
    if isinstance(ask.answer, PartialDate):
        return date_reply(index, ask, ask.answer, prompt, rng)
    if isinstance(ask.answer, Decimal):
        return _number_reply(index, ask, ask.answer, prompt, rng)
    if gives_away(index, ask.answer, prompt, ask.lures):
        return None
    wrongs = tuple(wrong_entities(index, ask, prompt, rng)) if choices else ()
    alone = not gives_away(index, ask.answer, prompt)
    typed = alone and index.unique(ask) and typeable(index, ask.answer)
    if not (wrongs or typed):
        return None
    return Reply(entity_answer(index, ask.answer), wrongs, typed)


def entity_answer(index: FactIndex, entity: str) -> Answer:
    """An entity as an answer: all its names are accepted."""
    names = index.base.entities[entity].names
    text = shown(index.base, entity)
    forms = (text, *(name for name in dict.fromkeys(names) if name.casefold() != text.casefold()))
    return Answer(text, index.kind(entity).type, forms)


def typeable(index: FactIndex, entity: str) -> bool:
    """Whether a player can be expected to type the name of this entity."""
    name = index.base.entities[entity].name
    short = len(name) <= _LONGEST_TYPED and len(name.split()) <= _MOST_WORDS_TYPED
    return short and index.kind(entity).typed


def gives_away(index: FactIndex, entity: str, prompt: str, lures: Sequence[str] = ()) -> bool:
    """Whether a text names the entity, by a name, an alias or a part of its name that few others share.

    The ``lures`` among which it will stand count as others.
    """
    text = padded(prompt)
    if any(f" {key} " in text for key in index.keys(entity) if key):
        return True
    shared = shared_words(index.base.entities[entity].name, prompt, index.usual_words)
    lured = Counter(word for lure in lures for word in telling_words(lure.removeprefix("=")))
    return any(index.common(index.kind(entity).id)[word] + lured[word] < _GENERIC for word in shared)


def gives_each_other_away(index: FactIndex, fact: Fact) -> bool:
    """Whether the two ends of a fact begin alike, so that nobody needs to know that they belong together."""
    if not isinstance(fact.object, str):
        return False
    one, other = (index.base.entities[end].name for end in (fact.subject, fact.object))
    codes = is_short_for(other, one) or is_short_for(one, other)
    return codes or gives_away(index, fact.object, one) or gives_away(index, fact.subject, other)


def date_answer(date: PartialDate) -> Answer:
    """A date as an answer, in each order that English writes it, and in ISO form."""
    text = english.date_text(date)
    return Answer(
        text, AnswerType.DATE, tuple(dict.fromkeys((text, english.date_text_month_first(date), str(date))))
    )


def number_answer(number: Decimal, *, nearest: bool = False) -> Answer:
    """A number as an answer, rounded as one says it; in digits and, where it is small, in words."""
    text = english.number_text(rounded(number))
    forms = [text, english.number_text(number), format(number.normalize(), "f")]
    if number == int(number) and number >= 0:
        forms.append(english.count_word(int(number)))
    return Answer(text, AnswerType.NUMBER, tuple(dict.fromkeys(forms)), nearest=nearest)


def number_reply(
    right: Decimal,
    facts: tuple[Fact, ...],
    prompt: str,
    rng: Random,
    tempting: Sequence[Decimal] = (),
    *,
    counted: bool = True,
    within: tuple[Decimal, Decimal] | None = None,
) -> Reply | None:
    """A number that is known, among plausible others; None where the prompt holds it."""
    answer = number_answer(right, nearest=abs(right) >= _NEAREST_FROM)
    text = padded(prompt)
    if any(f" {word_key(form)} " in text for form in (*answer.forms, english.ordinal(int(right)))):
        return None
    others = near_numbers(rounded(right), WRONG_CHOICES, rng, tempting, counted=counted, within=within)
    why = Refutation(WhyWrong.COUNT, facts)
    wrongs = tuple(Wrong(english.number_text(other), why) for other in others)
    return Reply(answer, wrongs if len(wrongs) == WRONG_CHOICES else (), typed=True)


def _number_reply(index: FactIndex, ask: Ask, right: Decimal, prompt: str, rng: Random) -> Reply | None:
    relation = index.relation(ask.fact)
    if relation.objects is not Many.ONE or not index.unique(ask):
        return None
    lures = [Decimal(lure) for lure in ask.fact.lures if not lure.startswith("=")]
    counted = "unit" in relation.wording
    within = index.extent(relation)
    return number_reply(right, (ask.fact,), prompt, rng, lures, counted=counted, within=within)


def date_reply(index: FactIndex, ask: Ask, right: PartialDate, prompt: str, rng: Random) -> Reply | None:
    """The date of a fact, or its year, among others that are near."""
    if index.relation(ask.fact).objects is not Many.ONE or not index.unique(ask):
        return None
    if f" {right.year} " in padded(prompt):
        return None
    known = [parse_date(lure) for lure in ask.fact.lures if not lure.startswith("=")]
    known += [fact.object for fact in index.siblings(ask.fact, rng) if isinstance(fact.object, PartialDate)]
    others = near_dates(right, WRONG_CHOICES, rng, known)
    why = Refutation(WhyWrong.ONE_OBJECT, (ask.fact,))
    wrongs = tuple(Wrong(english.date_text(other), why) for other in others)
    return Reply(date_answer(right), wrongs if len(wrongs) == WRONG_CHOICES else (), typed=True)
