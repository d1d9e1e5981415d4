"""``gumshoe table``: a table of one's own becomes a quiz, or a pack."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import typer

from bot.cli.common import fail, plain_output, read_settings, write_pack
from bot.cli.levels import Level

if TYPE_CHECKING:
    from questions.facts.model import FactBase
    from questions.interchange.tables.header import RawTable
    from questions.interchange.tables.options import ColumnType, Doubt, Options
    from questions.interchange.tables.plan import Plan

COLUMN = typer.Option(
    [],
    "--column",
    help="A column's type, as NAME=TYPE: text, list, number, date, yesno, id, skip. May be given again.",
)
ASK = typer.Option(
    [], "--ask", help='Your words for a column: "Motto=What is the motto of {subject}?" May be given again.'
)
SAMPLES = 10
_ALL_UP_TO = 3_000  # facts; of more, the questions are counted by samples
_SAMPLE = 60
_SEED = 0
_AS_ROW = 'singular and plural, as in "country|countries"'
_AS_TEMPLATE = "put {subject} where the row's name goes, and no other braces"


def table(
    file: Path = typer.Argument(
        ..., help="A CSV, TSV, XLSX, XLS or ODS file: a row of headers, a row a thing."
    ),
    play: bool = typer.Option(False, "--play", help="Play a quiz of it at once."),
    out: Path | None = typer.Option(None, "--out", help="Write a pack to this folder, to edit and play."),
    row: str = typer.Option("", "--row", help='What a row is, as "country|countries".'),
    name: str = typer.Option("", "--name", help="The column that names the rows."),
    fame: str = typer.Option("", "--fame", help="The column that tells how well known a row is."),
    column: list[str] = typer.Option(
        [],
        "--column",
        help="A column's type, as NAME=TYPE: text, list, number, date, yesno, id, skip. May be given again.",
    ),
    ask: list[str] = typer.Option(
        [],
        "--ask",
        help='Your words for a column: "Motto=What is the motto of {subject}?" May be given again.',
    ),
    dates: str = typer.Option("", "--dates", help="dmy or mdy: what 03/04/2019 means where no cell tells."),
    sheet: str | None = typer.Option(None, "--sheet", help="The sheet of a workbook. Default: the first."),
    title: str = typer.Option("", "--title", help="The pack's title."),
    source: str = typer.Option(
        "", "--source", help="The source shown at the reveal. Default: the file's name."
    ),
    published: str | None = typer.Option(
        None, "--published", help="When the source appeared: 2024, 2024-05."
    ),
    rounds: int = typer.Option(10, "--rounds", min=1, max=50, help="With --play: how many questions."),
    seconds: int = typer.Option(20, "--seconds", min=5, max=120, help="With --play: the time for each."),
    level: Level = typer.Option(Level.ANY, "--level", help="With --play: how hard the questions are."),
    complete: bool = typer.Option(False, "--complete", help="The rows are all there are: ask how many."),
    seed: int | None = typer.Option(None, "--seed", help="The same seed asks the same questions."),
    plain: bool = typer.Option(False, "--plain", help="With --play: lines instead of a full screen."),
) -> None:
    """Make a quiz of a table. Without --play or --out, show what would be asked, and what was not read."""
    options = _options(row, name, fame, column, ask, dates, title, source, published)
    plan = _planned(file, _read(file, sheet), replace(options, complete=complete))
    base = _base(plan, file, out)
    if out:
        write_pack(base, out, file.name)
        typer.echo(
            f"{out}: {len(base.facts):,} facts. Play it with gumshoe play --pack {out}, or edit it first"
        )
    if play:
        _play(base, rounds, seconds, level, seed, plain=plain)
    elif not out:
        plain_output()
        for line in _dry_run(plan, base):
            typer.echo(line)


def _options(
    row: str,
    name: str,
    fame: str,
    column: Sequence[str],
    ask: Sequence[str],
    dates: str,
    title: str,
    source: str,
    published: str | None,
) -> Options:
    """What the command line says, or an end with everything that is wrong with it."""
    from questions.dates import parse_date
    from questions.interchange.tables.options import Options

    problems = []
    if dates and dates not in ("dmy", "mdy"):
        problems.append(f"--dates {dates}: write dmy (day first) or mdy (month first)")
    if row and not all(_row_of(row)):
        problems.append(f"--row {row}: write {_AS_ROW}")
    if published:
        try:
            parse_date(published)
        except ValueError as error:
            problems.append(f"--published {error}")
    questions = dict(_pair("--ask", text, problems) for text in ask)
    problems += [
        f"--ask {header}={text}: {_AS_TEMPLATE}"
        for header, text in questions.items()
        if text and not _is_template(text)
    ]
    types = {
        header: _type(header, text, problems)
        for header, text in (_pair("--column", text, problems) for text in column)
    }
    if problems:
        fail(*problems)
    return Options(
        row=_row_of(row) if row else None,
        name=name,
        fame=fame,
        columns={header: type for header, type in types.items() if type},
        questions=questions,
        date_order=dates or None,
        title=title,
        source=source,
        published=published,
    )


def _row_of(text: str) -> tuple[str, str]:
    one, _, many = text.partition("|")
    return one.strip(), many.strip()


def _pair(option: str, text: str, problems: list[str]) -> tuple[str, str]:
    header, mark, value = text.partition("=")
    if not (mark and header.strip() and value.strip()):
        problems.append(f"{option} {text}: write it as COLUMN=…")
    return header.strip(), value.strip()


def _type(header: str, text: str, problems: list[str]) -> ColumnType | None:
    from questions.interchange.tables.options import ColumnType

    try:
        return ColumnType(text)
    except ValueError:
        problems.append(f"--column {header}={text}: no such type; write one of {', '.join(ColumnType)}")
        return None


def _read(file: Path, sheet: str | None) -> RawTable:
    from questions.interchange.tables.grid import MOST_BYTES, UnreadableTable, read_grid
    from questions.interchange.tables.header import split_header

    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        return split_header(read_grid(data, sheet))
    except OSError as error:
        fail(f"{file}: cannot be read: {error.strerror}")
    except UnreadableTable as error:
        fail(f"{file}: {error}")


def _planned(file: Path, raw: RawTable, options: Options) -> Plan:
    """The table understood; at a terminal, what only the owner can say is asked."""
    from questions.interchange.tables.grid import UnreadableTable
    from questions.interchange.tables.plan import make_plan

    try:
        plan = make_plan(raw, file.stem, options)
        if plan.doubts and sys.stdin.isatty():
            for doubt in plan.doubts:
                options = _answered(options, doubt)
            plan = make_plan(raw, file.stem, options)
    except UnreadableTable as error:
        fail(f"{file}: {error}")
    return plan


def _base(plan: Plan, file: Path, out: Path | None) -> FactBase:
    from questions.interchange.tables.pack import pack_of, slug

    base = pack_of(plan, (out.name if out else "") or slug(file.stem), file.name)
    if not base.facts:
        fail(f"{file}: there is nothing to ask about.", *_remarks(plan))
    return base


def _answered(options: Options, doubt: Doubt) -> Options:
    """The options with the owner's answer; nothing leaves it open, and what does not fit is asked again."""

    def read(typed: str) -> Options:
        answer = typed.strip()
        if not answer:
            return options
        if doubt.choices and answer not in doubt.choices:
            raise typer.BadParameter(f"write {' or '.join(doubt.choices)}")
        if doubt.option == "--row":
            if not all(_row_of(answer)):
                raise typer.BadParameter(f"write {_AS_ROW}")
            return replace(options, row=_row_of(answer))
        if doubt.option == "--dates":
            return replace(options, date_order=answer)
        if not _is_template(answer):
            raise typer.BadParameter(_AS_TEMPLATE)
        return replace(options, questions={**options.questions, doubt.column: answer})

    where = f"{doubt.column}: " if doubt.column else ""
    choices = f" ({' or '.join(doubt.choices)})" if doubt.choices else ""
    text = f"{where}{doubt.text}{choices} Enter leaves it open"
    answered: Options = typer.prompt(text, default="", show_default=False, value_proc=read)
    return answered


def _is_template(text: str) -> bool:
    return text.count("{") == text.count("}") == 1 and "{subject}" in text


def _play(base: FactBase, rounds: int, seconds: int, level: Level, seed: int | None, *, plain: bool) -> None:
    from bot.cli.play import play_packs
    from questions.bank import QuizRequest

    request = QuizRequest(count=rounds, level=level.number)
    play_packs(read_settings(), (base,), request, seed, seconds, lists=[], plain=plain)


def _dry_run(plan: Plan, base: FactBase) -> Iterator[str]:
    from bot.cli.reading import as_markdown
    from questions.bank import Bank, QuizRequest
    from questions.interchange.tables.report import describe, describe_doubts

    yield from describe(plan, base)
    if doubts := list(describe_doubts(plan)):
        yield from ("", "To be decided", "", *doubts)
    counts, about = _counts(base)
    total = sum(counts.values())
    yield from ("", f"{'About ' if about else ''}{total:,} questions", "")
    yield from (f"{count:>8,}  {kind.replace('_', ' ')}" for kind, count in counts.items() if count)
    yield from ("", "Ten of them", "")
    for number, question in enumerate(Bank([base]).draw(QuizRequest(SAMPLES), Random(_SEED)), 1):
        yield as_markdown(question, number, None)
    yield from _remarks(plan)


def _remarks(plan: Plan) -> Iterator[str]:
    if plan.remarks:
        yield from ("Not understood or left out", "", *map(str, plan.remarks))
    else:
        yield "Everything was understood."


def _counts(base: FactBase) -> tuple[Mapping[str, int], bool]:
    """How many questions of each kind there are; of a large table reckoned from some of each kind."""
    from questions.generators.catalogue import GENERATORS
    from questions.generators.generator import derive
    from questions.generators.index import FactIndex

    index, rng = FactIndex(base), Random(_SEED)
    about = len(base.facts) > _ALL_UP_TO
    counts = {}
    for generator in GENERATORS:
        candidates = generator.candidates(index)
        total = len(candidates)
        places = rng.sample(range(total), min(total, _SAMPLE)) if about else range(total)
        made = 0
        for at in places:
            candidate = candidates[at]
            made += (
                generator.build(index, candidate, derive(_SEED, generator.kind, generator.key(candidate)))
                is not None
            )
        counts[generator.kind] = round(made * total / len(places)) if places else 0
    return counts, about
