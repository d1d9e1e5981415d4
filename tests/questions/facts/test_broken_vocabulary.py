"""Faults of pack.toml and relations.toml, each told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.questions.facts.broken import assert_problems, change, rich_pack
from tests.support.packs import fact, relation, write_pack

PACK: list[tuple[str, str, list[tuple[int, str]]]] = [
    ('title = "Films"\n', "", [(1, "title is missing; add title = ")]),
    ('title = "Films"', "title = 3", [(1, "title is not a text")]),
    ('title = "Films"', 'title = " Films"', [(1, "title starts or ends with a blank")]),
    ('title = "Films"', 'title = ""', [(1, "title is empty")]),
    ('language = "en"', 'language = "en"\nauthor = "me"', [(4, "unknown key 'author'")]),
    ('noun = "job"\n', "", [(10, "noun is missing; add noun = \"...\" to [kinds.job]")]),
    ('plural = "jobs"', 'plural = "jobs"\ncolour = "red"', [(13, "unknown key 'colour'")]),
    ('type = "person"', 'type = "date"', [(18, 'type is \'date\'; write "text" or "person"')]),
    ("clause = false", 'clause = "yes"', [(19, "clause is 'yes'; write true or false")]),
    ("typed = true", "typed = 1", [(13, "typed is 1; write true or false")]),
    ('noun = "job"', 'noun = "job"\n[kinds.date]\nnoun = "a"\nplural = "b"\n[kinds.job.x]', [
        (10, "plural is missing"), (12, "date is a kind already"), (15, "unknown key 'x'")]),
    ("[articles]", '[kinds."a job"]\nnoun = "job"\nplural = "jobs"\n[articles]', [(33, "a job")]),
    ('document = "memo.txt"\n', "", [(21, "document is missing; add document = \"...\" to [[source]]")]),
    ('publisher = "The Post"', 'editor = "The Post"', [(31, "unknown key 'editor'")]),
    ('publisher = "The Post"', "publisher = true", [(31, "publisher is not a text")]),
    ('published = "2019-06"', 'published = "June 2019"', [(30, "'June 2019' is not a date")]),
    ('published = "2019-06"', "published = 2019-06-14", [(30, "published is not a text")]),
    ('published = "2019-06"', 'published = "2019-13"', [(30, "there is no month 13")]),
    ('hour = "an"', 'hour = "the"', [(34, 'hour is \'the\'; write "a" or "an"')]),
    ("[articles]", '[groups]\nnobody = "men"\n[articles]', [(34, "'nobody'")]),
    ("[articles]", "[groups]\nada = 7\n[articles]", [(34, "ada is not a text"), (34, "'ada'")]),
    ("[articles]", '[[source]]\nid = "me/mo"\ndocument = "a"\ntitle = "b"\n[articles]', [(34, "'me/mo'")]),
    ("[articles]", '[[source]]\nid = "memo"\ndocument = "a"\ntitle = "b"\n[articles]', [
        (34, "the source memo is on line 22 already")]),
]  # fmt: skip

RELATIONS: list[tuple[str, str, list[tuple[int, str]]]] = [
    ('statement = "{subject} came out {on_object}."\n', "", [(10, "statement is missing")]),
    ('ask_subject = "Who', 'ask_whom = "Who', [(8, "unknown key 'ask_whom'")]),
    ('subject = "person"\nobject = "film"', 'subject = "human"\nobject = "film"', [(2, "'human'")]),
    ('object = "date"', 'object = "day"', [(12, "unknown kind 'day'")]),
    ('subject = "film"\nobject = "date"', 'subject = "date"\nobject = "date"', [(11, "subject is a date")]),
    ('subject = "film"\nobject = "date"', 'object = "date"', [(10, "subject is missing")]),
    ('subject = "film"\nobject = "number"', 'subject = "film"', [(18, "object is missing")]),
    ('object = "number"\nobjects = "one"', 'object = "number"\nobjects = "1"', [
        (21, 'objects is \'1\'; write "one" or "many"')]),
    ('objects = "many"\nsubjects = "one"', 'objects = "many"', [(1, "subjects is missing")]),
    ('complete = false\nstatement = "{subject} came', 'statement = "{subject} came', [(10, "is missing")]),
    ('complete = false\nstatement = "{subject} came', 'complete = "no"\nstatement = "{subject} came', [
        (15, "complete is 'no'; write true or false")]),
    ("[directed]", "dir = 3\n[directed]", [(1, "dir is not a table")]),
    ('ask_subject = "Who directed {object}?"', "symmetric = true", [
        (8, "objects and subjects differ"), (8, "subject and object are of two kinds")]),
    ("[released]", "[\"a/b\"]\nsubject = \"film\"\nobject = \"job\"\nobjects = \"one\"\nsubjects = \"one\"\n"
        "complete = true\nstatement = \"{subject} {object}\"\n[released]", [(10, "'a/b'")]),
    ('past_statement = "In {as_of}, {subject} was {a_object}."\n', "", [
        (45, "works_as has a fact with as_of (facts.csv, line 5); add past_statement")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), PACK)
def test_a_fault_in_the_head_is_told(
    tmp_path: Path, old: str, new: str, expected: list[tuple[int, str]]
) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "pack.toml", old, new)
    assert_problems(pack, *(("pack.toml", line, part) for line, part in expected))


@pytest.mark.parametrize(("old", "new", "expected"), RELATIONS)
def test_a_fault_in_a_relation_is_told(
    tmp_path: Path, old: str, new: str, expected: list[tuple[int, str]]
) -> None:
    pack = rich_pack(tmp_path / "films")
    change(pack / "relations.toml", old, new)
    assert_problems(pack, *(("relations.toml", line, part) for line, part in expected))


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("kinds = 1", "kinds is not a table; start it with [kinds]"),
        ("source = 1", "start each with [[source]]"),
    ],
)
def test_a_value_in_place_of_tables_is_told_once(tmp_path: Path, line: str, part: str) -> None:
    pack = rich_pack(tmp_path / "films")
    parts = {
        "kinds": '[kinds.person]\nnoun = "a"\nplural = "b"\n[kinds.film]\nnoun = "c"\nplural = "d"\n'
        '[kinds.job]\nnoun = "e"\nplural = "f"\n',
        "source": '[[source]]\nid = "memo"\ndocument = "a"\ntitle = "b"\n'
        '[[source]]\nid = "report"\ndocument = "c"\ntitle = "d"\n',
    }
    del parts[line.split()[0]]
    head = 'title = "Films"\nabout = "Films."\nlanguage = "en"\n'
    (pack / "pack.toml").write_text(f"{head}{line}\n" + "".join(parts.values()))
    assert_problems(pack, ("pack.toml", 4, part))


def test_a_table_at_the_end_of_a_file_without_line_end_is_told(tmp_path: Path) -> None:
    pack = rich_pack(tmp_path / "films")
    file = pack / "pack.toml"
    file.write_text(file.read_text() + "[extras]")
    assert_problems(pack, ("pack.toml", 35, "unknown key 'extras'"))


def test_a_language_without_a_grammar_is_refused(tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "films", language="de")
    assert_problems(pack, ("pack.toml", 3, "there is no grammar for the language 'de' yet"))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"symmetric": True}, "both ordered and symmetric"),
        ({"object": "film"}, "ordered, but subject and object differ in kind"),
    ],
)
def test_an_ordered_relation_links_things_of_one_kind_one_way(
    tmp_path: Path, changes: dict[str, object], told: str
) -> None:
    before = {**relation("person", "person", ordered=True), **changes}
    target = "far_shore" if changes.get("object") == "film" else "bo_hall"
    pack = write_pack(
        tmp_path / "films", relations={"before": before}, facts=[fact("ann_lee", "before", target)]
    )
    assert_problems(pack, ("relations.toml", list(before).index("ordered") + 2, told))


def test_interest_is_a_number_from_one_to_five(tmp_path: Path) -> None:
    made = relation("person", "film", interest=6)
    pack = write_pack(
        tmp_path / "films", relations={"made": made}, facts=[fact("ann_lee", "made", "far_shore")]
    )
    line = list(made).index("interest") + 2
    assert_problems(pack, ("relations.toml", line, "interest is 6; write a whole number from 1 to 5"))
