"""All problems come at once, and packs are warned of what serves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.facts.load import InvalidPack, load_pack
from questions.facts.rules.check import CHECKS, warnings
from tests.questions.facts.broken import assert_problems, change, problems, rich_pack
from tests.support.packs import entity, fact, relation, small_entities, small_facts, source, write_pack


def test_ten_different_faults_in_four_files_are_all_told(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "entities.csv", "cy,person,Cy Orr,", "cy,person,Cy\u200b Orr,CY ORR")
    change(pack / "entities.csv", "dusk,film,Dusk,", "dusk,film,Dusk")
    change(pack / "facts.csv", "ann,knows,bo,general,1", "ann,knows,eve,general,7")
    change(pack / "facts.csv", "noon|=Midnight", "dawn")
    change(pack / "facts.csv", "dawn,released,2019-06,", "dawn,released,2019-06-31,")
    change(pack / "pack.toml", "2019-06", "last June")
    change(pack / "pack.toml", 'noun = "job"', 'name = "job"')
    change(pack / "relations.toml", "Who directed {object}?", "Who directed {object?")
    assert_problems(
        pack,
        ("entities.csv", 4, "zero width space"),
        ("entities.csv", 4, "the alias 'CY ORR' is the same as the name"),
        ("entities.csv", 6, "only 3 cells for 4 columns"),
        ("facts.csv", 2, "lures: dawn is the right answer"),
        ("facts.csv", 3, "level is '7'"),
        ("facts.csv", 3, "unknown entity 'eve'"),
        ("facts.csv", 8, "2019-06 has the days 01 to 30"),
        ("pack.toml", 10, "noun is missing"),
        ("pack.toml", 11, "unknown key 'name'"),
        ("pack.toml", 30, "'last June' is not a date"),
        ("relations.toml", 8, "brace without its partner"),
        ("relations.toml", 8, "does not hold {object}"),
    )


def test_problems_are_printed_as_file_line_and_text_in_that_order(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    file = pack / "facts.csv"
    file.write_text(file.read_text().replace(",1,no,", ",4,no,"))
    with pytest.raises(InvalidPack) as caught:
        load_pack(pack)
    assert str(caught.value).splitlines() == [
        f"{file}:{line}: level is '4'; write 1 (easy), 2 or 3 (hard)" for line in range(2, 9)
    ]


def test_a_problem_quotes_nothing_that_a_terminal_would_obey(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "relations.toml", "[released]", '["\\u001b[2J"]\n[released]')
    texts = [text for _, _, text in problems(pack)]
    assert any("\\u001b[2J" in text for text in texts)
    assert all(text.isprintable() for text in texts)


@pytest.mark.parametrize("broken", ["pack.toml", "relations.toml"])
def test_a_file_that_cannot_be_parsed_does_not_hide_faults_of_the_others(tmp_path: Path, broken: str) -> None:
    pack = rich_pack(tmp_path / "films")
    (pack / broken).write_text("= no TOML")
    change(pack / "facts.csv", "ann,knows,bo,general,1", "ann,knows,bo,general,4")
    change(pack / "entities.csv", "bo,person,Bo Hall,", "bo,person,Bo Hall,BO HALL")
    assert_problems(
        pack,
        ("entities.csv", 3, "the alias 'BO HALL'"),
        ("facts.csv", 3, "level is '4'"),
        (broken, 1, "not valid TOML"),
    )


@pytest.mark.parametrize("broken", ["entities.csv", "facts.csv"])
def test_a_csv_file_without_header_does_not_hide_faults_of_the_others(tmp_path: Path, broken: str) -> None:
    pack = rich_pack(tmp_path / "films")
    (pack / broken).write_text("no, header\n")
    change(pack / "pack.toml", "clause = false", "clause = 1")
    change(pack / "relations.toml", "Who directed {object}?", "Who?")
    assert [(file, line) for file, line, _ in problems(pack)] == [
        (broken, 1),
        ("pack.toml", 19),
        ("relations.toml", 8),
    ]


def test_no_rule_is_listed_twice() -> None:
    assert len(set(CHECKS)) == len(CHECKS)


def test_a_pack_in_which_all_is_used_has_no_warnings(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "films")
    assert warnings(load_pack(pack), pack) == ()


def test_what_no_fact_uses_is_warned_of_by_its_line(tmp_path: Path) -> None:
    pack = write_pack(
        tmp_path / "films",
        relations={"directed": relation(), "released": relation("film", "date"), "wrote": relation()},
        sources=[source(), source("memo")],
        entities=[*small_entities(), entity("cy"), entity("zed", "film")],
        facts=small_facts(),
    )
    found = [(problem.file.name, problem.line, problem.text) for problem in warnings(load_pack(pack), pack)]
    assert found == [
        ("entities.csv", 4, "no fact uses cy; add one, or remove the row"),
        ("entities.csv", 7, "no fact uses zed; add one, or remove the row"),
        ("pack.toml", 21, "no fact cites the source memo; cite it, or remove it"),
        ("relations.toml", 17, "no fact uses the relation wrote; add one, or remove it"),
    ]


def test_a_lure_is_a_use(tmp_path: Path) -> None:
    lured = [*small_facts()[1:], fact("ann_lee", "directed", "night_bus", lures=["zed"])]
    pack = write_pack(tmp_path / "films", entities=[*small_entities(), entity("zed", "film")], facts=lured)
    assert warnings(load_pack(pack), pack) == ()
