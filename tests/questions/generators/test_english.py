"""Articles, possessives, ordinals, lists, dates and numbers, by the table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from questions.dates import PartialDate
from questions.grammar import english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("actor", "an actor"),
        ("director", "a director"),
        ("hour", "an hour"),
        ("honest lawyer", "an honest lawyer"),
        ("heiress", "an heiress"),
        ("hotel", "a hotel"),
        ("house", "a house"),
        ("unit", "a unit"),
        ("university", "a university"),
        ("unidentified man", "an unidentified man"),
        ("unimportant man", "an unimportant man"),
        ("uninvited guest", "an uninvited guest"),
        ("unanimous vote", "a unanimous vote"),
        ("umbrella", "an umbrella"),
        ("usual suspect", "a usual suspect"),
        ("urn", "an urn"),
        ("utility", "a utility"),
        ("utter fool", "an utter fool"),
        ("European", "a European"),
        ("Ukrainian", "a Ukrainian"),
        ("Ugandan", "a Ugandan"),
        ("ugly duckling", "an ugly duckling"),
        ("uncle", "an uncle"),
        ("one-off", "a one-off"),
        ("onion", "an onion"),
        ("ewe", "a ewe"),
        ("eagle", "an eagle"),
        ("FBI agent", "an FBI agent"),
        ("NYPD officer", "an NYPD officer"),
        ("UFO", "a UFO"),
        ("HBO series", "an HBO series"),
        ("NASA engineer", "a NASA engineer"),
        ("X-ray", "an X-ray"),
        ("U-turn", "a U-turn"),
        ("P.I.", "a P.I."),
        ("M&M", "an M&M"),
        ("8-track", "an 8-track"),
        ("11th hour", "an 11th hour"),
        ("18-wheeler", "an 18-wheeler"),
        ("80", "an 80"),
        ("100", "a 100"),
        ("1", "a 1"),
        ('"Idiot"', 'an "Idiot"'),
        ("the Hand", "the Hand"),
        ("a detective", "a detective"),
        ("An Old Friend", "An Old Friend"),
    ],
)
def test_the_article_follows_the_sound(text: str, expected: str) -> None:
    assert english.indefinite(text, {}) == expected


def test_the_pack_may_overrule_the_article_of_a_word() -> None:
    assert english.indefinite("Herb garden", {"herb": "an"}) == "an Herb garden"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Krysten Ritter", "Krysten Ritter's"),
        ("Jessica Jones", "Jessica Jones's"),
        ("The Defenders", "The Defenders'"),
        ("The Boss", "The Boss's"),
        ("McDonald's", "McDonald's"),
        ("O’Brien", "O’Brien’s"),
    ],
)
def test_possessives(text: str, expected: str) -> None:
    assert english.possessive(text) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "first"),
        (2, "second"),
        (12, "twelfth"),
        (13, "13th"),
        (21, "21st"),
        (22, "22nd"),
        (33, "33rd"),
        (111, "111th"),
    ],
)
def test_ordinals(number: int, expected: str) -> None:
    assert english.ordinal(number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("13", "13"),
        ("1000", "1000"),
        ("12000", "12,000"),
        ("2.50", "2.5"),
        ("1E+3", "1000"),
        ("-4", "-4"),
        ("0", "0"),
    ],
)
def test_numbers_are_written_without_exponents_or_idle_zeros(number: str, expected: str) -> None:
    assert english.number_text(Decimal(number)) == expected


@pytest.mark.parametrize(
    ("date", "alone", "placed", "asked"),
    [
        (PartialDate(2019, 6, 14), "14 June 2019", "on 14 June 2019", "on what date"),
        (PartialDate(2019, 6), "June 2019", "in June 2019", "in which month and year"),
        (PartialDate(2015), "2015", "in 2015", "in which year"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(
    date: PartialDate, alone: str, placed: str, asked: str
) -> None:
    assert (english.date_text(date), english.on_date(date), english.asking_when(date)) == (
        alone,
        placed,
        asked,
    )


@pytest.mark.parametrize(
    ("items", "expected"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_lists_end_with_and(items: tuple[str, ...], expected: str) -> None:
    assert english.listed(items) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("who plays it", "Who plays it"),
        ("iPhone", "iPhone"),
        ("“so it goes”", "“So it goes”"),
        ("éclair", "Éclair"),
        ("____ plays it", "____ plays it"),
        ("13 episodes", "13 episodes"),
        ("", ""),
    ],
)
def test_a_sentence_starts_with_a_capital(text: str, expected: str) -> None:
    assert english.capital_first(text) == expected
