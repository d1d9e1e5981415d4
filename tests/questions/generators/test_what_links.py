"""What links these: what two or three things have in common, if it is one thing only."""

from __future__ import annotations

from tests.support.asked import asked, wrong
from tests.support.fact_bases import base, fact, relation

NAMES = {"dawn": "The Dawn", "dusk": "The Dusk", "noon": "The Noon"}
OTHERS = ("ben", "cleo", "dan")


def test_what_links_films_is_asked_with_their_names_as_they_are_written() -> None:
    made = relation(ask_shared_subject="Who made {objects}?")
    rows = [fact("ada", "made", title) for title in NAMES]
    rows += [fact(who, "made", f"f-{who}") for who in OTHERS]
    [question] = asked(base([made], rows, names=NAMES), "what_links")
    films = question.prompt.removeprefix("Who made ").removesuffix("?").replace(" and ", ", ").split(", ")
    assert sorted(films) == ["The Dawn", "The Dusk", "The Noon"]
    assert question.answer.text == "Ada"
    assert wrong(question) == {"Ben", "Cleo", "Dan"}


def test_of_two_things_both_are_asked_about() -> None:
    made = relation(ask_shared_subject="Who made {objects}?")
    names = {"dawn": "The Dawn", "dusk": "The Dusk"}
    rows = [fact("ada", "made", title) for title in names] + [fact(who, "made", f"f-{who}") for who in OTHERS]
    [question] = asked(base([made], rows, names=names), "what_links")
    assert question.prompt in (
        "Who made both The Dawn and The Dusk?",
        "Who made both The Dusk and The Dawn?",
    )


def test_things_that_have_more_in_common_are_not_asked_for_one_of_it() -> None:
    rows = [fact(who, "made", title) for who in ("ada", "ben") for title in NAMES]
    made = relation(subjects="many", ask_shared_subject="Who made {objects}?")
    assert not asked(base([made], rows, names=NAMES), "what_links")
