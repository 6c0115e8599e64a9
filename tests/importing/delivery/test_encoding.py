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


RARE = "记者 石磊 报道,周\U00020bb7明与孙\U0002cb4e在育秧现场。各地抓住晴好天气翻耕整地,农技人员下田指导。"
# 恒 is in Windows' Big5 and 啲 in Hong Kong's, neither in the standard.
HONG_KONG = TRADITIONAL.replace("農技人員", "農技人員何永恒啲學生")


@pytest.mark.parametrize(
    ("encoded", "text"),
    [
        (SIMPLIFIED.encode("gb18030") + b"\x1a" * 40, SIMPLIFIED),
        (SIMPLIFIED.encode("gb18030") + b"\x1a\r\n", SIMPLIFIED),
        (SIMPLIFIED.encode() + b"\0" * 40, SIMPLIFIED),
        (SIMPLIFIED.encode() + b"\x1a\x00\x01\x02", SIMPLIFIED),
        (SIMPLIFIED.encode("utf-16-le") + b"\x1a\0", SIMPLIFIED),
        (
            codecs.BOM_UTF16_BE + (SIMPLIFIED + "\0\0").encode("utf-16-be"),
            SIMPLIFIED,
        ),
        (TRADITIONAL.replace("里", "裏").encode("cp950"), TRADITIONAL),
        (
            HONG_KONG.replace("啲", "").encode("cp950"),
            HONG_KONG.replace("啲", ""),
        ),
        (HONG_KONG.encode("big5hkscs"), HONG_KONG),
        (RARE.encode("gb18030"), RARE),
        (
            RARE.encode("utf-16-le")
            .decode("utf-16-le")
            .encode()
            .replace("\U00020bb7".encode(), b"\xed\xa1\x82\xed\xbe\xb7"),
            RARE,
        ),
        (
            RARE.encode().replace("\U00020bb7".encode(), b"\xed\xa1\x82"),
            RARE.replace("\U00020bb7", "\ufffd"),
        ),
    ],
    ids=[
        "block filled with marks",
        "mark and line end",
        "block filled with nothing",
        "rests behind the mark",
        "utf-16 with a mark",
        "utf-16 filled with nothing",
        "big5",
        "big5 of windows",
        "big5 of hong kong",
        "rare characters in gb18030",
        "rare characters as two halves",
        "half a rare character",
    ],
)
def test_what_old_programs_write_is_read(encoded, text):
    assert text_of(encoded, "page.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("bad", [b"\xff", b"\x07"])
@pytest.mark.parametrize("place", range(6))
def test_one_bad_byte_costs_its_character_alone(encoding, bad, place):
    before, behind = (
        SIMPLIFIED * 2 + "翻耕整地,",
        "农技人员下田指导。\n" + SIMPLIFIED,
    )
    at = len(before.encode(encoding)) + place
    data = (before + behind).encode(encoding)
    text = text_of(data[:at] + bad + data[at:], "page.txt")
    assert "\ufffd" in text
    assert text.startswith(before)
    assert text.endswith(behind[3:])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4\n", "PDF"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"PK\x03\x04", "zip/docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "doc"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE HTML><p>", "HTML"),
        (b"<html lang=zh><p>", "HTML"),
    ],
)
def test_a_file_of_another_kind_called_text_is_refused_by_its_kind(data, kind):
    with pytest.raises(ImportRefused, match=f"it begins as a {kind} file does"):
        text_of(data, "page.txt")


def test_more_damage_than_a_page_s_is_refused_at_once():
    data = SIMPLIFIED.encode("gb18030") + b"\xff\xff" * 100_000
    with pytest.raises(ImportRefused, match="unknown encoding"):
        text_of(data, "page.txt")
