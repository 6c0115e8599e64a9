"""The bytes of a text file to its text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from importing.refusal import ImportRefused

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Lead bytes of the symbols and the frequent characters of each standard (GB/T 2312 level 1, Big5
# level 1).
FREQUENT = (("gb2312", range(0xA1, 0xD8)), ("big5", range(0xA1, 0xC7)))
# Print uses few rare characters; a text decoded wrongly consists of them (measured: right 0.95 and
# more, wrong 0.6).
PLAUSIBLE = 0.85
# .txt, .pdf; not the day of 2021.09.28.
ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}$", re.ASCII)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def ending_of(name: str) -> str:
    """Return the ending of a file's name in small letters, "" when it has none."""
    ending = ENDING.search(name)
    return ending[0].lower() if ending else ""


def plain_text(data: bytes) -> str:
    """Decode UTF-8, UTF-16, GB18030 or Big5, with or without a byte order mark; raise
    ``ImportRefused`` for others.
    """
    readings = [
        (encoding, text)
        for encoding, text in _readings(data)
        if not CONTROL.search(text)
    ]
    likely = [
        text for encoding, text in readings if encoding == "utf-8"
    ] or sorted(
        (text for _encoding, text in readings if frequency(text) >= PLAUSIBLE),
        key=frequency,
        reverse=True,
    )
    if likely:
        return likely[0]
    if b"\0" in data or CONTROL.search(data.decode("latin-1")):
        raise ImportRefused(_("binary: not a text file"))
    raise ImportRefused(
        _("unknown encoding: not UTF-8, UTF-16, GB18030 or Big5")
    )


def frequency(text: str) -> float:
    """Return the share of the non-ASCII characters that are symbols or frequent Chinese characters;
    1.0 for none.
    """
    others = [character for character in text if character > "\x7f"]
    return max(
        (
            sum(_lead_byte(c, standard) in leads for c in others) / len(others)
            for standard, leads in FREQUENT
            if others
        ),
        default=1.0,
    )


def _lead_byte(character: str, standard: str) -> int:
    encoded = character.encode(standard, "replace")
    return encoded[0] if len(encoded) > 1 else 0


def _readings(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each encoding that the bytes could be in, with the text they then are."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            encodings = [encoding]
            break
    else:
        if b"\0" in data:
            encodings = ["utf-16-le", "utf-16-be"]
        else:
            encodings = ["utf-8", "gb18030", "big5"]
    for encoding in encodings:
        try:
            yield encoding, data.decode(encoding)
        except UnicodeDecodeError:
            continue
