"""The guide to writing a pack names all that a pack may hold."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from questions.facts.load import load_pack
from questions.facts.templates import PAST, PLACEHOLDERS, TEMPLATES
from tests.support.curation import RENEW
from tests.support.pack_guide import GUIDE, with_kinds

TEXT = GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("template", [name for name in TEMPLATES if not name.startswith(PAST)])
def test_the_guide_tells_of_every_template(template: str) -> None:
    assert f"`{template}`" in TEXT


def test_the_guide_says_what_each_kind_of_question_needs() -> None:
    assert with_kinds(TEXT) == TEXT, f"renew it: {RENEW}"


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_the_guide_tells_of_every_placeholder(placeholder: str) -> None:
    assert f"{{{placeholder}}}" in TEXT


def test_the_examples_of_the_guide_make_a_sound_pack(tmp_path: Path) -> None:
    head, relations = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    assert set(tomllib.loads(head)) == {"title", "about", "language", "kinds", "source", "articles", "groups"}
    character = '[kinds.character]\nnoun = "character"\nplural = "characters"\n'
    files = {
        "pack.toml": head + character,
        "relations.toml": relations,
        "entities.csv": "id,kind,name,aliases\nada-thorne,person,Ada Thorne,Thorne\nmo,character,Mo,\n",
        "facts.csv": "subject,relation,object,topic,level,spoiler,sources,as_of,lures\n"
        "ada-thorne,plays,mo,cast,1,no,review,,=Jo|=Bo|=Flo\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert len(load_pack(tmp_path).facts) == 1
