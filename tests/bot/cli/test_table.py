"""``gumshoe table``, as somebody with a spreadsheet calls it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import build
from bot.settings import bundled_packs
from questions.facts.load import load_pack
from questions.facts.writing import pack_texts
from tests.bot.cli.test_operate import gumshoe as program

ELEMENTS = bundled_packs() / "tables" / "elements.csv"
TABLES = Path(__file__).parents[2] / "tables"
CITIES = "City,Founded,Country,xq7\nAba,03/04/1822,Uria,1\nBebo,05/06/1911,Uria,2\nCici,07/08/1955,Eria,3\n"


def gumshoe(*words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(build(), list(words), input=stdin)


@pytest.fixture
def cities(tmp_path: Path) -> Path:
    file = tmp_path / "cities.csv"
    file.write_text(CITIES, encoding="utf-8")
    return file


def test_a_dry_run_shows_columns_counts_samples_and_what_was_not_understood() -> None:
    result = gumshoe("table", str(TABLES / "animals.tsv"))
    assert result.exit_code == 0
    assert result.stdout.startswith("14 animals, named by the column 'Animal'.\n")
    assert "Weight – numbers (kilograms): 6000, 140,000, 1200\n" in result.stdout
    assert "  most or least\n" in result.stdout
    assert "\n## 10. " in result.stdout
    assert result.stdout.endswith("row 14, Gestation: 'about seven months' not understood: no number in d\n")


def test_a_table_becomes_a_pack_that_is_sound(tmp_path: Path) -> None:
    folder = tmp_path / "countries"
    assert gumshoe("table", str(TABLES / "countries.csv"), "--out", str(folder)).exit_code == 0
    checked = gumshoe("check", str(folder))
    assert checked.exit_code == 0
    assert "sound" in checked.stdout
    again = gumshoe("table", str(TABLES / "countries.csv"), "--out", str(folder))
    assert again.exit_code == 1
    assert again.stderr == f"{folder}: this folder is not empty; name another, or empty it\n"


def test_only_rows_that_are_complete_are_counted(tmp_path: Path) -> None:
    file, folder = str(TABLES / "countries.csv"), tmp_path / "countries"
    assert gumshoe("table", file, "--out", str(folder), "--complete").exit_code == 0
    assert "How many countries use {object}?" in (folder / "relations.toml").read_text(encoding="utf-8")
    assert gumshoe("table", file, "--out", str(tmp_path / "some")).exit_code == 0
    assert "How many countries use" not in (tmp_path / "some" / "relations.toml").read_text(encoding="utf-8")


def test_a_table_is_played_at_once(tmp_path: Path) -> None:
    words = ("table", str(ELEMENTS), "--play", "--rounds", "2", "--seed", "1")
    result = program(tmp_path, *words, stdin="/skip\n/skip\n")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("Source: elements.csv") == 2


def test_the_owner_answers_what_the_table_leaves_open(cities: Path) -> None:
    open_ones = gumshoe("table", str(cities)).stdout
    assert "Founded: Is the day or the month first" in open_ones
    assert "xq7: How would you ask for xq7?" in open_ones
    options = ("--dates", "dmy", "--ask", "xq7=How big is {subject}?", "--row", "town|towns")
    told = gumshoe("table", str(cities), *options, "--title", "Towns").stdout
    assert told.startswith("3 towns, ")
    assert "(day first): 3 April 1822" in told
    assert "asked: How big is …?" in told


def test_the_source_and_its_date_are_shown(cities: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    options = ("--source", "My atlas", "--published", "1999-05", "--title", "Towns")
    assert gumshoe("table", str(cities), "--out", str(folder), *options).exit_code == 0
    base = load_pack(folder)
    assert base.title == "Towns"
    assert [(source.title, source.published) for source in base.sources.values()] == [("My atlas", "1999-05")]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--dates", "ydm"), "--dates ydm: write dmy (day first) or mdy (month first)\n"),
        (("--row", "town"), '--row town: write singular and plural, as in "country|countries"\n'),
        (("--column", "City"), "--column City: write it as COLUMN=…\n"),
        (("--column", "City=thing"), "--column City=thing: no such type; write one of name, text, list, "),
        (("--ask", "City=Where is it?"), "--ask City=Where is it?: put {subject} where the row's name goes"),
        (("--published", "May"), "--published 'May' is not a date; write 2019-06-14, 2019-06 or 2019\n"),
        (("--fame", "Size"), "there is no column 'Size'; there are City, Founded, Country, xq7\n"),
    ],
)
def test_an_option_that_says_nothing_is_refused(cities: Path, words: tuple[str, str], problem: str) -> None:
    result = gumshoe("table", str(cities), *words)
    assert result.exit_code == 1
    assert problem in result.stderr


def test_a_file_that_is_no_table_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "no.csv").write_text("just a line\n", encoding="utf-8")
    assert "there is no table in it" in gumshoe("table", str(tmp_path / "no.csv")).stderr
    assert "cannot be read: No such file" in gumshoe("table", str(tmp_path / "gone.csv")).stderr


def test_the_worked_example_is_the_pack_of_its_table(tmp_path: Path) -> None:
    shipped = ELEMENTS.parent / "elements"
    folder = tmp_path / "elements"
    titles = ("--title", "The Elements", "--source", "The periodic table of the elements")
    assert gumshoe("table", str(ELEMENTS), "--out", str(folder), *titles).exit_code == 0
    assert pack_texts(load_pack(folder), "elements.csv") == {
        file.name: file.read_text(encoding="utf-8") for file in shipped.iterdir()
    }


def test_at_a_terminal_what_the_table_leaves_open_is_asked_until_the_answer_fits(cities: Path) -> None:
    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"first\ndmy\n{city}?\nWhat is {subject} worth?\n")
    command = [sys.executable, "-m", "bot", "table", str(cities)]
    ended = subprocess.run(command, stdin=terminal, capture_output=True, text=True, timeout=60, check=True)
    assert "write dmy or mdy" in ended.stdout
    assert "put {subject} where the row's name goes" in ended.stdout
    assert "Founded – dates (day first): 3 April 1822" in ended.stdout
    assert "asked: What is … worth?" in ended.stdout
