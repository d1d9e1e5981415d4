"""The wording of columns of numbers and of dates."""

from __future__ import annotations

import re
from dataclasses import replace

from questions.interchange.tables import lexicon, units
from questions.interchange.tables.nouns import Sort, is_plural, plural, singular
from questions.interchange.tables.wording import RowNoun, Wording, key_of, spoken

_COUNT = re.compile(r"(?:number|no\.?|nr\.?|#|count|total)(?: of)? (.+)|(.+) count", re.IGNORECASE)
_DONE = {
    "goals": ("scored", "score"), "points": ("scored", "score"), "runs": ("scored", "score"),
    "titles": ("won", "win"), "medals": ("won", "win"), "oscars": ("won", "win"),
    "awards": ("won", "win"), "grammys": ("won", "win"), "gold medals": ("won", "win"),
    "championships": ("won", "win"), "majors": ("won", "win"), "symphonies": ("wrote", "write"),
    "operas": ("wrote", "write"), "concertos": ("wrote", "write"), "novels": ("wrote", "write"),
    "books": ("wrote", "write"), "plays": ("wrote", "write"), "poems": ("wrote", "write"),
    "paintings": ("painted", "paint"), "films": ("made", "make"), "movies": ("made", "make"),
    "albums": ("recorded", "record"), "children": ("had", "have"), "wives": ("had", "have"),
}  # fmt: skip
"""What people did to what is counted; they have anything else."""


_IN_OFFICE = ("president", "minister", "chancellor", "governor", "mayor", "premier", "senator", "secretary")
_HIGH = ("mountain", "peak", "volcano", "waterfall", "wall", "bridge")

_OF_WHICH_SUM = ("box office", "gross")
"""Takings at home or worldwide: they can be compared, but nobody can know which sum is meant."""


def number_wording(label: str, unit: str, row: RowNoun) -> Wording:
    """The wording of a column of numbers, counts or measures; ``unit`` is its sign, "km²"."""
    name = spoken(label)
    name = f"{name} medals" if name in ("gold", "silver", "bronze") else name
    found = _COUNT.fullmatch(name)
    if found:
        counted = found[1] or found[2]
        return _count(counted if any(map(is_plural, counted.split())) else plural(counted), row)
    if not unit and is_plural(name.split()[-1]) and not re.search(r" in \d{4}$", name):
        return _count(name, row)
    return _measure(name, unit, row)


def _count(things: str, row: RowNoun) -> Wording:
    """ "Jupiter has 95 moons." """
    past, base = "has", "have"
    if row.sort in (Sort.PERSON, Sort.TITLE):
        past, base = _DONE.get(things.casefold(), (past, base))
    elif things.endswith("medals") and row.sort is not Sort.EVENT:
        past, base = _DONE["medals"]
    past = "had" if past == "has" and row.sort is Sort.EVENT else past
    ask = (
        f"How many {things} did {{subject}} {base}?"
        if past != "has"
        else f"How many {things} does {{subject}} have?"
    )
    order = "have" if past == "has" else past
    said = f"{{subject}} {past} {{object}}."
    if row.sort is Sort.EVENT and things in _DONE:
        done = {"wrote": "written"}.get(_DONE[things][0], _DONE[things][0])
        said = f"{{object}} were {done} at {{subject}}."
        ask = f"How many {things} were {done} at {{subject}}?"
    templates = {
        "statement": said,
        "claim": said,
        "unit": f"{singular(things)}|{things}|no {things}",
        "ask_object": ask,
        "ask_most": f"Which of these {row.plural} {past} the most {things}?",
        "ask_least": f"Which of these {row.plural} {past} the fewest {things}?",
        "order": f"Put these {row.plural} in order of how many {things} they {order}, fewest first.",
    }
    return Wording(templates, things, things)


def _measure(name: str, unit: str, row: RowNoun) -> Wording:
    """ "The height of Everest is 8849 metres." """
    words = units.unit_words(unit)
    many = words.partition("|")[2]
    year = re.fullmatch(r"(.+) in (\d{4})", name)
    bare = year[1] if year else name
    when = f" in {year[2]}" if year else ""
    is_over = bool(year) or row.sort is Sort.EVENT
    is_, had = ("was", "had") if is_over else ("is", "has")
    degree = lexicon.DEGREES.get(bare.casefold()) or lexicon.Degree(
        f"has the highest {bare}", f"has the lowest {bare}", "lowest"
    )
    most, least = degree.most, degree.least
    if bare == "height" and row.noun.split()[-1] in _HIGH:
        most, least = "is the highest", "is the lowest"
    if is_over:
        most, least = (re.sub(r"^has ", "had ", re.sub(r"^is ", "was ", text)) for text in (most, least))
    in_unit = f", in {many}" if many and "%" not in unit else ", in per cent" if unit == "%" else ""
    templates = {
        "statement": f"The {bare} of {{subject}}{when} {is_} {{object}}.",
        "claim": f"The {bare} of {{subject}}{when} {is_} {{object}}.",
        "ask_object": f"What {is_} the {bare} of {{subject}}{when}{in_unit}?",
        "ask_most": f"Which of these {row.plural} {most}{when}?",
        "ask_least": f"Which of these {row.plural} {least}{when}?",
        "order": f"Put these {row.plural} in order of {bare}{when}, {degree.first} first.",
    }
    if words:
        templates["unit"] = words
    spoken_otherwise = (
        _takings(bare, in_unit, row)
        or (not unit and _of_people(bare, when, is_, had, row))
        or (bool(words) and _sized(bare, f"{when}{in_unit}", is_, row))
        or {}
    )
    known = bare.casefold() in lexicon.DEGREES or spoken_otherwise
    templates |= spoken_otherwise
    if bare.casefold() in _OF_WHICH_SUM:
        del templates["ask_object"], templates["claim"]
    if re.search(r"\bnumber$", bare):
        for comparison in ("ask_most", "ask_least", "order"):
            del templates[comparison]
    return Wording(templates, name, name, interest=3 if known else 2)


def _sized(bare: str, in_unit: str, is_: str, row: RowNoun) -> dict[str, str]:
    """ "The Rhine is 1233 kilometres long." """
    how = {"length": "long", "height": "tall", "depth": "deep", "width": "wide"}.get(bare.casefold())
    if how is None:
        return {}
    how = "high" if how == "tall" and row.noun.split()[-1] in _HIGH else how
    said = f"{{subject}} {is_} {{object}} {how}."
    return {"statement": said, "claim": said, "ask_object": f"How {how} {is_} {{subject}}{in_unit}?"}


def _takings(bare: str, in_unit: str, row: RowNoun) -> dict[str, str]:
    """ "Jaws took 476 million dollars at the box office." """
    if bare.casefold() not in lexicon.TAKINGS:
        return {}
    where = "at the box office" + (" worldwide" if bare.casefold().startswith("worldwide") else "")
    return {
        "statement": f"{{subject}} took {{object}} {where}.",
        "claim": f"{{subject}} took {{object}} {where}.",
        "ask_object": f"How much did {{subject}} take {where}{in_unit}?",
        "order": f"Put these {row.plural} in order of what they took {where}, lowest first.",
    }


def _of_people(bare: str, when: str, is_: str, had: str, row: RowNoun) -> dict[str, str]:
    """Inhabitants, visitors and ages."""
    if bare.casefold() == "population":
        said = f"{{subject}} {had} {{object}}{when}."
        return {"statement": said, "claim": said, "unit": "inhabitant|inhabitants"}
    if bare.casefold() == "attendance" and row.sort is Sort.EVENT:
        said = "The total attendance at {subject} was {object}."
        return {"statement": said, "claim": said, "ask_object": "What was the total attendance at {subject}?"}
    age = re.fullmatch(r"age(?: (at .+|when .+))?", bare)
    if age is None:
        return {}
    at, is_ = (f" {age[1]}", "was") if age[1] else (when, is_)
    said = f"{{subject}} {is_} {{object}} years old{at}."
    return {
        "statement": said,
        "claim": said,
        "ask_object": f"How old {is_} {{subject}}{at}?",
        "ask_most": f"Which of these {row.plural} {is_} the oldest{at}?",
        "ask_least": f"Which of these {row.plural} {is_} the youngest{at}?",
        "order": f"Put these {row.plural} in order of age{at}, youngest first.",
    }


def date_wording(label: str, row: RowNoun, *, year_only: bool = False) -> Wording | None:
    """The wording of a column of dates; None where its header does not say what happened. ``year_only`` asks
    for the year of a full date.
    """
    wording = _date_wording(label, row)
    if wording is None or not year_only:
        return wording
    templates = dict(wording.templates)
    templates["ask_year"] = templates.pop("ask_object").replace("{when}", "In which year")
    return replace(wording, templates=templates)


def _date_wording(label: str, row: RowNoun) -> Wording | None:
    moment = lexicon.moment_of(label)
    key = key_of(label)
    if row.sort is Sort.PERSON and key in ("start", "end", "beginning"):
        office = row.noun.split()[-1] in _IN_OFFICE
        moment = lexicon.moment_of("term end" if key == "end" else "term start") if office else None
        if moment is None:
            return None
    if moment is None and key in ("year", "date", "when", "year of issue"):
        usual = {Sort.TITLE: "came out", Sort.EVENT: "took place"}.get(row.sort, "")
        moment = lexicon.MOMENTS.get(usual)
        if moment is None:
            return None
    if moment is None:
        return _named_date(
            re.sub(r"^(?:date|year) (?:of )?(?:the )?| (?:date|year)$", "", spoken(label)), row
        )
    past, noun = moment.past, moment.noun
    if past.startswith("was "):
        ask = f"{{when}} was {{subject}} {past.removeprefix('was ')}?"
    else:
        ask = f"{{when}} did {{subject}} {moment.base}?"
    templates = {
        "statement": f"{{subject}} {past} {{on_object}}.",
        "claim": f"{{subject}} {past} {{on_object}}.",
        "ask_object": ask,
        "ask_first": f"Which of these {row.plural} {past} first?",
        "ask_last": f"Which of these {row.plural} {past} last?",
        "order": f"Put these {row.plural} in order of {noun if noun != 'date' else 'time'}, earliest first.",
    }
    return Wording(templates, noun, noun)


def _named_date(name: str, row: RowNoun) -> Wording:
    """ "The first flight of Concorde was on 2 March 1969." """
    if spell := re.fullmatch(r"(.+) (start|beginning|end)", name):
        return _end_of(spell[1], spell[2], row)
    if re.fullmatch(r"\w+ed", name):
        return _when_done(name, row)
    templates = {
        "statement": f"The {name} of {{subject}} was {{on_object}}.",
        "claim": f"The {name} of {{subject}} was {{on_object}}.",
        "ask_object": f"{{when}} was the {name} of {{subject}}?",
        "ask_first": f"Which of these {row.plural} had the earliest {name}?",
        "ask_last": f"Which of these {row.plural} had the latest {name}?",
        "order": f"Put these {row.plural} in order of {name}, earliest first.",
    }
    return Wording(templates, name, name)


def _end_of(spell: str, end: str, row: RowNoun) -> Wording:
    """ "The reign of Nero ended on 9 June 68." """
    past, base = ("ended", "end") if end == "end" else ("began", "begin")
    templates = {
        "statement": f"The {spell} of {{subject}} {past} {{on_object}}.",
        "claim": f"The {spell} of {{subject}} {past} {{on_object}}.",
        "ask_object": f"{{when}} did the {spell} of {{subject}} {base}?",
        "ask_first": f"For which of these {row.plural} did the {spell} {base} first?",
        "ask_last": f"For which of these {row.plural} did the {spell} {base} last?",
        "order": f"Put these {row.plural} in order of when the {spell} {past}, earliest first.",
    }
    return Wording(templates, f"{end} of the {spell}", f"ends of the {spell}")


def _when_done(done: str, row: RowNoun) -> Wording:
    """ "Okja was added on 28 June 2017." """
    templates = {
        "statement": f"{{subject}} was {done} {{on_object}}.",
        "claim": f"{{subject}} was {done} {{on_object}}.",
        "ask_object": f"{{when}} was {{subject}} {done}?",
        "ask_first": f"Which of these {row.plural} was {done} first?",
        "ask_last": f"Which of these {row.plural} was {done} last?",
        "order": f"Put these {row.plural} in order of when they were {done}, earliest first.",
    }
    return Wording(templates, "date", "dates")
