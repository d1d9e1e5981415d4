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
    return build(files, folder.name if folder.name not in ("", "..") else folder.resolve().name)


def fact_lines(folder: Path) -> Mapping[str, int]:
    """The line in facts.csv of each fact of a sound pack, by the fact's id."""
    files, _ = read_pack_files(folder)
    return {fact.id: line for line, fact in built_facts(files)}


def _require_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    if folder.is_symlink():
        text = "this link leads to no folder; mend the link, or name the pack's folder"
    elif folder.exists():
        text = "this is not a folder; name the folder that holds pack.toml"
    else:
        text = "there is no such folder; name the folder that holds pack.toml"
    raise InvalidPack([Problem(folder, 1, text)])
