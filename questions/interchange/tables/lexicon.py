"""Headers that tables really have, and what they mean: data for the wording, no rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from questions.interchange.tables.wordlist import words


class Verb(NamedTuple):
    """What somebody did to the thing of a row: "directed", "direct", "directed" as in "was directed by"."""

    past: str
    base: str
    participle: str


class Moment(NamedTuple):
    """What happened to the thing of a row: "was released" or "died", "die"; ``noun`` names the event."""

    past: str
    base: str
    noun: str


@dataclass(frozen=True, slots=True)
class Degree:
    """How the most and the least of a measure are told: "is the tallest", "is the shortest"."""

    most: str
    least: str
    first: str  # the word for the least in "Put these in order, ... first"


def _verb(past: str, base: str, participle: str = "") -> Verb:
    return Verb(past, base, participle or past)


ROLES: dict[str, Verb] = {
    "director": _verb("directed", "direct"), "directors": _verb("directed", "direct"),
    "author": _verb("wrote", "write", "written"), "writer": _verb("wrote", "write", "written"),
    "authors": _verb("wrote", "write", "written"), "writers": _verb("wrote", "write", "written"),
    "screenwriter": _verb("wrote", "write", "written"), "poet": _verb("wrote", "write", "written"),
    "playwright": _verb("wrote", "write", "written"), "songwriter": _verb("wrote", "write", "written"),
    "composer": _verb("composed", "compose"), "painter": _verb("painted", "paint"),
    "inventor": _verb("invented", "invent"), "discoverer": _verb("discovered", "discover"),
    "founder": _verb("founded", "found"), "founders": _verb("founded", "found"),
    "architect": _verb("designed", "design"), "designer": _verb("designed", "design"),
    "producer": _verb("produced", "produce"), "creator": _verb("created", "create"),
    "developer": _verb("developed", "develop"), "publisher": _verb("published", "publish"),
    "manufacturer": _verb("made", "make"), "maker": _verb("made", "make"), "studio": _verb("made", "make"),
    "builder": _verb("built", "build"), "winner": _verb("won", "win"), "champion": _verb("won", "win"),
    "champions": _verb("won", "win"), "host": _verb("hosted", "host"),
    "host country": _verb("hosted", "host"), "host city": _verb("hosted", "host"),
    "performer": _verb("performed", "perform"), "singer": _verb("sang", "sing", "sung"),
    "sculptor": _verb("sculpted", "sculpt"), "illustrator": _verb("illustrated", "illustrate"),
    "cinematographer": _verb("filmed", "film"),
}  # fmt: skip
"""Headers for whoever did something to the thing of a row."""

ARTISTS: dict[str, Verb] = {
    "painting": _verb("painted", "paint"), "sculpture": _verb("made", "make"),
    "album": _verb("recorded", "record"), "song": _verb("recorded", "record"),
    "single": _verb("recorded", "record"), "track": _verb("recorded", "record"),
}  # fmt: skip
"""What an "artist" did, by what a row is."""

WHO = words(
    """
    president|prime minister|king|queen|monarch|ceo|captain|coach|manager|owner|leader|head of state|
    mayor|governor|spouse|husband|wife|mother|father|partner|rival|protagonist|villain|lead actor|
    lead actress|main character|patron|teacher|mentor|successor|predecessor|lead singer|frontman|
    head coach|chairman|chairperson|head of government|chancellor|first lady|vice president|star|lead|
    actor|actress|voice actor|played by|nemesis|sidekick|consort|runner-up|runners-up|second place|
    third place|runner up|arch-enemy|love interest|patron saint|commander|best man|narrator|lover|
    father figure|driver|killer|pilot|top scorer|man of the match
    """
)
"""Headers for a person whom one asks for by "Who is"."""

PLACES = words(
    """
    continent|region|country|state|city|county|province|constellation|ocean|island|district|town|
    subregion|location|sub-region|mountain range|range|sea|municipality|village|territory|department|
    canton|galaxy|country of origin|origin|homeland|venue|place
    """
)

BIRTHPLACES = {
    "birthplace": "born", "place of birth": "born", "born in": "born", "birth place": "born",
    "born at": "born", "city of birth": "born", "country of birth": "born", "birth country": "born",
    "birth city": "born", "buried": "buried", "burial place": "buried", "resting place": "buried",
    "buried in": "buried",
}  # fmt: skip

LOWER = words(
    """
    colour color type kind category class diet state phase status habitat material genre gender sex
    group occupation profession job role instrument symmetry shape method
    """
) | {"main ingredient", "state at room temperature"}  # fmt: skip
"""Headers whose values are words rather than names, and are written small in mid-sentence."""

_PASSIVE = {
    "founded": "founding", "established": "establishment", "born": "birth", "built": "construction",
    "released": "release", "published": "publication", "invented": "invention", "discovered": "discovery",
    "completed": "completion", "launched": "launch", "created": "creation", "introduced": "introduction",
    "designed": "design", "written": "writing", "painted": "painting", "elected": "election",
    "crowned": "coronation", "signed": "signing", "fought": "fighting", "formed": "formation",
    "incorporated": "incorporation", "constructed": "construction", "recorded": "recording",
    "admitted": "admission", "inaugurated": "inauguration", "erected": "erection",
    "first published": "publication", "first released": "release", "assassinated": "assassination",
    "opened": "opening", "composed": "composition", "patented": "patent", "isolated": "isolation",
    "named": "naming", "domesticated": "domestication", "commissioned": "commissioning",
    "aired": "broadcast", "first aired": "first broadcast", "made": "making",
}  # fmt: skip
_ACTIVE = {
    "died": ("die", "death"), "debuted": ("debut", "debut"), "premiered": ("premiere", "premiere"),
    "closed": ("close", "closing"), "retired": ("retire", "retirement"), "started": ("start", "start"),
    "began": ("begin", "beginning"), "ended": ("end", "end"), "sank": ("sink", "sinking"),
    "came out": ("come out", "release"), "took place": ("take place", "date"),
    "joined": ("join", "joining"), "became independent": ("become independent", "independence"),
    "took office": ("take office", "taking office"), "left office": ("leave office", "leaving office"),
    "landed": ("land", "landing"), "fell": ("fall", "fall"), "erupted": ("erupt", "eruption"),
    "first flew": ("first fly", "first flight"), "took the throne": ("take the throne", "accession"),
    "joined the eu": ("join the EU", "EU accession"),
}  # fmt: skip
MOMENTS: dict[str, Moment] = {
    **{word: Moment(f"was {word}", "", noun) for word, noun in _PASSIVE.items()},
    **{word: Moment(word.replace("eu", "EU"), base, noun) for word, (base, noun) in _ACTIVE.items()},
}
_MOMENT_NAMES: dict[str, str] = {
    "birth": "born", "dob": "born", "birthday": "born",
    "birthdate": "born", "death": "died", "dod": "died", "founding": "founded", "foundation": "founded",
    "formation": "formed", "release": "released", "publication": "published",
    "independence": "became independent", "first flight": "first flew", "debut": "debuted",
    "opening": "opened", "launch": "launched", "start": "started", "end": "ended",
    "completion": "completed", "discovery": "discovered", "invention": "invented", "premiere": "premiered",
    "inauguration": "inaugurated", "establishment": "established", "creation": "created",
    "construction": "built", "coronation": "crowned", "election": "elected", "landing": "landed",
    "last eruption": "erupted", "reign start": "took the throne", "start of reign": "took the throne",
    "reign began": "took the throne", "term start": "took office", "start of term": "took office",
    "term began": "took office", "term end": "left office", "end of term": "left office",
    "term ended": "left office", "joined eu": "joined the eu", "eu accession": "joined the eu",
    "first appearance": "debuted", "introduction": "introduced", "original release": "released",
    "beginning": "began", "founded in": "founded", "released in": "released", "born on": "born",
    "died on": "died", "erschienen": "released", "gegründet": "founded", "geboren": "born",
    "gestorben": "died", "issue": "released",
}  # fmt: skip
_AROUND = re.compile(r"^(?:date|year|day|month)\s+(?:of\s+)?|\s+(?:date|year|day|month|on|in)$")

TAKINGS = ("box office", "worldwide box office", "gross", "worldwide gross")
DEGREES: dict[str, Degree] = {
    "area": Degree("has the largest area", "has the smallest area", "smallest"),
    "land area": Degree("has the largest land area", "has the smallest land area", "smallest"),
    "surface area": Degree("has the largest surface area", "has the smallest surface area", "smallest"),
    "population": Degree("has the most inhabitants", "has the fewest inhabitants", "smallest"),
    "height": Degree("is the tallest", "is the shortest", "shortest"),
    "elevation": Degree("is the highest", "is the lowest", "lowest"),
    "altitude": Degree("is the highest", "is the lowest", "lowest"),
    "length": Degree("is the longest", "is the shortest", "shortest"),
    "wingspan": Degree("has the widest wingspan", "has the narrowest wingspan", "narrowest"),
    "width": Degree("is the widest", "is the narrowest", "narrowest"),
    "weight": Degree("is the heaviest", "is the lightest", "lightest"),
    "mass": Degree("has the greatest mass", "has the smallest mass", "smallest"),
    "depth": Degree("is the deepest", "is the shallowest", "shallowest"),
    "max depth": Degree("is the deepest", "is the shallowest", "shallowest"),
    "speed": Degree("is the fastest", "is the slowest", "slowest"),
    "top speed": Degree("is the fastest", "is the slowest", "slowest"),
    "age": Degree("is the oldest", "is the youngest", "youngest"),
    "price": Degree("is the most expensive", "is the cheapest", "cheapest"),
    "cost": Degree("cost the most", "cost the least", "cheapest"),
    "budget": Degree("had the biggest budget", "had the smallest budget", "smallest"),
    **{
        takings: Degree(
            "took the most money at the box office", "took the least money at the box office", "lowest"
        )
        for takings in TAKINGS
    },
    "gdp": Degree("has the largest GDP", "has the smallest GDP", "smallest"),
    "diameter": Degree("has the largest diameter", "has the smallest diameter", "smallest"),
    "radius": Degree("has the largest radius", "has the smallest radius", "smallest"),
    "size": Degree("is the largest", "is the smallest", "smallest"),
    "capacity": Degree("has the largest capacity", "has the smallest capacity", "smallest"),
    "duration": Degree("is the longest", "is the shortest", "shortest"),
    "runtime": Degree("is the longest", "is the shortest", "shortest"),
    "running time": Degree("is the longest", "is the shortest", "shortest"),
    "lifespan": Degree("lives the longest", "has the shortest life", "shortest"),
    "life expectancy": Degree("has the highest life expectancy", "has the lowest life expectancy", "lowest"),
    "attendance": Degree("had the largest attendance", "had the smallest attendance", "smallest"),
    "distance": Degree("is the farthest away", "is the closest", "closest"),
    "distance from the sun": Degree("is the farthest from the Sun", "is the closest to the Sun", "closest"),
    "distance from sun": Degree("is the farthest from the Sun", "is the closest to the Sun", "closest"),
    "calories": Degree("has the most calories", "has the fewest calories", "lightest"),
    "orbital period": Degree(
        "takes the longest for one orbit", "takes the least time for one orbit", "shortest"
    ),
    "day length": Degree("has the longest day", "has the shortest day", "shortest"),
    "episodes": Degree("has the most episodes", "has the fewest episodes", "shortest"),
}

ALIAS_HEADERS = frozenset(
    {
        "also known as",
        "aka",
        "full name",
        "a.k.a.",
        "alias",
        "aliases",
        "other names",
        "other name",
        "alternative names",
    }
)
OPEN_LISTS = words(
    """
    starring|cast|stars|actors|featuring|genres|ingredients|themes|keywords|tags|hobbies|songs|hits|players
    |notable works|works|symptoms|uses|examples|toppings|flavours|flavors|instruments|abilities|powers|weapons
    """
)
"""Headers of lists of which a cell gives some: nobody is asked to name them all."""

DISPUTED = words("genres|themes|keywords|tags|moods|topics")
"""Headers of lists of which nobody can say that a thing does not belong in them."""

LISTS = frozenset({"starring", "cast", "featuring", "also in"})
"""Headers that promise several things in a cell, although they are no plural."""

IDENTIFYING = words(
    """
    capital|symbol|nickname|motto|anthem|national anthem|main character|protagonist|villain|
    abbreviation|slogan|mascot|latin name|scientific name|formula|chemical formula|real name|
    secret identity|alter ego|birth name|catchphrase|president|king|queen|monarch|prime minister|
    chancellor|ceo|captain|mayor|lead singer|nemesis|sidekick|spouse|husband|wife|vice president|
    capital city|largest city|tagline|theme song|signature move|weapon
    """
)
"""Headers whose value, where no two rows share it, belongs to one thing in the world, not only here."""

STAND_INS = words(
    "capital|capital city|symbol|abbreviation|formula|chemical formula|country code|largest city"
)
"""Headers of what stands for the thing itself: to name it by them only makes a question longer."""

DONE_SOMEHOW = words("made cooked served prepared played powered written built found sold worn eaten")
"""Participles of which one asks how it is done."""

KNOWN_FOR = frozenset({"known for", "famous for", "best known for", "notable for", "claim to fame"})
NAME_HEADERS = frozenset(
    {"name", "title", "full name", "names", "common name", "english name", "label", "item", "entry"}
)

_ID = re.compile(
    r"(?:.*[\s_-])?(?:ids?|key|uuid|guid|isbn(?:-?1[03])?|issn|sku|slug|index|barcode|ean|doi|imdb|qid|gtin|vin)"
    r"|code|(?:iso|post(?:al)?|zip|area|country|airport|product|item|article)[\s_-].*code"
    r"|zip|iso.{0,10}|article number|unnamed.*",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"#|(?:rank(?:ing)?|no\.?|nr\.?|pos\.?|position|place|platz|rang|sl\.? ?no\.?|s\.? ?no\.?)", re.IGNORECASE
)


def is_id_header(header: str) -> bool:
    return _ID.fullmatch(header.strip()) is not None or re.search(r"[a-z]I[Dd]$", header) is not None


def is_rank_header(header: str) -> bool:
    return _RANK.fullmatch(header.strip()) is not None


def is_year_header(header: str) -> bool:
    return re.search(r"\b(?:year|jahr|season|edition)\b", header.casefold().replace("_", " ")) is not None


def moment_of(label: str) -> Moment | None:
    """What happened at the dates of a column, by its header: "Release date" -> was released."""
    key = " ".join(label.casefold().replace("_", " ").split())
    if key.endswith(" in") and key in BIRTHPLACES:
        return MOMENTS.get(BIRTHPLACES[key])
    bare = _AROUND.sub("", key)
    bare = bare.removeprefix("the ").removeprefix("year ")
    return MOMENTS.get(_MOMENT_NAMES.get(key, key)) or MOMENTS.get(_MOMENT_NAMES.get(bare, bare))


def is_date_header(label: str) -> bool:
    """Whether a header speaks of a time."""
    low = label.casefold().replace("_", " ")
    return (
        moment_of(label) is not None
        or re.search(r"\b(?:date|year|day|since|when)\b|^(?:first|last) | (?:start|end)$", low) is not None
    )
