"""What several commands need: settings, packs, and a way to fail in plain words."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings
    from questions.facts.model import FactBase


def fail(*lines: str) -> NoReturn:
    """Say what is wrong, a line a problem, and exit with 1."""
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(1)


def read_settings() -> Settings:
    """The settings, or an end with every problem named."""
    from bot.settings import load_settings

    settings = load_settings()
    if isinstance(settings, list):
        fail(*settings)
    return settings


def reachable(host: str) -> str:
    """Where to ask a bot of this machine that listens on ``host``, which may be every address."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)


def pack_folders(packs: Path) -> list[Path]:
    """The folders below ``packs`` that are packs; none where ``packs`` cannot be read."""
    with suppress(OSError):
        return sorted(folder.parent for folder in packs.glob("*/pack.toml"))
    return []


def known_packs(names: list[str], settings: Settings) -> tuple[list[str], list[str]]:
    """Those of the names that are packs of facts, and those that are not."""
    folders = [name for name in names if _find(name, settings.packs)]
    return folders, [name for name in names if name not in folders]


def load_packs(names: list[str] | None, settings: Settings) -> tuple[FactBase, ...]:
    """The packs of these names or folders, or all packs; an end with every problem if one is not sound."""
    from questions.facts.load import InvalidPack, load_pack

    folders = [_folder(name, settings.packs) for name in names] if names else pack_folders(settings.packs)
    if not folders:
        fail(f"{settings.packs}: no pack here; name a folder with --pack, or set GUMSHOE_PACKS")
    bases: dict[str, tuple[Path, FactBase]] = {}
    problems = []
    for folder in dict.fromkeys(folders):
        try:
            base = load_pack(folder)
        except InvalidPack as error:
            problems += [str(problem) for problem in error.problems]
            continue
        if base.id in bases:
            problems.append(f"{bases[base.id][0]} and {folder}: two packs of one name; rename a folder")
        bases[base.id] = folder, base
    if problems:
        fail(*problems)
    return tuple(base for _, base in bases.values())


def _find(name: str, packs: Path) -> Path | None:
    for folder in (packs / name, Path(name)):
        with suppress(OSError):  # a name that is too long for a file
            if (folder / "pack.toml").exists():
                return folder
    return None


def _folder(name: str, packs: Path) -> Path:
    if folder := _find(name, packs):
        return folder
    known = ", ".join(folder.name for folder in pack_folders(packs)) or "none"
    fail(f"{name}: no such pack. It is the name of a pack ({known}) or a folder with a pack.toml in it.")


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """``1 fact``, ``1,250 facts``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def plain_output() -> None:
    """UTF-8 on every platform, and no carriage returns: the same bytes everywhere.

    A keyboard stays as its terminal has set it, also because it may have been read already.
    """
    for stream in (sys.stdout,) if sys.stdin.isatty() else (sys.stdout, sys.stdin):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def write_pack(base: FactBase, folder: Path, document: str) -> None:
    """Write a pack into a new or empty folder; ``document`` is what its sources are read from."""
    from questions.facts.writing import pack_texts

    try:
        if folder.exists() and any(folder.iterdir()):
            fail(f"{folder}: this folder is not empty; name another, or empty it")
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pack_texts(base, document).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        fail(f"{folder}: cannot be written: {error.strerror}")
