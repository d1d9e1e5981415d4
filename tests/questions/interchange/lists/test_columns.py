"""Tables of questions: CSV, TSV and XLSX; Kahoot, Kotoba, Anki; headers in anybody's words or none."""

from __future__ import annotations

import pytest

from questions.interchange.lists import Entry, Format
from tests.support.lists import read, reasons, workbook


def entries(name: str, text: str | bytes) -> list[Entry]:
    file = read(name, text)
    assert file.problems == ()
    return [placed.entry for placed in file.entries]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_without_header_has_question_answer_and_wrong_choices(delimiter: str) -> None:
    rows = [("What is one?", "1"), ("Which is two, or so?", "2", "3", "4"), ("What is three?", "III")]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    first, second, _ = entries("a.txt", text)
    assert (first.accepted, first.wrong) == (("1",), ())
    assert (second.prompt, second.accepted, second.wrong) == ("Which is two, or so?", ("2",), ("3", "4"))


def test_a_bar_in_an_answer_parts_its_forms() -> None:
    (entry, _) = entries("a.csv", "Capital?,Paris|Lutetia\nBar?,a\\|b\n")
    assert entry.accepted == ("Paris", "Lutetia")
    assert entries("a.csv", "Capital?,Paris\nBar?,a\\|b\n")[1].accepted == ("a|b",)


def test_answers_may_stand_before_the_questions_that_end_with_a_question_mark() -> None:
    assert [one.prompt for one in entries("a.csv", "Paris,Capital?\nRome,And there?\n")] == [
        "Capital?",
        "And there?",
    ]


def test_a_first_column_that_counts_is_passed_over() -> None:
    assert entries("a.csv", "1,Capital?,Paris\n2,And there?,Rome\n")[1].accepted == ("Rome",)


def test_columns_are_known_by_their_headers_in_any_order() -> None:
    text = (
        "Category;Correct Answer;Question;Difficulty;Incorrect Answers;Explanation;Image URL\n"
        "Geo;Paris;Capital?;Easy;Rome|Lima;Since 987.;https://a.example/x.png\n"
    )
    (entry,) = entries("a.csv", text)
    assert entry == Entry(
        "Capital?",
        ("Paris",),
        ("Rome", "Lima"),
        topic="Geo",
        level=1,
        explanation="Since 987.",
        picture="https://a.example/x.png",
    )


@pytest.mark.parametrize("key", ["2", "B", "b.", "Option 2", "Paris", "2.0"])
def test_the_right_choice_is_named_by_number_letter_or_text(key: str) -> None:
    text = f"Question,Option A,Option B,Option C,Correct\nCapital?,Rome,Paris,Lima,{key}\n"
    (entry,) = entries("a.csv", text)
    assert (entry.accepted, entry.wrong) == (("Paris",), ("Rome", "Lima"))


KAHOOT: list[list[object]] = [
    ["Quiz template"],
    [None, "Add questions, at least two answer alternatives, time limit and choose correct answers."],
    [None],
    [
        None,
        "Question - max 120 characters",
        "Answer 1 - max 75 characters",
        "Answer 2 - max 75 characters",
        "Answer 3 - max 75 characters",
        "Answer 4 - max 75 characters",
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ],
    [1, "Capital of France?", "Berlin", "Paris", "Rome", None, 20, 2],
    [2, "Which is even?", 2, 3, 4.5, 4, 240, "1,4"],
    [3, None, None, None, None, None, None, None],
    [4, "Is it?", True, False, None, None, 20, 9],
]


def test_kahoots_workbook_is_read_with_its_rows() -> None:
    file = read("kahoot.xlsx", workbook(KAHOOT))
    assert (file.format, file.unit) == (Format.KAHOOT, "row")
    assert [(placed.at, placed.entry.accepted, placed.entry.wrong) for placed in file.entries] == [
        (5, ("Paris",), ("Berlin", "Rome")),
        (6, ("2", "4"), ("3", "4.5")),
    ]
    assert reasons(file) == [(8, "“9” is none of the answers")]


def test_choices_without_a_word_on_which_is_right_are_refused() -> None:
    (reason,) = reasons(read("a.csv", "Question,Answer 1,Answer 2\nCapital?,Rome,Paris\n"))
    assert reason == (1, 'no column says which answer is correct; add one with the header "correct"')


KOTOBA = (
    'Question,Answers,Comment,Instructions,Render as\n明日,"あした,あす",Tomorrow,Type the reading!,Image\n'
)


def test_a_deck_of_kotoba_parts_its_answers_by_commas() -> None:
    file = read("deck.csv", KOTOBA)
    assert (file.format, file.problems) == (Format.KOTOBA, ())
    (placed,) = file.entries
    assert placed.entry.prompt == "Type the reading!\n明日"
    assert (placed.entry.accepted, placed.entry.explanation) == (("あした", "あす"), "Tomorrow")


ANKI = """\
#separator:tab
#html:true
#notetype column:1
#deck column:2
#tags column:5
# a comment
Basic	Geo::Europe	<b>Capital</b>&nbsp;of France? <img src='https://a.example/x'>	Paris<br>old	old new
Cloze	Geo	The {{c1::Seine}} flows through {{c2::Paris::a city}}.	A river.
Basic	Geo	"two
lines [sound:a.mp3]"	"said ""so""\"
Basic	Geo	only a front
Basic	Geo	<img src="local.jpg">	A
"""


def test_anki_headers_name_separator_special_columns_and_html() -> None:
    file = read("notes.txt", ANKI)
    assert file.format is Format.ANKI
    france, seine, paris, two = (placed.entry for placed in file.entries)
    assert (france.prompt, france.accepted, france.explanation) == (
        "Capital of France?",
        ("Paris",),
        "old",
    )
    assert (france.topic, france.picture) == ("Europe", "https://a.example/x")
    assert (seine.prompt, seine.accepted) == ("The _____ flows through Paris.", ("Seine",))
    assert (paris.prompt, paris.accepted) == ("The Seine flows through _____ (a city).", ("Paris",))
    assert (two.prompt, two.accepted) == ("two\nlines", ('said "so"',))
    assert [(at, reason[:20]) for at, reason in reasons(file)] == [
        (11, "there is no answer i"),
        (12, "there is no question"),
    ]


@pytest.mark.parametrize("separator", ["Comma", "semicolon", "Pipe", ";", "colon"])
def test_anki_separators_may_be_words_or_signs(separator: str) -> None:
    sign = {"comma": ",", "semicolon": ";", "pipe": "|", ";": ";", "colon": ":"}[separator.lower()]
    file = read("a.txt", f"#separator:{separator}\n#html:false\n#tags:Geo x\na <b>{sign}b\n")
    assert [(placed.at, placed.entry) for placed in file.entries] == [
        (4, Entry("a <b>", ("b",), topic="Geo"))
    ]


def test_anki_columns_with_telling_names_may_stand_in_any_order() -> None:
    file = read("a.txt", "#separator:tab\n#columns:Back\tNr\tFront\tExtra\nParis\t7\tCapital?\tOld.\n")
    (placed,) = file.entries
    assert placed.entry == Entry("Capital?", ("Paris",), explanation="Old.")


def test_cells_of_every_type_are_read_as_their_reader_sees_them() -> None:
    rows: list[list[object]] = [
        ["question", "answer"],
        ["How many?", 365],
        ["Half?", 0.5],
        ["True?", True],
        ["Big?", 1234567890123],
    ]
    accepted = [entry.accepted for entry in entries("a.xlsx", workbook(rows))]
    assert accepted == [("365",), ("0.5",), ("True",), ("1234567890123",)]


def test_markup_of_the_web_is_cleaned_but_a_tag_that_is_asked_for_stays() -> None:
    text = 'question,answer\n"<b>Who</b> said &quot;hi&quot;<br>there?",A&amp;B\nWhat is in <body>?,all\n'
    first, second = entries("a.csv", text)
    assert (first.prompt, first.accepted) == ('Who said "hi"\nthere?', ("A&B",))
    assert second.prompt == "What is in <body>?"


def test_formulas_neutralised_for_spreadsheets_are_read_without_the_quote() -> None:
    assert entries("a.csv", "question,answer\n'=1+1 is?,'-5\n")[0] == Entry("=1+1 is?", ("-5",))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("only one column", 2, "write the question in the first column"),
        ("Q?,", 2, "write the question in the first column"),
        ("Q?,...", 2, "no letter or digit"),
        ("Q?," + "x" * 151, 2, "an answer has at most 150"),
        ('Q?,"a', 2, "cannot be read"),
    ],
)
def test_faulty_rows_are_named_by_line(text: str, line: int, reason: str) -> None:
    file = read("a.csv", f"First?,a\n{text}\nLast?,b\n")
    assert file.entries[0].entry.prompt == "First?"
    assert file.problems[0].at == line
    assert reason in file.problems[0].text
