"""The commands about facts, questions and judging, as a user calls them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import build
from bot.settings import bundled_packs
from tests.support.packs import entity, fact, write_pack

JESSICA = bundled_packs() / "jessica_jones"

FACT_KEYS = ["id", "subject", "relation", "object", "statement"]
FACT_KEYS += ["sources", "topic", "level", "interest", "spoiler", "as_of"]
QUESTION_KEYS = ["id", "kind", "prompt", "answers", "answer_type", "choices", "correct", "statement"]
QUESTION_KEYS += ["sources", "facts", "topic", "level", "spoiler"]


def gumshoe(*words: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(build(), list(words), input=stdin)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "films")


def test_check_of_a_sound_pack_prints_its_counts(pack: Path) -> None:
    result = gumshoe("check", str(pack))
    assert result.exit_code == 0
    assert "facts" in result.stdout
    assert "entities" in result.stdout


def test_two_packs_of_one_name_are_both_named(tmp_path: Path) -> None:
    folders = [write_pack(tmp_path / shelf / "films") for shelf in ("old", "new")]
    for command in ("facts", "questions", "play"):
        result = gumshoe(command, *(word for folder in folders for word in ("--pack", str(folder))))
        assert result.exit_code == 1
        assert result.stderr == f"{folders[0]} and {folders[1]}: two packs of one name; rename a folder\n"


def test_a_pack_that_is_named_twice_is_taken_once(pack: Path) -> None:
    once, twice = (gumshoe("facts", *["--pack", str(pack)] * times) for times in (1, 2))
    assert (twice.exit_code, twice.stdout) == (0, once.stdout)


def test_the_name_of_a_pack_may_be_too_long_for_a_file() -> None:
    result = gumshoe("facts", "--pack", "x" * 300)
    assert result.exit_code == 1
    assert result.stderr.startswith("xxx")
    assert "no such pack" in result.stderr


def test_a_folder_of_packs_whose_name_is_too_long_holds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUMSHOE_PACKS", "x" * 300)
    result = gumshoe("facts")
    assert result.exit_code == 1
    assert "no pack here" in result.stderr


def test_check_prints_every_problem_with_its_file_and_line(tmp_path: Path) -> None:
    broken = write_pack(
        tmp_path / "broken",
        entities=[entity("ada"), entity("ada", name="Ada again")],
        facts=[fact("ada", "sings", "bob"), fact("nobody", "sings", "ada", sources=())],
    )
    result = gumshoe("check", str(broken))
    assert result.exit_code == 1
    problems = result.stderr.splitlines()
    assert len(problems) > 4
    assert any(line.startswith(f"{broken / 'entities.csv'}:3: ") for line in problems)
    assert any(line.startswith(f"{broken / 'facts.csv'}:2: ") for line in problems)
    assert any(line.startswith(f"{broken / 'facts.csv'}:3: ") for line in problems)
    assert "Traceback" not in result.output


def test_check_of_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    result = gumshoe("check", str(tmp_path / "nowhere"))
    assert result.exit_code == 1
    assert "nowhere" in result.stderr
    assert "Traceback" not in result.output


def test_check_warns_of_what_is_never_used_and_passes(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "spare", entities=[*_entities(), entity("zeno", "person")], facts=_facts())
    result = gumshoe("check", str(pack))
    assert result.exit_code == 0
    assert "zeno" in result.stderr
    assert "(warning)" in result.stderr


def _entities() -> list[dict[str, str]]:
    people = [entity(name) for name in ("ada", "bea", "cy", "dot")]
    films = [entity(name, "film") for name in ("dusk", "fog", "noon", "rain")]
    return [dict(row) for row in [*people, *films]]


def _facts() -> list[dict[str, str]]:
    pairs = (("ada", "dusk"), ("bea", "fog"), ("cy", "noon"), ("dot", "rain"))
    return [dict(fact(who, "directed", film)) for who, film in pairs]


def test_facts_are_listed_as_json_with_names_and_statement() -> None:
    result = gumshoe("facts", "--pack", str(JESSICA), "--json")
    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(records) >= 50
    assert all(list(record) == FACT_KEYS for record in records)
    plays = next(record for record in records if record["id"] == "kilgrave/played_by/david-tennant")
    assert (plays["subject"], plays["object"]) == ("Kilgrave", "David Tennant")


def test_the_same_seed_lists_the_same_bytes_and_another_seed_others() -> None:
    first, again, other = (
        gumshoe("questions", "--pack", "jessica_jones", "--seed", seed, "--json").stdout
        for seed in ("7", "7", "8")
    )
    assert first == again
    assert first != other
    ids = [{json.loads(line)["id"] for line in text.splitlines()} for text in (first, other)]
    assert len(ids[0] & ids[1]) > 0.9 * len(ids[0])


def test_a_question_says_all_that_it_promises() -> None:
    result = gumshoe("questions", "--pack", str(JESSICA), "--json")
    for line in result.stdout.splitlines():
        record = json.loads(line)
        assert set(QUESTION_KEYS) <= set(record)
        assert (record["correct"] is None) == (not record["choices"])
        assert record["sources"]
        assert record["facts"]


def test_an_unknown_pack_is_named_with_those_that_there_are() -> None:
    result = gumshoe("questions", "--pack", "nonsense")
    assert result.exit_code == 1
    assert "nonsense" in result.stderr
    assert "jessica_jones" in result.stderr


def test_judge_answers_line_by_line_in_order() -> None:
    lines = [
        {"question": None, "accepted": ["Paris"], "answerline": None, "type": "place", "guess": guess}
        for guess in ("paris!", "London", "PARIS")
    ]
    result = gumshoe("judge", stdin="\n".join(json.dumps(line) for line in lines))
    assert result.exit_code == 0
    verdicts = [json.loads(line) for line in result.stdout.splitlines()]
    assert [verdict["verdict"] for verdict in verdicts] == ["correct", "wrong", "correct"]
    assert all(verdict["reason"] for verdict in verdicts)


@pytest.mark.parametrize(
    ("line", "telling"),
    [
        (b"{", "line 2: "),
        (b'{"guess": "x"}', "accepted"),
        (b'["guess"]', "object"),
        (b"[" * 100_000, "line 2: "),
        (b"\xff\xfe\xff", "line 2: "),
        (b'{"accepted": ["x"], "guess": 7}', "guess"),
        (b'{"accepted": ["x"], "guess": "x", "type": "colour"}', "colour"),
    ],
)
def test_a_line_that_cannot_be_judged_gets_an_error_in_its_place(line: bytes, telling: str) -> None:
    good = b'{"accepted": ["x"], "guess": "x"}'
    result = gumshoe("judge", stdin=b"\n".join((good, line, good)))
    assert result.exit_code == 1
    first, error, last = (json.loads(text) for text in result.stdout.splitlines())
    assert first["verdict"] == last["verdict"] == "correct"
    assert telling in error["error"]
    assert "Traceback" not in result.output


def test_questions_can_be_read_with_all_that_a_reader_needs() -> None:
    result = gumshoe("questions", "--pack", str(JESSICA), "--read")
    assert result.exit_code == 0
    for line in (
        "## 1. look up, medium",
        "Answer: ",
        "Reveal: ",
        "Sources: ",
        "- A. ",
        "To be typed. Accepted: ",
    ):
        assert f"\n{line}" in f"\n{result.stdout}"


def test_what_quizzes_draw_is_listed_with_how_often() -> None:
    result = gumshoe("questions", "--pack", str(JESSICA), "--drawn", "7", "--level", "easy")
    times = [int(number) for number in re.findall(r", (\d+) times\)$", result.stdout, re.MULTILINE)]
    assert sum(times) == 70
    assert times == sorted(times, reverse=True)
