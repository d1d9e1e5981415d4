"""Names in any script: which font draws them, in which order, and what is cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pictures.clusters import clusters, letters_of
from bot.pictures.fonts import SEMIBOLD, Fonts
from bot.pictures.lettering import ELLIPSIS, Lettering
from bot.texts.cleaning import one_line
from tests.support.fonts import make_font

ARABIC, HEBREW, HAN = "محمد", "שלום", "李小龍"
FAMILY, FLAG, KEYCAP = "👩‍👩‍👧‍👦", "🇩🇪", "1️⃣"
NAMES = st.text(max_size=40).map(lambda text: one_line(text, 40)) | st.text(
    alphabet="aé李ש مह😀\u200d\ufe0f🇩🇪\u0301\u0489👩\U0001f3fd\U000e0067🏴\u202e", max_size=20
)


@pytest.fixture(scope="module")
def lettering(tmp_path_factory: pytest.TempPathFactory) -> Lettering:
    """With the bundled font, and fonts for Arabic, Hebrew and a few Chinese letters."""
    folder = tmp_path_factory.mktemp("fonts")
    make_font(folder, "NotoSansArabic-Bold", ARABIC)
    make_font(folder, "NotoSansHebrew-Bold", HEBREW + " ")
    make_font(folder, "NotoSansCJK-Bold", HAN)
    (folder / "NotoSansBroken-Bold.ttf").write_bytes(b"no font")
    return Lettering(Fonts([folder]))


def drawn(lettering: Lettering, text: str) -> list[tuple[str, str]]:
    """The runs of a text from left to right, each with its font."""
    return [(run.text, "own" if run.face.own else run.face.path.stem) for run in lettering.runs(text)]


def test_only_what_the_bundled_font_lacks_comes_from_others(lettering: Lettering) -> None:
    assert drawn(lettering, "Zoë Βλαδίμιρ Żółć") == [("Zoë Βλαδίμιρ Żółć", "own")]
    assert drawn(lettering, f"Bruce {HAN} Lee") == [
        ("Bruce ", "own"),
        (HAN, "NotoSansCJK-Bold"),
        (" Lee", "own"),
    ]


def test_what_is_written_from_right_to_left_stands_so(lettering: Lettering) -> None:
    assert drawn(lettering, f"{HEBREW} Ben") == [("Ben", "own"), (f"{HEBREW} ", "NotoSansHebrew-Bold")]
    assert drawn(lettering, f"Ben {HEBREW} 7") == [
        ("Ben ", "own"),
        ("7", "own"),
        (f"{HEBREW} ", "NotoSansHebrew-Bold"),
    ]
    assert drawn(lettering, f"{HEBREW} Ben 42")[0] == ("Ben 42", "own")
    assert [run.right_to_left for run in lettering.runs(f"{ARABIC}!")] == [True, True]


def test_what_no_font_has_becomes_latin_letters_or_one_dot(lettering: Lettering) -> None:
    assert drawn(lettering, "北京") == [("BeiJing", "own")]
    assert drawn(lettering, f"Ann {FAMILY}{FLAG}😀") == [("Ann ·", "own")]
    assert drawn(lettering, "\ue000x") == [("·x", "own")]


@pytest.mark.parametrize(
    "emoji", [FAMILY, FLAG, KEYCAP, "👍🏽", "🏴\U000e0067\U000e0062\U000e007f", "é̈", "नि"]
)
def test_what_belongs_together_stays_together(emoji: str) -> None:
    assert list(clusters(f"a{emoji}b")) == ["a", emoji, "b"]


def test_two_flags_are_two() -> None:
    assert list(clusters(FLAG + "🇫🇷")) == [FLAG, "🇫🇷"]


def test_a_name_that_is_too_long_is_cut_to_its_room(lettering: Lettering) -> None:
    for name in ("W" * 40, "Ｗ" * 40, HAN * 13, f"{HEBREW} " * 8, "Ann"):
        shown = lettering.fitted(name, 300, 42)
        assert lettering.width(shown, 42, SEMIBOLD) <= 300
        assert shown == name or (shown.endswith(ELLIPSIS) and name.startswith(shown[:-1].rstrip()))
    assert lettering.fitted("Ann", 300, 42) == "Ann"


@settings(deadline=None, max_examples=150)
@given(NAMES)
def test_nothing_that_is_drawn_is_a_box(lettering: Lettering, name: str) -> None:
    for run in lettering.runs(name):
        for piece in clusters(run.text):
            assert not letters_of(piece) or lettering.fonts.covers(run.face, piece)
