"""What is to be arranged, and what players type of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.arrangement import Arrangement

ORDER = Arrangement(("Noon", "Dusk", "Dawn", "Rain"), (2, 0, 1, 3))
PAIRS = Arrangement(("Ada", "Ben", "Cleo"), (2, 0, 1), ("Dusk", "Noon", "Dawn"))


@pytest.mark.parametrize("typed", ["c a b d", "CABD", "3 1 2 4", "C, A, B, D", "C → A → B → D"])
def test_an_order_is_read_from_letters_or_numbers(typed: str) -> None:
    assert ORDER.read(typed) == ORDER.right


@pytest.mark.parametrize("typed", ["z x y", "ZXY", "3 1 2", "az bx cy", "b-x a-z c-y", "1Z 2X 3Y", "2X1Z3Y"])
def test_pairs_are_read_from_the_partners_alone_or_beside_their_items(typed: str) -> None:
    assert PAIRS.read(typed) == PAIRS.right


@pytest.mark.parametrize(
    ("arrangement", "typed"),
    [
        (ORDER, "c a b"),
        (ORDER, "c a b b"),
        (ORDER, "c a b e"),
        (ORDER, "0 1 2 3"),
        (ORDER, "Dawn, Noon, Dusk, Rain"),
        (PAIRS, "a b c"),
        (PAIRS, "az ax cy"),
        (PAIRS, "az bx dy"),
        (PAIRS, ""),
    ],
)
def test_what_does_not_name_each_once_is_not_read(arrangement: Arrangement, typed: str) -> None:
    assert arrangement.read(typed) is None


@given(st.sampled_from((ORDER, PAIRS)), st.data())
def test_what_is_spelt_is_read_again(arrangement: Arrangement, data: st.DataObject) -> None:
    places = tuple(data.draw(st.permutations(range(len(arrangement.items)))))
    assert arrangement.read(arrangement.spell(places)) == places


@given(st.sampled_from((ORDER, PAIRS)), st.text())
def test_any_text_is_an_arrangement_or_none(arrangement: Arrangement, typed: str) -> None:
    places = arrangement.read(typed)
    assert places is None or sorted(places) == list(range(len(arrangement.items)))


def test_an_answer_is_told_in_words() -> None:
    assert ORDER.tell(ORDER.right) == "Dawn → Noon → Dusk → Rain"
    assert PAIRS.tell(PAIRS.right) == "Ada – Dawn · Ben – Dusk · Cleo – Noon"


@pytest.mark.parametrize(
    ("items", "right", "partners"),
    [(("a", "b"), (0, 0), ()), (("a", "b"), (0,), ()), (("a", "b"), (0, 1), ("x",))],
)
def test_an_arrangement_places_each_item_once(
    items: tuple[str, ...], right: tuple[int, ...], partners: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="items"):
        Arrangement(items, right, partners)
