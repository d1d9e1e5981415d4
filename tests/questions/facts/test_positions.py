"""The line of every key of a TOML file is known, however it is written."""

from __future__ import annotations

import tomllib

import pytest

from questions.facts.reading.toml_positions import line_of, positions

TEXT = '''# a comment = [with] "everything
title = "a = [b] # c"
'quoted key' = """
[not.a.table]
x = 1 \\"""
"""
list = [
  "]", # ]
  { inner = 1 },
]
last = \'\'\'
[[no]]
y = 2\'\'\'\'

[kinds.person]   # comment
noun . singular = "x"

  [ kinds . "film [x]" ]
noun = "x"
[[source]]
id = "a"
[source.deep]
z = 1
[[source]]
id = "b"'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("quoted key",), 3),
        (("list",), 7),
        (("last",), 11),
        (("kinds", "person"), 15),
        (("kinds", "person", "noun", "singular"), 16),
        (("kinds", "film [x]"), 18),
        (("kinds", "film [x]", "noun"), 19),
        (("source", 0), 20),
        (("source", 0, "id"), 21),
        (("source", 0, "deep"), 22),
        (("source", 0, "deep", "z"), 23),
        (("source", 1), 24),
        (("source", 1, "id"), 25),
    ],
)
def test_a_key_or_table_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(TEXT)
    assert positions(TEXT)[path] == line


def test_a_key_that_is_not_there_has_the_line_of_its_table() -> None:
    found = positions(TEXT)
    assert line_of(("source", 1, "title"), found) == 24
    assert line_of(("list", 1, "inner"), found) == 7
    assert line_of(("nothing",), found) == 1


def test_nothing_inside_texts_and_lists_counts_as_a_key() -> None:
    assert not {("x",), ("y",), ("inner",), ("not", "a", "table"), ("no", 0)} & positions(TEXT).keys()
