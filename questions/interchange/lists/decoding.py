"""The bytes of a file -> its text, whatever encoding it was saved in."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from questions.interchange.lists.entry import Reading

MAX_BYTES = 8 * 1024 * 1024
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
]
_SAMPLE = 32 * 1024
_NO_TEXT = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b")
_PROBE = 4_000


def decode(data: bytes, reading: Reading) -> str | None:
    """The text with ``\\n`` at the end of its lines; None where it is no text. What was guessed or left out
    is reported.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _tidy(_strictly(data[len(mark) :], encoding, reading), reading)
    if wide := _utf16(data):
        return _tidy(_strictly(data, wide, reading), reading)
    if len(data[:_PROBE].translate(None, _NO_TEXT)) < 0.98 * len(data[:_PROBE]):
        reading.report(1, "this is not a text file; save the list as text, CSV or XLSX")
        return None
    try:
        return _tidy(data.decode(), reading)
    except UnicodeDecodeError as error:
        encoding = _guess(data, error.start)
        line = data.count(b"\n", 0, error.start) + 1
        reading.report(
            line, f"this file is not UTF-8 and was read as {encoding}; look at its accented letters"
        )
        return _tidy(data.decode(encoding, errors="replace"), reading)


def _strictly(data: bytes, encoding: str, reading: Reading) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        reading.report(
            1, f"parts of this file are not {encoding.upper()} and were left out; save it as UTF-8"
        )
        return data.decode(encoding, errors="ignore")


def _utf16(data: bytes) -> str | None:
    """UTF-16 that does not say so: every other byte of Western text is zero."""
    probe = data[:_PROBE]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(probe) > 3 and probe[start::2].count(0) * 3 > len(probe[start::2]) > 9 * probe[
            1 - start :: 2
        ].count(0):
            return encoding
    return None


def _guess(data: bytes, first: int) -> str:
    """The encoding of the lines that are not ASCII, from a sample: all of a large file would take seconds."""
    lines = (
        line for line in data[max(0, first - 200) : first + 8 * _SAMPLE].split(b"\n") if not line.isascii()
    )
    sample = b"\n".join(line[:500] for line in lines)[:_SAMPLE]
    try:
        western = sample.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and all(char.isascii() or char in _WESTERN for char in western):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=_GUESSES, enable_fallback=False).best()
    return best.encoding if best is not None else "cp1252"


_WESTERN = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿ‘’“”–—…•€£¥©®°±²³½¼¾«»¿¡§·×÷šžŠŽœŒ\xa0"
)


def _tidy(text: str, reading: Reading) -> str:
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        reading.report(line, "this file holds NUL bytes, which were left out")
        text = text.replace("\0", "")
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
