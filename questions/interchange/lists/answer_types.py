"""What sort of answer a prompt asks for, where a list does not say: it decides how a typed guess is judged.

UNKNOWN is a good answer: the judge then decides from more than is looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from questions.question import AnswerType

_WHEN = re.compile(
    r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|decade|century)\b|\bin (?:what|which) year\b"
)
_HOW_MANY = re.compile(
    r"\bhow (?:many|much|old|long|tall|far|high|deep|heavy|fast|big|wide|often|large|hot|cold)\b"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH},? ?(?:\d{{3,4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{3,4}})?"
    rf"|{_MONTH} \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
)
_YEAR = re.compile(r"(?:c\. ?|ca\. ?)?\d{1,4}s?(?: ?(?:ad|bc|bce|ce))?|(?:ad|bc) ?\d{1,4}")
_NUMBER = re.compile(
    r"[-+]?[$€£]? ?\d[\d,. ]*(?:%|°[cf]?| ?(?:thousand|million|billion|trillion))?(?: [a-z]{1,12})?"
)
_NUMBER_WORDS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
    billion and
    """.split()  # noqa: SIM905 - a line for each of the words reads worse
)
_ASKING = re.compile(r"\b(?:which|what|name (?:the|this|that)|identify (?:the|this|that))\b")
_SKIPPED = re.compile(
    r"(?:\s*(?:is|was|are|were|the|a|an|full|real|name|title|of|this|that|kind|type)\b)*\s*"
)
_STOP = frozenset(
    """
    is was are were be did does do has have had of in on at for from by that who whom which with to can could
    played plays won wrote sang directed invented discovered painted starred features featured
    """.split()  # noqa: SIM905 - the same
)
_TITLES = frozenset(
    """
    film movie book novel song album play poem opera series show sitcom musical painting videogame game
    episode magazine newspaper anime manga comic cartoon
    """.split()  # noqa: SIM905 - the same
)
_PEOPLE = frozenset(
    """
    actor actress president king queen author writer singer scientist composer painter artist director
    philosopher explorer inventor emperor pope poet physicist chemist mathematician astronaut politician
    player footballer driver comedian rapper guitarist drummer person man woman
    """.split()  # noqa: SIM905 - the same
)
_PLACES = frozenset(
    """
    city country state river lake mountain island capital continent ocean sea town village county province
    desert volcano strait peninsula airport
    """.split()  # noqa: SIM905 - the same
)
_GROUPS = re.compile(
    r"\b(?:win|won|wins|beat|defeat\w*|champion\w*|team|band|sang|sings|perform\w*|record\w*|releas\w*"
    r"|make|makes|made|manufactur\w*|produc\w*|own|owns)\b"
)
_NAME = re.compile(
    r"[^\W\d_][\w.'’-]*(?: (?:de|da|di|van|von|der|den|la|le|of|bin|al|el|[^\W\d_][\w.'’-]*)){0,4}"
)


def infer_type(prompt: str, forms: Sequence[str]) -> AnswerType:
    """The type of an answer with these forms to this prompt."""
    asked = " ".join(prompt.casefold().split())
    plain = [form.casefold().strip() for form in forms[:6]]
    if not plain:
        return AnswerType.UNKNOWN
    if all(map(_DATE.fullmatch, plain)) or (_WHEN.search(asked) and all(_is_date(text) for text in plain)):
        return AnswerType.DATE
    head = _head(asked)
    if head in _TITLES:
        return AnswerType.TITLE
    numeric = all(_is_number(text) for text in plain)
    if numeric and (_HOW_MANY.search(asked) or any(text[0].isdigit() for text in plain)):
        return AnswerType.NUMBER
    if numeric or any(text in ("true", "false", "yes", "no") for text in plain):
        return AnswerType.UNKNOWN
    if head in _PLACES or asked.startswith("where ") or "capital of" in asked:
        return AnswerType.PLACE
    who = re.search(r"\bwho(?:se|m|'s)?\b", asked) and not _ASKING.search(asked) and not _GROUPS.search(asked)
    if (who or head in _PEOPLE) and _is_name(forms[0]):
        return AnswerType.PERSON
    return AnswerType.UNKNOWN


def _is_date(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None or _DATE.fullmatch(text) is not None


def _is_number(text: str) -> bool:
    words = text.replace("-", " ").split()
    return _NUMBER.fullmatch(text) is not None or (bool(words) and set(words) <= _NUMBER_WORDS)


def _is_name(text: str) -> bool:
    first = text.split(" ")[0].casefold()
    return _NAME.fullmatch(text) is not None and text[0].isupper() and first not in ("the", "a", "an")


def _head(asked: str) -> str:
    """The noun that is asked for: ``film`` in "Which 1994 film ...", ``river`` in "What is the river"."""
    match = _ASKING.search(asked)
    if match is None:
        return ""
    skipped = _SKIPPED.match(asked, match.end())
    noun = ""
    for word in re.findall(r"[\w'’-]+", asked[skipped.end() if skipped else match.end() :])[:6]:
        known = next(
            (
                word.removesuffix("s")
                for nouns in (_TITLES, _PEOPLE, _PLACES)
                if word.removesuffix("s") in nouns
            ),
            "",
        )
        if word in _STOP or (noun and not known):
            break
        noun = known or noun
    return noun
