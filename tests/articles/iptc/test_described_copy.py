"""Copies that say what the record says, read back by Pillow and by a parser of their own; the
pictures in them are the same to the last pixel.
"""

import datetime as dt
import io

import pytest
from PIL import Image, IptcImagePlugin

from articles.iptc.described_copy import described_copy
from articles.renditions import content
from tests.articles.iptc.files import picture_file, xmp
from tests.builders import make_article, make_photo

pytestmark = pytest.mark.django_db

FIELDS = {
    "creators": "石磊\n何田",
    "creator_job_title": "记者",
    "credit_line": "滨江日报社",
    "source": "滨江日报",
    "date_created": dt.date(2021, 9, 27),
    "copyright_notice": "版权所有 & <保留>",
    "alt_text": "两人蹲在田里",
}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def stored(data, name="a.jpg", **fields):
    photo = make_photo(article=make_article(), caption="农技人员。", **fields)
    photo.image.save(name, io.BytesIO(data))
    return photo


def opened(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def turned(orientation=6):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "old words"
    exif[0x8825] = {1: "N", 2: (27.0, 49.0, 0.0)}
    return exif


KINDS = [
    ("JPEG", {"exif": turned(), "comment": b"old words"}),
    ("JPEG", {"progressive": True, "mode": "L"}),
    ("JPEG", {"mode": "CMYK"}),
    ("PNG", {"exif": turned(), "xmp": xmp(caption="old words")}),
    ("PNG", {"mode": "RGBA"}),
    ("WEBP", {"exif": turned(), "xmp": xmp(caption="old words")}),
    ("WEBP", {"lossless": True, "mode": "RGBA", "colour": "#12345678"}),
    ("WEBP", {"quality": 60}),
]


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_a_copy_says_what_the_record_says(kind, options):
    data = picture_file(kind, **options)
    copy = described_copy(stored(data, **FIELDS), ["林向晚", "周杰", "林向晚"])
    before, after = opened(data), opened(copy.data)
    assert (after.format, after.mode, after.tobytes()) == (
        kind,
        before.mode,
        before.tobytes(),
    )
    assert copy.media_type == f"image/{kind.lower()}"
    said = after.getxmp()["xmpmeta"]["RDF"]["Description"]
    assert said["description"]["Alt"]["li"]["text"] == "农技人员。"
    assert said["creator"]["Seq"]["li"] == ["石磊", "何田"]
    assert said["AuthorsPosition"] == "记者"
    assert (said["Credit"], said["Source"]) == ("滨江日报社", "滨江日报")
    assert said["DateCreated"] == "2021-09-27"
    assert said["rights"]["Alt"]["li"]["text"] == "版权所有 & <保留>"
    assert said["AltTextAccessibility"]["Alt"]["li"]["text"] == "两人蹲在田里"
    assert said["PersonInImage"]["Bag"]["li"] == ["林向晚", "周杰"]


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_of_its_own_a_copy_keeps_how_it_is_turned(kind, options):
    data = picture_file(kind, **options)
    copy = described_copy(stored(data), [])
    kept = {0x0112: 6} if "exif" in options else {}
    assert dict(opened(copy.data).getexif()) == kept
    assert b"old words" not in copy.data


def test_a_jpeg_has_the_record_of_iptc_too():
    photo = stored(picture_file(), **FIELDS | {"credit_line": "滨江日报社" * 3})
    after = opened(described_copy(photo, []).data)
    record = IptcImagePlugin.getiptcinfo(after)
    assert record[1, 90] == b"\x1b%G"
    assert record[2, 120].decode() == "农技人员。"
    assert [each.decode() for each in record[2, 80]] == ["石磊", "何田"]
    assert record[2, 55] == b"20210927"
    assert record[2, 110].decode() == "滨江日报社滨江日报社"
    assert record[2, 116].decode() == "版权所有 & <保留>"


def test_the_stored_file_stays_as_it_is():
    data = picture_file(exif=turned())
    photo = stored(data)
    described_copy(photo, [])
    with photo.image.storage.open(photo.image.name) as file:
        assert file.read() == data


def test_of_several_pictures_in_a_file_the_first_leaves_the_house():
    other = Image.new("RGB", (80, 60), "red")
    data = picture_file("MPO", save_all=True, append_images=[other])
    copy = described_copy(stored(data), [])
    assert opened(copy.data).format == "JPEG"
    assert len(copy.data) < len(data) + 1000
    assert copy.data.count(b"\xff\xd8\xff") == 1


def test_very_long_words_are_cut_to_what_a_jpeg_holds():
    photo = stored(picture_file(), alt_text="&" * 9000, creators="石\n" * 9000)
    photo.caption = "字" * 9000
    copy = described_copy(photo, [f"人{n}" for n in range(900)])
    said = opened(copy.data).getxmp()["xmpmeta"]["RDF"]["Description"]
    assert said["description"]["Alt"]["li"]["text"] == "字" * 2500


@pytest.mark.parametrize(
    ("kind", "spoil"),
    [
        ("JPEG", lambda data: data[:-40]),
        ("PNG", lambda data: data[:-14]),
        ("WEBP", lambda data: data[:-8]),
        ("JPEG", lambda data: b"none"),
    ],
)
def test_a_broken_file_gives_no_copy(kind, spoil):
    assert described_copy(stored(spoil(picture_file(kind))), []) is None


def test_a_missing_file_gives_no_copy():
    photo = stored(picture_file())
    photo.image.storage.delete(photo.image.name)
    assert described_copy(photo, []) is None
    assert described_copy(make_photo(article=photo.article), []) is None


@pytest.mark.parametrize("kind", ["webp", "avif"])
@pytest.mark.parametrize("source", ["JPEG", "PNG", "WEBP"])
def test_renditions_say_nothing(kind, source):
    data = picture_file(source, exif=turned(), xmp=xmp(caption="old words"))
    shown = content(stored(data).image, "card", kind)
    assert b"old words" not in shown
    assert not {"exif", "xmp"} & opened(shown).info.keys()
    assert not dict(opened(shown).getexif())
