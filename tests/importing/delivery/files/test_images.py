"""Files of pictures: which are taken, what they say of themselves."""

import datetime as dt
import io

import pytest
from PIL import Image

from importing.delivery.files.images import image_file
from importing.refusal import ImportRefused
from tests.importing.printed import jpeg

pytestmark = pytest.mark.usefixtures("english")

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
photoshop:Credit="滨江日报社" photoshop:DateCreated="2019-03-14T09:30:00+08:00">
<dc:creator><rdf:Seq><rdf:li>石磊</rdf:li><rdf:li>何田</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">保留权利</rdf:li></rdf:Alt></dc:rights>
</rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def iptc(*values: tuple[int, bytes], tail: bytes = b"") -> bytes:
    """Return a JPEG picture with IPTC fields of record 2 in its Photoshop segment."""
    fields = b"".join(
        b"\x1c\x02" + bytes([key]) + len(value).to_bytes(2, "big") + value
        for key, value in values
    )
    fields += tail
    block = (
        b"8BIM\x04\x04\x00\x00"
        + len(fields).to_bytes(4, "big")
        + fields
        + b"\x00" * (len(fields) % 2)
    )
    segment = b"Photoshop 3.0\x00" + block
    plain = jpeg()
    return (
        plain[:2]
        + b"\xff\xed"
        + (len(segment) + 2).to_bytes(2, "big")
        + segment
        + plain[2:]
    )


def encoded(kind: str, **options: object) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (8, 6), "teal").save(output, kind, **options)
    return output.getvalue()


@pytest.mark.parametrize(
    ("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")]
)
def test_three_kinds_are_taken_and_named_after_their_bytes(kind, ending):
    first, again = (image_file(encoded(kind), "photos") for _ in range(2))
    assert first.path == again.path
    folder, start, name = first.path.split("/")
    assert (folder, start, name[64:]) == ("photos", name[:2], f".{ending}")
    assert image_file(encoded(kind), "pages").path.startswith("pages/")


def test_a_jpeg_of_several_pictures_is_kept_as_a_jpeg():
    several = encoded(
        "MPO", save_all=True, append_images=[Image.new("RGB", (8, 6), "red")]
    )
    with Image.open(io.BytesIO(several)) as opened:
        assert opened.format == "MPO"
    kept = image_file(several, "photos")
    assert (kept.data, kept.path[-4:]) == (several, ".jpg")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no readable JPEG, PNG or WebP picture"),
        (encoded("GIF"), "no readable JPEG, PNG or WebP picture"),
        (encoded("TIFF"), "no readable JPEG, PNG or WebP picture"),
        (jpeg()[:300], "no readable JPEG, PNG or WebP picture"),
        (b"<svg/>", "no readable JPEG, PNG or WebP picture"),
    ],
)
def test_other_kinds_and_broken_files_are_refused(data, reason):
    with pytest.raises(ImportRefused, match=reason):
        image_file(data, "photos")


def test_too_many_pixels_are_refused_before_they_are_unpacked(settings):
    settings.MAX_IMAGE_PIXELS = 80 * 60
    assert image_file(jpeg(), "photos")
    with pytest.raises(ImportRefused, match="more than 4800 pixels"):
        image_file(jpeg(81, 60), "photos")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_photographer_and_rights_are_read_from_xmp(kind):
    if kind == "PNG":
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP.decode())
        data = encoded(kind, pnginfo=info)
    else:
        data = encoded(kind, xmp=XMP)
    assert image_file(data, "photos").details == {
        "creators": "石磊\n何田",
        "credit_line": "滨江日报社",
        "copyright_notice": "保留权利",
        "date_created": dt.date(2019, 3, 14),
    }


def test_iptc_is_read_in_utf_8_and_in_gb18030():
    data = iptc(
        (80, "石磊".encode()),
        (110, "滨江日报社".encode("gb18030")),
        (55, b"20190314"),
        (85, b"\xff\xff\xff"),
    )
    assert image_file(data, "photos").details == {
        "creators": "石磊",
        "credit_line": "滨江日报社",
        "date_created": dt.date(2019, 3, 14),
    }
    two = image_file(
        iptc((80, "石磊".encode()), (80, "何田".encode())), "photos"
    )
    assert two.details == {"creators": "石磊\n何田"}


def test_damaged_metadata_says_nothing_and_loses_no_picture():
    assert image_file(iptc((55, b"2019")), "photos").details == {}
    assert image_file(iptc(tail=b"\x1c\x02\x50\xff"), "photos").details == {}
    assert (
        image_file(
            encoded("JPEG", xmp=b"<dc:creator><rdf:li>"), "photos"
        ).details
        == {}
    )


def test_a_caption_that_only_the_file_has_is_not_loaded():
    data = iptc((120, "\u56fe\u8bf4".encode()), (110, b"Press"))
    assert image_file(data, "photos").details == {"credit_line": "Press"}
