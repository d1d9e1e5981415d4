"""The sentences that the generators put around a pack's own words, one class a language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from questions.dates import PartialDate
from questions.grammar import english

_CLAUSE = frozenset({"who", "whom", "whose", "that", "which", "where", "when", "by"})
_PREPOSITIONS = frozenset(
    {"of", "in", "on", "at", "to", "for", "from", "with", "by", "before", "after", "during", "as", "over"}
    | {"until", "since", "when", "while"}
)
_LONGEST_AT_THE_END, _LONGEST_WITHIN, _LONGEST_CLAUSE_WITHIN, _LONGEST_BEFORE_MORE = 16, 12, 7, 5  # words
_NAME_THE = "Name the "
_MARKED_VERB = re.compile(r"\b(\w+)\((s|es)\)")


@dataclass(frozen=True, slots=True)
class English:
    """English. ``articles`` maps a word to "a" or "an" where the rule gets it wrong."""

    articles: Mapping[str, str] = field(default_factory=dict)

    # Words

    def indefinite(self, text: str) -> str:
        """ "a film", "an actor"."""
        return english.indefinite(text, self.articles)

    def counted(self, number: Decimal, unit: str) -> str:
        """ "13 episodes"; ``unit`` is "singular|plural", or "singular|plural|none" with words for zero."""
        one, many, *none = unit.split("|")
        if none and not number:
            return none[0]
        return f"{english.number_text(number)} {one if number == 1 else many}"

    def this(self, noun: str) -> str:
        """Something in place of its name, in a clue."""
        return f"this {noun}"

    def clause(self, name: str) -> str:
        """ "Trish kills Alisa", of a clause that is written as "Trish kill(s) Alisa"."""
        return _MARKED_VERB.sub(r"\1\2", name, count=1)

    def does(self, name: str) -> str:
        """The same clause as it stands in a question: "does Trish kill Alisa"."""
        return f"does {_MARKED_VERB.sub(lambda verb: verb[1], name, count=1)}"

    @staticmethod
    def is_clause(name: str) -> bool:
        """Whether the name marks one verb, as "Trish kill(s) Alisa" does."""
        return len(_MARKED_VERB.findall(name)) == 1

    # Prompts

    def which_of_these(self, plural: str, trait: str) -> str:
        return f"Which of these {plural} {trait}?"

    def which_is_this(self, noun: str, *, person: bool) -> str:
        return f"Who is this {noun}?" if person else f"Which {noun} is this?"

    def true_or_false(self, statement: str) -> str:
        return f"True or false? {statement}"

    @property
    def truth(self) -> tuple[str, str]:
        """The two choices of a true-or-false question."""
        return "True", "False"

    def odd_one_out(self, plural: str, shared: str) -> str:
        return f"Three of these {plural} {shared}. Which is the odd one out?"

    def which_came(self, *, first: bool) -> str:
        return f"Which of these came {'first' if first else 'last'}?"

    def put_in_order(self) -> str:
        return "Put these in order, earliest first."

    def name_them(self, request: str, count: int, total: int) -> str:
        """A request for names ("Name the cities of ...", "Which two ...?") with how many must be given."""
        number = english.count_word(total)
        if count < total:
            return f"{request} Any {english.count_word(count)} of the {number} will do."
        if request.startswith(_NAME_THE) and request.endswith("."):
            named = request.removeprefix(_NAME_THE).removesuffix(".")
            return f"Name both {named}." if total == 2 else f"Name the {number} {named}, in any order."
        return f"{request} {'Name both.' if total == 2 else f'Name all {number}, in any order.'}"

    # Reveals

    def shared_by_the_others(self, trait: str) -> str:
        return f"Each of the other three {trait}."

    def in_order(self, events: Sequence[tuple[str, PartialDate | None]]) -> str:
        """Events, each with its date where it has one, from the first to the last."""
        dated = [text + (f" ({english.date_text(date)})" if date else "") for text, date in events]
        return f"{english.capital_first('; then '.join(dated))}."

    def ranked(self, things: Sequence[tuple[str, str]]) -> str:
        """Things as they are ranked, each with its value."""
        return f"{english.capital_first(', '.join(f'{name} ({value})' for name, value in things))}."

    def they_are(self, names: Sequence[str]) -> str:
        return f"They are {english.listed(names)}."

    def full_list(self, names: Sequence[str]) -> str:
        return f"The full list: {english.listed(names)}."

    def list_lacks(self, total: int, name: str) -> str:
        return f"The full list of {english.count_word(total)} does not include {name}."

    def count_of(self, names: Sequence[str]) -> str:
        return f"{english.capital_first(english.count_word(len(names)))}: {english.listed(names)}."

    # Style

    def reads_well(self, phrase: str, after: str) -> bool:
        """Whether a question still reads well with a phrase in place of a name, where ``after`` follows it.

        A phrase with a clause of its own takes no preposition after it that would seem to belong to the
        clause, and is short where the question goes on.
        """
        clause = not _CLAUSE.isdisjoint(phrase.split())
        length = len(phrase.split())
        if after.strip("?. ") == "":
            return length <= _LONGEST_AT_THE_END
        following = after.replace(",", " , ").split()[:1]
        if (clause or length > _LONGEST_BEFORE_MORE) and not _PREPOSITIONS.isdisjoint(following):
            return False
        return length <= (_LONGEST_CLAUSE_WITHIN if clause else _LONGEST_WITHIN)


Grammar = English
"""The one grammar so far; a second language makes this a protocol."""

GRAMMARS: Mapping[str, type[Grammar]] = {"en": English}
"""By the ``language`` of a pack."""
