"""A pack folder -> FactBase, or InvalidPack with every problem.

A pack is four files (DESIGN.md, "A pack on disk"): pack.toml, relations.toml, entities.csv and facts.csv. The
templates that a relation may have, and their placeholders, are listed in ``questions.facts.templates``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from questions.dates import parse_date
from questions.facts.model import FactBase
from questions.facts.reading.pack_files import build, built_facts, read_pack_files
from questions.facts.reading.problem import InvalidPack, Problem
from questions.facts.rules.check import problems_of
from questions.facts.templates import TEMPLATES

__all__ = ["TEMPLATES", "InvalidPack", "Problem", "fact_lines", "load_pack", "parse_date"]


def load_pack(folder: Path) -> FactBase:
    """The facts of a pack, whose id is its folder's name.

    Raises InvalidPack with every problem of every file, each with its line. The time taken grows in step with
    the number of facts.
    """
    _require_folder(folder)
    files, problems = read_pack_files(folder)
    problems += problems_of(files)
    if problems:
        raise InvalidPack(problems)
    return build(files, _id_of(folder))


def fact_lines(folder: Path) -> Mapping[str, int]:
    """The line in facts.csv of each fact of a sound pack, by the fact's id."""
    files, _ = read_pack_files(folder)
    return {fact.id: line for line, fact in built_facts(files)}


def _id_of(folder: Path) -> str:
    return folder.name if folder.name not in ("", "..") else folder.resolve().name


def _require_folder(folder: Path) -> None:
    try:
        text = _fault_of(folder)
    except OSError as error:
        text = f"cannot be read: {error.strerror}; name the folder that holds pack.toml"
    if text is not None:
        raise InvalidPack([Problem(folder, 1, text)])


def _fault_of(folder: Path) -> str | None:
    if folder.is_dir():
        is_text = _id_of(folder).isprintable()  # a byte that is not UTF-8 comes as an unprintable surrogate
        return None if is_text else "the folder's name is not printable UTF-8; rename the folder"
    if folder.is_symlink():
        return "this link leads to no folder; fix the link, or name the pack's folder"
    if folder.exists():
        return "this is not a folder; name the folder that holds pack.toml"
    return "there is no such folder; name the folder that holds pack.toml"
