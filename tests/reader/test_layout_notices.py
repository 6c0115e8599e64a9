"""Short notices, each under the title of its kind."""

from __future__ import annotations

import pytest

from reader.layout import lay_out
from tests.reader.one_article import CONTEXT

REPORT = (
    "城区老人食堂开饭\n　　本报讯（记者 宗可人）昨天中午，城南街道的老人食堂开饭，"
    "八十多位老人凭卡就餐，一荤两素收八元钱，街道另外补贴三元。\n"
)
LOST = (
    "　　老人荀守成，男，79岁，昨日在南门菜市场走失，有知情者请与家人联系。\n"
)
ERROR = "　　本报9月10日2版一文中，“三十米”应为“三百米”，特此更正。\n"


def headlines(page: str) -> list[str]:
    return [article.headline for article in lay_out(page, CONTEXT).articles]


@pytest.mark.parametrize(
    "title", ["寻人启事", "遗失声明", "通告", "讣告", "拍卖公告"]
)
def test_a_notice_stands_under_the_title_of_its_kind(title: str) -> None:
    page = f"{REPORT}更正\n{ERROR}{title}\n{LOST}"
    assert headlines(page) == ["城区老人食堂开饭", "更正", title]


@pytest.mark.parametrize("gap", ["", "\n\n\n"])
def test_a_notice_below_open_words_is_one_of_its_own(gap: str) -> None:
    open_words = "　　会后，老人们分别来到江边的广场、老街一带和新修的\n"
    page = f"{REPORT}{open_words}{gap}寻人启事\n{LOST}"
    assert headlines(page) == ["城区老人食堂开饭", "寻人启事"]


def test_a_short_title_may_be_the_second_line_of_one() -> None:
    page = f"{REPORT}城北街道今秋面向全市的\n征文\n{LOST}"
    last = lay_out(page, CONTEXT).articles[-1]
    assert last.kicker + last.headline == "城北街道今秋面向全市的征文"


@pytest.mark.parametrize("line", ["食堂开饭", "老街新事"])
def test_other_short_lines_are_no_notice(line: str) -> None:
    page = f"{REPORT}更正\n{ERROR}{line}\n{LOST}"
    assert line not in headlines(page)
