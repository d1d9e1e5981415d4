"""gumshoe import, export, packs, remove and undo, as a user calls them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import build

SECONDS = 60
"""A guard against hanging, not a promise of speed."""

RIVERS = "Which river flows through Paris?:\n- Seine\nWhich river flows through Rome?:\n- Tiber\nEmpty?:\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GUMSHOE_DATABASE", f"sqlite:///{(tmp_path / 'g.db').as_posix()}")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rivers.yaml").write_text(RIVERS, encoding="utf-8")
    return tmp_path


def gumshoe(*words: str, stdin: str = "") -> Result:
    return CliRunner().invoke(build(), list(words), input=stdin)


def imported(*words: str) -> str:
    result = gumshoe("import", *words, "--yes")
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.mark.usefixtures("home")
def test_a_dry_run_lists_everything_with_its_line_and_writes_nothing() -> None:
    result = gumshoe("import", "rivers.yaml", "--dry-run")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "rivers.yaml: Red trivia (YAML), 2 questions, for the new pack “rivers” (rivers)",
        "  line 1: add: Which river flows through Paris?",
        "  line 3: add: Which river flows through Rome?",
        "  line 5: problem: there is no answer",
        "2 questions to add, 0 to change, 0 skipped as duplicates, 1 problems",
    ]
    assert "rivers" not in gumshoe("packs").stdout


@pytest.mark.usefixtures("home")
def test_nothing_is_written_without_a_confirmation() -> None:
    result = gumshoe("import", "rivers.yaml")
    assert result.exit_code == 1
    assert "Nothing was imported" in result.stderr
    assert "rivers" not in gumshoe("packs").stdout


@pytest.mark.usefixtures("home")
def test_an_import_is_listed_played_exported_and_undone() -> None:
    assert "Imported. To undo it: gumshoe undo\n" in imported("rivers.yaml")
    assert "rivers: rivers, 2 imported questions for all servers\n" in gumshoe("packs").stdout
    played = subprocess.run(
        [sys.executable, "-m", "bot", "play", "--pack", "rivers", "--rounds", "2", "--plain"],
        input="seine\nseine\n",
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        timeout=SECONDS,
    )
    assert (played.returncode, played.stderr) == (0, "")
    assert played.stdout.count("Source: rivers") == 2
    assert played.stdout.count("Right!") == 1
    assert gumshoe("export", "rivers", "--out", "out.json").exit_code == 0
    again = gumshoe("import", "out.json", "--yes")
    assert "0 questions to add, 0 to change, 2 skipped as duplicates, 0 problems" in again.stdout
    assert gumshoe("undo").stdout.startswith("Undone: the import of rivers.yaml, of ")
    assert gumshoe("undo").stderr == "There is nothing to undo.\n"


def test_a_file_that_was_edited_changes_the_pack(home: Path) -> None:
    imported("rivers.yaml")
    (home / "rivers.yaml").write_text(RIVERS.replace("- Tiber", "- Tiber\n- Tevere"), encoding="utf-8")
    output = imported("rivers.yaml")
    assert "line 3: change: Which river flows through Rome? (answers)" in output
    assert '"answers": ["Tiber", "Tevere"]' in gumshoe("export", "rivers").stdout


@pytest.mark.usefixtures("home")
def test_packs_of_one_server_have_its_id() -> None:
    assert "gumshoe undo --server 5\n" in imported(
        "rivers.yaml", "--server", "5", "--pack", "Water", "--title", "Water!"
    )
    assert "water: Water!, 2 imported questions for server 5\n" in gumshoe("packs").stdout
    assert gumshoe("export", "water").exit_code == 1
    assert gumshoe("remove", "water", "--server", "5").stdout == "Removed Water! with 2 questions.\n"
    assert gumshoe("undo", "--server", "5").stdout.startswith("Undone: the removal of Water!")


def test_one_bad_file_keeps_all_of_them_out(home: Path) -> None:
    (home / "bad.json").write_text("{", encoding="utf-8")
    result = gumshoe("import", "rivers.yaml", "bad.json", "--yes")
    assert result.exit_code == 1
    assert result.stderr == "Nothing was imported: bad.json holds no question that can be asked.\n"
    assert "rivers" not in gumshoe("packs").stdout


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["import", "nope.yaml"], "nope.yaml: cannot be read: No such file or directory"),
        (["import", "."], ".: cannot be read: Is a directory"),
        (["export", "nope"], "nope: there is no imported pack of this name for all servers"),
        (["remove", "nope", "--server", "7"], "nope: there is no imported pack of this name for server 7"),
        (
            ["play", "--pack", "nope", "--plain"],
            "nope: no such pack. gumshoe packs lists all that there are.",
        ),
    ],
)
def test_errors_are_one_line_in_plain_words(words: list[str], error: str) -> None:
    result = gumshoe(*words)
    assert result.exit_code == 1
    assert result.stderr.startswith(error)
    assert result.stderr.count("\n") == 1


def test_an_export_does_not_overwrite_a_file(home: Path) -> None:
    imported("rivers.yaml")
    (home / "out.csv").write_text("mine", encoding="utf-8")
    result = gumshoe("export", "rivers", "--format", "csv", "--out", "out.csv")
    assert (result.exit_code, result.stderr) == (1, "out.csv is there already: name a new file\n")
    assert (home / "out.csv").read_text(encoding="utf-8") == "mine"
