"""Headers become questions that a quizmaster would ask."""

from __future__ import annotations

import pytest

from questions.facts.model import FactBase
from questions.generators.catalogue import all_questions
from questions.interchange.tables.grid import UnreadableTable, read_grid
from questions.interchange.tables.header import split_header
from questions.interchange.tables.nouns import noun_of_file, plural, singular
from questions.interchange.tables.options import ColumnType, Options
from questions.interchange.tables.pack import pack_of
from questions.interchange.tables.plan import Plan, make_plan
from questions.interchange.tables.report import describe, describe_doubts

VALUES = ["Aba", "Bebo", "Cici", "Dodo", "Efe", "Fufu"]
NUMBERS, COUNTS = ["11", "22", "33", "44", "55", "66"], ["1", "3", "9", "27", "0", "81"]
YEARS = ["1811", "1822", "1833", "1844", "1955", "1966"]
NAMES = ["Lake", "Moss", "Reed", "Fern", "Rill", "Dale"]


def plan_of(text: str, stem: str, **said: object) -> Plan:
    return make_plan(split_header(read_grid(text.encode())), stem, Options(**said))  # type: ignore[arg-type]


def base_of(stem: str, header: str, values: list[str], **said: object) -> FactBase:
    lines = [f"Name;{header}", *(f"{name};{value}" for name, value in zip(NAMES, values, strict=True))]
    return pack_of(plan_of("\n".join(lines), stem, **said), stem, f"{stem}.csv")


def prompts(base: FactBase) -> set[str]:
    return {question.prompt.split("\n")[0] for question in all_questions(base, 0)}


@pytest.mark.parametrize(
    ("stem", "header", "values", "prompt"),
    [
        ("countries", "Capital", VALUES, "What is the capital of Moss?"),
        ("countries", "Capital", VALUES, "Bebo is the capital of which country?"),
        ("countries", "capital_city", VALUES, "What is the capital city of Moss?"),
        (
            "countries",
            "Continent",
            ["Aba", "Aba", "Aba", *VALUES[1:4]],
            "Which continent is Moss in?",
        ),
        ("countries", "Currency", VALUES, "Which currency does Moss use?"),
        ("countries", "Largest city", VALUES, "What is the largest city in Moss?"),
        ("countries", "President", VALUES, "Who is the president of Moss?"),
        ("countries", "Population", NUMBERS, "What is the population of Moss?"),
        ("countries", "Area (km²)", NUMBERS, "What is the area of Moss, in square kilometres?"),
        ("countries", "Area (km²)", NUMBERS, "Which of these countries has the largest area?"),
        ("countries", "Population", NUMBERS, "Which of these countries has the most inhabitants?"),
        ("countries", "Independence", YEARS, "In which year did Moss become independent?"),
        ("countries", "Is landlocked", ["yes", "no"] * 3, "Which of these countries is landlocked?"),
        ("countries", "Landlocked", ["yes", "no"] * 3, "Which of these countries is not landlocked?"),
        ("planets", "Has rings", ["yes", "no"] * 3, "Which of these planets has rings?"),
        ("planets", "Moons", COUNTS, "How many moons does Moss have?"),
        ("emperors", "Reign End", YEARS, "In which year did the reign of Moss end?"),
        ("titles", "date_added", YEARS, "In which year was Moss added?"),
        ("presidents", "start", YEARS, "In which year did Moss take office?"),
        ("races", "# of laps remaining", NUMBERS, "How many laps remaining did Moss have?"),
        ("countries", "Literacy %", NUMBERS, "What is the literacy of Moss, in per cent?"),
        (
            "presidents",
            "Party",
            [*["Whig"] * 3, *VALUES[:3]],
            "Which of these presidents belongs to the Whig party?",
        ),
        ("drivers", "Team", VALUES, "Which team does Moss drive for?"),
        ("tracks", "artist(s)_name", VALUES, "Who recorded Moss?"),
        ("presidents", "Age at inauguration", NUMBERS, "How old was Moss at inauguration?"),
        (
            "rivers",
            "Countries",
            ["Aba / Bebo", "Cici / Bebo", "Aba / Dodo", "Cici", "Dodo / Efe", "Fufu / Bebo"],
            "Which of these countries lies on the Lake?",
        ),
        ("planets", "Number of moons", COUNTS, "Which of these planets has the most moons?"),
        ("composers", "Born", YEARS, "In which year was Moss born?"),
        ("composers", "Date of birth", YEARS, "Which of these composers was born first?"),
        ("composers", "Born in", VALUES, "Where was Moss born?"),
        ("composers", "Known for", VALUES, "What is Moss known for?"),
        ("composers", "Nationality", VALUES, "What nationality is Moss?"),
        ("films", "Director", VALUES, "Who directed Moss?"),
        ("films", "directed_by", VALUES, "Who directed Moss?"),
        ("films", "Year", YEARS, "In which year did Moss come out?"),
        ("mountains", "Height (m)", NUMBERS, "Which of these mountains is the highest?"),
        ("rivers", "Length (km)", NUMBERS, "How long is the Moss, in kilometres?"),
        (
            "people",
            "Height (cm)",
            NUMBERS,
            "Which of these people is the tallest?",
        ),
        ("players", "Goals", NUMBERS, "How many goals did Moss score?"),
        ("planets", "Named after", VALUES, "What is Moss named after?"),
    ],
)
def test_a_header_gives_natural_questions(stem: str, header: str, values: list[str], prompt: str) -> None:
    assert prompt in prompts(base_of(stem, header, values))


@pytest.mark.parametrize(
    ("file", "noun"),
    [
        ("countries", "country"),
        ("european_capitals-2024", "european capital"),
        ("Films", "film"),
        ("data_final", ""),
        ("countriesByArea", "country"),
        ("superheroes", "superhero"),
        ("export", ""),
        ("list_of_rivers", "river"),
        ("people", "person"),
        ("series", "series"),
        ("pokemon", "pokemon"),
        ("netflix_titles", "title"),
        ("vgsales", ""),
    ],
)
def test_what_a_row_is_stands_in_the_name_of_the_file(file: str, noun: str) -> None:
    assert noun_of_file(file) == noun


@pytest.mark.parametrize(
    ("headers", "noun"),
    [
        ("Movie_Title;Director", "movie"),
        ("Series_Title;Director", "film"),
        ("Name;Platform", "game"),
        ("Full Name;Birth Date", "person"),
    ],
)
def test_what_a_row_is_follows_from_what_is_known_of_it(headers: str, noun: str) -> None:
    plan = plan_of("\n".join([headers, "Aba;3 May 1900", "Bebo;4 May 1901"]), "data")
    assert plan.row.noun == noun


def test_numbered_columns_are_one_list() -> None:
    rows = ["Rill;1;5;Aba;Bebo", "Dale;2;6;Cici;", "Fern;3;4;Bebo;Aba"]
    table = "\n".join(["Film;Hit 1;Hit 2;Star1;Star2", *rows])
    plan = plan_of(table, "films")
    assert [column.header for column in plan.columns] == ["Film", "Hit 1", "Hit 2", "Stars"]
    assert plan.columns[3].values == (("Aba", "Bebo"), ("Cici",), ("Bebo", "Aba"))
    assert "Stars: Star1, Star2 are taken as one list" in map(str, plan.remarks)
    kept = plan_of(table, "films", questions={"star1": "Who is first in {subject}?"})
    assert [column.header for column in kept.columns][3:] == ["Star1", "Star2"]


@pytest.mark.parametrize(
    "header", ["Clinched", "% Points", "prior", "in playlists", "released_month", "Sex", "Sp. Atk"]
)
def test_what_would_be_no_english_is_not_asked(header: str) -> None:
    values = NUMBERS if header in ("% Points", "in playlists", "released_month", "Sp. Atk") else VALUES
    assert not base_of("drivers", header, values).relations


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("city", "cities"),
        ("person", "people"),
        ("box", "boxes"),
        ("film", "films"),
        ("church", "churches"),
        ("series", "series"),
        ("day", "days"),
        ("wolf", "wolves"),
        ("football player", "football players"),
    ],
)
def test_nouns_in_singular_and_plural(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one


def test_the_owner_says_what_a_row_is_and_how_to_ask() -> None:
    base = base_of("data", "xq7", VALUES, row=("bog", "bogs"), questions={"xq7": "Who drained {subject}?"})
    assert "Who drained Moss?" in prompts(base)
    assert {kind.plural for kind in base.kinds.values()} >= {"bogs"}
    question = next(each for each in all_questions(base, 0) if each.prompt == "Who drained Moss?")
    assert question.statement == "Who drained Moss? Bebo."


def test_what_cannot_be_said_is_left_out_with_a_reason() -> None:
    plan = plan_of("Name;xq7;Capital\na b;q;Rome\nc d;r;Oslo\n", "data")
    assert plan.left_out["xq7"].startswith("its header cannot be said")
    assert [doubt.option for doubt in plan.doubts] == ["--row", "--ask"]
    lines = list(describe_doubts(plan))
    assert '--row "country|countries"' in lines[0]
    assert '--ask "xq7=QUESTION"' in lines[1]


@pytest.mark.parametrize(
    ("stem", "header"), [("dishes", "Spiciness"), ("games", "Difficulty"), ("novels", "Pages")]
)
def test_what_is_a_matter_of_taste_or_of_the_edition_is_asked_only_by_request(stem: str, header: str) -> None:
    text = f"Name;{header}\n" + "".join(
        f"{name};{number}\n" for name, number in zip(NAMES, NUMBERS, strict=True)
    )
    plan = plan_of(text, stem)
    assert "ask about it with --ask" in plan.left_out[header]
    assert not plan_of(text, stem, questions={header: "What is it for {subject}?"}).left_out


def test_what_the_dead_did_is_in_the_past() -> None:
    rows = [f"{name};{year};flute" for name, year in zip(NAMES[:3], YEARS, strict=False)]
    rows += [f"{name};{year};harp" for name, year in zip(NAMES[3:], YEARS, strict=False)]
    base = pack_of(plan_of("\n".join(["Composer;Died;Instrument", *rows]), "composers"), "c", "c.csv")
    assert "Which of these composers played the harp?" in prompts(base)


def test_none_of_a_count_is_said_in_words_and_not_asked_for() -> None:
    questions = all_questions(base_of("planets", "Moons", COUNTS), 0)
    told = " ".join(question.statement for question in questions)
    assert "no moons" in told
    assert "0 moons" not in told
    assert not any(question.answer.text == "0" for question in questions)


def test_the_dry_run_tells_of_every_column() -> None:
    text = "Country;ISO code;Capital;People\nPeru;PE;Lima;34\nChile;CL;Santiago;?\nBolivia;BO;Sucre;12\n"
    plan = plan_of(text, "countries")
    lines = list(describe(plan, pack_of(plan, "countries", "countries.csv")))
    assert lines[0] == "3 countries, named by the column 'Country'."
    assert "People – numbers, 1 unknown: 34, 12" in lines
    assert "    not asked: ids and keys are never asked" in lines
    assert any(line.startswith("    asked: What is the capital of …?") for line in lines)


def test_a_type_may_be_said_and_a_column_that_is_not_there_may_not() -> None:
    base = base_of("countries", "Anthem", VALUES, columns={"anthem": ColumnType.SKIP})
    assert not base.facts
    with pytest.raises(UnreadableTable, match="there is no column 'Antem'; there are Name, Anthem"):
        base_of("countries", "Anthem", VALUES, columns={"Antem": ColumnType.SKIP})


def test_unknown_cells_prove_nothing() -> None:
    text = "Country;Continent\n" + "\n".join(
        f"{name};{value}"
        for name, value in zip(NAMES, ["Asia", "Asia", "Europe", "?", "Africa", "Oceania"], strict=True)
    )
    base = pack_of(plan_of(text, "countries"), "countries", "countries.csv")
    assert not base.relations["continent"].complete
    for question in all_questions(base, 0):
        assert question.kind not in ("name_them_all", "how_many")
        assert "Fern" not in {choice.text for choice in question.choices}


@pytest.mark.parametrize("unknown", ["", "?"])
def test_a_list_with_an_empty_cell_still_makes_questions(unknown: str) -> None:
    rows = ["Thai; Lao", "Lao; Khmer", "Khmer; Malay", unknown, "Malay; Thai", "Dutch; Lao"]
    base = base_of("countries", "Languages", rows)
    assert not base.relations["languages"].complete
    asked = [question for question in all_questions(base, 0) if question.kind == "which_of_these"]
    assert asked
    assert all("Fern" not in {choice.text for choice in question.choices} for question in asked)


def test_a_value_that_is_unique_in_the_table_alone_is_not_asked_back() -> None:
    asked = prompts(base_of("countries", "Discovered by", VALUES))
    assert "Who discovered Moss?" in asked
    assert not any(prompt.startswith("Which country did") for prompt in asked)


def test_the_best_known_come_first() -> None:
    lines = ["Country;Capital;People", *(f"Land {at};Town {at};{1000 - at}" for at in range(600))]
    base = pack_of(plan_of("\n".join(lines), "countries", fame="People"), "countries", "countries.csv")
    levels = {fact.subject: fact.level for fact in base.facts}
    assert (levels["land-0"], levels["land-200"], levels["land-500"]) == (1, 2, 3)
    interest = {fact.subject: base.interest(fact) for fact in base.facts if fact.relation == "capital"}
    assert interest["land-0"] > interest["land-200"] > interest["land-500"]


def test_a_row_that_is_called_by_its_year_may_be_answered_with_the_year() -> None:
    base = pack_of(plan_of("Year;Winner\n1998;France\n2002;Brazil\n", "world-cups"), "cups", "cups.csv")
    cup = base.entities["the-1998-world-cup"]
    assert (cup.name, cup.aliases) == ("the 1998 World Cup", ("1998",))


def test_twins_are_told_apart_or_left_out() -> None:
    rows = ["Ash;Ohio;1", "Ash;Utah;2", "Elm;Ohio;3", "Elm;Ohio;3", "Oak;Iowa;?", "Oak;Iowa;?", "Oak;Iowa;7"]
    plan = plan_of("\n".join(["Town;State;Size", *rows]), "towns")
    assert plan.names.texts == ("Ash (Ohio)", "Ash (Utah)", "Elm", None, None, None, None)
    assert [str(remark) for remark in plan.names.remarks] == [
        "row 2, Town: 'Ash' stands on rows 2, 3, told apart by State",
        "row 4, Town: 'Elm' stands on rows 4, 5, with the same values; taken once",
        "row 6, Town: 'Oak' stands on rows 6, 7, 8, and nothing tells them apart; left out",
    ]


def test_twins_are_rather_told_apart_by_the_year_than_by_anything_else() -> None:
    rows = ["King Kong;Cooper;1933", "King Kong;Jackson;2005", "Alien;Scott;1979"]
    plan = plan_of("\n".join(["Film;Director;Year", *rows]), "films")
    assert plan.names.texts == ("King Kong (1933)", "King Kong (2005)", "Alien")


def test_numbers_told_as_a_count_that_are_none_are_only_compared() -> None:
    base = base_of("games", "EU sales", ["1.5", "2.25", "3", "4", "5", "6"])
    assert "Which of these games has the most EU sales?" in prompts(base)
    assert not any(prompt.startswith("How many EU sales") for prompt in prompts(base))


def test_links_between_rows_make_questions_over_two_steps() -> None:
    kings = ["Ann", "Bob", "Cyd", "Dan", "Eve", "Fay"]
    rows = [f"{name};{after};The {name}ish" for name, after in zip(kings, [*kings[1:], "?"], strict=True)]
    base = pack_of(plan_of("\n".join(["King;Successor;Nickname", *rows]), "kings"), "kings", "kings.csv")
    assert base.relations["successor"].object == base.relations["successor"].subject
    assert any(question.kind == "two_steps" for question in all_questions(base, 0))
