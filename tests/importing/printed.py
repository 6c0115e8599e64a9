"""PDF pages written by hand: Chinese type by its character codes, no font inside, photos as
JPEG.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light"
    b" /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 "
    b"/FontBBox [-25 -254 1000 880] /ItalicAngle 0"
    b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
)


@dataclass(frozen=True)
class Words:
    """One printed line: its left end and baseline in points, the size of its type."""

    text: str
    x: float
    y: float
    size: float = 10


@dataclass(frozen=True)
class Photo:
    """A picture in a box: left, bottom, width, height in points. A JPEG is kept as it is, any other
    kind as its pixels.
    """

    data: bytes
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Rule:
    """A drawn line: left, bottom, width, height in points."""

    x: float
    y: float
    width: float
    height: float = 1


def jpeg(
    width: int = 80, height: int = 60, colour: str = "teal", **options: object
) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(output, "JPEG", **options)
    return output.getvalue()


def column(
    text: str,
    x: float,
    y: float,
    *,
    across: int = 15,
    size: float = 10,
    indent: int = 2,
) -> list[Words]:
    """Set a paragraph in a column, ``across`` characters to the line, its first line indented."""
    first = across - indent
    rows = [
        text[:first],
        *(text[at : at + across] for at in range(first, len(text), across)),
    ]
    return [
        Words(
            row, x + (indent * size if n == 0 else 0), y - n * size * 1.4, size
        )
        for n, row in enumerate(rows)
        if row
    ]


# Keys that no password opens: the empty one is tried first.
LOCK = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
    % (
        b"11" * 32,
        b"22" * 32,
    )
)


def pdf(
    *pages: Sequence[Words | Photo | Rule],
    size: tuple[int, int] = (600, 800),
    more: bytes = b"",
    trailer: bytes = b"",
    turned: int = 0,
) -> bytes:
    """Return a PDF file of these pages; ``more`` goes into each page's dictionary, ``trailer`` into
    the file's.

    A page ``turned`` by so many degrees to the right is drawn turned to the left by as many: it
    looks as if it were not."""
    drawing = b"%d %d %d %d %d %d cm\n" % _turning(turned, *size)
    if turned:
        more += b" /Rotate %d" % turned
    if turned in (90, 270):
        size = size[::-1]
    objects: list[bytes] = [b"", b"", *FONT]
    kids = []
    for page in pages:
        photos = [item for item in page if isinstance(item, Photo)]
        names = [_added(objects, _image(photo)) for photo in photos]
        content = _added(objects, _stream(b"", drawing + _drawn(page)))
        images = b" ".join(
            b"/I%d %d 0 R" % (n, name) for n, name in enumerate(names)
        )
        head = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            % (
                *size,
                content,
            )
        )
        resources = (
            b"/Resources << /Font << /F 3 0 R >> /XObject << %s >> >> %s >>"
            % (
                images,
                more,
            )
        )
        kids.append(_added(objects, head + resources))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(b"%d 0 R" % k for k in kids),
    )
    return _file(objects, trailer)


def _turning(degrees: int, width: int, height: int) -> tuple[int, ...]:
    """Return the matrix that draws a page of this size turned to the left."""
    return {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, 1, -1, 0, height, 0),
        180: (-1, 0, 0, -1, width, height),
        270: (0, -1, 1, 0, 0, width),
    }[degrees]


def _added(objects: list[bytes], body: bytes) -> int:
    objects.append(body)
    return len(objects)


def _drawn(page: Sequence[Words | Photo | Rule]) -> bytes:
    drawn, photos = [], 0
    for item in page:
        if isinstance(item, Rule):
            drawn.append(
                b"%g %g %g %g re f" % (item.x, item.y, item.width, item.height)
            )
        elif isinstance(item, Words):
            hexadecimal = item.text.encode("utf-16-be").hex().encode()
            drawn.append(
                b"BT /F %g Tf %g %g Td <%s> Tj ET"
                % (item.size, item.x, item.y, hexadecimal)
            )
        else:
            drawn.append(
                b"q %g 0 0 %g %g %g cm /I%d Do Q"
                % (item.width, item.height, item.x, item.y, photos)
            )
            photos += 1
    return b"\n".join(drawn)


def _image(photo: Photo) -> bytes:
    with Image.open(io.BytesIO(photo.data)) as image:
        head = (
            b"/Type /XObject /Subtype /Image /Width %d /Height %d" % image.size
        )
        head += b" /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter "
        if image.format == "JPEG":
            return _stream(head + b"/DCTDecode", photo.data)
        return _stream(
            head + b"/FlateDecode",
            zlib.compress(image.convert("RGB").tobytes()),
        )


def _stream(head: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (
        head,
        len(data),
        data,
    )


def _file(objects: list[bytes], more: bytes) -> bytes:
    output, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(output))
        output += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    output += b"".join(b"%010d 00000 n \n" % place for place in places)
    output += (
        b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            more,
            table,
        )
    )
    return bytes(output)
