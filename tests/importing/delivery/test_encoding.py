"""Bytes to text: the encodings that archives deliver, and what is refused."""

import codecs

import pytest

from importing.delivery.delivered_page import Delivery, only_page
from importing.refusal import ImportRefused

SIMPLIFIED = "全市春耕备耕有序推进\r\n\r\n本报讯(记者 石磊) 各地抓住晴好天气翻耕整地,农技人员下田指导。\n"
TRADITIONAL = "全市春耕備耕有序推進\n\n各地抓住晴好天氣翻耕整地,農技人員下田指導,學校也開了勞動課。\n"

pytestmark = pytest.mark.usefixtures("english")


def text_of(data: bytes, name: str) -> str:
    return Delivery(only_page(data, name)).content.text


IN_LINES = SIMPLIFIED.replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("encoded", "text"),
    [
        (SIMPLIFIED.encode(), SIMPLIFIED),
        (codecs.BOM_UTF8 + SIMPLIFIED.encode(), SIMPLIFIED),
        (SIMPLIFIED.encode("gb18030"), SIMPLIFIED),
        (codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le"), SIMPLIFIED),
        (codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), SIMPLIFIED),
        (SIMPLIFIED.encode("utf-16-le"), SIMPLIFIED),
        (SIMPLIFIED.encode("utf-16-be"), SIMPLIFIED),
        (TRADITIONAL.encode("big5"), TRADITIONAL),
        (b"C2 only Latin\n", "C2 only Latin\n"),
        (SIMPLIFIED.encode() + b"\x1a", SIMPLIFIED),
        (SIMPLIFIED.encode("gb18030") + b"\x1a", SIMPLIFIED),
        (IN_LINES.replace("\n", "\r").encode(), IN_LINES),
        (IN_LINES.replace("\n", "\r").encode("gb18030"), IN_LINES),
        (b"one\r\ntwo\r\n", "one\r\ntwo\r\n"),
    ],
    ids=[
        "utf-8",
        "utf-8 marked",
        "gb18030",
        "utf-16le marked",
        "utf-16be marked",
        "utf-16le",
        "utf-16be",
        "big5",
        "ascii",
        "utf-8, ended as DOS does",
        "gb18030, ended as DOS does",
        "utf-8, lines end in CR",
        "gb18030, lines end in CR",
        "lines end in CRLF",
    ],
)
def test_text_is_read_exactly_in_the_encodings_archives_use(encoded, text):
    assert text_of(encoded, "page.txt") == text


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "page.txt", "empty"),
        (" \n\u3000\n".encode(), "page.txt", "empty"),
        (codecs.BOM_UTF8, "page.txt", "empty"),
        (
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)),
            "page.txt",
            "binary",
        ),
        (b"\x1f\x8b\x08\x08" + bytes(range(1, 200)), "page.txt", "binary"),
        (
            "春の農作業が始まった。子どもたちも手伝った。".encode("shift-jis"),
            "page.txt",
            "unknown encoding",
        ),
        (
            "Земля оттаяла, начался сев.".encode("cp1251"),
            "page.txt",
            "unknown encoding",
        ),
        ("春耕".encode()[:-1], "page.txt", "unknown encoding"),
        (b"a word\x1a and more\x1a", "page.txt", "binary"),
        (b"%!PS", "page.ps", "files ending in .ps are not read"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data, name, reason):
    with pytest.raises(ImportRefused, match=reason):
        text_of(data, name)


def test_a_file_may_be_as_large_as_the_setting_says(settings):
    settings.MAX_PAGE_BYTES = 6
    assert text_of("春耕".encode(), "page.txt") == "春耕"
    with pytest.raises(ImportRefused, match="too large: more than 6 bytes"):
        text_of("春耕。".encode(), "page.txt")


@pytest.mark.parametrize(
    "name",
    ["滨江日报_2021.09.28_C2.txt", "滨江日报_2021.09.28", "PAGE.TXT", "page"],
)
def test_the_day_in_a_name_is_no_file_ending(name):
    assert text_of("春耕".encode(), name) == "春耕"
