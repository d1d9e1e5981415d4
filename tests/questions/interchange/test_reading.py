"""Bytes to columns: encodings, headers, cells and what was not understood."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.dates import PartialDate
from questions.generators.catalogue import all_questions
from questions.interchange.tables import cells
from questions.interchange.tables.columns import Column, read_columns
from questions.interchange.tables.grid import UnreadableTable, read_grid
from questions.interchange.tables.header import RawTable, split_header
from questions.interchange.tables.options import ColumnType, Options
from questions.interchange.tables.pack import pack_of
from questions.interchange.tables.plan import make_plan
from tests.support.workbook import workbook


def table_of(text: str) -> RawTable:
    return split_header(read_grid(text.encode()))


def column_of(header: str, *texts: str, options: Options | None = None) -> Column:
    lines = [f"Thing\t{header}", *(f"thing {at}\t{text}" for at, text in enumerate(texts))]
    return read_columns(table_of("\n".join(lines)), options or Options())[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_any_usual_encoding(encoding: str) -> None:
    text = "City,Country\nKöln,Germany\nMálaga,Spain\nOrléans,France\nGöteborg,Sweden\nÅrhus,Denmark\n"
    grid = read_grid(text.encode(encoding))
    assert [cells[0] for _, cells in grid.rows[1:]] == ["Köln", "Málaga", "Orléans", "Göteborg", "Århus"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = ["Country|Capital|People", "Peru|Lima|34", "Chile|Santiago|19"]
    grid = read_grid("\n".join(rows).replace("|", delimiter).encode())
    assert grid.rows[1] == (2, ("Peru", "Lima", "34"))


def test_rows_keep_their_number_in_the_file_over_cells_of_several_lines_and_blank_rows() -> None:
    grid = read_grid(b'A,B\n"one\ntwo",x\n\nfour,y\n')
    assert [number for number, _ in grid.rows] == [1, 2, 5]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "there is no table in it"),
        (b"\0\1\2\3", "this is no text"),
        (b"1,2,3\n4,5,6\n", "no row of headers"),
        (b"Name\nPeru\n", "no row of headers"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "cannot be read"),
        (b"Name,Capital\n", "there is no table in it"),
        (b'Name,Capital\n"' + b"x" * 200_000, "close its quotes"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableTable, match=problem):
        split_header(read_grid(data))


def test_a_workbook_that_unpacks_to_far_more_than_it_holds_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/x.xml", "w") as entry:
        for _ in range(300):
            entry.write(b"0" * 2**20)
    with pytest.raises(UnreadableTable, match="far too large"):
        read_grid(file.getvalue())


def test_a_sheet_may_be_named() -> None:
    data = workbook([["Country", "Capital"], ["Peru", "Lima"]])
    assert read_grid(data, "Data").rows[1] == (2, ("Peru", "Lima"))
    with pytest.raises(UnreadableTable, match="no sheet 'Sheet2'; there are Data"):
        read_grid(data, "Sheet2")


def test_a_title_notes_totals_and_stray_cells_are_told_of() -> None:
    table = table_of(
        "My countries,,\nCountry,Capital,People\n"
        "Peru,Lima,34,stray\nChile,Santiago,19\nTotal,,53\nSource: me,,\n"
    )
    assert (table.title, table.headers) == ("My countries", ("Country", "Capital", "People"))
    assert [row[0] for _, row in table.rows] == ["Peru", "Chile"]
    assert [str(remark) for remark in table.remarks] == [
        "row 1: above the header; not a row of the table",
        "row 3: 'stray' stands beyond the last header; left out",
        "row 5: a total, not a row of its own; left out",
        "row 6: a note or a heading, not a row of its own; left out",
    ]


def test_two_rows_of_headers_become_one() -> None:
    table = table_of(
        "Team,Medals,,Population,\n,Gold,Silver,2010,2020\nUruk,3,4,120,130\nUr,5,6,99,98\nEridu,1,2,77,76\n"
    )
    assert table.headers == ("Team", "Gold medals", "Silver medals", "Population 2010", "Population 2020")
    assert len(table.rows) == 3


@pytest.mark.parametrize("text", ["", "-", "–", "?", "n/a", "N/A", "NA", "#N/A", "unknown", "…"])
def test_cells_that_say_nothing(text: str) -> None:
    assert cells.is_unknown(cells.without_footnotes(text))


@pytest.mark.parametrize("text", ["0", "no", "Na", "Nil Island", "✓", "[1]"])
def test_cells_that_say_something(text: str) -> None:
    assert not cells.is_unknown(text)


@pytest.mark.parametrize(
    ("text", "plain"), [("Peru[2]", "Peru"), ("Peru *", "Peru"), ("12 km²", "12 km²"), ("Ur†[a]", "Ur")]
)
def test_footnote_marks_are_no_part_of_a_cell(text: str, plain: str) -> None:
    assert cells.without_footnotes(text) == plain


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["1,234", "56"], ["1234", "56"]),
        (["1 234", "5\u202f678,5"], ["1234", "5678.5"]),
        (["1.234,5", "7,5"], ["1234.5", "7.5"]),
        (["12.5 %", "3 %"], ["12.5", "3"]),
        (["$3.2M", "$450k"], ["3200000", "450000"]),
        (["~8,849 m", "6,190 m"], ["8849", "6190"]),
        (["5 t", "300 kg", "450 kg"], ["5000", "300", "450"]),
        (["-38.8", "−7.2"], ["-38.8", "-7.2"]),
        (["3.2 million", "1.1 billion"], ["3200000", "1100000000"]),
    ],
)
def test_numbers_in_the_ways_that_tables_write_them(texts: list[str], numbers: list[str]) -> None:
    column = column_of("Size", *texts)
    assert column.type is ColumnType.NUMBER
    assert list(column.values) == [Decimal(number) for number in numbers]


def test_a_number_in_another_unit_is_not_understood() -> None:
    column = column_of("Height", "12 m", "15 m", "9 m", "40 ft", "20 m")
    assert column.values[3] is None
    assert [str(remark) for remark in column.remarks] == [
        "row 5, Height: '40 ft' not understood: no number in m"
    ]


@pytest.mark.parametrize(
    ("header", "number"),
    [("People (thousands)", "5000"), ("GDP ($ bn)", "5000000000"), ("Height in m", "5"), ("Length, km", "5")],
)
def test_the_header_says_scale_and_unit(header: str, number: str) -> None:
    assert column_of(header, "5", "7").values[0] == Decimal(number)


@pytest.mark.parametrize(
    ("texts", "dates"),
    [
        (["28/07/1821", "03/04/1822"], ["1821-07-28", "1822-04-03"]),
        (["07/28/1821", "03/04/1822"], ["1821-07-28", "1822-03-04"]),
        (["03/04/1822", "05/06/1911"], ["1822", "1911"]),
        (["04/04/1822", "05/06/1911"], ["1822-04-04", "1911"]),
        (["21 March 1685", "Dec 1770", "1770-12-17"], ["1685-03-21", "1770-12", "1770-12-17"]),
        (["May 3, 1999", "Sept. 1801"], ["1999-05-03", "1801-09"]),
        (["1. Mai 1999", "3. Oktober 1990"], ["1999-05-01", "1990-10-03"]),
    ],
)  # fmt: skip
def test_dates_in_their_orders_and_forms(texts: list[str], dates: list[str]) -> None:
    assert [str(value) for value in column_of("Founded", *texts).values] == dates


def test_an_order_that_the_column_does_not_tell_is_told_by_the_owner() -> None:
    column = column_of("Founded", "03/04/1822", "05/06/1911", options=Options(date_order="mdy"))
    assert column.values[0] == PartialDate(1822, 3, 4)
    assert not column.ambiguous
    assert column_of("Founded", "03/04/1822", "05/06/1911").ambiguous


@pytest.mark.parametrize(
    ("header", "texts", "type"),
    [
        ("Landlocked", ["yes", "no", "Yes"], ColumnType.YES_NO),
        ("Is open", ["1", "0", "1"], ColumnType.YES_NO),
        ("Moons", ["1", "0", "2"], ColumnType.NUMBER),
        ("Languages", ["Thai", "French, German", "Dutch, French"], ColumnType.LIST),
        ("Seat", ["Lima, Peru", "Bonn, Germany", "Oslo, Norway"], ColumnType.TEXT),
        ("Homepage", ["https://a.example", "https://b.example"], ColumnType.LINK),
        ("ISO code", ["PE", "CL"], ColumnType.ID),
        ("movieID", ["1", "2"], ColumnType.ID),
        ("Zip", ["01234", "04555"], ColumnType.ID),
        ("Year", ["1999", "2001"], ColumnType.DATE),
        ("Visitors", ["1999", "2001"], ColumnType.NUMBER),
        ("Rank", ["1", "2"], ColumnType.RANK),
        ("Plot", ["A long tale " * 8, "Another one " * 8], ColumnType.FREE_TEXT),
        ("Notes", ["", "?"], ColumnType.SKIP),
        ("Weight (kg)", ["21-24", "10 – 12", "7 to 9"], ColumnType.RANGE),
        ("Score", ["2-1", "1-3", "0-1", "3-0"], ColumnType.TEXT),
        ("Country", ["Peru", "Peru, Chile", "Fiji, Peru", "Fiji"], ColumnType.LIST),
        ("Artist(s)", ["Aba, Bebo", "Aba", "Cici"], ColumnType.LIST),
    ],
)
def test_the_type_of_a_column_is_found_from_its_cells(
    header: str, texts: list[str], type: ColumnType
) -> None:
    assert column_of(header, *texts).type is type


def test_a_list_may_be_written_as_programs_write_it() -> None:
    column = column_of("Genres", "['Drama', 'Crime']", "['Drama']", "[]")
    assert column.values == (("Drama", "Crime"), ("Drama",), None)


def test_a_category_of_many_spellings_is_one_and_a_slip_is_left_out() -> None:
    column = column_of("Continent", *["Europe"] * 6, "EUROPE", "Eurpoe", "Asia")
    assert column.values == (*["Europe"] * 7, None, "Asia")
    assert [str(remark) for remark in column.remarks] == [
        "Continent: 'Europe', 'EUROPE' are taken as one: 'Europe'",
        "row 9, Continent: 'Eurpoe' may be a slip for 'Europe'; left out",
    ]


@pytest.mark.parametrize("formula", ["=1+1", "=HYPERLINK(A1)"])
def test_a_formula_says_nothing(formula: str) -> None:
    assert column_of("Motto", formula, "Onwards").values == (None, "Onwards")


CELL = st.one_of(
    st.sampled_from(["", "Peru", "1,234", "1.234,5", "03/04/2019", "yes", "no", "?", "a; b", "=x", '"']),
    st.sampled_from(["{subject}", "5 km", "1999", "the Nile", "-3", "x" * 130]),
    st.text(max_size=8),
)  # fmt: skip


def played(data: bytes) -> None:
    """Nothing comes of it but a pack, whose questions can be made, or a plain refusal."""
    try:
        plan = make_plan(split_header(read_grid(data)), "things", Options())
    except UnreadableTable:
        return
    for _ in all_questions(pack_of(plan, "fuzz", "things.csv"), 0):
        pass


@given(st.binary(max_size=200))
def test_any_bytes_give_a_pack_or_a_refusal(data: bytes) -> None:
    played(data)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=2, max_size=7), st.sampled_from(",;\t"))
def test_any_cells_give_a_pack_or_a_refusal(rows: list[list[str]], delimiter: str) -> None:
    lines = [delimiter.join(row) for row in rows]
    played(
        "\n".join(["Name" + delimiter + "Capital" + delimiter + "Size", *lines]).encode("utf-8", "replace")
    )
