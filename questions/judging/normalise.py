"""Text as it is typed -> a phrase: the words that count, written in one way.

Case, accents, scripts, punctuation, articles, plurals, and American or British spelling do not count;
neither do emoji, control characters and marks of direction, save where a text has nothing else. Numbers, in
digits, words or Roman numerals, become digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from anyascii import anyascii

from questions.judging.lexicon import ABBREVIATIONS, SPELLINGS
from questions.judging.numerals import with_digits
from questions.judging.word_lists import word_set
from questions.words import ARTICLES

Words = tuple[str, ...]

LONGEST = 4000
"""Characters of a text that are looked at; no answer is longer."""

LINKS = ARTICLES | {"and", "of"}
"""Words that a phrase may gain or lose without a change of meaning."""
ORDERED = frozenset(("to", "into", "than"))
"""Words on whose two sides the order of words matters."""

_SYMBOLS = str.maketrans(
    {"°": " degrees ", "€": " euros ", "£": " pounds ", "¥": " yen ", "♯": " sharp ", "♭": " flat ",
     "№": "no. ", "™": "", "®": "", "©": "", "−": "-", "\N{FRACTION SLASH}": "/"}
)  # fmt: skip
_DROPPED = word_set("Cf Cs Co Cn So Sk Me")
_UNSEEN = word_set("Cc Cf Cn Mn Zs Zl Zp")
_FRACTION = re.compile("[¼½¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘]")
_ALWAYS_PLURAL = word_set("series species miniseries news physics mathematics maths politics")
_BEFORE_NUMBERS = word_set("no nr number num part pt volume vol")
_TOKEN = re.compile(r"\d++(?:\.\d++)?s?+(?![a-z])|[a-z]++|\d++(?:\.\d++)?")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_THOUSANDS = re.compile(r"\b(?<!,)\d{1,3}(?:,\d{3})++(?!\d)")
_INITIALS = re.compile(r"\b(?<!\.)[a-z](?:\.\s?[a-z]\b)++\.?(?!\w)")
_PRONOUN = re.compile(
    r"\bi (think|believe|guess|reckon|suppose|say|am|would|will|want|wanna|dont|remember)\b"
)
_PLUS = re.compile(r"\+(?=\s?\w)")
_SHARP = re.compile(r"(?<=[a-z])\s?#(?!\d)")


def clean(text: str) -> str:
    """Lower-case ASCII of a text, its punctuation kept, its white space single; line ends stay line ends."""
    text = text[:LONGEST]
    if not text.isascii():
        text = _to_ascii(text)
    text = text.lower().replace("\r", "\n")
    if "i " in text:
        text = _PRONOUN.sub(r"i\1", text)
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
    if "\n" in text:
        return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))
    return " ".join(text.split())


def _to_ascii(text: str) -> str:
    text = _FRACTION.sub(lambda match: f" {unicodedata.normalize('NFKC', match.group())} ", text)
    text = unicodedata.normalize("NFKC", text.translate(_SYMBOLS)).translate(_SYMBOLS)
    kept = "".join(c for c in text if c.isascii() or unicodedata.category(c) not in _DROPPED)
    return anyascii(kept.casefold())


def words(cleaned: str) -> Words:
    """The words of a cleaned text, articles too; numbers as digits, abbreviations and initials written in
    one way.
    """
    text = cleaned.replace("'n'", " n ").replace("'", "").replace("`", "")
    if "(" in text:
        text = text.replace("(s)", "s").replace("(es)", "es")
    if "&" in text or "+" in text or "#" in text or "%" in text:
        text = text.replace("&", " and ").replace("++", " plus plus").replace("%", " percent ")
        text = _PLUS.sub(" and ", text).replace("+", " plus")
        text = _SHARP.sub(" sharp", text).replace("#", " no ")
    if "," in text:
        text = _THOUSANDS.sub(lambda match: match.group().replace(",", ""), text)
    text = _ORDINAL.sub("", text)
    if "." in text:
        text = _INITIALS.sub(lambda match: "".join(filter(str.isalpha, match.group())) + " ", text)
    return tuple(_without_no(with_digits(_joined(_TOKEN.findall(text)))))


def _joined(tokens: list[str]) -> list[str]:
    """Runs of single letters as one word ("j r r" -> "jrr"), "rock n roll", and abbreviations written out."""
    joined: list[str] = []
    run = 0
    for at, token in enumerate(tokens):
        if token == "n" and 0 < at < len(tokens) - 1 and len(tokens[at - 1]) > 1 and len(tokens[at + 1]) > 1:
            token = "and"
        run = run + 1 if len(token) == 1 and token.isalpha() else 0
        if run > 1:
            joined[-1] += token
        else:
            joined.append(ABBREVIATIONS.get(token, token))
    return joined


def _without_no(tokens: list[str]) -> list[str]:
    """Read "no. 5", "number 5" and "part 5" as "5"."""
    return [
        token
        for token, after in zip(tokens, [*tokens[1:], ""], strict=False)
        if not (token in _BEFORE_NUMBERS and after[:1].isdigit())
    ]


def _symbols(text: str) -> Words:
    """The signs of a text that has no words, as one word: "÷", "😀"."""
    seen = "".join(c for c in text[:LONGEST] if unicodedata.category(c) not in _UNSEEN)
    return (unicodedata.normalize("NFC", seen),) if seen else ()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its plural, possessive and British spelling; not always a word."""
    word = SPELLINGS.get(word, word)
    if word[:1].isdigit() or len(word) < 4:
        return word
    return _american(_singular(word))


def _singular(word: str) -> str:
    if word in _ALWAYS_PLURAL:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")) or (word.endswith("uses") and len(word) > 6):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return SPELLINGS.get(word[:-1], word[:-1])
    return word


_ENDINGS = (("our", "or"), ("tre", "ter"), ("ise", "ize"), ("yse", "yze"), ("ogue", "og"))
_WITHIN = (("isation", "ization"), ("ising", "izing"), ("sulph", "sulf"), ("colour", "color"))


def _american(word: str) -> str:
    if len(word) < 5:
        return word
    for british, american in _ENDINGS:
        if word.endswith(british):
            word = word.removesuffix(british) + american
    for british, american in _WITHIN:
        word = word.replace(british, american)
    return word.replace("ae", "e").replace("oe", "e") if len(word) > 5 else word


@dataclass(frozen=True)
class Phrase:
    """A text in the forms in which it is compared."""

    text: str  # cleaned, with its punctuation
    words: Words

    @cached_property
    def stems(self) -> Words:
        """The stems of the words that carry meaning; of articles and links where there is nothing else."""
        return stems_of(self.words)

    @cached_property
    def full(self) -> str:
        """All words in order, articles too."""
        return " ".join(self.words)

    @cached_property
    def squash(self) -> str:
        """The words without articles, and without the spaces between them."""
        return squash(self.words)

    @cached_property
    def bag(self) -> str:
        """The stems in an order of their own, so that the order of words does not count where it need not."""
        return bag(self.stems)

    def __bool__(self) -> bool:
        return bool(self.words)


def phrase(text: str) -> Phrase:
    """Read a text, of any length and content."""
    cleaned = clean(text)
    return Phrase(cleaned, words(cleaned) or _symbols(text))


def stems_of(tokens: Sequence[str]) -> Words:
    """Stems of the words that carry meaning."""
    kept = [token for token in tokens if token not in LINKS]
    if "to" in kept:
        kept = [token for token in kept if token != "from"]
    return tuple(map(stem, kept or tokens))


def squash(tokens: Sequence[str]) -> str:
    """The words run together, without articles unless there is nothing else; two numbers stay two numbers."""
    kept = [token for token in tokens if token not in ARTICLES] or list(tokens)
    if sum(token[0].isdigit() for token in kept) > 1:
        kept = [f"{token}." if token[0].isdigit() else token for token in kept]
    return "".join(kept)


def bag(stems: Sequence[str]) -> str:
    """A key that is equal for the same stems in any order; numbers keep theirs, for "3-2" is not "2-3"."""
    if len(stems) > 1:
        if not ORDERED.isdisjoint(stems):
            return " ".join(stems)
        numbers = [stem for stem in stems if stem[0].isdigit()]
        return " ".join([*numbers, *sorted(stem for stem in stems if not stem[0].isdigit())])
    return stems[0] if stems else ""
