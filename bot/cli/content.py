"""The commands about facts, questions and judging. Only statistics need a database, and nothing Discord."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.cli.common import counted, fail, load_packs, plain_output, read_settings
from bot.cli.levels import Level

if TYPE_CHECKING:
    from questions.question import Question

PACK = typer.Option(None, "--pack", help="A pack's name or folder; repeat it for more. Default: all packs.")
JSON = typer.Option(False, "--json", help="One JSON object a line.")


def check(folder: Path = typer.Argument(..., help="The pack's folder.")) -> None:
    """Check a pack. Prints every problem as file:line, or the counts of a sound one."""
    from questions.facts.load import InvalidPack, load_pack
    from questions.facts.rules.check import warnings
    from questions.generators.coverage import silent_facts

    try:
        base = load_pack(folder)
    except InvalidPack as error:
        fail(*(str(problem) for problem in error.problems), counted(len(error.problems), "problem"))
    for warning in (*warnings(base, folder), *silent_facts(base, folder)):
        typer.echo(f"{warning} (warning)", err=True)
    counts = (
        counted(len(base.facts), "fact"),
        counted(len(base.entities), "entity", "entities"),
        counted(len(base.relations), "relation"),
        counted(len(base.sources), "source"),
    )
    typer.echo(f"{base.title}: {', '.join(counts)}; sound")


def facts(pack: list[str] | None = PACK, as_json: bool = JSON) -> None:
    """List every fact with its statement and its sources."""
    from questions.generators.wording import fact_record

    plain_output()
    for base in load_packs(pack, read_settings()):
        for fact in base.facts:
            record = fact_record(base, fact)
            if as_json:
                typer.echo(json.dumps(record, ensure_ascii=False))
            else:
                typer.echo(f"{record['statement']} [{', '.join(record['sources'])}]")


def questions(
    pack: list[str] | None = PACK,
    seed: int = typer.Option(0, "--seed", help="The same seed gives the same list, byte for byte."),
    as_json: bool = JSON,
    read: bool = typer.Option(False, "--read", help="As Markdown, with everything a reviewer needs."),
    drawn: int | None = typer.Option(
        None, "--drawn", min=1, max=10_000, help="Only what this many quizzes of ten ask, and how often."
    ),
    level: Level = typer.Option(Level.ANY, "--level", help="With --drawn: how hard the quizzes are."),
    spoilers: bool = typer.Option(False, "--spoilers", help="With --drawn: also what gives the plot away."),
    stats: bool = typer.Option(
        False, "--stats", help="How those did that players were asked at least ten times, the worst first."
    ),
) -> None:
    """List a pack's questions, or how they did."""
    if stats:
        from bot.cli.question_stats import print_stats

        print_stats(pack, as_json)
        return
    from bot.cli.reading import as_markdown, drawn_questions
    from questions.generators.catalogue import all_questions, question_record

    plain_output()
    bases = load_packs(pack, read_settings())
    listed: Iterable[tuple[Question, int | None]]
    if drawn is None:
        listed = ((question, None) for base in bases for question in all_questions(base, seed))
    else:
        listed = drawn_questions(bases, drawn, level.number, spoilers, seed)
    for number, (question, times) in enumerate(listed, 1):
        if as_json:
            typer.echo(json.dumps(question_record(question), ensure_ascii=False))
        elif read:
            typer.echo(as_markdown(question, number, times))
        else:
            often = f", {times} times" if times else ""
            typer.echo(f"{question.prompt}\n    {question.answer.text} ({question.kind}{often})")


def judge() -> None:
    """Judge typed answers. Reads a JSON object a line, writes a verdict a line, in order.

    A line holds guess, accepted or answerline, and if you like refused, question, type, known and choices;
    README.md describes them.
    """
    from questions.judging.records import judge_record

    plain_output()
    failed = False
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        answer: Mapping[str, str | float]
        try:
            record = json.loads(line)
            if not isinstance(record, dict):
                raise ValueError("not a JSON object")
            answer = judge_record(record)
        except (ValueError, RecursionError) as error:
            failed = True
            answer = {"error": f"line {number}: {error}"}
        typer.echo(json.dumps(answer, ensure_ascii=False))
    if failed:
        fail("Some lines could not be judged; each has an error in its place.")
