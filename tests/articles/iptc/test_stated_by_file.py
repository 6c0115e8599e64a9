"""What files say of themselves: XMP before IPTC before EXIF, in whatever encoding, damaged or
not.
"""

import datetime as dt
import io

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base

from articles.iptc.iptc_record import iptc_segment
from articles.iptc.jpeg_parts import described_jpeg
from articles.iptc.stated_by_file import stated_by_stream
from articles.iptc.stated_xmp import stated_in_xmp
from tests.articles.iptc.files import picture_file, xmp
from tests.importing.delivery.files.test_images import iptc

WORDS = "农技人员查看秧苗"


def stated_by_bytes(data):
    return stated_by_stream(io.BytesIO(data))


def exif(taken=None, **fields):
    """Return EXIF data; bytes go into text fields as they are."""
    data = Image.Exif()
    for name, value in fields.items():
        data[Base[name]] = value
    if taken:
        data.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = taken
    return data


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_exif_says_who_what_whose_and_when(kind):
    data = exif(
        ImageDescription=WORDS.encode(),
        Artist="石磊; 何田".encode("gb18030"),
        Copyright="版权所有".encode(),
        taken="2021:09:27 08:03:11",
    )
    assert stated_by_bytes(picture_file(kind, exif=data)) == {
        "caption": WORDS,
        "creators": "石磊\n何田",
        "copyright_notice": "版权所有",
        "date_created": dt.date(2021, 9, 27),
    }


def test_fields_of_windows_are_utf_16_and_asked_first():
    data = exif(
        ImageDescription=b"????????",
        XPTitle=(WORDS + "\0").encode("utf-16-le"),
        XPAuthor="石磊;何田".encode("utf-16-le"),
        Artist=b"OLYMPUS",
    )
    assert stated_by_bytes(picture_file(exif=data)) == {
        "caption": WORDS,
        "creators": "石磊\n何田",
    }
    subject = exif(
        XPTitle=b"\x00\xd8\x41", XPSubject="会场".encode("utf-16-le")
    )
    assert stated_by_bytes(picture_file(exif=subject)) == {"caption": "会场"}


@pytest.mark.parametrize(
    "words", [b"\xff\xfe\xff", b"????", b"  \0x", b"\xef\xbf\xbd"]
)
def test_what_cannot_be_read_is_no_value(words):
    assert (
        stated_by_bytes(picture_file(exif=exif(ImageDescription=words))) == {}
    )


@pytest.mark.parametrize(
    "taken", ["0000:00:00 00:00:00", "    :  :  ", "2021", "昨天"]
)
def test_a_day_that_is_none_is_no_value(taken):
    said = stated_by_bytes(picture_file(exif=exif(Artist=b"a", taken=taken)))
    assert said == {"creators": "a"}


def test_xmp_goes_before_iptc_before_exif_field_by_field():
    of_exif = exif(
        ImageDescription=b"exif", Artist=b"exif", Copyright=b"exif"
    ).tobytes()
    record = iptc_segment({"caption": ["iptc"], "creators": ["iptc"]})
    data = described_jpeg(picture_file(), of_exif, xmp(caption="xmp"), record)
    assert stated_by_bytes(data) == {
        "caption": "xmp",
        "creators": "iptc",
        "copyright_notice": "exif",
    }


def test_iptc_in_gb18030_says_the_caption():
    data = iptc((120, WORDS.encode("gb18030")), (120, b""))
    assert stated_by_bytes(data) == {"caption": WORDS}


def test_xmp_says_who_is_shown_and_the_alternative_text():
    said = stated_by_bytes(
        picture_file(
            "WEBP",
            xmp=xmp(
                people_shown="林向晚</rdf:li><rdf:li>周杰",
                alt_text="两人站在田边",
            ),
        )
    )
    assert said == {"people_shown": "林向晚\n周杰", "alt_text": "两人站在田边"}


def test_of_several_languages_the_one_for_all_is_read():
    two = xmp(caption='中文</rdf:li><rdf:li xml:lang="en">English')
    turned = two.replace(b"x-default", b"en-US").replace(
        b'"en"', b'"x-default"'
    )
    assert stated_in_xmp(two)["caption"] == "中文"
    assert stated_in_xmp(turned)["caption"] == "English"


@pytest.mark.parametrize(
    "packet",
    [
        xmp(caption="x")[:-30],
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + xmp(caption="&b;"),
        xmp(caption="x").replace(b"xmlns:dc=", b"xmlns:other="),
        xmp(caption="春耕").replace("春".encode(), b"\xff"),
        b" " * 1_000_001,
    ],
    ids=["cut", "entities", "unnamed", "undecodable", "long"],
)
def test_a_packet_that_cannot_be_read_says_nothing(packet):
    assert stated_in_xmp(packet) == {}


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_damaged_data_says_nothing_and_breaks_no_picture():
    whole = picture_file(
        exif=exif(ImageDescription=b"words", taken="2021:09:27")
    )
    start = whole.index(b"MM\x00*")
    for place in range(start, start + 60):
        spoilt = bytearray(whole)
        spoilt[place] = 0xFF
        assert stated_by_bytes(bytes(spoilt)).keys() <= {
            "caption",
            "creators",
            "date_created",
        }
    assert stated_by_bytes(iptc(tail=b"\x1c\x02\x78\xff")) == {}
    assert stated_by_bytes(b"none") == {}


def test_of_too_many_pixels_nothing_is_read(settings):
    data = picture_file(exif=exif(Artist=b"a"))
    settings.MAX_IMAGE_PIXELS = 80 * 60 - 1
    assert stated_by_bytes(data) == {}


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("趙一川", "big5"),
        ("何永恒", "cp950"),
        ("石磊", "gb18030"),
        ("王䶮", "gb18030"),
        ("石磊", "utf-8"),
    ],
)
def test_names_are_read_in_the_likeliest_encoding(name, encoding):
    data = exif(Artist=name.encode(encoding))
    assert stated_by_bytes(picture_file(exif=data)) == {"creators": name}


@pytest.mark.parametrize(
    "encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_a_packet_is_read_in_whatever_encoding(encoding):
    packet = xmp(credit_line="滨江日报").decode()
    if encoding == "utf-16":
        packet = f'<?xml version="1.0" encoding="none"?>{packet}'
    assert stated_in_xmp(packet.encode(encoding))["credit_line"] == "滨江日报"
