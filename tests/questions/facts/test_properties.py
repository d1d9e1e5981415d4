"""What holds of every pack: a sound one comes back as it was written, and any other is refused in words."""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from questions.dates import PartialDate
from questions.facts.load import InvalidPack, Problem, load_pack
from questions.facts.model import Entity, Fact, Value
from questions.words import name_key
from tests.questions.facts.broken import rich_pack
from tests.support.packs import Row, entity, fact, relation, source, write_pack

FILES = ("pack.toml", "relations.toml", "entities.csv", "facts.csv")
SOURCES = ("memo", "report", "tape")
RELATIONS = {
    "liked": relation(),
    "born": relation("person", "date", past_statement="In {as_of}, {subject} gave {object}."),
    "scored": relation("person", "number", past_statement="In {as_of}, {subject} had {object}."),
}

ids = st.text("abcdefghijklmnopqrstuvwxyz0123456789_-", min_size=1, max_size=6)
texts = (
    st.text(
        st.characters(exclude_categories=("C", "Z", "M"), exclude_characters="|"), min_size=1, max_size=12
    )
    .filter(lambda text: text.isprintable())
    .map(lambda text: unicodedata.normalize("NFC", text))
)
dates = st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12)) | st.dates().map(
    lambda day: PartialDate(day.year, day.month, day.day)
)
numbers = st.integers(-(10**20), 10**20).map(Decimal) | st.decimals(
    min_value=-1000, max_value=1000, places=2
).map(lambda number: number + 0)


@st.composite
def packs(draw: st.DrawFn) -> tuple[list[Row], list[Row], dict[str, Entity], list[Fact]]:
    """Rows of entities.csv and facts.csv, and what they must become."""
    entities = draw(_entities("person")) | draw(_entities("film"))
    people = [id for id, one in entities.items() if one.kind == "person"]
    films = [id for id, one in entities.items() if one.kind == "film"]
    objects: dict[str, st.SearchStrategy[Value]] = {
        "liked": st.sampled_from(films),
        "born": dates,
        "scored": numbers,
    }
    facts: dict[tuple[str, str, Value], Fact] = {}
    for _ in range(draw(st.integers(1, 8))):
        name = draw(st.sampled_from(sorted(RELATIONS)))
        value = draw(objects[name])
        as_of = None if name == "liked" else draw(st.none() | dates)
        one = Fact(
            subject=draw(st.sampled_from(people)),
            relation=name,
            object=value,
            topic=draw(texts),
            level=draw(st.integers(1, 3)),
            spoiler=draw(st.booleans()),
            sources=tuple(draw(st.lists(st.sampled_from(SOURCES), min_size=1, unique=True))),
            as_of=as_of,
        )
        facts.setdefault((one.subject, one.relation, one.object), one)
    rows = [entity(one.id, one.kind, one.name, *one.aliases) for one in entities.values()]
    return rows, [_row(one) for one in facts.values()], entities, list(facts.values())


@st.composite
def _entities(draw: st.DrawFn, kind: str) -> dict[str, Entity]:
    names = draw(st.lists(texts, min_size=2, max_size=8, unique_by=name_key))
    chosen = draw(st.lists(ids, min_size=1, max_size=len(names) // 2, unique=True))
    shared = len(names) // len(chosen)
    groups = [names[number * shared : (number + 1) * shared] for number in range(len(chosen))]
    return {
        f"{kind}_{id}": Entity(f"{kind}_{id}", kind, first, tuple(rest))
        for id, (first, *rest) in zip(chosen, groups, strict=True)
    }


def _row(one: Fact) -> Row:
    return fact(
        one.subject,
        one.relation,
        str(one.object),
        topic=one.topic,
        level=one.level,
        spoiler=one.spoiler,
        sources=one.sources,
        as_of=str(one.as_of or ""),
    )


@given(packs())
@settings(max_examples=60)
def test_a_sound_pack_comes_back_as_it_was_written(
    pack: tuple[list[Row], list[Row], dict[str, Entity], list[Fact]],
) -> None:
    things, rows, entities, facts = pack
    with _folder() as folder:
        write_pack(
            folder,
            relations=RELATIONS,
            entities=things,
            facts=rows,
            sources=[source(id) for id in SOURCES],
        )
        base = load_pack(folder)
    assert base.entities == entities
    assert {one.id: one for one in base.facts} == {one.id: one for one in facts}
    assert [(one.subject, one.relation, str(one.object)) for one in base.facts] == sorted(
        (one.subject, one.relation, str(one.object)) for one in facts
    )


@given(st.sampled_from(FILES), st.binary(max_size=200))
@settings(max_examples=80)
def test_a_file_of_any_bytes_is_refused_in_words(file: str, data: bytes) -> None:
    with _folder() as folder:
        rich_pack(folder)
        (folder / file).write_bytes(data)
        _load_or_refuse(folder)


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=150)
def test_a_pack_with_a_few_bytes_changed_loads_or_is_refused_in_words(file: str, data: st.DataObject) -> None:
    with _folder() as folder:
        rich_pack(folder)
        sound = (folder / file).read_bytes()
        start = data.draw(st.integers(0, len(sound)))
        length = data.draw(st.integers(0, 8))
        pieces = st.sampled_from(
            [b'"', b"\n", b"|", b",", b"=", b"[", b"{", b"}", b"'''", b"\xff", b"\xe2\x80\x8b"]
        )
        new = data.draw(st.lists(pieces | st.binary(max_size=4), max_size=3).map(b"".join))
        (folder / file).write_bytes(sound[:start] + new + sound[start + length :])
        _load_or_refuse(folder)


def _load_or_refuse(folder: Path) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        load_pack(folder)
    except InvalidPack as error:
        problems = error.problems
    for problem in problems:
        assert problem.file.parent == folder
        assert 1 <= problem.line <= problem.file.read_bytes().count(b"\n") + 1
        assert problem.text.isprintable()


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "films"
