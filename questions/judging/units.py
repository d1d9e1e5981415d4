"""Units of measure: dimension, and size in the dimension's own unit."""

from __future__ import annotations

from questions.judging.numerals import SCALE_WORDS

_UNITS = """
length:1:m:meter:metre:meters:metres length:1000:km:kilometer:kilometre:kilometers:kilometres:kms:klicks:k
length:0.01:cm:centimeter:centimetre:centimeters:centimetres length:0.3048:ft:foot:feet:fort
length:0.001:mm:millimeter:millimetre:millimeters:millimetres length:1609.344:mi:mile:miles
length:0.9144:yd:yard:yards:yds length:0.0254:in:inch:inches mass:1000:t:tonne:tonnes mass:907.18474:ton:tons
mass:1:kg:kilogram:kilograms:kilo:kilos:kilogramme:kilogrammes mass:0.001:g:gram:grams:gramme:grammes
mass:0.45359237:lb:lbs:pound:pounds mass:0.028349523:oz:ounce:ounces mass:6.35029318:stone:stones
time:1:s:sec:secs:second:seconds time:60:min:mins:minute:minutes time:3600:h:hr:hrs:hour:hours
time:86400:d:day:days time:604800:week:weeks:wk:wks span:1:month:months span:12:year:years:yr:yrs:yo
span:120:decade:decades span:1200:century:centuries celsius:1:c:celsius:centigrade fahrenheit:1:f:fahrenheit
kelvin:1:k:kelvin:kelvins degree:1:degree:degrees:deg percent:1:percent:pc:percentage
dollar:1:dollar:dollars:usd:bucks:buck dollar:0.01:cent:cents euro:1:euro:euros:eur
sterling:1:pound:pounds:gbp:quid sterling:0.01:penny:pence:p yen:1:yen:jpy rupee:1:rupee:rupees
franc:1:franc:francs volume:1:l:liter:litre:liters:litres volume:4.54609:gallon:gallons
volume:0.001:ml:milliliter:millilitre:milliliters:millilitres volume:0.56826125:pint:pints
speed:1:kph:kmh speed:1.609344:mph frequency:1:hz:hertz frequency:1000:khz frequency:1000000:mhz
power:1:w:watt:watts power:1000:kw:kilowatt:kilowatts current:1:amp:amps:ampere:amperes voltage:1:v:volt:volts
data:1:byte:bytes data:1000:kb:kilobyte:kilobytes data:1000000:mb:megabyte:megabytes
data:1000000000:gb:gigabyte:gigabytes area:1:hectare:hectares:ha area:0.40468564:acre:acres
"""


def _table() -> dict[str, tuple[tuple[str, float], ...]]:
    table: dict[str, list[tuple[str, float]]] = {}
    for entry in _UNITS.split():
        dimension, size, *names = entry.split(":")
        for name in names:
            table.setdefault(name, []).append((dimension, float(size)))
    return {name: tuple(readings) for name, readings in table.items()}


UNITS = _table()
"""The readings of each name of a unit: (dimension, size). A name may have several ("pounds")."""

MONEY = frozenset(("dollar", "euro", "sterling", "yen", "rupee", "franc"))
TEMPERATURES = frozenset(("celsius", "fahrenheit", "kelvin"))

SCALES = SCALE_WORDS | {
    "k": 1000, "m": 10**6, "mn": 10**6, "mil": 10**6, "bn": 10**9, "b": 10**9, "dozen": 12, "score": 20,
    "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
"""Words that multiply the number before them."""
