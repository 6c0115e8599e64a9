"""PNG files taken apart and put together again, without a pixel being read."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEAD = b"IHDR"
LAST = b"IEND"
# What says something of the picture: text of three kinds, EXIF, the time of the last change.
TELLING = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
# Neither compressed nor in a language, without a translated name.
XMP = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00"


def described_png(data: bytes, exif: bytes, packet: bytes) -> bytes:
    """Return a PNG file with this metadata in the place of its own; raise ``ValueError`` for a file
    that is none.
    """
    return SIGNATURE + b"".join(_described(data, exif, packet))


def _described(data: bytes, exif: bytes, packet: bytes) -> Iterator[bytes]:
    for kind, content in _chunks(data):
        if kind in TELLING:
            continue
        yield _written(kind, content)
        if kind == HEAD:
            yield _written(b"iTXt", XMP + packet)
            if exif:
                yield _written(b"eXIf", exif)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks up to the last, each with its kind; what stands behind is left out."""
    place = len(SIGNATURE)
    kind = b""
    while kind != LAST:
        size = int.from_bytes(data[place : place + 4], "big")
        kind = data[place + 4 : place + 8]
        start = place + 8
        place = start + size + 4
        if place > len(data):
            raise ValueError("a PNG file that breaks off")
        yield kind, data[start : start + size]


def _written(kind: bytes, content: bytes) -> bytes:
    size = len(content).to_bytes(4, "big")
    check = zlib.crc32(kind + content).to_bytes(4, "big")
    return size + kind + content + check
