"""Headers that have a verb of their own: "Currency" is what a country uses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from questions.interchange.tables.wording import RowNoun
from questions.question import AnswerType


@dataclass(frozen=True, slots=True)
class Phrase:
    """``says`` is true of one row and ``say`` of several; ``ask`` asks for the object, with {noun} for what a
    row is; ``of`` is true of one of several objects, and ``ask_all``
    asks for all of them. The values are words where ``lower`` says so, and take "the" where ``article`` does.
    """

    says: str
    say: str
    ask: str
    noun: str = ""
    type: AnswerType = AnswerType.TEXT
    lower: bool = False
    article: bool = False
    interest: int = 3
    of: str = ""
    ask_all: str = ""

    def past(self) -> Phrase:
        """The same of the dead: "plays the organ" is "played the organ"."""
        says = re.sub(r"^(\w+?e?)s\b", _in_the_past, self.says)
        ask = self.ask.replace("does {subject}", "did {subject}")
        return self if says == self.says else replace(self, says=says, say=says, ask=ask)


def _in_the_past(verb: re.Match[str]) -> str:
    irregular = {"is": "was", "has": "had", "comes": "came", "drives": "drove", "rides": "rode"}
    return irregular.get(verb[0]) or f"{verb[1].rstrip('e')}ed"


_PARTY = Phrase(
    "belongs to {object}", "belong to {object}", "Which party does {subject} belong to?", article=True
)
_PARTY_SO_CALLED = Phrase(
    "belongs to the {object} party", "belong to the {object} party", "Which party does {subject} belong to?"
)
_NEIGHBOUR = Phrase(
    "borders {object}",
    "border {object}",
    "Which {noun} borders {subject}?",
    "{noun}",
    of="borders {subject}",
    ask_all="Which countries border {subject}?",
)
_JOB = Phrase("works as {a_object}", "work as {a_object}", "What does {subject} do for a living?", lower=True)
_PLAYS = Phrase("plays {object}", "play {object}", "What does {subject} play?", lower=True)
_INSTRUMENT = Phrase(
    "plays the {object}", "play the {object}", "Which instrument does {subject} play?", lower=True, interest=2
)
_TEAM = Phrase(
    "plays for {object}", "play for {object}", "Which team does {subject} play for?", "team", interest=4
)
_STARS = Phrase(
    "stars {object}",
    "star {object}",
    "Who stars in {subject}?",
    "actor",
    AnswerType.PERSON,
    interest=4,
    of="stars in {subject}",
)

PHRASES: dict[str, Phrase] = {
    "currency": Phrase(
        "uses {object}",
        "use {object}",
        "Which currency does {subject} use?",
        lower=True,
        article=True,
    ),
    "driving side": Phrase(
        "drives on the {object}", "drive on the {object}", "On which side does {subject} drive?", lower=True
    ),
    "drives on": Phrase(
        "drives on the {object}",
        "drive on the {object}",
        "On which side does {subject} drive?",
        "side",
        lower=True,
    ),
    "borders": _NEIGHBOUR,
    "neighbours": _NEIGHBOUR,
    "neighbors": _NEIGHBOUR,
    "neighbouring countries": _NEIGHBOUR,
    "bordering countries": _NEIGHBOUR,
    "party": _PARTY,
    "political party": _PARTY,
    "occupation": _JOB,
    "profession": _JOB,
    "job": _JOB,
    "sport": _PLAYS,
    "instrument": _INSTRUMENT,
    "team": _TEAM,
    "club": _TEAM,
    "current club": _TEAM,
    "starring": _STARS,
    "cast": _STARS,
    "stars": _STARS,
    "actors": _STARS,
    "habitat": Phrase("lives in {object}", "live in {object}", "Where does {subject} live?", lower=True),
    "diet": Phrase("eats {object}", "eat {object}", "What does {subject} eat?", lower=True),
    "religion": Phrase(
        "follows {object}", "follow {object}", "Which religion does {subject} follow?", "religion"
    ),
    "position": Phrase(
        "plays as {a_object}", "play as {a_object}", "Where on the field does {subject} play?", lower=True
    ),
    "cause of death": Phrase(
        "died of {object}", "died of {object}", "What did {subject} die of?", lower=True
    ),
    "ingredients": Phrase(
        "is made with {object}",
        "are made with {object}",
        "What is {subject} made with?",
        "ingredient",
        lower=True,
        of="goes into {subject}",
    ),
    "main ingredient": Phrase(
        "is made mainly with {object}",
        "are made mainly with {object}",
        "What is the main ingredient of {subject}?",
        "ingredient",
        lower=True,
    ),
    "headquarters": Phrase(
        "has its headquarters in {object}",
        "have their headquarters in {object}",
        "Where does {subject} have its headquarters?",
        "place",
        AnswerType.PLACE,
        interest=4,
    ),
    "flows into": Phrase(
        "flows into {object}",
        "flow into {object}",
        "What does {subject} flow into?",
        "body of water",
        interest=4,
    ),
    "outflow": Phrase(
        "flows into {object}", "flow into {object}", "What does {subject} flow into?", "body of water"
    ),
    "mouth": Phrase(
        "flows into {object}", "flow into {object}", "What does {subject} flow into?", "body of water"
    ),
    "orbits": Phrase("orbits {object}", "orbit {object}", "What does {subject} orbit?", "body"),
    "state at room temperature": Phrase(
        "is {a_object} at room temperature",
        "are {a_object} at room temperature",
        "In which state is {subject} at room temperature?",
        "state",
        lower=True,
        interest=2,
    ),
    "time zone": Phrase(
        "is in the {object} time zone", "are in the {object} time zone", "Which time zone is {subject} in?"
    ),
    "school": Phrase("went to {object}", "went to {object}", "Which school did {subject} go to?", "school"),
    "home state": Phrase(
        "comes from {object}", "come from {object}", "Which state does {subject} come from?", "state"
    ),
    "hometown": Phrase(
        "comes from {object}", "come from {object}", "Which town does {subject} come from?", "town"
    ),
    "alma mater": Phrase(
        "went to {object}", "went to {object}", "Which university did {subject} go to?", "university"
    ),
    "house": Phrase(
        "belongs to the house {object}",
        "belong to the house {object}",
        "Which house does {subject} belong to?",
    ),
}


_DRIVEN = {"driver": "drive", "rider": "ride", "cyclist": "ride", "racer": "race"}
_PARTIES = re.compile(r"\b(?:party|parties|union|league|front|alliance|movement)\b|s$", re.IGNORECASE)


def fitting(phrase: Phrase, row: RowNoun, values: Sequence[str]) -> Phrase:
    """The phrase as it suits a row and its values: a driver drives for a team, "Whig" is a party's name."""
    if phrase is _PARTY and 2 * sum(bool(_PARTIES.search(value)) for value in values) < len(values):
        return _PARTY_SO_CALLED
    verb = _DRIVEN.get(row.noun.split()[-1]) if phrase is _TEAM else None
    if verb:
        return replace(
            phrase,
            says=f"{verb}s for {{object}}",
            say=f"{verb} for {{object}}",
            ask=f"Which team does {{subject}} {verb} for?",
        )
    return phrase
