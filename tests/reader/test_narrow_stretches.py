"""One article broken at a narrow column on a wide page, and short lines that are none."""

from __future__ import annotations

import pytest

from reader.layout import lay_out
from reader.layout.page_lines.narrow_stretches import narrow_stretches
from reader.layout.page_lines.printed_lines import logical_lines
from tests.reader.one_article import CONTEXT

WHOLE = (
    "城区老人食堂开饭\n　　本报讯（记者 宗可人）昨天中午，城南街道的老人食堂开饭，"
    "八十多位老人凭卡就餐，一荤两素收八元钱，街道另外补贴三元，行动不便的由志愿者送上门。\n\n"
)
NARROW = (
    "　　本报讯（记者 荀一川）昨\n日上午，城北水厂的新滤池投入\n使用，每天可以多供水两万吨，\n"
    "沿江三个小区的居民不用再半夜\n起来接水。厂里还添了四名化验\n员，每两个小时取一次水样。"
)
READ_NARROW = (
    "昨日上午，城北水厂的新滤池投入使用，每天可以多供水两万吨，沿江三个小区的居民不用再半夜"
    "起来接水。厂里还添了四名化验员，每两个小时取一次水样。"
)
VERSES = (
    "柿子把灯笼挂满枝头\n照着归仓的人走\n风翻过最后一页稻田\n大地合上了书卷\n"
    "一只雁落单了哟\n在村口绕了三圈\n我朝它挥手不停"
)
PRIZES = (
    "一等奖：邬玉兰、丘明山。\n二等奖：查尔、仝心诚。\n三等奖：申强、夏侯婷。\n"
    "三等奖：娄敏、糜小鹿。\n三等奖：米粒、盘金凤。\n三等奖：仲夏、费小满。"
)
FEW = "市政府召开森\n林防火会，对\n护林员进行表彰"


def test_one_narrow_article_of_a_wide_page_is_put_together() -> None:
    page = WHOLE + "城北水厂新滤池投用\n" + NARROW + "\n\n" + WHOLE
    _, narrow, *_ = lay_out(page, CONTEXT).articles
    assert [one.text for one in narrow.paragraphs] == [READ_NARROW]


@pytest.mark.parametrize("lines", [VERSES, PRIZES, FEW])
def test_other_short_lines_of_a_wide_page_stay_apart(lines: str) -> None:
    printed = [line.text for line in logical_lines(WHOLE + WHOLE + lines)]
    assert printed[-lines.count("\n") - 1 :] == lines.split("\n")


def test_words_that_stop_short_of_a_column_stay_apart() -> None:
    ragged = "市政府召开森\n林防火会议，表彰护林员二百余名并\n发奖金\n护林员荣大海老\n人领奖时全场起\n立鼓掌\n春天"
    printed = [line.text for line in logical_lines(WHOLE + WHOLE + ragged)]
    assert printed[-7:] == ragged.split("\n")


def test_empty_lines_part_stretches() -> None:
    lines = logical_lines(
        "短行一\n短行二\n\n短行三\n\n" + "长" * 40 + "\n短行四"
    )
    parted = [len(stretch) for _, stretch in narrow_stretches(lines)]
    assert parted == [2, 1, 1, 1]


@pytest.mark.parametrize(
    ("change", "is_narrow"),
    [("", True), ("\u3000\u3000", False), ("，", False)],
)
def test_only_words_that_go_on_in_the_next_line_count(
    change: str, is_narrow: bool
) -> None:
    head = "" if change == "，" else change
    mark = change if change == "，" else ""
    text = "\n".join([f"{head}程众人开饭上课{mark}"] * 8)
    lines = logical_lines(text)
    ((found, _),) = list(narrow_stretches(lines))
    assert found is is_narrow
