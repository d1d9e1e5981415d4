"""The tables of the tests, and what their cells say, read by other code than the product's.

Each table says what its columns hold; ``stated`` reads the cells accordingly, as simply as may be.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from tests.support.raw_pack import MONTHS
from tests.support.workbook import workbook

FOLDER = Path(__file__).parents[1] / "tables"
NOTHING = ("", "-", "–", "?", "n/a")

MOUNTAINS: Sequence[Sequence[str | float | None]] = [
    ["The highest mountains", None, None, None, None, None],
    ["Mountain", "Height", None, "Where", None, "First ascent"],
    [None, "m", "ft", "Range", "Country", None],
    ["Mount Everest", 8849.0, 29032.0, "Himalayas", "Nepal", 1953.0],
    ["K2", 8611.0, 28251.0, "Karakoram", "Pakistan", 1954.0],
    ["Kangchenjunga", 8586.0, 28169.0, "Himalayas", "Nepal", 1955.0],
    ["Aconcagua", 6961.0, 22838.0, "Andes", "Argentina", 1897.0],
    ["Denali", 6190.0, 20310.0, "Alaska Range", "United States", 1913.0],
    ["Kilimanjaro", 5895.0, 19341.0, None, "Tanzania", 1889.0],
    ["Elbrus", 5642.0, 18510.0, "Caucasus", "Russia", 1874.0],
    ["Mont Blanc", 4806.0, 15766.0, "Alps", "France", 1786.0],
    ["Matterhorn", 4478.0, 14692.0, "Alps", "Switzerland", 1865.0],
    ["Mount Kosciuszko", 2228.0, 7310.0, "Great Dividing Range", "Australia", "n/a"],
    ["Mount Fuji", 3776.0, 12389.0, None, "Japan", None],
    ["Mount Kenya", 5199.0, 17057.0, None, "Kenya", 1899.0],
]


@dataclass(frozen=True)
class RawTable:
    """A table: its file, the line of its header, and by header what a column holds: "text", "list;" with what
    parts it, "number", "number*1000", "german", "mdy", "dmy", "date", "yesno".

    ``names`` is the column of names, ``left_out`` the lines below the header that are no rows; ``called``
    says how a name is written in the pack where that is not plain from the cell.
    """

    file: str
    names: str
    columns: Mapping[str, str]
    header: int = 1
    delimiter: str = ","
    encoding: str = "utf-8"
    left_out: tuple[int, ...] = ()
    called: str = "{}"
    twins: Mapping[str, str] = field(default_factory=dict)  # name -> the column that tells its twins apart
    unread: tuple[tuple[int, str], ...] = ()
    relations: Mapping[str, str] = field(default_factory=dict)  # header -> relation, where not plain

    @property
    def data(self) -> bytes:
        if self.file.endswith(".xlsx"):
            return workbook(MOUNTAINS, ("B2:C2", "D2:E2"))
        return (FOLDER / self.file).read_bytes()

    def rows(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Every row below the header, with its line."""
        if self.file.endswith(".xlsx"):
            headers = ["Mountain", "Height (m)", "Height (ft)", "Range", "Country", "First ascent"]
            for line, row in enumerate(MOUNTAINS[3:], 4):
                cells = ["" if cell is None else str(cell).removesuffix(".0") for cell in row]
                yield line, dict(zip(headers, cells, strict=True))
            return
        lines = list(csv.reader(self.data.decode(self.encoding).splitlines(), delimiter=self.delimiter))
        headers = lines[self.header - 1]
        for number, cells in enumerate(lines[self.header :], self.header + 1):
            if number not in self.left_out:
                yield number, dict(zip(headers, cells + [""] * (len(headers) - len(cells)), strict=True))

    def stated(self) -> set[tuple[str, str, str]]:
        """All that the cells say: the name of a row, the relation of a column, and a value in plain form."""
        return {
            (self._name(row), self.relation(header), value)
            for number, row in self.rows()
            for header, kind in self.columns.items()
            if (number, header) not in self.unread
            for value in _values(row[header], kind)
        }

    def relation(self, header: str) -> str:
        plain = re.sub(
            r"[^a-z0-9]+", "-", re.sub("[²³]", lambda m: str("²³".index(m[0]) + 2), header.lower())
        )
        return self.relations.get(header, plain.strip("-"))

    def _name(self, row: Mapping[str, str]) -> str:
        name = re.sub(r"\[\w\]|\*", "", row[self.names]).strip()
        if name in self.twins:
            name += f" ({row[self.twins[name]]})"
        return self.called.format(name)


def _values(cell: str, kind: str) -> list[str]:
    cell = re.sub(r"\s*\[\w\]$", "", cell).strip()
    if cell in NOTHING:
        return []
    if kind.startswith("list"):
        return [part.strip() for part in cell.split(kind[4:])]
    if kind == "german":
        return [_plain_number(cell.replace(".", "").replace(",", "."))]
    if kind.startswith("number"):
        number, unit = re.fullmatch(r"~?(-?[\d,.]+)\s*(.*)", cell).groups()  # type: ignore[union-attr]
        times = Decimal(kind[6:] or 1) * (1000 if unit == "t" else 1)
        return [_plain_number(str(Decimal(number.replace(",", "")) * times))]
    if kind in ("mdy", "dmy"):
        one, other, year = cell.split("/")
        day, month = (other, one) if kind == "mdy" else (one, other)
        return [f"{year}-{month}-{day}"]
    return [_iso(cell)] if kind == "date" else [cell]


def _plain_number(text: str) -> str:
    return format(Decimal(text).normalize(), "f")


def _iso(cell: str) -> str:
    if re.fullmatch(r"\d{4}(-\d\d-\d\d)?", cell):
        return cell
    year = re.search(r"\d{4}", cell)[0]  # type: ignore[index]
    month = next(at for at, name in enumerate(MONTHS, 1) if name[:3] in cell)
    days = re.findall(r"\b\d{1,2}\b", cell)
    return f"{year}-{month:02}" + (f"-{int(days[0]):02}" if days else "")


TABLES = (
    RawTable(
        "countries.csv",
        "Country",
        {
            "Capital": "text", "Continent": "text", "Population": "number", "Area (km²)": "number",
            "Official languages": "list;", "Currency": "text", "Independence": "dmy", "Landlocked": "yesno",
            "Driving side": "text", "Borders": "list;",
        },
    ),
    RawTable(
        "films.csv",
        "title",
        {
            "year": "date", "director": "text", "genres": "list,", "starring": "list,",
            "box_office ($M)": "number1000000", "Oscars": "number",
        },
        header=2,
        left_out=(16,),
    ),
    RawTable(
        "elements.csv",
        "Name",
        {
            "Symbol": "text", "Atomic number": "german", "Category": "text",
            "State at room temperature": "text", "Melting point (°C)": "german", "Discovered": "date",
            "Discovered by": "text",
        },
        delimiter=";",
        encoding="cp1252",
        relations={"Melting point (°C)": "melting-point-degc"},
    ),
    RawTable(
        "composers.csv",
        "Composer",
        {
            "Born": "date", "Died": "date", "Birthplace": "text", "Nationality": "text", "Known for": "text",
            "Instrument": "text", "Symphonies": "number", "Children": "number",
        },
    ),
    RawTable(
        "us-cities.csv",
        "City",
        {
            "State": "text", "Population (thousands)": "number1000", "Founded": "date", "Nickname": "text",
            "Time zone": "text",
        },
        left_out=(14, 18),
        twins={"Springfield": "State", "Portland": "State"},
    ),
    RawTable(
        "animals.tsv",
        "Animal",
        {
            "Class": "text", "Diet": "text", "Weight": "number", "Top speed": "number",
            "Lifespan (years)": "number", "Gestation": "number", "Endangered": "yesno", "Continent": "text",
        },
        delimiter="\t",
        unread=((14, "Gestation"),),
    ),
    RawTable(
        "world-cups.csv",
        "Year",
        {
            "Host": "text", "Winner": "text", "Runner-up": "text", "Top scorer": "text", "Goals": "number",
            "Attendance": "number",
        },
        called="{} World Cup",
    ),
    RawTable(
        "novels.csv",
        "Title",
        {
            "Author": "text", "First published": "date", "Country": "text", "Main character": "text",
        },
    ),
    RawTable(
        "rivers.csv",
        "River",
        {
            "Length (km)": "number", "Continent": "text", "Countries": "list/", "Mouth": "text",
            "Discharge (m³/s)": "number",
        },
        left_out=(16, 17),
    ),
    RawTable(
        "presidents.csv",
        "President",
        {
            "Born": "mdy", "Party": "text", "Took office": "mdy", "Vice president": "text",
            "Home state": "text", "Age at inauguration": "number",
        },
    ),
    RawTable(
        "dishes.csv",
        "Dish",
        {
            "Country of origin": "text", "Ingredients": "list;", "Vegetarian": "yesno", "Served": "text",
        },
    ),
    RawTable(
        "mountains.xlsx",
        "Mountain",
        {
            "Height (m)": "number", "Height (ft)": "number", "Range": "text", "Country": "text",
            "First ascent": "date",
        },
    ),
)  # fmt: skip
