"""A sound pack becomes the fact base that its files describe."""

from __future__ import annotations

import os
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest

from questions.dates import PartialDate
from questions.facts.load import InvalidPack, fact_lines, load_pack
from questions.facts.model import Entity, Fact, Many, Source
from questions.question import AnswerType
from tests.questions.facts.broken import change, rich_pack
from tests.support.fact_bases import by_id
from tests.support.packs import write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return rich_pack(tmp_path / "films")


def test_the_packs_id_is_its_folders_name(pack: Path) -> None:
    assert load_pack(pack).id == "films"


def test_the_folder_may_be_the_one_we_stand_in(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(pack)
    assert load_pack(Path()).id == "films"


def test_a_pack_behind_a_link_has_the_links_name(pack: Path) -> None:
    link = pack.parent / "current"
    link.symlink_to(pack, target_is_directory=True)
    assert load_pack(link).id == "current"


@pytest.mark.parametrize(
    ("name", "text"),
    [(os.fsdecode(b"p\xffq"), "not printable UTF-8"), ("p\nq", "not printable"), ("x" * 300, "too long")],
)
def test_a_folder_whose_name_cannot_be_an_id_is_refused(pack: Path, name: str, text: str) -> None:
    folder = pack.parent / name
    with suppress(OSError):
        pack.rename(folder)
    with pytest.raises(InvalidPack, match=text) as caught:
        load_pack(folder)
    assert len(caught.value.problems) == 1


def test_a_fact_holds_what_its_row_says(pack: Path) -> None:
    base = load_pack(pack)
    assert by_id(base)["ann/works_as/pilot"].as_of == PartialDate(2018)
    assert by_id(base)["dawn/episodes/13"].object == Decimal(13)
    assert by_id(base)["dawn/released/2019-06"].object == PartialDate(2019, 6)
    assert by_id(base)["bo/directed/dusk"].sources == ("memo", "report")
    assert by_id(base)["ann/directed/dawn"] == Fact(
        subject="ann",
        relation="directed",
        object="dawn",
        topic="general",
        level=1,
        spoiler=False,
        sources=("report",),
        lures=("noon", "=Midnight"),
    )


def test_an_entity_holds_its_aliases(pack: Path) -> None:
    dawn = load_pack(pack).entities["dawn"]
    assert dawn == Entity("dawn", "film", "Dawn", ("The Dawn", "Dawn, the Film"))


def test_a_relation_holds_its_cardinality_and_wording(pack: Path) -> None:
    relations = load_pack(pack).relations
    assert relations["directed"].objects is Many.MANY
    assert relations["directed"].subjects is Many.ONE
    assert relations["directed"].wording == {"ask_subject": "Who directed {object}?"}
    assert not relations["directed"].symmetric
    assert relations["knows"].symmetric
    assert relations["works_as"].wording["past_statement"] == "In {as_of}, {subject} was {a_object}."


def test_sources_may_leave_out_publisher_and_date(pack: Path) -> None:
    assert load_pack(pack).sources == {
        "memo": Source("memo", "Memo"),
        "report": Source("report", "Report", "The Post", "2019-06"),
    }


def test_names_can_be_typed_unless_their_kind_is_text(pack: Path) -> None:
    change(pack / "pack.toml", "typed = true\n", "")
    kinds = load_pack(pack).kinds
    assert kinds["person"].typed
    assert kinds["film"].typed
    assert not kinds["job"].typed
    assert kinds["job"].type is AnswerType.TEXT


def test_articles_are_kept(pack: Path) -> None:
    assert load_pack(pack).articles == {"hour": "an"}


def test_groups_are_kept(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "films")
    with (folder / "pack.toml").open("a", encoding="utf-8") as file:
        file.write('[groups]\nann_lee = "crew"\n')
    assert load_pack(folder).groups == {"ann_lee": "crew"}


@pytest.mark.parametrize("file", ["pack.toml", "relations.toml", "entities.csv", "facts.csv"])
def test_windows_line_ends_change_nothing(pack: Path, file: str) -> None:
    before = load_pack(pack)
    (pack / file).write_bytes((pack / file).read_bytes().replace(b"\n", b"\r\n"))
    assert load_pack(pack) == before


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "films")
    before = load_pack(pack)
    rows = [line.split(",") for line in (pack / "entities.csv").read_text().splitlines()]
    (pack / "entities.csv").write_text("".join(f"{d},{c},{b},{a}\n" for a, b, c, d in rows))
    assert load_pack(pack) == before


def test_blank_lines_and_a_missing_last_line_end_are_fine(pack: Path) -> None:
    before = load_pack(pack)
    facts = pack / "facts.csv"
    facts.write_text(facts.read_text().replace("\nbo,", "\n\nbo,").rstrip("\n"))
    assert load_pack(pack) == before


def test_two_objects_of_a_relation_for_one_are_fine_at_two_times(pack: Path) -> None:
    change(
        pack / "relations.toml", '[works_as]\nsubject = "person"\nobject = "job"\nobjects = "many"', ONE_JOB
    )
    change(pack / "entities.csv", "pilot,job,pilot,\n", "pilot,job,pilot,\nposter,job,poster,\n")
    row = "ann,works_as,pilot,general,1,no,report,2018,\n"
    change(pack / "facts.csv", row, row + row.replace("pilot", "poster").replace("2018", "2019"))
    assert len(load_pack(pack).by_subject["ann", "works_as"]) == 2


def test_the_line_of_each_fact_can_be_told(pack: Path) -> None:
    lines = fact_lines(pack)
    assert lines["ann/directed/dawn"] == 2
    assert lines["dawn/released/2019-06"] == 8
    assert len(lines) == 7


def test_what_is_no_folder_is_said_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a_file").write_text("")
    (tmp_path / "a_link").symlink_to(tmp_path / "nowhere")
    for name, part in (("nothing", "no such folder"), ("a_file", "not a folder"), ("a_link", "link")):
        with pytest.raises(InvalidPack) as caught:
            load_pack(tmp_path / name)
        (problem,) = caught.value.problems
        assert problem.file == tmp_path / name
        assert part in problem.text
        assert str(problem) == f"{tmp_path / name}:1: {problem.text}"


ONE_JOB = '[works_as]\nsubject = "person"\nobject = "job"\nobjects = "one"'
