"""A pack read straight from its files, and what its rows prove, by other code than the product's."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

Row = dict[str, str]


def plain(text: str) -> str:
    """Lower-case words only, without a leading article."""
    words = re.findall(r"\w+", text.casefold().replace("'s", "").replace("’s", "").replace("'", ""))
    if len(words) > 1 and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


def contains(text: str, name: str) -> bool:
    """Whether a name stands in a text as whole words."""
    words = " ".join(re.findall(r"\w+", text.casefold().replace("'s", "").replace("’s", "").replace("'", "")))
    return bool(plain(name)) and f" {plain(name)} " in f" {words} "


def iso_of(text: str) -> str | None:
    """The ISO form of a date as a question writes it; None where the text is no date."""
    found = re.fullmatch(r"(?:(?:(\d{1,2}) )?([A-Z][a-z]+) )?(\d{4})", text)
    if not found or (found[2] and found[2] not in MONTHS):
        return None
    month = f"-{MONTHS.index(found[2]) + 1:02}" if found[2] else ""
    return f"{found[3]}{month}" + (f"-{int(found[1]):02}" if found[1] else "")


def may_be_same_day(one: str, other: str) -> bool:
    """Whether one ISO date lies within the other."""
    return one.startswith(other) or other.startswith(one)


@dataclass
class RawPack:
    """The rows of a pack as text."""

    kinds: dict[str, Any]
    relations: dict[str, Any]
    entities: dict[str, Row]
    rows: dict[str, Row]

    @classmethod
    def read(cls, folder: Path) -> RawPack:
        def table(name: str) -> list[Row]:
            with (folder / name).open(encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))

        return cls(
            kinds=tomllib.loads((folder / "pack.toml").read_text("utf-8"))["kinds"],
            relations=tomllib.loads((folder / "relations.toml").read_text("utf-8")),
            entities={row["id"]: row for row in table("entities.csv")},
            rows={f"{row['subject']}/{row['relation']}/{row['object']}": row for row in table("facts.csv")},
        )

    def kind_at(self, relation: str, side: str) -> str:
        return str(self.relations[relation][side])

    def names(self, entity: str) -> list[str]:
        row = self.entities[entity]
        return [row["name"], *filter(None, row["aliases"].split("|"))]

    def shown(self, value: str) -> str:
        """A subject or object as a reader sees it."""
        if value in self.entities:
            return self.entities[value]["name"]
        return value

    def entities_called(self, text: str, kind: str) -> list[str]:
        """Entities of a kind with this name."""
        return [
            id
            for id, row in self.entities.items()
            if row["kind"] == kind and plain(row["name"]) == plain(text)
        ]

    def pairs(self, relation: str) -> list[tuple[str, str, Row]]:
        """All true pairs of a relation, a symmetric one both ways round."""
        found = []
        for row in self.rows.values():
            if row["relation"] == relation:
                found.append((row["subject"], row["object"], row))
                if self.relations[relation].get("symmetric"):
                    found.append((row["object"], row["subject"], row))
        return found

    def may_hold(self, relation: str, subject: str, value: str) -> bool:
        """Whether a row says so, or a date leaves it open."""
        dated = self.relations[relation]["object"] == "date"
        return any(
            s == subject and (o == value or (dated and may_be_same_day(o, value)))
            for s, o, _ in self.pairs(relation)
        )

    def why_false(self, relation: str, subject: str, value: str, as_of: str) -> dict[str, set[str]]:
        """Every rule by which the row is certainly false, with the facts that it may rest on."""
        if self.may_hold(relation, subject, value):
            return {}
        about, found = self.relations[relation], {}
        objects = [
            self.id(row) for s, _, row in self.pairs(relation) if s == subject and row["as_of"] == as_of
        ]
        subjects = [
            self.id(row) for _, o, row in self.pairs(relation) if o == value and row["as_of"] == as_of
        ]
        if about["objects"] == "one" and objects:
            found["one_object"] = set(objects)
        if about["subjects"] == "one" and subjects:
            found["one_subject"] = set(subjects)
        if about["complete"]:
            found["complete"] = set()
        lures = {
            self.id(row)
            for s, _, row in self.pairs(relation)
            if s == subject and value in row["lures"].split("|")
        }
        if lures:
            found["lure"] = lures
        return found

    def is_only(self, relation: str, side: str, given: str) -> bool:
        """Whether the pack proves that just one value stands on the side for the given one."""
        about = self.relations[relation]
        values = {o for s, o, _ in self.pairs(relation) if s == given}
        if side == "subject":
            values = {s for s, o, _ in self.pairs(relation) if o == given}
        return len(values) == 1 and (about[f"{side}s"] == "one" or about["complete"])

    @staticmethod
    def id(row: Row) -> str:
        return f"{row['subject']}/{row['relation']}/{row['object']}"
