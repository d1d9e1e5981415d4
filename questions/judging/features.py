"""What a guess and a form have in common, as numbers for the fitted score."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import WRatio, partial_ratio, ratio

from questions.judging.fillers import without
from questions.judging.lexicon import HONORIFICS
from questions.judging.normalise import Phrase, Words, phrase, squash, stems_of
from questions.judging.prompts import Prompt
from questions.judging.word_lists import word_set

_CUTS = (re.compile(r"\s?[(\[]"), re.compile(r",\s"), re.compile(r"\s[–—-]\s|\s?;\s"), re.compile(r":\s"))
_COMMA, _COLON = _CUTS[1], _CUTS[3]
_SAID = word_set(
    """is was are were be it its he she they that this by in on at to for with from also called named known
    as his her their has have had"""
)
_LIKE = 0.65
_MOST = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a guess without what is said around them; ``comma`` says that what follows a comma was cut
    off.
    """

    words: Words
    stems: Words
    comma: bool = False


def readings_of(guess: Phrase, corrected: Words) -> Iterator[Reading]:
    """The ways to read a guess: as a whole, with the slip in one word put right, without a title before a
    name, up to a bracket, comma, dash or colon, and behind a colon.
    """
    words = without(guess.words)
    yield Reading(words, stems_of(words))
    if len(words) == 1 and corrected != words:
        yield Reading(corrected, stems_of(corrected))
    if len(words) > 1 and words[0] in HONORIFICS:
        yield Reading(words[1:], stems_of(words[1:]))
    for cut in _CUTS:
        if match := cut.search(guess.text):
            head, tail = phrase(guess.text[: match.start()]), phrase(guess.text[match.end() :])
            for piece in (head, tail) if cut is _COLON else (head,):
                if piece:
                    words = without(piece.words)
                    yield Reading(words, stems_of(words), comma=cut is _COMMA)


def features(form: Phrase, reading: Reading, prompt: Prompt) -> dict[str, float] | None:
    """The features of one reading of a guess against one form, each between 0 and 1.

    None where the form is one word and the reading is another, however alike: whether that is a slip is for
    the rules to say.
    """
    left, missing, likeness = list(reading.stems), [], []
    for word in form.stems:
        near, other = (
            (1.0, word)
            if word in left
            else max(((alike(word, each), each) for each in left), default=(0.0, ""))
        )
        if near:
            left.remove(other)
            likeness.append(near)
        else:
            missing.append(word)
    extra = [word for word in left if word not in _SAID]
    new = [word for word in extra if word not in prompt.words]
    hit, slip = bool(likeness), min(likeness, default=1.0) < 1
    if slip and len(form.stems) == 1 and not extra:
        return None
    part = hit and bool(missing) and not extra and not slip
    added = bool(new) and not missing and len(new) < 3
    words, size = " ".join(reading.words), len(form.stems)
    return {
        "likeness": WRatio(form.full, words) / 100,
        "ratio": ratio(form.squash, squash(reading.words)) / 100,
        "partial_ratio": partial_ratio(form.full, words) / 100,
        "worst_word": min(likeness, default=0.0),
        "slip": float(hit and slip),
        "all_said": float(not missing),
        "nothing_else": float(hit and not extra),
        "clash": float(hit and bool(missing) and bool(new)),
        "added_before": float(added and reading.stems[-size:] == form.stems),
        "last_of_two": float(part and size == 2 and form.stems[-1] not in missing),
        "part_unasked": float(part and not prompt.text),
        "rest_in_question": float(part and prompt.words.issuperset(missing)),
        "new_number": float(bool(_numbers(reading.stems) - _numbers(form.stems) - prompt.numbers)),
        "form_words": min(size, _MOST) / _MOST,
        "guess_words": min(len(reading.stems), _MOST) / _MOST,
        "comma_cut": float(reading.comma),
    }


def alike(one: str, other: str) -> float:
    """How like two stems are, 0 where they are hardly meant to be one; numbers are equal or not."""
    if one[0].isdigit() or other[0].isdigit():
        return 0.0
    return OSA.normalized_similarity(one, other, score_cutoff=_LIKE)


def _numbers(stems: Sequence[str]) -> set[str]:
    return {word for word in stems if word[0].isdigit()}
