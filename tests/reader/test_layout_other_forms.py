"""Forms of pages that nobody had read before their gold was written: notices, letters, schedules,
page heads, credits, and lists of who takes office.
"""

from __future__ import annotations

import pytest

from reader.layout import lay_out
from reader.results import PageContext
from tests.reader.printed_forms import (
    ONE,
    TWO,
    headings,
    read,
    signed,
    texts,
)

HEAD = "江堤步道昨日开放"
OPENED = f"本报讯(记者 王磊) {ONE}"
NOTICE = (
    "讲座预告",
    "时间：2月26日（本周日）上午9:30",
    "地点：市图书馆二楼报告厅",
)


def heads(*lines: str) -> list[str]:
    return [headline for _kicker, headline, _below in headings(read(*lines))]


def test_a_notice_keeps_its_hour_and_who_arranges_it() -> None:
    (notice,) = read(*NOTICE, "主办：市妇联、本报")
    assert texts(notice) == [*NOTICE[1:], "主办：市妇联、本报"]


def test_who_makes_the_paper_is_no_field() -> None:
    (notice,) = read(*NOTICE[:2], ONE, "主办：市妇联、本报")
    assert texts(notice)[-1] == ONE


def test_a_page_number_in_a_circle_is_of_the_page_head() -> None:
    head = "②　云江日报　要闻　２０２１年１２月３日　星期五"
    (article,) = read(head, HEAD, OPENED)
    assert not article.photos


def test_the_name_of_a_paper_may_stand_in_marks() -> None:
    lines = ("《云江新报》2021年12月3日 第2版", HEAD, OPENED)
    page = lay_out("\n".join(lines), PageContext())
    assert (page.newspaper, page.page) == ("云江新报", "2")


@pytest.mark.parametrize(
    "line",
    ["责任编辑：欧小平　电子信箱：hxb@hx.gov.cn", "（未完待续）"],
)
def test_a_line_of_the_page_is_of_no_article(line: str) -> None:
    (article,) = read(HEAD, OPENED, TWO, line)
    assert texts(article) == [ONE, TWO]


def test_who_signs_in_brackets_without_a_name_is_no_text() -> None:
    article, _next = read(HEAD, OPENED, "（本报记者）", "县里修路", OPENED)
    assert texts(article) == [ONE]


@pytest.mark.parametrize(
    "opening", ["【本报记者李碧华／海棠报导】", "【记者叶大伟／综合报道】"]
)
def test_who_reports_stands_with_where_from(opening: str) -> None:
    (article,) = read(HEAD, opening + ONE, TWO)
    assert texts(article) == [ONE, TWO]
    assert signed(article)


def test_a_letter_ends_with_where_its_writer_is_from() -> None:
    asked = "请问，这井盖究竟该谁管？"
    letter = ("编辑同志：", TWO, asked, "棉纺厂　孔明华")
    reply = ("市政公司：三日内全部补齐", "编辑同志：", ONE)
    assert heads("井盖丢了谁来管", *letter, *reply)[1:] == [reply[0]]


def test_days_head_a_chronicle_below_its_title() -> None:
    days = ("1月10日", "下午，委员报到。", "1月11日", "上午，大会开幕。")
    assert heads(HEAD, OPENED, TWO, "市政协九届一次会议大事记", *days) == [
        HEAD,
        "市政协九届一次会议大事记",
    ]


def test_days_without_a_date_head_a_schedule() -> None:
    rows = ("今日", "上午 各代表团审议报告", "明日", "上午9时 会议闭幕")
    (schedule,) = read("两会日程", *rows)
    assert texts(schedule) == list(rows)


def test_an_hour_behind_a_mark_is_no_caption() -> None:
    rows = ("11月7日 全天 讨论报告。", "▶下午3时 大会闭幕。")
    (schedule,) = read("大会日程", *rows)
    assert texts(schedule) == list(rows)


def test_a_short_title_heads_a_notice() -> None:
    assert heads(HEAD, OPENED, "小启", TWO) == [HEAD, "小启"]


def test_a_list_ends_with_who_holds_its_office() -> None:
    names = "丁玉梅（女）　王 槐　邓 山　石敬之"
    first, second = read(
        "大会主席团名单",
        "（12月2日预备会议通过）",
        names,
        "秘书长　滕子厚（兼）",
        "大会议程",
        "（12月2日预备会议通过）",
        "一、听取和审议报告；",
        "二、选举。",
    )
    assert texts(first) == [names, "秘书长　滕子厚（兼）"]
    assert second.headline == "大会议程"


def test_a_line_of_who_took_part_is_a_subtitle() -> None:
    below = "费孝中、简中天、伍六一分别参加"
    (article,) = read(
        "各代表团昨日讨论报告", below, f"本报讯（记者 王一）{ONE}"
    )
    assert article.subtitle == below


def test_a_piece_that_nobody_signs_stands_among_signed_ones() -> None:
    pieces = (
        "△县新华书店开设专柜。（杜　鹃）",
        "△县体委举办篮球赛。（劳　动）",
    )
    (news,) = read("简　讯", *pieces, "△县气象站预报：晴到多云。")
    assert texts(news)[-1] == "△县气象站预报：晴到多云。"
    assert not news.photos


def test_pieces_under_two_marks_are_not_of_one_kind() -> None:
    lines = ("△县新华书店开设专柜。", "▲县体委举办篮球赛。")
    (news,) = read("简　讯", *lines)
    assert len(news.photos) == len(lines)


def test_a_padded_name_takes_a_picture() -> None:
    (article,) = read(HEAD, OPENED, TWO, "楚天舒在自家吊脚楼上。（阿　紫／摄）")
    (photo,) = article.photos
    assert photo.photographers == ("阿紫",)


def test_speakers_behind_a_sign_are_short_pieces() -> None:
    said = (f"@麦香兰（社区书记）：{ONE}", f"@江小鱼（大学生村官）：{TWO}")
    assert heads(HEAD, OPENED, "代表微语", *said) == [HEAD, "代表微语"]


def test_a_day_in_numerals_ends_a_letter() -> None:
    lines = (ONE, "市粮食局监察室", "四月十五日")
    assert heads(HEAD, OPENED, *lines, "遗失", TWO) == [HEAD, "遗失"]


def test_the_year_of_a_letter_may_be_of_the_last_century() -> None:
    signature = ("中共平湖市委", "一九九八年六月二十八日")
    first, second = read(HEAD, OPENED, *signature, "（紧接第四版）……" + TWO)
    assert texts(first)[-2:] == list(signature)
    assert second.continued_from == "4"


def test_the_title_of_a_document_is_no_peer_of_a_headline() -> None:
    second = ("代表团分团审议现场", f"3月3日下午，{TWO}", TWO)
    schedule = ("两会日程", "上午9时 会议闭幕（市政协礼堂）")
    assert heads(HEAD, OPENED, *second, *schedule) == [
        HEAD,
        second[0],
        schedule[0],
    ]


def test_points_are_no_headings() -> None:
    points = ("过去五年", "●新建改建学校37所", "未来五年", "●建成高铁新城")
    assert heads("一图读懂党代会报告", *points, "江堤步道开放", OPENED) == [
        "一图读懂党代会报告",
        "江堤步道开放",
    ]


def test_a_text_signed_in_brackets_has_come_to_its_end() -> None:
    told = (
        "驻地大厅有个百宝箱。“要啥有啥。”她说。（小米）",
        "凌晨四点的灯光",
        ONE,
    )
    items = read("会场内外", "志愿者的“百宝箱”", *told)
    assert [one.headline for one in items][-1] == "凌晨四点的灯光"


def test_a_delegation_speaks_above_its_headline() -> None:
    lines = ("市第七次党代会第三代表团：", "“把种子的事办好”", OPENED)
    points = ("一图读懂党代会报告", "●新建改建学校37所", "●建成高铁新城")
    _points, article = read(*points, *lines)
    assert article.kicker == lines[0]
