"""The bytes of a text file to its text, whatever encoding they are in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext as _

from importing.refusal import ImportRefused
from records.frequent_characters import BIG5, frequency

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Print uses few rare characters; a text decoded wrongly consists of them (measured: right 0.95 and
# more, wrong 0.6).
PLAUSIBLE = 0.85
# More damage than this share of the characters: it is no text, or in another encoding.
MOST_DAMAGED = 0.005
# One bad byte takes a character apart and the next one with it.
PIECES = 4
MOST_IN_SHORT = 0.05
MOST_GAPS = 200
# So many bytes behind a damaged one tell where the next character begins.
AHEAD = 40
GAP = "\ufffd"
HALF = re.compile("[\ud800-\udfff]")
# .txt, .pdf; not the day of 2021.09.28.
ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,9}$", re.ASCII)
# Ctrl-Z, the end of a file to CP/M and DOS.
END_MARK = "\x1a"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# What is left of a block that was not filled: after the mark, or after the last line.
PADDING = "".join(map(chr, range(0x21)))
PADDED = re.compile("\x1a|\0\0")


def ending_of(name: str) -> str:
    """Return the ending of a file's name in small letters, "" when it has none."""
    ending = ENDING.search(name)
    return ending[0].lower() if ending else ""


def plain_text(data: bytes) -> str:
    """Decode UTF-8, UTF-16, GB18030 or Big5, with or without a byte order mark; a few bytes that
    are none of its characters, and a last one that was cut, become U+FFFD. Raise ``ImportRefused``
    for others.
    """
    data = _without_padding(data)
    readings = dict(_readings(data))
    if "utf-8" in readings:
        return _in_lines(readings["utf-8"])
    likely = list(filter(is_plausible, readings.values()))
    if likely:
        return _in_lines(max(likely, key=frequency))
    mended = list(filter(is_plausible, _mended(data)))
    if mended:
        return _in_lines(min(mended, key=_gaps))
    if b"\0" in data or CONTROL.search(data.decode("latin-1")):
        raise ImportRefused(_("binary: not a text file"))
    raise ImportRefused(
        _("unknown encoding: not UTF-8, UTF-16, GB18030 or Big5")
    )


def _without_padding(data: bytes) -> bytes:
    """Return the bytes without the mark that old editors put behind a text, and without what
    follows it; bytes of UTF-16 as they are.
    """
    end = _end_of(data.decode("latin-1"))
    words = data[:end]
    return data if b"\0" in words else words


def _end_of(text: str) -> int:
    """Return where the padding behind a text begins, its length when there is none."""
    words = text.rstrip(PADDING)
    padding = PADDED.search(text, len(words))
    if padding is None:
        return len(text)
    return padding.start()


def _in_lines(text: str) -> str:
    """Return a text whose lines end in CR alone with LF in their place; offsets stay."""
    if "\n" in text:
        return text
    return text.replace("\r", "\n")


def is_plausible(text: str) -> bool:
    """Tell whether a text consists of what print uses."""
    return frequency(text) >= PLAUSIBLE


def _mended(data: bytes) -> Iterator[str]:
    """Yield what the bytes are in each encoding in which but a few are damaged."""
    mark, encodings = _possible(data)
    words = data.removeprefix(mark)
    for encoding in encodings:
        text = _resumed(words, encoding)
        if END_MARK in text or "\0" in text:
            continue
        text = CONTROL.sub(GAP, text)
        if _gaps(text) <= _most_gaps(len(text)):
            yield text


def _resumed(words: bytes, encoding: str) -> str:
    """Return a text with U+FFFD where it is damaged; where bytes do not say where the next
    character begins, it begins where the most frequent ones follow.
    """
    if encoding.startswith("utf"):
        return words.decode(encoding, "replace")
    pieces: list[str] = []
    view = memoryview(words)
    for _gap in range(MOST_GAPS):
        sound = _sound_until(view, encoding)
        pieces.append(str(view[:sound], encoding))
        if sound == len(view):
            return GAP.join(pieces)
        view = _next_beginning(view[sound + 1 :], encoding)
    return GAP * MOST_GAPS


def _sound_until(view: memoryview, encoding: str) -> int:
    """Return where the first damage is, the end when there is none."""
    try:
        str(view, encoding)
    except UnicodeDecodeError as error:
        return error.start
    return len(view)


def _next_beginning(view: memoryview, encoding: str) -> memoryview:
    """Return what follows from where the next character most likely begins."""
    likely = partial(_promise, encoding)
    return max(_beginnings(view), key=likely)


def _beginnings(view: memoryview) -> Iterator[memoryview]:
    """Yield where the next character may begin: here, or behind the rest of a damaged one."""
    for start in range(PIECES):
        yield view[start:]


def _promise(encoding: str, view: memoryview) -> float:
    """Return how frequent the next characters are if one begins here."""
    ahead = str(view[:AHEAD], encoding, "replace")
    return frequency(ahead[:-1])


def _most_gaps(length: int) -> float:
    """Return how many damaged characters a text of a length may have."""
    in_short = min(PIECES, MOST_IN_SHORT * length)
    return max(1, in_short, MOST_DAMAGED * length)


def _gaps(text: str) -> int:
    return text.count(GAP)


def _readings(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each encoding that the bytes could be in, with the text they then are."""
    mark, encodings = _possible(data)
    words = data.removeprefix(mark)
    for encoding in encodings:
        try:
            text = _decoded(words, encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROL.search(text):
            yield encoding, text


def _decoded(words: bytes, encoding: str) -> str:
    """Return the text of bytes; the halves in which old programs write a rare character of UTF-8
    are one, a half alone is U+FFFD. Raise ``UnicodeDecodeError``.
    """
    if encoding != "utf-8":
        text = words.decode(encoding)
        return text[: _end_of(text)]
    text = words.decode(encoding, "surrogatepass")
    if HALF.search(text) is None:
        return text
    halves = text.encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace")


def _possible(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the byte order mark that the bytes begin with, and the encodings they may be in."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return mark, (encoding,)
    if b"\0" in data:
        return b"", ("utf-16-le", "utf-16-be")
    return b"", ("utf-8", "gb18030", *BIG5)
