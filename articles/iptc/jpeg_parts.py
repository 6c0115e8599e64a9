"""JPEG files taken apart and put together again, without a pixel being read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

START = b"\xff\xd8"
END = b"\xff\xd9"
END_OF_IMAGE = 0xD9
START_OF_SCAN = 0xDA
# In segments of an application: EXIF and XMP, Photoshop's (IPTC), a comment.
APP_0 = 0xE0
APP_1 = 0xE1
APP_2 = 0xE2
APP_13 = 0xED
COMMENT = 0xFE
XMP = b"http://ns.adobe.com/xap/1.0/\x00"
# Tells of further pictures behind the first, which are left out.
SEVERAL = b"MPF\x00"
LARGEST = 65_533
# What follows the data of a scan: 0xFF with neither a null nor a restart behind it.
MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")


class JpegSegment(NamedTuple):
    """A segment with its mark; ``data`` is what stands between two marks, its own length left
    out.
    """

    marker: int
    data: bytes
    scan: bytes = b""

    @property
    def written(self) -> bytes:
        size = len(self.data) + 2
        mark = bytes((0xFF, self.marker))
        return mark + size.to_bytes(2, "big") + self.data + self.scan

    @property
    def tells(self) -> bool:
        """Tell whether it says something of the picture, and is no part of it."""
        if self.marker in {APP_1, APP_13, COMMENT}:
            return True
        return self.marker == APP_2 and self.data.startswith(SEVERAL)


def described_jpeg(
    data: bytes, exif: bytes, packet: bytes, record: bytes
) -> bytes:
    """Return the first picture of a JPEG file with this metadata in the place of its own; raise
    ``ValueError`` for a file that is none, or metadata too long for it.
    """
    parts = [part for part in _parts(data) if not part.tells]
    told = [JpegSegment(APP_1, XMP + packet), JpegSegment(APP_13, record)]
    if exif:
        told.insert(0, JpegSegment(APP_1, exif))
    if any(len(part.data) > LARGEST for part in told):
        raise ValueError("too much to say in a JPEG file")
    # The head of JFIF stands first.
    at = 1 if parts and parts[0].marker == APP_0 else 0
    parts[at:at] = told
    written = b"".join(part.written for part in parts)
    return START + written + END


def _parts(data: bytes) -> Iterator[JpegSegment]:
    """Yield the segments of the first picture, each scan with its data."""
    place = len(START)
    while True:
        mark = MARKER.match(data, place)
        if mark is None:
            raise ValueError("no JPEG file")
        [marker] = mark[1]
        if marker == END_OF_IMAGE:
            return
        start = mark.end()
        size = int.from_bytes(data[start : start + 2], "big")
        place = start + size
        scan = b""
        if marker == START_OF_SCAN:
            scan = _scan(data, place)
        yield JpegSegment(marker, data[start + 2 : place], scan)
        place += len(scan)


def _scan(data: bytes, start: int) -> bytes:
    """Return the data of a scan, up to the mark that follows; a file that breaks off ends there."""
    following = MARKER.search(data, start)
    if following is None:
        raise ValueError("a JPEG file that breaks off")
    return data[start : following.start()]
