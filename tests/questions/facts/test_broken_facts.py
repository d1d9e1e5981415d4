"""Faults of facts.csv, each told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from questions.facts.load import load_pack
from tests.questions.facts.broken import assert_problems, change, rich_pack
from tests.support.fact_bases import by_id
from tests.support.packs import fact, relation, write_pack

TAIL = "general,1,no,report,,\n"
KNOWS, MARRIED = f"ann,knows,bo,{TAIL}", f"ann,married,cy,{TAIL}"
WORKS = "ann,works_as,pilot,general,1,no,report,2018,\n"
DUSK = "bo,directed,dusk,general,1,no,memo|report,,\n"
EPISODES = "dawn,episodes,13,general,1,no,report,,10|12\n"
RELEASED = "dawn,released,2019-06,general,1,no,report,,2018|2019-07-01\n"

FAULTS: list[tuple[str, str, list[tuple[int, str]]]] = [
    # empty cells
    (KNOWS, f",knows,bo,{TAIL}", [(3, "subject is empty")]),
    (KNOWS, f"ann,,bo,{TAIL}", [(3, "relation is empty")]),
    (KNOWS, f"ann,knows,,{TAIL}", [(3, "object is empty")]),
    (KNOWS, "ann,knows,bo,,1,no,report,,\n", [(3, "topic is empty; fill it in")]),
    (KNOWS, "ann,knows,bo,general,,,,,\n", [(3, "level is"), (3, "sources is"), (3, "spoiler is")]),
    # things that are not there, or of the wrong kind
    (RELEASED, RELEASED + f"eve,knows,bo,{TAIL}", [(9, "subject: unknown entity 'eve'")]),
    (KNOWS, f"ann,knows,eve,{TAIL}", [(3, "object: unknown entity 'eve'; add it to entities.csv")]),
    (KNOWS, f"ann,kenns,bo,{TAIL}", [(3, "unknown relation 'kenns'; add it to relations.toml")]),
    (KNOWS, f"ann,knows,dawn,{TAIL}",
        [(3, "object: dawn is of the kind film, and the relation takes a person")]),
    (EPISODES, f"dawn,directed,dusk,{TAIL}", [(7, "subject: dawn is of the kind film"), (7, "one subject")]),
    (KNOWS, "ann,knows,bo,general,1,no,post,,\n",
        [(3, "sources: unknown source 'post'; add it to pack.toml")]),
    (KNOWS, "ann,knows,bo,general,1,no,memo|memo,,\n", [(3, "sources: memo appears twice")]),
    (KNOWS, "ann,knows,bo,general,1,no,memo|,,\n", [(3, "sources: an id is empty")]),
    # dates, numbers, words
    (RELEASED, f"dawn,released,2019-02-30,{TAIL}", [(8, "2019-02 has the days 01 to 28")]),
    (RELEASED, f"dawn,released,2019-13,{TAIL}", [(8, "there is no month 13")]),
    (RELEASED, f"dawn,released,19-2-1,{TAIL}", [(8, "'19-2-1' is not a date; write 2019-06-14")]),
    (EPISODES, f"dawn,episodes,nan,{TAIL}", [(7, "only a finite number")]),
    (EPISODES, f"dawn,episodes,-inf,{TAIL}", [(7, "only a finite number")]),
    (EPISODES, f"dawn,episodes,1e5,{TAIL}", [(7, "no exponent")]),
    (EPISODES, f'dawn,episodes,"1,300",{TAIL}', [(7, "leave out the thousands separators")]),
    (EPISODES, f"dawn,episodes,013,{TAIL}", [(7, "leading zero")]),
    (EPISODES, f"dawn,episodes,thirteen,{TAIL}", [(7, "not a plain number")]),
    (EPISODES, f"dawn,episodes,１３,{TAIL}", [(7, "not a plain number")]),
    (KNOWS, "ann,knows,bo,general,0,no,report,,\n", [(3, "level is '0'; write 1 (easy), 2 or 3 (hard)")]),
    (KNOWS, "ann,knows,bo,general,1.0,no,report,,\n", [(3, "level is '1.0'")]),
    (KNOWS, "ann,knows,bo,general,1,No,report,,\n", [(3, "spoiler is 'No'; write yes or no")]),
    (WORKS, WORKS.replace("2018", "in 2018"), [(5, "as_of: 'in 2018' is not a date")]),
    # two rows that do not go together
    (KNOWS, KNOWS + KNOWS, [(4, "ann, knows, bo is on line 3 already; remove one")]),
    (EPISODES, EPISODES + f"dawn,episodes,13.0,{TAIL}", [(8, "dawn, episodes, 13.0 is on line 7 already")]),
    (WORKS, WORKS + WORKS.replace("2018", "2019"), [(6, "ann, works_as, pilot is on line 5 already")]),
    (DUSK, DUSK + f"bo,knows,ann,{TAIL}", [(7, "knows is symmetric, so line 3 says this already")]),
    (RELEASED, RELEASED.replace("2019-06,", "2016,") + RELEASED, [
        (9, "released allows one object a subject, and dawn has 2016 (line 8)")]),
    (DUSK, f"bo,directed,dawn,{TAIL}{DUSK}", [
        (6, "directed allows one subject an object, and dawn has ann (line 2)")]),
    (DUSK, f"{DUSK}bo,married,cy,{TAIL}",
        [(7, "married allows one object a subject, and cy has ann (line 4)")]),
    (MARRIED, f"ann,married,bo,{TAIL}{MARRIED}", [
        (5, "married allows one object a subject, and ann has bo (line 4)")]),
    # order
    (KNOWS + MARRIED, MARRIED + KNOWS,
        [(4, "ann, knows, bo comes before ann, married, cy (line 3); move it up")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), FAULTS)
def test_a_fault_in_a_fact_is_told(
    tmp_path: Path, old: str, new: str, expected: list[tuple[int, str]]
) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "facts.csv", old, new)
    assert_problems(pack, *(("facts.csv", line, part) for line, part in expected))


FAULTY_LURES: list[tuple[str, str, list[tuple[int, str]]]] = [
    ("noon|=Midnight", "noon|", [(2, "lures: one is empty; remove the stray |")]),
    ("noon|=Midnight", "noon|=", [(2, "lures: one is empty")]),
    ("noon|=Midnight", "dawn", [(2, "lures: dawn is the right answer")]),
    ("noon|=Midnight", "eve", [(2, "lures: unknown entity 'eve'")]),
    ("noon|=Midnight", "High Noon", [(2, "a free text starts with =")]),
    ("noon|=Midnight", "bo", [(2, "lures: bo is of the kind person")]),
    ("noon|=Midnight", "noon|noon", [(2, "lures: noon could be taken for noon; remove one")]),
    ("noon|=Midnight", "noon|=NOON!", [(2, "lures: =NOON! could be taken for noon")]),
    ("noon|=Midnight", "=Midnight|=midnight", [(2, "could be taken for =Midnight")]),
    ("noon|=Midnight", "=the dawn", [(2, "lures: =the dawn is the right answer, or could be taken for it")]),
    ("10|12", "13", [(7, "lures: 13 is the right answer")]),
    ("10|12", "13.0", [(7, "lures: 13.0 is the right answer")]),
    ("10|12", "=13", [(7, "lures: =13 is the right answer")]),
    ("10|12", "10|10.0", [(7, "lures: 10.0 could be taken for 10")]),
    ("10|12", "ten", [(7, "'ten' is not a plain number")]),
    ("2018|2019-07-01", "2019-06", [(8, "lures: 2019-06 is the right answer")]),
    ("2018|2019-07-01", "2019", [(8, "lures: 2019 is the right answer, or could be taken for it")]),
    ("2018|2019-07-01", "2019-06-30", [(8, "lures: 2019-06-30 is the right answer, or could be")]),
    ("2018|2019-07-01", "2018|2018-05", [(8, "lures: 2018-05 could be taken for 2018")]),
    ("2018|2019-07-01", "2018-05|2018", [(8, "lures: 2018 could be taken for 2018-05")]),
    ("2018|2019-07-01", "June", [(8, "'June' is not a date")]),
]


@pytest.mark.parametrize(("old", "new", "expected"), FAULTY_LURES)
def test_a_lure_that_is_not_certainly_wrong_is_told(
    tmp_path: Path, old: str, new: str, expected: list[tuple[int, str]]
) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "facts.csv", old, new)
    assert_problems(pack, *(("facts.csv", line, part) for line, part in expected))


def test_a_lure_that_another_row_makes_true_is_told(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "facts.csv", KNOWS, f"ann,directed,noon,{TAIL}{KNOWS}")
    assert_problems(pack, ("facts.csv", 2, "lures: noon is right by line 3"))


def test_a_lure_that_a_symmetric_row_makes_true_is_told(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "facts.csv", DUSK, f"{DUSK}bo,knows,cy,general,1,no,report,,ann\n")
    assert_problems(pack, ("facts.csv", 7, "lures: ann is right by line 3"))


def test_dates_in_one_year_do_not_clash_as_lures(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "facts.csv", "2018|2019-07-01", "2018|2019-05|2019-07-01|2019-07-02")
    assert len(by_id(load_pack(pack))["dawn/released/2019-06"].lures) == 4


def test_one_may_be_linked_to_oneself_in_a_symmetric_relation(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "facts.csv", KNOWS, f"ann,knows,ann,{TAIL}{KNOWS}")
    assert len(load_pack(pack).facts) == 8


def test_nothing_comes_before_itself(tmp_path: Path) -> None:
    before = relation("person", "person", ordered=True)
    rows = [fact("ann_lee", "before", "bo_hall"), fact("bo_hall", "before", "ann_lee")]
    pack = write_pack(tmp_path / "films", relations={"before": before}, facts=rows)
    assert_problems(pack, ("facts.csv", 3, "bo_hall comes before ann_lee comes before bo_hall"))


def test_a_fact_may_be_more_or_less_interesting_than_its_relation(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "films")
    table = (pack / "facts.csv").read_text(encoding="utf-8").splitlines()
    rows = [f"{table[0]},interest", f"{table[1]},5", *(f"{row}," for row in table[2:-1]), f"{table[-1]},6"]
    (pack / "facts.csv").write_text("\n".join([*rows[:-1], f"{table[-1]},"]) + "\n", encoding="utf-8")
    base = load_pack(pack)
    assert [base.interest(each) for each in base.facts] == [5, 3, 3, 3]
    (pack / "facts.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert_problems(pack, ("facts.csv", 5, "interest is '6'; write 1 (dull) to 5 (told on), or nothing"))
