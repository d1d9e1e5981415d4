"""How many, name them all, odd one out and match up: what is asked of many facts at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from questions.facts.model import FactBase
from questions.question import WhyWrong
from tests.support.asked import asked, prompts, wrong
from tests.support.fact_bases import base, fact, relation

CAST = {
    "ask_count_subjects": "How many people are in {object}?",
    "ask_all_subjects": "Name the people in {object}.",
    "subject_trait": "is in {object}",
    "alike_subjects": "are in the same film",
}


def casts(complete: bool = True, **sizes: int) -> FactBase:
    """Films with so many people each, no person in two."""
    wording = CAST if complete else {name: CAST[name] for name in ("subject_trait", "alike_subjects")}
    cast = relation("cast", "{subject} is in {object}.", subjects="many", complete=complete, wording=wording)
    people = iter(
        f"{first}-{last}"
        for last in ("lee", "ray", "dae")
        for first in ("ada", "ben", "cleo", "dan", "eve", "finn")
    )
    return base(
        [cast], [fact(next(people), "cast", film) for film, size in sizes.items() for _ in range(size)]
    )


def test_a_complete_list_is_counted() -> None:
    [question] = asked(casts(dawn=3, dusk=1), "how_many")
    assert question.prompt == "How many people are in Dawn?"
    assert question.answer.forms == ("3", "three")
    assert question.statement == "Three: Ada Lee, Ben Lee and Cleo Lee."
    assert len(question.facts) == 3
    assert all(int(text) > 0 for text in wrong(question))


def test_a_list_that_may_lack_a_row_is_neither_counted_nor_named() -> None:
    small = casts(complete=False, dawn=3)
    assert not asked(small, "how_many")
    assert not asked(small, "name_them_all")


@pytest.mark.parametrize(
    ("size", "needed", "prompt"),
    [
        (2, 2, "Name both people in Dawn."),
        (4, 4, "Name the four people in Dawn, in any order."),
        (7, 3, "Name the people in Dawn. Any three of the seven will do."),
    ],
)
def test_a_list_to_name_says_how_many_count(size: int, needed: int, prompt: str) -> None:
    [question] = asked(casts(dawn=size), "name_them_all")
    assert question.prompt == prompt
    assert question.answer.needed == needed
    assert len(question.answer.parts) == size
    assert question.typed
    assert not question.choices


@pytest.mark.parametrize(
    ("film", "number"), [("the-three-parts", 3), ("part-3", 3), ("the-third-part", 3), ("pi-3.14", "3.14")]
)
def test_a_number_that_the_prompt_holds_is_not_asked_for(film: str, number: int | str) -> None:
    parts = relation(
        "parts", "{subject} has {object} parts.", subject="film", object="number", objects="one",
        ask_object="How many parts has {subject}?",
    )  # fmt: skip
    small = base([parts], [fact(film, "parts", number), fact("dawn", "parts", number)])
    assert prompts(small, "how_many") == {"How many parts has Dawn?"}


@pytest.mark.parametrize(("number", "nearest"), [(13, False), (480, True)])
def test_the_nearest_guess_wins_at_a_number_that_nobody_knows_by_heart(number: int, nearest: bool) -> None:
    long = relation(
        "long",
        "{subject} is {object} long.",
        subject="film",
        object="number",
        objects="one",
        ask_object="How long is {subject}?",
    )
    [question] = asked(base([long], [fact("dawn", "long", number)]), "how_many")
    assert question.answer.nearest is nearest
    assert {choice.why for choice in question.choices} == {None, WhyWrong.COUNT}


def test_the_odd_one_out_lacks_what_the_others_share_and_the_reveal_says_what() -> None:
    for question in asked(casts(dawn=6, dusk=6), "odd_one_out"):
        film = question.facts[0].split("/")[2]
        assert question.statement.startswith(f"Each of the other three is in {film.title()}.")
        shared = {fact.split("/")[0].replace("-", " ").title() for fact in question.facts[:3]}
        assert wrong(question) == shared
        assert question.answer.text not in shared


def test_the_prompt_of_an_odd_one_out_says_in_what_the_others_are_alike_or_it_is_not_asked() -> None:
    rows = [*(fact(who, "cast", "dawn") for who in ("ada", "ben", "cleo")), fact("dan", "cast", "dusk")]
    cast = relation("cast", "{subject} is in {object}.", subjects="many", complete=True, wording=CAST)
    [question] = asked(base([cast], rows), "odd_one_out")
    assert question.prompt == "Three of these people are in the same film. Which is the odd one out?"
    assert question.answer.text == "Dan"
    unworded = {name: text for name, text in CAST.items() if name != "alike_subjects"}
    assert not asked(base([replace(cast, wording=unworded)], rows), "odd_one_out")


def test_no_odd_one_out_is_asked_for_where_another_might_be_meant() -> None:
    born = relation("born", "{subject} was born in {object}.", object="place", objects="one")
    cast = relation("cast", "{subject} is in {object}.", subjects="many", complete=True, wording=CAST)
    people = ["ada", "ben", "cleo", "dan"]
    rows = [*(fact(who, "cast", "dawn") for who in people[:3])]
    odd_by_birth = [fact("ada", "born", "rome"), *(fact(who, "born", "oslo") for who in people[1:])]
    assert asked(base([cast, born], [*rows, fact("dan", "born", "oslo")]), "odd_one_out")
    assert not asked(base([cast, born], [*rows, *odd_by_birth]), "odd_one_out")


def test_no_two_odd_one_outs_of_a_group_share_more_than_one_member() -> None:
    found = asked(casts(dawn=8, dusk=4), "odd_one_out")
    assert len(found) > 2
    for one, other in combinations(found, 2):
        assert len({*one.facts[:3]} & {*other.facts[:3]}) <= 1


def test_each_odd_one_out_of_a_group_is_another() -> None:
    found = [q for q in asked(casts(dawn=9, dusk=6), "odd_one_out") if q.facts[0].endswith("/dawn")]
    assert len(found) > 2
    assert len({question.answer.text for question in found}) == len(found)


def pairs(number: int, objects: str = "many", subjects: str = "one") -> FactBase:
    made = relation(match="Match each maker with the film.", objects=objects, subjects=subjects)
    names = {"p0": "Ada Lee", "p1": "Ben Ray", "p2": "Cleo Dae", "p3": "Dan Fox", "p4": "Eve Orr"}
    titles = {"f0": "Dawn", "f1": "Dusk", "f2": "Noon", "f3": "Rain", "f4": "Wind"}
    return base([made], [fact(f"p{n}", "made", f"f{n}") for n in range(number)], names={**names, **titles})


def test_a_match_up_is_three_by_three_and_its_answer_tells_the_pairs() -> None:
    [question] = asked(pairs(3), "match_up")
    assert question.prompt == "Match each maker with the film."
    arranged = question.arrangement
    assert arranged is not None
    assert sorted(arranged.items) == ["Ada Lee", "Ben Ray", "Cleo Dae"]
    assert sorted(arranged.partners) == ["Dawn", "Dusk", "Noon"]
    told = {"Ada Lee – Dawn", "Ben Ray – Dusk", "Cleo Dae – Noon"}
    assert set(question.answer.text.split(" · ")) == told


def test_a_match_up_with_more_than_forty_words_to_read_is_not_asked() -> None:
    long = {f"f{n}": f"{title} {'and so forth ' * 3}" for n, title in enumerate(("Dawn", "Dusk", "Noon"))}
    small = pairs(3)
    entities = {id: replace(entity, name=long.get(id, entity.name)) for id, entity in small.entities.items()}
    assert asked(small, "match_up")
    assert not asked(replace(small, entities=entities), "match_up")


def test_a_request_that_is_a_question_says_after_it_how_many_count() -> None:
    small = base(
        [relation(complete=True, ask_all_subjects="Which people are in {object}?")],
        [fact(who, "made", "dawn") for who in ("ada", "ben")],
    )
    [question] = asked(small, "name_them_all")
    assert question.prompt == "Which people are in Dawn? Name both."


def test_the_level_of_a_match_up_is_that_of_its_second_hardest_pair() -> None:
    small = pairs(3)
    levels = {"p0": 1, "p1": 3, "p2": 2}
    small = replace(small, facts=tuple(replace(fact, level=levels[fact.subject]) for fact in small.facts))
    [question] = asked(small, "match_up")
    assert question.level == 2


def test_pairs_that_could_be_exchanged_are_not_matched() -> None:
    assert not asked(pairs(3, objects="many", subjects="many"), "match_up")


def test_two_questions_have_at_most_one_pair_to_match_in_common() -> None:
    one, other = (set(question.facts) for question in asked(pairs(5), "match_up"))
    assert len(one & other) <= 1


def test_a_pair_that_gives_itself_away_is_left_out() -> None:
    made = relation(match="Match each maker with the film.")
    rows = [
        fact("ada-lee", "made", "the-lee-story"),
        fact("ben-ray", "made", "dusk"),
        fact("cleo-dae", "made", "noon"),
    ]
    assert not asked(base([made], rows), "match_up")
