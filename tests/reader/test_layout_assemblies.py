"""Headings, lists and schedules in the habits of papers that report assemblies."""

from __future__ import annotations

import pytest

from reader.layout.bylines.signed_names import is_names_line
from tests.reader.printed_forms import NEXT, ONE, headings, read, texts

TWO_LINES = ("市民都说好。", "更多的人来了。")


@pytest.mark.parametrize(
    ("line", "is_list"),
    [
        ("全立人 马 上 清 沙 田 徐 来(女) 冬 青 曲 直", True),
        ("沈 默 华 佗生 江 帆", True),
        ("白　露(女)成　长　　华 佗 生", True),
        ("沈默、江帆、马跃、段", False),
        ("春 江 花 月 夜", False),
        ("沈 默", False),
    ],
)
def test_padded_names_make_a_line_of_names(line: str, is_list: bool) -> None:
    assert is_names_line(line.replace("\u3000", " ")) is is_list


@pytest.mark.parametrize(
    "label", ["群众来信", "代表之声", "简明新闻", "照片新闻"]
)
def test_a_column_head_parts_articles(label: str) -> None:
    first, second = read(
        "老街改造完成", f"本报讯 {ONE}", *TWO_LINES, label, *TWO_LINES
    )
    assert (first.headline, second.headline) == ("老街改造完成", label)


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        (
            "今日会议",
            (
                "上午8:30 第二次全体会议 甘泉大剧院",
                "下午3:00 选举大会 甘泉大剧院",
            ),
        ),
        ("一线传真", ("区残联:技能赛举行。(武陵)", "团区委:评选开始。(高粱)")),
    ],
)
def test_a_short_title_over_a_schedule_or_short_pieces(
    title: str, lines: tuple[str, ...]
) -> None:
    first, second = read(
        "老街改造完成", f"本报讯 {ONE}", *TWO_LINES, title, *lines
    )
    assert texts(first) == [ONE, *TWO_LINES]
    assert second.headline == title


def test_marked_days_under_a_schedule_are_no_captions() -> None:
    lines = ("▲1月8日 上午开幕会。", "▲1月9日 下午闭幕会。")
    (schedule,) = read("大会日程安排", *lines)
    assert (texts(schedule), schedule.photos) == (list(lines), ())
    (pictures,) = read("大会开幕", f"本报讯 {ONE}", *lines)
    assert len(pictures.photos) == 2


@pytest.mark.parametrize(
    ("lines", "ranks"),
    [
        (
            ("市人大常委会第二次会议举行", "任命一批国家机关工作人员"),
            ("", "市人大常委会第二次会议举行", "任命一批国家机关工作人员"),
        ),
        (
            (
                "区委七届一次全会",
                "敬东来当选区委书记",
                "海生、王小丫当选副书记",
            ),
            (
                "区委七届一次全会",
                "敬东来当选区委书记",
                "海生、王小丫当选副书记",
            ),
        ),
        (
            ("市委召开全会", "敬东来当选区委书记", "海生、王小丫当选副书记"),
            (
                "",
                "市委召开全会",
                "敬东来当选区委书记 海生、王小丫当选副书记",
            ),
        ),
    ],
)
def test_ranks_of_headings_at_assemblies(
    lines: tuple[str, ...], ranks: tuple[str, ...]
) -> None:
    assert headings(read(*lines, f"本报讯 {ONE}")) == [ranks]


def test_an_office_alone_stands_in_a_list_above_its_holder() -> None:
    lines = (
        "主席团(共6人)",
        "沈 默 江 帆 马 跃 丁 一 方 寸 许 多",
        "秘书长",
        "石 林",
    )
    one, last = read("主席团和秘书长名单", *lines, *NEXT.split("\n"))
    assert texts(one)[-2:] == ["秘书长", "石 林"]
    assert last.headline == "江堤步道昨日开放"


def test_the_duty_of_the_day_is_furniture() -> None:
    (one,) = read(
        "老街改造完成",
        f"本报讯 {ONE}",
        "总值班:时光 责编:温度 版式:线条",
    )
    assert texts(one) == [ONE]


def test_a_title_set_wide_stands_under_the_name_of_its_meeting() -> None:
    meeting = "政协云门市第六届委员会第一次会议"
    agenda = ("一、听取报告；", "二、选举主席；", "三、审议通过决议。")
    days = ("12月26日（星期四）", "上午9:00 开幕大会", "地点：云门剧场")
    read_first, read_second = read(
        meeting,
        "议　程",
        "（2002年12月25日预备会议通过）",
        *agenda,
        meeting,
        "日　程",
        *days,
    )
    assert headings((read_first, read_second)) == [
        (meeting, "议　程", "（2002年12月25日预备会议通过）"),
        (meeting, "日　程", ""),
    ]
    assert texts(read_first) == list(agenda)
    assert texts(read_second) == list(days)
    assert (read_first.byline, read_second.byline) == ((), ())


def test_numbered_lines_without_stops_are_no_headings() -> None:
    items = (
        "一、听取和审议市长作的政府工作报告",
        "二、审查和批准计划的报告",
        "三、其他",
    )
    one, last = read(
        "市第十三届人民代表大会第二次会议议程",
        "（2008年1月7日预备会议通过）",
        *items,
        "市十三届人大二次会议今日开幕",
        "大会预备会昨日下午举行",
        f"本报讯（记者 王磊） {ONE}",
    )
    assert texts(one) == list(items)
    assert headings((last,)) == [
        ("市十三届人大二次会议今日开幕", "大会预备会昨日下午举行", "")
    ]


def test_a_list_of_those_elected_begins_behind_a_report() -> None:
    names = (
        "委员（18名）",
        "敬东来 海 生 李时新 全立人",
        "候补委员（4名）",
        "苏 打 谢 幕 林间路 何首乌",
    )
    first, second = read(
        "选举结果揭晓",
        f"本报讯 {ONE}",
        *TWO_LINES,
        "中共白屿区第七届委员会委员、候补委员",
        "（按得票多少为序）",
        *names,
    )
    assert texts(first) == [ONE, *TWO_LINES]
    assert headings((second,)) == [
        ("", "中共白屿区第七届委员会委员、候补委员", "（按得票多少为序）")
    ]
    assert texts(second) == list(names)
