"""The number in a guess, for questions where the nearest guess wins."""

from __future__ import annotations

import math
import re

from text_to_num import alpha2digit

_GAP = ", \u00a0\u202f"
_NUMBER = re.compile(rf"(?<![\w.,])[-\u2212]?(?:\d{{1,3}}(?:[{_GAP}]\d{{3}})+|\d+)(?:\.\d+)?(?!\w|[.,]\d)")


def number_in(text: str) -> float | None:
    """The one number that a text holds, in digits ("1,200") or in English words; None if none or several."""
    found = _NUMBER.findall(alpha2digit(text, "en", 0))
    if len(found) != 1:
        return None
    number = float(re.sub(rf"[{_GAP}]", "", found[0]).replace("\u2212", "-"))
    return number if math.isfinite(number) else None
