"""Fact bases of any size with the shapes of a real pack: films, their people, places, dates and prizes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from questions.dates import PartialDate
from questions.facts.model import (
    Entity,
    EntityKind,
    Fact,
    FactBase,
    Many,
    Relation,
    Source,
    Value,
)
from questions.question import AnswerType

_TOPICS = ("casts", "studios", "places", "prizes", "music", "sequels")
_SYLLABLES = (
    "ba",
    "dor",
    "el",
    "fin",
    "gra",
    "hol",
    "in",
    "ka",
    "lur",
    "mo",
    "nes",
    "or",
    "pel",
    "ri",
    "sta",
    "tun",
)

_KINDS = (
    EntityKind("person", "person", "people", AnswerType.PERSON, typed=True, riddles=True),
    EntityKind("film", "film", "films", AnswerType.TITLE, typed=True, riddles=True),
    EntityKind("studio", "studio", "studios", AnswerType.TITLE, typed=True),
    EntityKind("city", "city", "cities", AnswerType.PLACE, typed=True),
    EntityKind("prize", "prize", "prizes", AnswerType.TEXT),
)

_RELATIONS = (
    Relation(
        "directed", "person", "film", Many.MANY, Many.ONE, False, "{subject} directed {object}.",
        wording={
            "ask_subject": "Who directed {object}?",
            "subject_phrase": "the director of {object}",
            "object_trait": "was directed by {subject}",
            "alike_objects": "were directed by the same person",
            "match": "Match each director with the film.",
        },
    ),
    Relation(
        "acts_in", "person", "film", Many.MANY, Many.MANY, True, "{subject} acts in {object}.",
        wording={
            "subject_trait": "acts in {object}",
            "alike_subjects": "act in the same film",
            "alike_objects": "share an actor",
            "object_trait": "has {subject} in its cast",
            "ask_count_subjects": "How many actors does {object} have?",
            "ask_all_subjects": "Name the actors in {object}.",
        },
    ),
    Relation(
        "made_by", "film", "studio", Many.ONE, Many.MANY, False, "{subject} was made by {object}.",
        wording={"ask_object": "Which studio made {subject}?", "subject_trait": "was made by {object}",
                 "alike_subjects": "were made by the same studio",
                 "ask_shared_object": "Which studio made {subjects}?"},
    ),
    Relation(
        "released", "film", "date", Many.ONE, Many.MANY, False, "{subject} was released {on_object}.",
        wording={
            "claim": "{subject} was released {on_object}.",
            "ask_object": "{when} was {subject} released?",
            "event": "the release of {subject}",
            "subject_trait": "was released {on_object}",
        },
    ),
    Relation(
        "lasts", "film", "number", Many.ONE, Many.MANY, False, "{subject} lasts {object}.",
        wording={
            "claim": "{subject} lasts {object}.",
            "ask_object": "How many minutes does {subject} last?", "unit": "minute|minutes",
            "ask_most": "Which of these films is the longest?",
            "ask_least": "Which of these films is the shortest?",
        },
    ),
    Relation(
        "follows", "film", "film", Many.ONE, Many.ONE, False, "{subject} is the sequel of {object}.",
        wording={
            "ask_object": "Of which film is {subject} the sequel?",
            "ask_subject": "Which film is the sequel of {object}?",
            "subject_phrase": "the sequel of {object}",
            "object_phrase": "the film that {subject} continues",
        },
    ),
    Relation(
        "born_in", "person", "city", Many.ONE, Many.MANY, False, "{subject} was born in {object}.",
        wording={"ask_object": "Where was {subject} born?", "subject_trait": "was born in {object}",
                 "alike_subjects": "were born in the same city"},
    ),
    Relation(
        "married_to", "person", "person", Many.ONE, Many.ONE, False, "{subject} is married to {object}.",
        symmetric=True,
        wording={"ask_object": "To whom is {subject} married?", "object_trait": "is married to {subject}"},
    ),
    Relation(
        "won", "film", "prize", Many.MANY, Many.MANY, False, "{subject} won {object}.",
        wording={"subject_trait": "won {object}", "object_trait": "went to {subject}"},
    ),
)  # fmt: skip


def synthetic_pack(facts: int, seed: int = 0) -> FactBase:
    """A fact base of exactly so many facts, the same for the same seed. About a third as many entities."""
    rng = Random(seed)
    films = max(8, facts // 9)
    people = max(10, facts // 8)
    names = _names(rng)
    entities: dict[str, Entity] = {}
    for kind, number, words in (
        ("person", people, 2), ("film", films, 2), ("studio", max(6, films // 40), 1),
        ("city", max(8, people // 30), 1), ("prize", max(6, films // 50), 3),
    ):  # fmt: skip
        for at in range(number):
            id = f"{kind}-{at:05}"
            entities[id] = Entity(id, kind, " ".join(next(names) for _ in range(words)))
    rows = {fact.id: fact for fact in _rows(rng, entities, facts)}
    chosen = sorted(rows.values(), key=lambda fact: (fact.subject, fact.relation, str(fact.object)))
    sources = {id: Source(id, f"{id}.txt", id.title()) for id in ("almanac", "review")}
    return FactBase(
        id=f"synthetic-{facts}",
        title="Synthetic",
        about="Films that were never made.",
        language="en",
        kinds={kind.id: kind for kind in _KINDS},
        entities=dict(sorted(entities.items())),
        relations={relation.id: relation for relation in _RELATIONS},
        sources=sources,
        facts=tuple(chosen),
    )


def _names(rng: Random) -> Iterator[str]:
    seen: set[str] = set()
    while True:
        name = "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).title()
        if name not in seen:
            seen.add(name)
            yield name


def _rows(rng: Random, entities: dict[str, Entity], total: int) -> Iterator[Fact]:
    """Rows in rounds, a film and a person each, until there are enough; cast lists fill up what is left."""
    of = {kind.id: [id for id, entity in entities.items() if entity.kind == kind.id] for kind in _KINDS}
    made: set[str] = set()
    topics = {id: rng.choice(_TOPICS) for id in entities}

    def fact(subject: str, relation: str, value: Value) -> Iterator[Fact]:
        row = Fact(
            subject, relation, value, topics[subject], rng.randint(1, 3), rng.random() < 0.1,
            tuple(rng.sample(("almanac", "review"), rng.randint(1, 2))),
        )  # fmt: skip
        if row.id not in made and len(made) < total:
            made.add(row.id)
            yield row

    for at, film in enumerate(of["film"]):
        yield from fact(rng.choice(of["person"]), "directed", film)
        yield from fact(film, "made_by", rng.choice(of["studio"]))
        date = PartialDate(rng.randint(1950, 2020), rng.randint(1, 12), rng.randint(1, 28))
        yield from fact(film, "released", date)
        yield from fact(film, "lasts", Decimal(rng.randint(70, 200)))
        if at % 4 == 1:
            yield from fact(film, "follows", of["film"][at - 1])
        if at % 3 == 0:
            yield from fact(film, "won", rng.choice(of["prize"]))
    for at, person in enumerate(of["person"]):
        yield from fact(person, "born_in", rng.choice(of["city"]))
        if at % 6 == 1:
            yield from fact(person, "married_to", of["person"][at - 1])
    while len(made) < total:
        yield from fact(rng.choice(of["person"]), "acts_in", rng.choice(of["film"]))
