from __future__ import annotations

import pytest

from questions.judging.answerline import read_line


@pytest.mark.parametrize(
    ("line", "main", "accepted", "prompts", "refused"),
    [
        ("<b><u>Nile</u></b>", ["Nile"], [], [], []),
        ("ANSWER: Nile River (2)", ["Nile River"], [], [], []),
        ("**Nile** [or __Iteru__; prompt on _river_]", ["Nile"], ["Iteru"], ["river"], []),
        ("{Nile} or {Iteru} &lt;Geography, AB&gt;", ["Nile", "Iteru"], [], [], []),
        (
            "Nile [accept Iteru, Blue Nile, or White Nile]",
            ["Nile"],
            ["Iteru", "Blue Nile", "White Nile"],
            [],
            [],
        ),
        ("Nile (do not accept or prompt on “Congo” or “Niger”)", ["Nile"], [], [], ["Congo", "Niger"]),
        (
            "Nile [accept Iteru; but do not accept Amazon, prompt on delta]",
            ["Nile"],
            ["Iteru"],
            ["delta"],
            ["Amazon"],
        ),
        ("Nile [or equivalents] (It flows north through ten countries.)", ["Nile"], [], [], []),
        ('Nile [anti-prompt on White Nile by asking "of what?"]', ["Nile"], [], ["White Nile"], []),
        ("Nile; accept Iteru; reject Congo", ["Nile"], ["Iteru"], [], ["Congo"]),
        ("", [], [], [], []),
    ],
)
def test_each_directive_takes_its_forms(
    line: str, main: list[str], accepted: list[str], prompts: list[str], refused: list[str]
) -> None:
    read = read_line(line)
    assert [form.text for form in read.main] == main
    assert [form.text for form in read.accepted] == accepted
    assert [form.text for form in read.prompts] == prompts
    assert [form.text for form in read.refused] == refused


def test_marked_parts_of_words_are_kept_with_the_word() -> None:
    [form] = read_line("burning <b><u>tree</u></b>s <u>of</u> <b><u>oak</u></b>").main
    assert form.required == (("trees", "tree"), ("oak", "oak"))


def test_a_condition_hangs_on_the_words_of_the_question() -> None:
    form, other = read_line(
        "Nile [accept Iteru until “Egypt” is read, but prompt after; or Blue Nile before mention]"
    ).accepted
    assert (form.text, form.until, form.prompt_after) == ("Iteru", "Egypt", True)
    assert (other.text, other.until, other.prompt_after) == ("Blue Nile", "", False)


@pytest.mark.parametrize(
    "directive", ["accept either", "accept either underlined portion", "accept any part"]
)
def test_either_part_may_be_enough(directive: str) -> None:
    assert read_line(f"<u>Boston</u> <u>Celtics</u> [{directive}]").either


@pytest.mark.parametrize(
    "directive", ["prompt on partial answer", "prompt on a partial", "prompt on either name"]
)
def test_any_part_may_be_close(directive: str) -> None:
    assert read_line(f"Boston Celtics [{directive}]").partial


def test_the_question_to_ask_comes_with_a_prompted_form() -> None:
    [form] = read_line("Nile [prompt on <u>river</u> by asking “which one?”]").prompts
    assert (form.text, form.asking) == ("river", "which one?")
