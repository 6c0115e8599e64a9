"""Texts that no paper printed are read or refused, whatever is wrong with them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from bench import fuzz
from bench.spoiling import FAMILIES, SPOILS, Spoil, spoilt_text
from reader import PageContext, PageError, ReadPage, read_page
from reader.events.wording.titles import PIECE_LABEL
from reader.layout.jump_line_patterns import JUMP_FROM, JUMP_FROM_TAIL, JUMP_ON
from reader.layout.page_head.section_patterns import INDEX_LINE
from reader.results import Block, BlockKind, Paragraph, ReadByline, Role
from reader.times.numerals import numeral
from tests.reader.growth import assert_linear

FEW = 240
TOLD = "老街开街\n\n本报讯（记者 王磊）市长王磊昨日到老街察看。\n"


@pytest.fixture(scope="module")
def page() -> ReadPage:
    return read_page(TOLD, PageContext())


# What holds for any text


def test_what_must_hold_holds_for_spoilt_texts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # How long it may take is for the bench to say, on a quiet machine.
    monkeypatch.setattr(fuzz, "SECONDS", math.inf)
    tally = fuzz.Tally()
    for number in range(FEW):
        fuzz.try_text(number, tally)
    assert not tally.failures
    assert tally.read + tally.refused == FEW
    assert tally.read > FEW / 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9999年12月1日。9月2日,开会。", None),
        ("9月2日,开会。10月3日上午9时,开工。", dt.date.max),
        ("本报讯 1月1日,开会。去年12月3日,开工。", dt.date.min),
        ("昨日开街\n\n本报3日讯 市民在江边散步。", dt.date.min),
        ("中共云江市第三6次代表大会召开。", None),
        ("中共云江市第十十次代表大会召开。", None),
    ],
)
def test_days_and_numbers_that_nobody_prints_are_read(
    text: str, day: dt.date | None
) -> None:
    assert fuzz.fault_of(text, PageContext(date=day)) == ""


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("三6", 36),
        ("十十", 20),
        ("二0二一", 2021),
        ("1十", 10),
        ("二十七", 27),
        ("一百零五", 105),
        ("一千二百三十", 1230),
        ("千", 1000),
        ("３０", 30),
        ("〇七", 7),
    ],
)
def test_a_numeral_has_a_value_in_whatever_digits(
    printed: str, value: int
) -> None:
    assert numeral(printed) == value


def test_what_is_no_numeral_is_refused() -> None:
    with pytest.raises(ValueError, match="not a numeral: '万'"):
        numeral("三万")


def test_a_space_without_a_width_is_no_part_of_a_name() -> None:
    text = TOLD.replace("市长王磊", "市长王\u200b磊")
    [article] = read_page(text, PageContext()).articles
    assert {one.name for one in article.mentions} == {"王磊"}
    [mention] = article.mentions
    assert text[slice(*mention.span)] == "王\u200b磊"


def test_a_name_cut_by_a_caption_is_that_of_its_own_words() -> None:
    text = "。欧\n（右）\n技术。"
    page = read_page(text, PageContext())
    [mention] = page.articles[0].mentions
    assert mention.name == "欧技术"
    assert text[slice(*mention.span)] == "欧\n（右）\n技术"
    assert list(fuzz.broken(page)) == []


@pytest.mark.parametrize(
    "read",
    [
        JUMP_ON.search,
        JUMP_FROM.match,
        JUMP_FROM_TAIL.search,
        INDEX_LINE.fullmatch,
        PIECE_LABEL.match,
    ],
)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "会议"),
        ("白求", "将于"),
        ("(下转", "版"),
        ("下转3", "甲(乙)"),
        ("(上接", "页"),
        ("某题[上接1", "丙"),
    ],
)
def test_long_spaces_are_read_in_one_go(
    read: Callable[[str], object], before: str, after: str
) -> None:
    assert_linear(lambda spaces: read(before + spaces + after), " ", 1_000)


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("稻谷入仓    (  >>  下转   第 2 版  )  ", "2"),
        ("(  更多消息详见A3版)", "A3"),
        ("全文见 03 版 相关", "03"),
        ("下转 :今日  B2、B3  版①", "B2、B3"),
    ],
)
def test_jump_lines_with_wide_spaces_are_read(line: str, page: str) -> None:
    found = JUMP_ON.search(line)
    assert found
    assert found["page"].replace("第 ", "").strip() == page


# The bench


def test_the_same_number_makes_the_same_text() -> None:
    assert spoilt_text(7) == spoilt_text(7)
    # Of a few nothing is left.
    left = {spoilt_text(number) for number in range(40)} - {""}
    assert len(left) > 35


def test_texts_are_spoilt_with_every_family_and_plane() -> None:
    printed = set("".join(map(spoilt_text, range(FEW))))
    assert all(printed.intersection(each) for each in FAMILIES.values())
    assert {ord(each) >> 16 for each in printed} == set(range(17))
    assert not any(0xD800 <= ord(each) < 0xE000 for each in printed)


@pytest.mark.parametrize("spoil", SPOILS)
def test_each_way_of_spoiling_changes_the_text(spoil: Spoil) -> None:
    wide = TOLD * 4 + "ABC 123"
    chances = map(Random, range(9))
    assert any(spoil(wide, chance) != wide for chance in chances)


BROKEN = {
    "coverage is not whole": {"coverage": 0.9},
    "a character lies in no block or in two": {"blocks": ()},
}


@pytest.mark.parametrize(("fault", "change"), BROKEN.items())
def test_a_page_that_lost_a_character_is_seen(
    page: ReadPage, fault: str, change: dict[str, object]
) -> None:
    assert list(fuzz.broken(page)) == []
    assert fault in fuzz.broken(replace(page, **change))


def test_a_character_in_two_blocks_is_seen(page: ReadPage) -> None:
    whole = Block(BlockKind.FURNITURE, 0, len(page.text))
    assert not fuzz.each_in_one_block(replace(page, blocks=(whole, whole)))


def test_places_that_hold_other_words_are_seen(page: ReadPage) -> None:
    [article] = page.articles
    byline = ReadByline("李芳", Role.REPORTER, article.byline[0].span)
    paragraph = Paragraph("别的话", article.paragraphs[0].sources)
    outside = Paragraph("", ((0, len(TOLD) + 1),))
    spoilt = replace(article, byline=(byline,), paragraphs=(paragraph, outside))
    faults = set(fuzz.broken(replace(page, articles=(spoilt,))))
    assert faults == {
        "a signed name is not what its place holds",
        "a paragraph is not what its places hold",
        "Paragraph.sources is no place on the page",
    }


def test_a_failure_is_printed_with_the_least_text_that_has_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read(text: str, context: PageContext) -> ReadPage:
        if "。" in text:
            raise KeyError
        raise PageError

    monkeypatch.setattr(fuzz, "read_page", read)
    with pytest.raises(SystemExit) as ended:
        fuzz.main(["--texts", "8", "--seed", "3"])
    assert ended.value.code == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("text ")
    assert ": KeyError in test_spoilt_texts.py:" in lines[0]
    assert lines[1] == "  '。'"
    assert lines[2].startswith("8 texts of ")


def test_what_takes_too_long_is_slow(
    monkeypatch: pytest.MonkeyPatch, page: ReadPage
) -> None:
    monkeypatch.setattr(fuzz, "read_page", lambda text, context: page)
    assert fuzz.fault_of(TOLD, PageContext()) == ""
    monkeypatch.setattr(fuzz, "SECONDS", -1.0)
    assert fuzz.fault_of(TOLD, PageContext()) == "slow"


def test_larger_texts_may_take_longer() -> None:
    assert fuzz.shares("字" * 10) == 1
    assert fuzz.shares("字" * 10_000) == 3


def test_the_bench_says_how_many_texts_it_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    fuzz.main(["--texts", "3"])
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("3 texts of ")
    assert first.endswith(" 0 failed")
    assert second.startswith("slowest: ")
