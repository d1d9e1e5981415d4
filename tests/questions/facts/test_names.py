"""Two names are one if they differ only in what a reader would overlook."""

from __future__ import annotations

import pytest

from questions.words import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jeri Hogarth", "JERI HOGARTH"),
        ("Renée", "Renee"),
        ("Łódź", "Lodz"),
        ("Straße", "STRASSE"),
        ("Άννα", "αννα"),
        ("J.R. Ramirez", "JR Ramirez"),
        ("Spider-Man", "Spiderman"),
        ("AKA You’re Welcome", "aka youre welcome"),
        ("The  Defenders", "the defenders"),
    ],
)
def test_case_accents_and_punctuation_do_not_tell_names_apart(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C", "C#"),
        ("C", "C++"),
        ("Alien", "Aliens"),
        ("Hellcat", "Hell Cat"),
        ("Season 1", "Season 2"),
        ("李", "里"),
        ("?", "!"),
        ("कि", "की"),
    ],
)
def test_all_else_tells_names_apart(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
