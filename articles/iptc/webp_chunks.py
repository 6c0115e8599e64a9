"""WebP files taken apart and put together again, without a pixel being read."""

from __future__ import annotations

from collections.abc import Iterator

FORM = b"WEBP"
EXTENDED = b"VP8X"
LOSSLESS = b"VP8L"
EXIF = b"EXIF"
XMP = b"XMP "
TELLING = frozenset({EXTENDED, EXIF, XMP})
# Bits of the extended head; its other bits stay as they are.
HAS_XMP = 0x04
HAS_EXIF = 0x08
HAS_ALPHA = 0x10
EMPTY_HEAD = bytes(4)


def described_webp(
    data: bytes, size: tuple[int, int], exif: bytes, packet: bytes
) -> bytes:
    """Return a WebP file with this metadata in the place of its own; ``size`` is the picture's in
    pixels. Raise ``ValueError`` for a file that is none.
    """
    chunks = list(_chunks(data))
    head = _head(dict(chunks), size, has_exif=bool(exif))
    kept = [chunk for chunk in chunks if chunk[0] not in TELLING]
    told = [(EXIF, exif)] if exif else []
    told.append((XMP, packet))
    body = FORM + b"".join(
        _written(kind, content)
        for kind, content in [(EXTENDED, head), *kept, *told]
    )
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _head(
    chunks: dict[bytes, bytes], size: tuple[int, int], *, has_exif: bool
) -> bytes:
    """Return the extended head that says what the file holds, made where there is none."""
    head = chunks.get(EXTENDED) or _made_head(chunks, size)
    flags = head[0] | HAS_XMP
    flags = flags | HAS_EXIF if has_exif else flags & ~HAS_EXIF
    return bytes((flags,)) + head[1:]


def _made_head(chunks: dict[bytes, bytes], size: tuple[int, int]) -> bytes:
    # The last bit of a lossless picture's sizes is followed by whether it has an alpha channel.
    lossless = chunks.get(LOSSLESS, b"")
    is_clear = len(lossless) > 4 and bool(lossless[4] & 0x10)
    flags = HAS_ALPHA if is_clear else 0
    sides = b"".join((side - 1).to_bytes(3, "little") for side in size)
    return bytes((flags,)) + EMPTY_HEAD[1:] + sides


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a file, each with its kind; what stands behind them is left out."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data) or data[8:12] != FORM:
        raise ValueError("a WebP file that breaks off")
    place = 12
    while place + 8 <= end:
        kind = data[place : place + 4]
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        start = place + 8
        yield kind, data[start : start + size]
        # A chunk of an odd size is filled up.
        place = start + size + size % 2


def _written(kind: bytes, content: bytes) -> bytes:
    size = len(content).to_bytes(4, "little")
    return kind + size + content + b"\x00" * (len(content) % 2)
