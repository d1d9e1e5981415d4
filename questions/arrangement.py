"""Things to put in order, or to match with others, and how players say what they make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ITEMS, PARTNERS = "ABCDEFGH", "XYZ"

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """``items`` to put in order, and ``right`` their indices in that order; or, where there are ``partners``,
    items to match with them, and ``right`` the index of each item's partner.

    An answer is written as letters: "C A B" for an order, "Y X Z" for the partners of A, B and C.
    """

    items: tuple[str, ...]
    right: Places
    partners: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if sorted(self.right) != list(range(len(self.items))):
            raise ValueError(f"{self.right} does not arrange {len(self.items)} items")
        if len(self.items) > len(ITEMS) or len(self.partners) not in (0, len(self.items)):
            raise ValueError(f"{len(self.items)} items and {len(self.partners)} partners")

    @property
    def signs(self) -> str:
        """The letters that an answer is made of."""
        return (PARTNERS if self.partners else ITEMS)[: len(self.items)]

    def lines(self) -> Iterator[tuple[str, str]]:
        """All that is to be arranged, each with its letter."""
        yield from zip(ITEMS, self.items, strict=False)
        yield from zip(PARTNERS, self.partners, strict=False)

    def spell(self, places: Sequence[int]) -> str:
        """An answer as it is kept: "C A B"."""
        return " ".join(self.signs[place] for place in places)

    def tell(self, places: Sequence[int]) -> str:
        """An answer in words: "Dawn → Dusk", or "Ada – Dawn · Ben – Dusk"."""
        if self.partners:
            return " · ".join(" – ".join(pair) for pair in self.pairs(places))
        return " → ".join(self.items[place] for place in places)

    def pairs(self, places: Sequence[int]) -> Iterator[tuple[str, str]]:
        """Each item with the partner that an answer gives it."""
        partners = (self.partners[place] for place in places)
        yield from zip(self.items, partners, strict=True)

    def read(self, text: str) -> Places | None:
        """What a player has typed: "c a b", "CAB", "3 1 2", or for pairs "y x z", "ay bx cz", "1y 2x 3z".

        None where it does not name each once.
        """
        typed = re.findall(r"[^\W_]", text.upper())
        if self.partners and len(typed) == 2 * len(self.items):
            by_item = dict(zip(map(_item_at, typed[::2]), typed[1::2], strict=True))
            if set(by_item) != set(range(len(self.items))):
                return None
            typed = [by_item[at] for at in range(len(self.items))]
        signs = self.signs
        places = tuple(int(one) - 1 if one.isdecimal() else signs.find(one) for one in typed)
        return places if sorted(places) == list(range(len(self.items))) else None


def _item_at(sign: str) -> int:
    return int(sign) - 1 if sign.isdecimal() else ITEMS.find(sign)
