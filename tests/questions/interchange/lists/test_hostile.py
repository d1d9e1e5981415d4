"""Files that are broken, mislabelled, in other encodings, or made to do harm."""

from __future__ import annotations

import zipfile
from io import BytesIO
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.files import read_file
from questions.interchange.lists import Entry, Format, ListFile, read_list
from questions.interchange.lists.decoding import MAX_BYTES
from questions.interchange.lists.entry import MAX_ENTRIES
from tests.support.lists import many_entries, read, reasons, workbook, workbook_of

SECONDS = 15
"""A guard against what takes minutes, on a busy machine."""


def check(file: ListFile) -> None:
    """Only sound entries and problems in words came out."""
    for placed in file.entries:
        entry = placed.entry
        assert placed.at >= 1
        assert entry.prompt
        assert all(entry.answers)
        assert entry.answers
        assert "\0" not in entry.prompt
        entry.prompt.encode()
    for problem in file.problems:
        assert problem.at >= 1
        assert problem.text.isprintable()
        assert problem.text
    assert file.entries or file.problems


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_files_in_other_encodings_are_read(encoding: str) -> None:
    text = "question,answer\nWhat is a café?,a “house” for coffee\nWho is it?,José\n" * 3
    file = read("a.csv", text.encode(encoding))
    assert file.entries[0].entry.prompt == "What is a café?"
    assert file.entries[1].entry.accepted == ("José",)
    assert bool(file.problems) == (encoding == "cp1252")


def test_a_guessed_encoding_is_named_with_the_first_line_that_needed_it() -> None:
    (reason,) = reasons(read("a.csv", "question,answer\nWho?,Ann\nWho else?,José\n".encode("cp1252")))
    assert reason == (3, "this file is not UTF-8 and was read as cp1252; look at its accented letters")


def test_cyrillic_of_old_windows_is_read() -> None:
    text = (
        "question,answer\n"
        + "Какая самая длинная река в Европе?,Волга\nКто написал роман Война и мир?,Лев Толстой\n" * 5
    )
    assert read("a.csv", text.encode("cp1251")).entries[0].entry.accepted == ("Волга",)


def test_nul_bytes_are_left_out_and_named() -> None:
    file = read("a.csv", "Who?,Ann\nWho else?,B\0ob\n" + "x?,y\n" * 100)
    assert file.entries[1].entry.accepted == ("Bob",)
    assert reasons(file)[0] == (2, "this file holds NUL bytes, which were left out")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"", "the file is empty"),
        ("a.csv", b" \n\n ", "the file is empty"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20 + b"\0" * 4000, "not a text file"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "save it as XLSX or CSV"),
        ("a.xlsx", b"PK\x03\x04" + b"x" * 500, "this workbook is damaged"),
        ("a.xlsx", workbook([]), "no filled cells"),
        ("a.csv", b"x" * (MAX_BYTES + 1), "split it into files"),
        ("a.yaml", b"\xff\xfe\x00", "in none of the known formats"),
    ],
)
def test_a_file_without_questions_says_what_it_is(name: str, data: bytes, reason: str) -> None:
    file = read(name, data)
    check(file)
    assert reason in " ".join(text for _, text in reasons(file))


def zipped(name: str, content: bytes) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return data.getvalue()


FAR = (
    '<worksheet><sheetData><row r="1"><c r="A1"/></row><row r="{}"><c r="{}"/></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped("xl/worksheets/sheet1.xml", b"\0" * 70_000_000), "unpacks to more than 64 MiB"),
        (workbook_of(FAR.format(1048576, "XFD1048576")), "spans more than"),
        (workbook_of(FAR.format(1048576, "B2").replace("A1", "ZZ1")), "spans more than"),
        (workbook_of("<!DOCTYPE a [<!ENTITY b 'cc'><!ENTITY d '&b;&b;'>]><worksheet>&d;</worksheet>"), ""),
        (workbook_of("<worksheet><sheetData><row><c"), ""),
    ],
)
def test_bombs_in_workbooks_do_not_go_off(data: bytes, reason: str) -> None:
    assert len(data) < 100_000
    file = read("a.xlsx", data)
    check(file)
    assert reason in file.problems[0].text


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("a.json", "red"),
        ("a.xlsx", "red"),
        ("a.csv", "lakeys"),
        ("a", "aiken"),
        ("a.yaml", "gift"),
        ("a.txt", "opentdb"),
    ],
)
def test_the_content_decides_where_the_extension_is_wrong(name: str, right: str) -> None:
    texts = {
        "red": "AUTHOR: Kim\nWho?:\n- Ann\n",
        "lakeys": "questions:\n- question: Q?\n  correct_answer: a\n  incorrect_answers: [b]\n",
        "aiken": "Q?\nA. x\nB. y\nANSWER: A\n",
        "gift": "::t::Who {=Ann ~Bob}?\n",
        "opentdb": '[{"question": "Q?", "correct_answer": "a", "incorrect_answers": ["b"]}]',
    }
    file = read(name, texts[right])
    assert file.format == right
    assert len(file.entries) == 1


def test_a_pack_takes_no_more_than_its_limit() -> None:
    file = read("a.csv", "".join(f"What is {number}?,{number}\n" for number in range(MAX_ENTRIES + 5)))
    assert len(file.entries) == MAX_ENTRIES
    assert reasons(file) == [(MAX_ENTRIES + 1, "a pack has at most 20,000 questions; the rest was left out")]


LONG = 2 * 1024 * 1024
HUGE = {
    "one line": b"x" * LONG,
    "commas": b"," * LONG,
    "quotes": b'"' * LONG,
    "quoted lines": b'"\n' * (LONG // 2),
    "json list": b"[" + b"1," * (LONG // 2 - 1) + b"1]",
    "json braces": b'{"a":' * (LONG // 5),
    "yaml flow": b"a: " + b"[" * (LONG // 2),
    "yaml keys": b"? " * (LONG // 2),
    "yaml dashes": b"a:\n" + b"- " * (LONG // 2),
    "yaml text": b"a: " + b"b c" * (LONG // 3),
    "tags": b"<b>" * (LONG // 3),
    "open tags": b"<img " * (LONG // 5),
    "entities": b"&amp;" * (LONG // 5),
    "clozes": b"#separator:tab\n" + b"{{c1::" * (LONG // 6),
    "gift": b"::" * (LONG // 4) + b"{=~" * (LONG // 6),
    "links": b"q " + b"https://a.b/" * (LONG // 12),
    "lines": b"a\n" * (LONG // 2),
    "braces": b"{=a}\n\n" * (LONG // 6),
    "answers": b"ANSWER: A\n" * (LONG // 10),
    "latin": "é".encode("cp1252") * LONG,
}


@pytest.mark.parametrize("name", HUGE)
def test_a_large_file_of_one_thing_is_read_in_bounded_time(name: str) -> None:
    began = process_time()
    check(read_list("a.yaml" if name.startswith("yaml") else "a.csv", HUGE[name]))
    assert process_time() - began < SECONDS


FRAGMENTS = {
    Format.GUMSHOE: [
        '{"gumshoe": 1, "questions": [',
        '{"question": "Q?", "answers": ["a"]}',
        '"level": 9',
        "]}",
        ",",
    ],
    Format.RED: [
        "Q?:\n",
        "- a\n",
        "AUTHOR: x\n",
        "&a ",
        "*a",
        "!!x ",
        "{",
        "[",
        "? ",
        ": ",
        "'",
        '"',
        "|\n ",
    ],
    Format.OPENTDB: [
        '{"results": [',
        '{"question": "Q?", "correct_answer": "a", "incorrect_answers": ["b"]}',
        "%20",
        ",",
    ],
    Format.LAKEYS: [
        "questions:\n",
        "- question: Q?\n",
        "  correct_answer: a\n",
        "  incorrect_answers: [b]\n",
        "  ",
    ],
    Format.LANCEBOT: [
        '{"a": [',
        '{"id": 1, "question": "Q?", "answer": "a, b"}',
        "]",
        "}",
        ",",
        '"answer": {}',
    ],
    Format.QUIZBOWL: [
        '{"tossups": [',
        '{"question": "Q?", "answer": "<b>a</b> [or b"}',
        '{"parts": ["a"]}',
        ",",
        "]}",
    ],
    Format.ANKI: [
        "#separator:tab\n",
        "#html:true\n",
        "#tags column:3\n",
        "a\tb\n",
        "{{c1::a}}",
        '"',
        "<img src=",
        "\t",
    ],
    Format.GIFT: [
        "Q? ",
        "{",
        "}",
        "=a ",
        "~b ",
        "#",
        "->",
        "%50%",
        "::",
        "\\",
        "\n\n",
        "..",
        "T",
        "$CATEGORY: a\n",
    ],
    Format.AIKEN: ["Q?\n", "A. x\n", "B) y\n", "ANSWER: A\n", "\n", "ANSWER:"],
    Format.KOTOBA: ["Question,Answers,Comment,Instructions,Render as\n", "a,b\n", '"', ",", "\n"],
    Format.KAHOOT: ["Question,Answer 1,Answer 2,Correct\n", "a,b,c,2\n", '"', ",", "9", "\n"],
    Format.TABLE: [
        "question,answer\n",
        "a,b\n",
        '"',
        ",",
        "|",
        "\\|",
        "\t",
        ";",
        "'=",
        "\n",
        "&amp;",
        "<br>",
    ],
}


FRAGMENTS[Format.THINGS] = [*FRAGMENTS[Format.TABLE], "Country,Capital,Area (km²)", "\n", "Peru,Lima,7"]


@pytest.mark.parametrize("format", Format)
@given(data=st.data())
@settings(max_examples=60)
def test_anything_like_a_format_gives_only_questions_or_problems(format: Format, data: st.DataObject) -> None:
    piece = st.one_of(
        st.sampled_from(FRAGMENTS[format]),
        st.text(max_size=8),
        st.sampled_from(["\0", "\r", "\u2028"]),
    )
    text = "".join(data.draw(st.lists(piece, max_size=25)))
    raw = text.encode(data.draw(st.sampled_from(["utf-8", "utf-16", "cp1252"])), "replace")
    named = data.draw(st.sampled_from([None, format]))
    check(read_file(data.draw(st.sampled_from(["a", "a.yaml", "a.csv", "a.json", "a.xlsx"])), raw, named))


@given(
    st.binary(max_size=400), st.sampled_from([None, *Format]), st.sampled_from(["a.txt", "a.yaml", "a.xlsx"])
)
@settings(max_examples=200)
def test_any_bytes_give_only_questions_or_problems(data: bytes, format: Format | None, name: str) -> None:
    check(read_list(name, data, format))


SOUND_BOOK = workbook([["question", "answer"], ["Who?", "Ann"], ["How many?", 5]])


@given(
    st.lists(st.tuples(st.integers(0, len(SOUND_BOOK) - 1), st.integers(0, 255)), max_size=6), st.booleans()
)
@settings(max_examples=150)
def test_a_damaged_workbook_gives_only_questions_or_problems(
    damage: list[tuple[int, int]], cut: bool
) -> None:
    data = bytearray(SOUND_BOOK)
    for at, byte in damage:
        data[at] = byte
    check(read_list("a.xlsx", bytes(data[: len(data) // 2] if cut else data)))


XML = [
    "<row>",
    '<row r="3">',
    "</row>",
    '<c r="A1">',
    '<c r="ZZZ9" t="s">',
    "<c>",
    "</c>",
    "<v>1</v>",
    "<v>x</v>",
    "<is><t>a</t></is>",
]


@given(st.lists(st.sampled_from(XML), max_size=20))
@settings(max_examples=100)
def test_any_sheet_gives_only_questions_or_problems(pieces: list[str]) -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    check(
        read_list(
            "a.xlsx",
            workbook_of(f'<worksheet xmlns="{main}"><sheetData>{"".join(pieces)}</sheetData></worksheet>'),
        )
    )


def test_made_up_entries_are_all_different() -> None:
    made: list[Entry] = many_entries(500)
    assert len({entry.prompt for entry in made}) == 500
