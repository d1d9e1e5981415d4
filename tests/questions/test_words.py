"""Words that bring each other to mind, and codes that can be told from a name."""

from __future__ import annotations

import pytest

from questions.words import akin, is_short_for


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("swiss", "switzerland"),
        ("egypt", "egyptian"),
        ("kenya", "kenyan"),
        ("brazil", "brasilia"),
        ("thai", "thailand"),
        ("curium", "curie"),
        ("francium", "france"),
        ("france", "french"),
        ("neptunium", "neptune"),
    ],
)
def test_words_that_begin_alike_are_akin(one: str, other: str) -> None:
    assert akin(one, other)
    assert akin(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("grey", "green"), ("june", "junction"), ("austria", "uganda"), ("peru", "pesos"), ("sol", "sofia")],
)
def test_words_that_only_share_a_few_letters_are_not(one: str, other: str) -> None:
    assert not akin(one, other)


def test_a_code_is_short_for_a_name_that_begins_like_it() -> None:
    assert is_short_for("Cl", "Chlorine")
    assert not is_short_for("Sn", "Tin")
    assert not is_short_for("Iron", "Iridium")
