"""A pack read straight from its files, and what its rows prove, by other code than the product's."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
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
    also_true: list[Row]

    @classmethod
    def read(cls, folder: Path) -> RawPack:
        def table(name: str) -> list[Row]:
            with (folder / name).open(encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))

        return cls(
            kinds=tomllib.loads((folder / "pack.toml").read_text("utf-8"))["kinds"],
            relations=tomllib.loads((folder / "relations.toml").read_text("utf-8")),
            entities={
                row["id"]: {
                    **row,
                    "name": re.sub(r"\((s|es)\)", r"\1", row["name"]),
                    "does": re.sub(r"\((s|es)\)", "", row["name"]),
                }
                for row in table("entities.csv")
            },
            rows={f"{row['subject']}/{row['relation']}/{row['object']}": row for row in table("facts.csv")},
            also_true=table("also_true.csv") if (folder / "also_true.csv").exists() else [],
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

    def wordings(self, value: str) -> list[str]:
        """A subject or object as a prompt may name it."""
        return [self.shown(value), *filter(None, [self.entities.get(value, {}).get("does", "")])]

    def entities_called(self, text: str, kind: str) -> list[str]:
        """Entities of a kind with this name."""
        return [
            id
            for id, row in self.entities.items()
            if row["kind"] == kind and plain(row["name"]) == plain(text)
        ]

    def pairs(self, relation: str) -> list[tuple[str, str, Row]]:
        """All pairs of a relation that a fact tells, a symmetric one both ways round."""
        found = []
        for row in self.rows.values():
            if row["relation"] == relation:
                found.append((row["subject"], row["object"], row))
                if self.relations[relation].get("symmetric"):
                    found.append((row["object"], row["subject"], row))
        return found

    def may_hold(self, relation: str, subject: str, value: str) -> bool:
        """Whether a row says so, or a date leaves it open."""
        if (subject, value) in self.more_pairs(relation):
            return True
        dated = self.relations[relation]["object"] == "date"
        return any(
            s == subject and (o == value or (dated and may_be_same_day(o, value)))
            for s, o, _ in self.pairs(relation)
        )

    def more_pairs(self, relation: str) -> set[tuple[str, str]]:
        """What else holds in a relation, although no fact tells it."""
        pairs = {(row["subject"], row["object"]) for row in self.also_true if row["relation"] == relation}
        twins = {(value, subject) for subject, value in pairs}
        return pairs | (twins if self.relations[relation].get("symmetric") else set())

    def ends(self, relation: str, side: str, given: str) -> set[str]:
        """All that holds on the side for the given end."""
        pairs = [(s, o) for s, o, _ in self.pairs(relation)] + list(self.more_pairs(relation))
        return {s if side == "subject" else o for s, o in pairs if (o if side == "subject" else s) == given}

    def is_ordered(self, id: str) -> bool:
        """Whether the relation of a fact says what comes before what."""
        return bool(self.relations[self.rows[id]["relation"]].get("ordered"))

    def story_order(self) -> set[tuple[str, str]]:
        """What comes before what, by name, over any number of rows."""
        ordered = {name for name, about in self.relations.items() if about.get("ordered")}
        pairs = {
            (plain(self.shown(row["subject"])), plain(self.shown(row["object"])))
            for row in self.rows.values()
            if row["relation"] in ordered
        }
        while more := {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs:
            pairs |= more
        return pairs

    def ranking(self, relation: str) -> set[tuple[str, str]]:
        """Which subject of a relation of numbers or dates is surely below which, by name."""
        rows = [(plain(self.shown(s)), o) for s, o, row in self.pairs(relation) if not row["as_of"]]
        if self.relations[relation]["object"] == "number":
            return {(a, b) for a, one in rows for b, other in rows if Decimal(one) < Decimal(other)}
        sure = [(one, other) for one in rows for other in rows if not may_be_same_day(one[1], other[1])]
        return {(a, b) for (a, one), (b, other) in sure if one < other}

    def events_of(self, row: Row) -> list[str]:
        """The words for the event that a dated row is."""
        about = self.relations[row["relation"]]
        text = about.get("past_event" if row["as_of"] else "event")
        if about["object"] != "date" or not text:
            return []
        return [re.sub(r"\{[^}]*subject[^}]*\}", lambda _: self.shown(row["subject"]), text)]

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
            for _, o, row in self.pairs(relation)
            if o == value and subject in row.get("subject_lures", "").split("|")
        }
        lures |= {
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
        values = self.ends(relation, side, given)
        return len(values) == 1 and (about[f"{side}s"] == "one" or about["complete"])

    @staticmethod
    def id(row: Row) -> str:
        return f"{row['subject']}/{row['relation']}/{row['object']}"
