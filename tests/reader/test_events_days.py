"""Which days of an article are events of it: hours, schedules, notices, pictures, headings; and
where they took place.
"""

from __future__ import annotations

import datetime as dt

import pytest

from reader.events import find_events
from reader.results import PageContext, ReadEvent
from tests.reader.articles import compose
from tests.reader.growth import assert_linear

CONTEXT = PageContext(date=dt.date(2021, 9, 28))


def events(
    text: str,
    *,
    headline: str = "",
    caption: str = "",
    written: dt.date | None = None,
) -> list[ReadEvent]:
    page, article = compose(
        paragraphs=text.split("\n") if text else (),
        headline=headline,
        caption=caption,
        written=written,
    )
    found = find_events(page, article, CONTEXT)
    for event in found:
        assert (
            event.place is None
            or event.place_span is None
            or page[slice(*event.place_span)] == event.place
        )
    return found


def keys(found: list[ReadEvent]) -> list[str]:
    return [
        " ".join(
            [
                one.edtf,
                *([one.part_of_day] if one.part_of_day else []),
                *([f"{one.time:%H:%M}"] if one.time else []),
            ]
        )
        for one in found
    ]


# text -> date, part of day, time of each event
DAYS = [
    # an hour makes an event of what has no verb of meetings
    (
        "近日，居民反映路上少了井盖。昨日下午5时20分，新井盖装好。",
        ["2021-09-27 afternoon 17:20"],
    ),
    (
        "“多亏他！”昨天下午，市民送来锦旗。\n26日晚上10点多，他在医院门口送下乘客。",
        ["2021-09-27 afternoon", "2021-09-26 evening"],
    ),
    (
        "9月26日，首轮打响。\n10月3日晚19时30分，海燕队客场对阵猎豹队。",
        ["2021-09-26", "2021-10-03 evening 19:30"],
    ),
    (
        "9月26日，首场开演。\n10月5日，同一地点还有一场民谣专场，歌手将轮番登台。",
        ["2021-09-26", "2021-10-05"],
    ),
    # the story moves on from part to part of the day, paragraph by paragraph
    (
        "9月27日凌晨，暴雨袭击柳镇。\n当天凌晨4时20分许，六艘冲锋舟赶到。\n上午11时，最后一名老人被背下冲锋舟。",
        [
            "2021-09-27 morning",
            "2021-09-27 morning 04:20",
            "2021-09-27 morning 11:00",
        ],
    ),
    (
        "9月27日，各代表团审议报告。\n上午9时许，书记来到第四代表团。",
        ["2021-09-27", "2021-09-27 morning 09:00"],
    ),
    (
        "9月27日，各代表团审议报告。\n上午9时许，发言一个接着一个。",
        ["2021-09-27"],
    ),
    (
        "9月27日下午3时，大会闭幕。\n下午4时，代表离会。",
        ["2021-09-27 afternoon 15:00"],
    ),
    ("昨日6时50分许，货车侧翻。消防员7时20分赶到现场。", ["2021-09-27 06:50"]),
    ("9月26日，花市首日人潮涌动。\n9月26日，村民来到市集。", ["2021-09-26"]),
    ("他烧了三十年水。\n上午10时，门口排起长队。", []),
    # a schedule: each hour belongs to the date in the line above it
    (
        "9月29日（星期三）\n上午9时 第二次全体会议\n下午3时 分组审议\n9月30日\n下午3时30分 闭幕大会\n大会秘书处",
        [
            "2021-09-29 morning 09:00",
            "2021-09-29 afternoon 15:00",
            "2021-09-30 afternoon 15:30",
        ],
    ),
    ("请各单位执行。\n2021年9月27日", []),
    ("9月27日 晴\n今天是我来的第15天。", []),
    ("（2021年9月26日大会预备会议通过）\n一、听取报告；二、选举。", []),
    ("花市开市。\n市人大常委会主任9月27日来到花市。", ["2021-09-27"]),
    ("花市开市。\n焦点较量9月27日晚打响。", ["2021-09-27 evening"]),
    ("我局已派人核查，预计10月20日前恢复。昨日白天最高气温25℃。", []),
    ("花市开市。\n9月27日前往花市参观的有千人。", ["2021-09-27"]),
    # notices
    (
        "从9月30日晚10时至10月5日早6时，建设路将封闭施工。",
        ["2021-09-30 evening 22:00"],
    ),
    (
        "因检修，从今日零时起，湘春路（人民路口至北门段）半幅封闭。市交警支队昨日发布通告，提醒绕行。",
        ["2021-09-28 00:00"],
    ),
    ("欢迎参加健步走。\n活动时间：10月6日", ["2021-10-06"]),
    ("公示时间：9月28日至10月9日。", []),
    ("据气象台预报，9月29日至30日有强降雨。", []),
    (
        "●大坪镇 9月26日，扶贫队进村入户。\n●沙河乡 9月27日，村民领到新证。",
        ["2021-09-26", "2021-09-27"],
    ),
    # days that are only named, or are these days
    ("9月27日是世界旅游日。", []),
    ("9月27日是世界旅游日，全市举办巡游。", ["2021-09-27"]),
    ("今天，我们站在新的起点上，再次出发。", []),
    ("今天她要去的，是一户牧民的家。", []),
    ("9月26日，花市开市。\n9月27日上午，他激动地说：“好！”", ["2021-09-26"]),
    ("9月26日，花市开市。\n9月27日，厂长表示，公司将扩产。", ["2021-09-26"]),
    ("1927年9月12日，部队出发。当晚宿营。9月20日，部队到达文家市。", []),
    # who writes 27日 for the day of the dateline writes for the readers of the next
    (
        "27日上午，发布会举行。开幕式定于今晚7时30分举行。",
        ["2021-09-27 morning", "2021-09-28 evening 19:30"],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), DAYS, ids=[text[:16] for text, _ in DAYS]
)
def test_days_that_are_events(text: str, expected: list[str]) -> None:
    written = dt.date(2021, 9, 27) if text.startswith("27日") else None
    assert keys(events(text, written=written)) == expected


# heading, text -> days of the events
HEADINGS = [
    ("三条公交线路昨起恢复运行", "道路施工已完。", ["2021-09-27"]),
    ("读书节今日启幕", "百余场活动等你来。", ["2021-09-28"]),
    ("湘江风光带昨开放", "市民可以走到白石港。", ["2021-09-27"]),
    ("端午龙舟赛今日鸣锣开赛？", "比赛推迟。", []),
    ("把今天当作新的开始", "老师们从不拖延。", []),
    ("读书节今日启幕", "读书节昨日开幕。", ["2021-09-27"]),
    ("读书节今日启幕", "", []),
]


@pytest.mark.parametrize(("headline", "text", "expected"), HEADINGS)
def test_a_heading_tells_the_day_that_its_text_does_not(
    headline: str, text: str, expected: list[str]
) -> None:
    assert keys(events(text, headline=headline)) == expected


@pytest.mark.parametrize(
    ("caption", "count"),
    [
        ("9月27日，枇杷基地里，种植户正在采摘枇杷。", 1),
        ("9月27日，志愿者向市民发放手册。", 1),
        ("9月27日，游客在花田里放风筝。", 0),
        ("9月27日拍摄的云海。", 0),
    ],
)
def test_a_picture_shows_people_at_work(caption: str, count: int) -> None:
    assert len(events("", caption=caption)) == count


# text -> place of the last event
PLACES = [
    ("9月27日，会议在市新闻发布厅举行。", "市新闻发布厅"),
    ("9月27日，“代表通道”在市文化中心一楼大厅开启。", "市文化中心一楼大厅"),
    ("9月27日，公司在北京证券交易所敲钟上市。", "北京证券交易所"),
    ("9月27日，比武在重型车间开赛。", "重型车间"),
    ("9月27日，球赛在市灯光球场降下帷幕。", "市灯光球场"),
    ("9月27日，卫星在文昌航天发射场发射升空。", "文昌航天发射场"),
    ("9月27日，与会者将赴省博物馆观摩简牍。", "省博物馆"),
    ("9月27日，团长赴北京参加会议。", "北京"),
    ("9月27日，岚溪二中1600余名师生开展演练。", "岚溪二中"),
    ("9月27日，海拔千米的高坪乡云雾寨通水。", "高坪乡云雾寨"),
    ("9月27日，市图书馆一楼报告厅将举办讲座。", "市图书馆一楼报告厅"),
    ("9月29日22时至30日6时，沿河街一带将停水。", "沿河街一带"),
    ("从今日零时起，湘春路（人民路口至北门段）半幅封闭。", "湘春路"),
    ("在县文化馆，9月27日书画展开展。", "县文化馆"),
    (
        "9月27日14时28分，汽笛长鸣。数千名市民来到人民广场，默哀三分钟。",
        "人民广场",
    ),
    ("9月27日14时28分，汽笛长鸣。10时，市民来到人民广场。", None),
    (
        "9月26日，音乐会在月亮岛公园举行。\n10月5日，同一地点将举行专场。",
        "月亮岛公园",
    ),
    ("9月27日，同一地点举行专场。", None),
    ("9月27日，代表们在热烈讨论，会议召开。", None),
    ("9月27日，路还很长，大会召开。", None),
    ("9月27日，他在一片掌声中登场。", None),
    ("昨日，水厂扩建工程在东郊青石乡正式破土动工。", "东郊青石乡"),
    ("9月27日下午3时许，几名学生在老渡口附近玩耍时落水。", "老渡口附近"),
    ("昨晚，主队坐镇市体育中心，以三比一战胜客队。", "市体育中心"),
    ("9月27日，执法人员在河西路一处出租屋查获假酒两千瓶。", "河西路一处出租屋"),
]


@pytest.mark.parametrize(
    ("text", "place"), PLACES, ids=[text[:18] for text, _ in PLACES]
)
def test_places_are_read_whole(text: str, place: str | None) -> None:
    assert events(text)[-1].place == place


def test_a_headline_gives_the_place_that_the_text_does_not() -> None:
    (one,) = events(
        "9月27日，首台自卸车缓缓驶出。", headline="自卸车在装配厂下线"
    )
    assert one.place == "装配厂"
    (one,) = events(
        "9月27日，首台自卸车在厂区广场亮相。", headline="自卸车在装配厂下线"
    )
    assert one.place == "厂区广场"


@pytest.mark.parametrize(
    "unit", ["9月27日在", "在市", "赴大厅", "9月27日\n上午9时 ", "昨起", "路（"]
)
def test_long_runs_take_linear_time(unit: str) -> None:
    def find(text: str) -> None:
        page, article = compose(paragraphs=[text[:20000]], headline=text[:2000])
        find_events(page, article, CONTEXT)

    assert_linear(find, unit)
