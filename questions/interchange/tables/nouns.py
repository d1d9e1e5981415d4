"""What a row is: its noun in singular and plural, and what sort of thing that makes it."""

from __future__ import annotations

import re
from enum import StrEnum

from questions.interchange.tables.wordlist import words

_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "feet": "foot", "geese": "goose", "mice": "mouse", "wolves": "wolf", "leaves": "leaf", "lives": "life",
    "knives": "knife", "series": "series", "species": "species", "fish": "fish", "sheep": "sheep",
    "deer": "deer", "aircraft": "aircraft", "movies": "movie", "cookies": "cookie", "calories": "calorie",
    "pies": "pie", "ties": "tie", "zombies": "zombie", "buses": "bus", "viruses": "virus",
    "cactuses": "cactus", "octopuses": "octopus", "statuses": "status", "heroes": "hero",
    "superheroes": "superhero", "potatoes": "potato", "tomatoes": "tomato", "volcanoes": "volcano",
    "dominoes": "domino", "phenomena": "phenomenon", "criteria": "criterion", "fungi": "fungus",
    "data": "data", "aliases": "alias", "gases": "gas", "lenses": "lens", "shoes": "shoe",
    "canoes": "canoe", "horses": "horse", "houses": "house", "courses": "course", "nurses": "nurse",
    "diseases": "disease", "cheeses": "cheese", "universes": "universe", "databases": "database",
    "purposes": "purpose", "caves": "cave", "waves": "wave", "dwarves": "dwarf", "battles": "battle",
    "axes": "axis", "indices": "index", "spouses": "spouse", "spacecraft": "spacecraft", "news": "news",
    "crises": "crisis", "oases": "oasis", "bonuses": "bonus", "wives": "wife", "halves": "half",
    "pokemon": "pokemon", "pokémon": "pokémon", "loaves": "loaf", "shelves": "shelf", "olympics": "olympics",
}  # fmt: skip
_PLURALS = {one: many for many, one in _IRREGULAR.items() if many != "persons"}
_SINGULAR_IN_S = re.compile(r"(?:ss|us|is|os|as|ics)$")

_PEOPLE = words(
    """
    person man woman king queen emperor pope president monarch author writer poet painter composer
    artist scientist player actor actress director singer musician athlete footballer politician
    philosopher explorer inventor mathematician physicist chemist pharaoh saint hero villain character
    member employee student teacher driver champion winner astronaut leader minister chancellor
    captain boxer swimmer god goddess superhero wrestler cricketer golfer sculptor architect economist
    laureate general admiral knight prophet wizard
    """
)  # fmt: skip
_PLACES = words(
    """
    country city town village river lake mountain island state region continent capital volcano desert
    sea ocean county province park castle bridge building tower stadium museum university school
    airport planet moon star waterfall peak nation territory municipality district canal cave glacier
    station border place landmark
    """
)  # fmt: skip
_TITLES = words(
    """
    film movie book novel album song game series show episode painting play opera poem single musical
    comic anime manga track title symphony ballet sculpture artwork magazine newspaper videogame
    """
)  # fmt: skip
_EVENTS = words(
    """
    battle war election festival match race tournament championship olympics eurovision disaster
    treaty cup revolution earthquake eruption mission conference expedition
    """
)
_CREATURES = words(
    """
    animal mammal bird reptile insect dinosaur amphibian shark whale spider snake species creature breed
    """
)
_COMMON = words(
    """
    element metal gas food fruit vegetable spice herb mineral gemstone gem instrument sport disease
    drink vitamin colour color organ bone muscle tool material shape tree flower plant profession job
    hormone
    """
) | _CREATURES  # fmt: skip
_WITH_ARTICLE = words(
    """
    river ocean sea desert canal strait war revolution treaty
    """
)
_NOT_NOUNS = words(
    """
    data dataset table list export sheet file final new copy test download report results output input
    tmp temp my the all of top best full complete csv tsv xlsx database info information wiki
    wikipedia kaggle clean cleaned raw combined merged sample example quiz trivia questions facts
    version draft untitled book1 sheet1
    """
)  # fmt: skip


class Sort(StrEnum):
    """What sort of thing a row is, as far as the wording of questions depends on it."""

    PERSON = "person"
    PLACE = "place"
    TITLE = "title"
    EVENT = "event"
    CREATURE = "creature"
    COMMON = "common"
    THING = "thing"


_SORTS = (
    (_PEOPLE, Sort.PERSON),
    (_EVENTS, Sort.EVENT),
    (_TITLES, Sort.TITLE),
    (_PLACES, Sort.PLACE),
    (_CREATURES, Sort.CREATURE),
    (_COMMON, Sort.COMMON),
)


def sort_of(noun: str) -> Sort:
    """By the last word of the noun: "football player" is a player."""
    last = noun.casefold().split()[-1] if noun.split() else ""
    return next((sort for words, sort in _SORTS if last in words), Sort.THING)


def takes_article(noun: str) -> bool:
    """Whether names of such things are used with "the": the Nile."""
    return noun.casefold().split()[-1:] != [] and noun.casefold().split()[-1] in _WITH_ARTICLE


_THE = re.compile(
    r".* (?:Ocean|Sea|Channel|Islands|Alps|Republic|Kingdom|Emirates|Union|States(?: of America)?)"
    r"|(?:Gulf|Bay|Sea|Strait|Kingdom|(?:\w+ )*Republic) of .*"
    r"|Netherlands|Philippines|Bahamas|Maldives|Gambia|Alps|USA|UK|USSR"
)


def takes_the(name: str) -> bool:
    """Whether a name is used with "the": the North Sea, the Netherlands."""
    return _THE.fullmatch(name) is not None


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural."""
    low = word.casefold()
    if low in _IRREGULAR:
        return True
    return low.endswith("s") and len(low) > 3 and not _SINGULAR_IN_S.search(low)


def singular(words: str) -> str:
    """The last word of a noun in the singular: "football players" -> "football player"."""
    *first, last = words.split() or [""]
    low = last.casefold()
    if low in _IRREGULAR:
        one = _IRREGULAR[low]
    elif not is_plural(last):
        return words
    elif low.endswith("ies") and len(low) > 4:
        one = last[:-3] + "y"
    elif (re.search(r"(?:[sx]|ch|sh|z)es$", low) and not low.endswith("ses")) or low.endswith(
        ("sses", "uses")
    ):
        one = last[:-2]
    else:
        one = last[:-1]
    return " ".join((*first, one))


def plural(words: str) -> str:
    """The last word of a noun in the plural."""
    *first, last = words.split() or [""]
    low = last.casefold()
    if low in _PLURALS:
        many = _PLURALS[low]
    elif re.search(r"[^aeiou]y$", low):
        many = last[:-1] + "ies"
    elif re.search(r"(?:[sxz]|ch|sh)$", low):
        many = last + "es"
    else:
        many = last + "s"
    return " ".join((*first, many))


_MUTE_START = re.compile(r"(?!s[cpt]r|spl|chr|sch|shr|thr|phr)[bcdfghjklmnpqrstvwxz]{3}")


def noun_of_file(stem: str) -> str:
    """What the name of a file says a row is, in the singular; empty where it says nothing.

    Of "european_capitals-2024" it is "european capital"; of "data_final" nothing.
    """
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem)
    text = re.sub(r"^(?:lists?|tables?|data) (?:of|on) ", "", re.sub(r"[_\-.]+", " ", text).casefold())
    text = re.split(r"\b(?:by|in|of|from|with|per|for)\b", text)[0]
    words = [word for word in text.split() if word.isalpha() and word not in _NOT_NOUNS]
    if not words or not (is_plural(words[-1]) or sort_of(words[-1]) is not Sort.THING):
        return ""
    if _MUTE_START.match(words[-1]):
        return ""
    return "title" if words[-1] == "titles" else singular(" ".join(words[-3:]))
