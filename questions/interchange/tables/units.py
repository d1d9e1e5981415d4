"""Units and scales, in headers and in cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_NAMES: dict[str, str] = {
    "km": "kilometre|kilometres", "m": "metre|metres", "cm": "centimetre|centimetres",
    "mm": "millimetre|millimetres", "km²": "square kilometre|square kilometres",
    "m²": "square metre|square metres", "ha": "hectare|hectares", "mi": "mile|miles", "ft": "foot|feet",
    "in": "inch|inches", "yd": "yard|yards", "mi²": "square mile|square miles", "acre": "acre|acres",
    "kg": "kilogram|kilograms", "g": "gram|grams", "mg": "milligram|milligrams", "t": "tonne|tonnes",
    "lb": "pound|pounds", "oz": "ounce|ounces", "l": "litre|litres", "ml": "millilitre|millilitres",
    "s": "second|seconds", "min": "minute|minutes", "h": "hour|hours", "d": "day|days", "yr": "year|years",
    "week": "week|weeks", "month": "month|months", "km/h": "kilometre an hour|kilometres an hour",
    "mph": "mile an hour|miles an hour", "m/s": "metre a second|metres a second",
    "°c": "degree Celsius|degrees Celsius", "°f": "degree Fahrenheit|degrees Fahrenheit",
    "k": "kelvin|kelvins", "%": "per cent|per cent", "$": "dollar|dollars", "us$": "US dollar|US dollars",
    "€": "euro|euros", "£": "pound|pounds", "¥": "yen|yen", "w": "watt|watts", "kw": "kilowatt|kilowatts",
    "mw": "megawatt|megawatts", "hp": "horsepower|horsepower", "cal": "calorie|calories",
    "kcal": "kilocalorie|kilocalories", "au": "astronomical unit|astronomical units",
    "ly": "light-year|light-years", "g/cm³": "gram per cubic centimetre|grams per cubic centimetre",
    "km³": "cubic kilometre|cubic kilometres", "m³": "cubic metre|cubic metres", "people": "person|people",
    "°": "degree|degrees", "ppl/km²": "person per square kilometre|people per square kilometre",
    "m³/s": "cubic metre a second|cubic metres a second", "km/s": "kilometre a second|kilometres a second",
    "m/s²": "metre per second squared|metres per second squared",
}  # fmt: skip
_SPELT = {
    "km2": "km²", "sq km": "km²", "sqkm": "km²", "sq. km": "km²", "square km": "km²", "km^2": "km²",
    "qkm": "km²", "m2": "m²", "sq m": "m²", "sq mi": "mi²", "mi2": "mi²", "m3": "m³", "km3": "km³",
    "usd": "us$", "us dollars": "us$", "eur": "€", "gbp": "£", "jpy": "¥", "percent": "%", "per cent": "%",
    "pct": "%", "metres": "m", "meters": "m", "kilometres": "km", "kilometers": "km", "miles": "mi",
    "feet": "ft", "inches": "in", "kilograms": "kg", "kgs": "kg", "tonnes": "t", "tons": "t",
    "metric tons": "t", "lbs": "lb", "pounds": "lb", "grams": "g", "litres": "l", "liters": "l",
    "seconds": "s", "sec": "s", "secs": "s", "minutes": "min", "mins": "min", "hours": "h", "hrs": "h",
    "hr": "h", "days": "d", "years": "yr", "yrs": "yr", "y": "yr", "weeks": "week", "months": "month",
    "kmh": "km/h", "kph": "km/h", "celsius": "°c", "c": "°c", "°celsius": "°c", "fahrenheit": "°f",
    "f": "°f", "kelvin": "k", "euro": "€", "euros": "€", "dollars": "$", "hectares": "ha", "acres": "acre",
    "light years": "ly", "light-years": "ly", "g/cm3": "g/cm³", "inhabitants": "people",
    "persons": "people", "people": "people", "cm³": "cm³", "per km²": "ppl/km²", "/km²": "ppl/km²",
    "degrees": "°", "m/s2": "m/s²", "calories": "cal",
}  # fmt: skip
_SCALES = {
    "thousand": 3, "thousands": 3, "in thousands": 3, "000s": 3, "'000": 3, "000": 3, "k": 3, "tsd": 3,
    "tsd.": 3, "million": 6, "millions": 6, "m": 6, "mn": 6, "mio": 6, "mio.": 6, "mln": 6, "billion": 9,
    "billions": 9, "bn": 9, "mrd": 9, "mrd.": 9, "trillion": 12, "trillions": 12,
}  # fmt: skip
_CONVERTED = {
    "km": ("m", Decimal(1000)), "cm": ("m", Decimal("0.01")), "mm": ("m", Decimal("0.001")),
    "m": ("m", Decimal(1)), "t": ("kg", Decimal(1000)), "kg": ("kg", Decimal(1)),
    "g": ("kg", Decimal("0.001")), "mg": ("kg", Decimal("0.000001")), "h": ("min", Decimal(60)),
    "min": ("min", Decimal(1)),
}  # fmt: skip
_IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_BEHIND = re.compile(r"(?:,| in)\s+([^,]+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """A header without its unit: ``scale`` is the power of ten that its numbers are given in."""

    label: str
    unit: str = ""
    scale: int = 0


def measure_of(header: str) -> Measure:
    """ "Area (km²)" -> Area, km²; "People (thousands)" -> People, 10³; "GDP ($ bn)" -> GDP, 10⁹ $."""
    for form in (_IN_BRACKETS, _BEHIND):
        if (found := form.search(header)) and found.start():
            read = _unit_and_scale(found[1])
            if read is not None:
                return Measure(header[: found.start()].strip(), *read)
    if share := re.fullmatch(r"(.*\w)\s*%", header):
        return Measure(share[1], "%")
    if year := re.fullmatch(r"(.*\D)\s*\(?((?:19|20)\d\d)\)?", header):
        return Measure(f"{year[1].strip(' (')} in {year[2]}")
    return Measure(header)


def _unit_and_scale(text: str) -> tuple[str, int] | None:
    """The unit and the scale that a text names and nothing else; None where it names something else."""
    if text.strip() == "M":
        return "", 6
    if (unit := known_unit(text)) and text.casefold() not in ("k", "000"):
        return unit, 0
    low = text.casefold().strip(". ")
    if low in _SCALES:
        return "", _SCALES[low]
    unit, scale = "", 0
    for word in re.findall(r"us\$|[$€£¥]|[^\s$€£¥]+", low.replace(" of ", " ")):
        if word in _SCALES and not scale:
            scale = _SCALES[word]
        elif (name := known_unit(word)) and not unit:
            unit = name
        else:
            return None
    return (unit, scale) if unit or scale else None


def known_unit(text: str) -> str:
    """The usual sign of a unit; empty where it is none that is known."""
    low = text.casefold().strip(". ")
    low = _SPELT.get(low, low)
    return low if low in _NAMES else ""


def unit_words(unit: str) -> str:
    """Singular and plural of a unit, "kilometre|kilometres"; one that is not known stays as it is written."""
    return _NAMES.get(unit, f"{unit}|{unit}" if unit else "")


def common_unit(units: Sequence[str]) -> str:
    """The unit of most cells."""
    counts = Counter(units)
    return counts.most_common(1)[0][0] if counts else ""


def converted(number: Decimal, unit: str, to: str) -> Decimal | None:
    """The number in another unit; None where that needs more than a decimal point, or is not known."""
    if unit == to:
        return number
    one, other = _CONVERTED.get(unit), _CONVERTED.get(to)
    return number * one[1] / other[1] if one and other and one[0] == other[0] else None
