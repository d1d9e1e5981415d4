"""The command line, and the only place that wires the parts together."""

from __future__ import annotations

import sys
from io import TextIOWrapper

import typer

from bot import __version__
from bot.cli.authored import corrections, publish
from bot.cli.content import check, facts, judge, questions
from bot.cli.lists import export, import_, packs, remove, undo
from bot.cli.member import member
from bot.cli.operate import backup, compact, doctor, health, move
from bot.cli.play import play
from bot.cli.run import run
from bot.cli.standings import standings
from bot.cli.table import table

LISTS = (import_, export, packs, remove, undo, publish, corrections)
OPERATE = (backup, move, compact, standings, member, doctor, health)
COMMANDS = (play, run, table, *LISTS, check, facts, questions, judge, *OPERATE)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gumshoe {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(
        False, "--version", help="Show the version and exit.", callback=_version, is_eager=True
    ),
) -> None:
    """Gumshoe: a trivia quiz bot for Discord that writes its own questions from sourced facts."""


def build() -> typer.Typer:
    """The command line as a whole."""
    app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_options)
    for command in COMMANDS:
        app.command(command.__name__.rstrip("_"))(command)
    return app


def main() -> None:
    """Run ``gumshoe``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name may be no text
    build()(prog_name="gumshoe")
