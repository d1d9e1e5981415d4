"""Faults of a file itself: each is told with its line, and hides nothing else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.questions.facts.broken import Found, assert_problems, change, problems, rich_pack

FILES = ("entities.csv", "facts.csv", "pack.toml", "relations.toml")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return rich_pack(tmp_path / "films")


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_the_only_problem(pack: Path, file: str) -> None:
    (pack / file).unlink()
    assert_problems(pack, (file, 1, "no such file"))


def test_all_missing_files_are_told(pack: Path) -> None:
    for file in FILES:
        (pack / file).unlink()
    assert_problems(pack, *((file, 1, "no such file") for file in FILES))


def test_a_folder_in_place_of_a_file_cannot_be_read(pack: Path) -> None:
    (pack / "facts.csv").unlink()
    (pack / "facts.csv").mkdir()
    assert_problems(pack, ("facts.csv", 1, "cannot be read"))


@pytest.mark.parametrize("file", FILES)
def test_a_pipe_in_place_of_a_file_is_told_and_not_waited_for(pack: Path, file: str) -> None:
    (pack / file).unlink()
    os.mkfifo(pack / file)
    assert_problems(pack, (file, 1, "a pipe or a device"))


@pytest.mark.parametrize("parts", [500, 5_000, 100_000])
@pytest.mark.parametrize("statement", ["{} = 1", "[{}]", "directed.complete.{} = 1", "a = {{{} = 1}}"])
def test_a_key_of_very_many_parts_is_told_and_not_read(pack: Path, parts: int, statement: str) -> None:
    file = pack / "relations.toml"
    file.write_text("\n" + statement.format(".".join("a" * parts)) + "\n" + file.read_text())
    assert_problems(pack, ("relations.toml", 2, "more than 250 dots in one line"))


@pytest.mark.parametrize("file", FILES)
def test_a_byte_order_mark_is_told(pack: Path, file: str) -> None:
    (pack / file).write_bytes(b"\xef\xbb\xbf" + (pack / file).read_bytes())
    assert_problems(pack, (file, 1, "byte order mark"))


@pytest.mark.parametrize("file", FILES)
def test_utf_16_is_told_as_such(pack: Path, file: str) -> None:
    (pack / file).write_text((pack / file).read_text(), encoding="utf-16")
    assert_problems(pack, (file, 1, "UTF-16"))


def test_every_line_that_is_not_utf_8_is_told_with_its_byte(pack: Path) -> None:
    file = pack / "entities.csv"
    data = file.read_bytes().replace(b"Bo Hall", b"B\xf6 Hall").replace(b"Noon", b"N\xf2\xf2n")
    file.write_bytes(data)
    assert_problems(
        pack, ("entities.csv", 3, "byte 12 of the line (0xf6) is not UTF-8"), ("entities.csv", 7, "0xf2")
    )


def test_text_that_is_not_utf_8_in_toml_is_told(pack: Path) -> None:
    file = pack / "pack.toml"
    file.write_bytes(file.read_bytes().replace(b"The Post", b"The P\xf6st"))
    assert_problems(pack, ("pack.toml", 31, "0xf6"))


@pytest.mark.parametrize(
    ("char", "part"),
    [
        ("\x00", "control character (U+0000)"),
        ("\x1b", "control character (U+001B)"),
        ("\x85", "control character (U+0085)"),
        ("\xad", "soft hyphen"),
        ("\u200b", "zero width space"),
        ("\u200d", "zero width joiner"),
        ("\u200f", "right-to-left mark"),
        ("\u202e", "right-to-left override"),
        ("\u2028", "line separator"),
        ("\u2066", "left-to-right isolate"),
        ("\ufeff", "zero width no-break space"),
        ("\r", "carriage return"),
    ],
)
@pytest.mark.parametrize(
    ("file", "near", "line"),
    [
        ("entities.csv", "Bo Hall", 3),
        ("facts.csv", "Midnight", 2),
        ("pack.toml", "never made", 2),
        ("relations.toml", "Who directed", 8),
    ],
)
def test_a_character_that_nobody_sees_is_told(
    pack: Path, file: str, near: str, line: int, char: str, part: str
) -> None:
    change(pack / file, near, near[:2] + char + near[2:])
    assert_problems(pack, (file, line, part))


def test_a_tab_in_a_cell_is_told(pack: Path) -> None:
    change(pack / "entities.csv", "Bo Hall", "Bo\tHall")
    assert_problems(pack, ("entities.csv", 3, "name: a tab"))


@pytest.mark.parametrize(
    ("escape", "part"), [("\\u202e", "U+202E"), ("\\n", "line break"), ("\\te", "tab"), ("e\\u0301", "NFC")]
)
def test_what_a_toml_escape_hides_is_told(pack: Path, escape: str, part: str) -> None:
    change(pack / "pack.toml", "never made", f"never{escape} made")
    assert_problems(pack, ("pack.toml", 2, part))


@pytest.mark.parametrize(
    ("file", "near", "line"),
    [("entities.csv", "Bo Hall", 3), ("pack.toml", "The Post", 31), ("relations.toml", "Who directed", 8)],
)
def test_text_in_decomposed_form_is_told(pack: Path, file: str, near: str, line: int) -> None:
    change(pack / file, near, f"{near} Rene\u0301e")
    assert_problems(pack, (file, line, "'Renée' is not in Unicode's composed form (NFC)"))


TOML: list[tuple[str, str, str, Found]] = [
    ("relations.toml", 'ask_subject = "Who', 'ask_subject = Who"', ("relations.toml", 8, "not valid TOML")),
    ("relations.toml", "[released]", "[directed]", ("relations.toml", 10, "not valid TOML")),
    ("pack.toml", 'plural = "jobs"', 'noun = "jobs"', ("pack.toml", 12, "not valid TOML")),
    ("pack.toml", 'hour = "an"', 'hour = """an', ("pack.toml", 34, "not valid TOML")),
    ("pack.toml", 'hour = "an"', "hour = " + "[" * 5000, ("pack.toml", 1, "nested too deeply")),
    ("pack.toml", 'hour = "an"', "hour = " + "9" * 5000, ("pack.toml", 1, "not valid TOML")),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), TOML)
def test_toml_that_cannot_be_parsed_is_told_with_its_line(
    pack: Path, file: str, old: str, new: str, expected: Found
) -> None:
    change(pack / file, old, new)
    assert_problems(pack, expected)


BO = "bo,person,Bo Hall,"
CSV: list[tuple[str, str, str, list[Found]]] = [
    ("entities.csv", BO, "bo,person,Hall, Bo,", [("entities.csv", 3, "5 cells for 4 columns")]),
    ("entities.csv", BO, "bo,person,Bo Hall", [("entities.csv", 3, "only 3 cells for 4")]),
    ("entities.csv", BO, 'bo,person,"Bo Hall,', [("entities.csv", 3, "quotes")]),
    ("entities.csv", BO, 'bo,person,"Bo" Hall,', [("entities.csv", 3, "quotes")]),
    ("entities.csv", BO, 'bo,person,"Bo\nHall",', [("entities.csv", 3, "name: a line break")]),
    ("entities.csv", BO, f"bo,person,{'x' * 200_000},", [("entities.csv", 3, "too long")]),
    ("entities.csv", BO, "bo,person,Bo Hall ,", [("entities.csv", 3, "name starts or ends")]),
    ("entities.csv", BO, "bo,person,\xa0Bo Hall,", [("entities.csv", 3, "name starts or ends")]),
    ("facts.csv", "ann,knows,bo,", "ann,knows, bo,", [("facts.csv", 3, "object starts or ends")]),
    ("facts.csv", "memo|report,,", "memo|report,,,,", [("facts.csv", 6, "11 cells for 9 columns")]),
    ("entities.csv", "id,kind,name,aliases\n", "", [("entities.csv", 1, "no header; the first")]),
    ("entities.csv", "id,kind,name,aliases", "id,kind,name,alias", [
        ("entities.csv", 1, "the column aliases is missing"),
        ("entities.csv", 1, "unknown column 'alias'"),
    ]),
    ("entities.csv", "id,kind,name,aliases", "id,kind,name,name", [
        ("entities.csv", 1, "the column aliases is missing"),
        ("entities.csv", 1, "the column name appears here 2 times"),
    ]),
    ("facts.csv", "topic,level,spoiler", "topic,level,secret", [
        ("facts.csv", 1, "the column spoiler is missing"),
        ("facts.csv", 1, "unknown column 'secret'"),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), CSV)
def test_a_faulty_row_or_header_is_told_and_the_next_rows_are_read(
    pack: Path, file: str, old: str, new: str, expected: list[Found]
) -> None:
    change(pack / file, old, new)
    assert_problems(pack, *expected)


def test_a_quote_left_open_spoils_no_other_row(pack: Path) -> None:
    change(pack / "facts.csv", "ann,knows,bo,general", 'ann,knows,bo,"general')
    change(pack / "facts.csv", "2018|2019-07-01", '"2018|2019-07-01"')
    change(pack / "facts.csv", "bo,directed,dusk,general,1", "bo,directed,dusk,general,4")
    assert_problems(pack, ("facts.csv", 3, "quotes"), ("facts.csv", 6, "level is '4'"))


def test_an_empty_csv_file_lacks_its_header(pack: Path) -> None:
    (pack / "facts.csv").write_bytes(b"")
    assert_problems(pack, ("facts.csv", 1, "no header"))


def test_a_pack_needs_facts(pack: Path) -> None:
    file = pack / "facts.csv"
    file.write_text(file.read_text().split("\n")[0])
    assert_problems(pack, ("facts.csv", 1, "no facts"))


def test_an_entity_whose_row_is_bad_is_known_all_the_same(pack: Path) -> None:
    change(pack / "entities.csv", "ann,person,Ann Lee,Annie", "ann,person,Ann Lee")
    change(pack / "entities.csv", "dawn,film,Dawn,", 'dawn,film,"Dawn,')
    assert [(file, line) for file, line, _ in problems(pack)] == [("entities.csv", 2), ("entities.csv", 5)]
