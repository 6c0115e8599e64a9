"""Dates and times: resolved, inherited, ranged, doubted."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.times import Clock

ISSUED = dt.date(2021, 9, 28)

# text, then per moment: printed words, EDTF, clock, part of day
READINGS = [
    # the year comes from the issue date and lies on or before it
    (
        "9月27日上午,大会开幕。",
        [("9月27日上午", "2021-09-27", None, "morning")],
    ),
    ("12月26日,条例通过。", [("12月26日", "2020-12-26", None, None)]),
    # unless the text speaks of what is to come
    (
        "大会将于10月8日召开,10日闭幕。",
        [
            ("10月8日", "2021-10-08", None, None),
            ("10日", "2021-10-10", None, None),
        ],
    ),
    # a day that the calendar lacks begins no list of days
    (
        "2月30日、3月1日,开会。",
        [
            ("2月30日", "", None, None),
            ("3月1日", "2021-03-01", None, None),
        ],
    ),
    ("新规自11月1日起施行。", [("11月1日", "2021-11-01", None, None)]),
    ("新规自1月5日起施行。", [("1月5日", "2022-01-05", None, None)]),
    ("10月12日,大桥即将通车。", [("10月12日", "2021-10-12", None, None)]),
    # a printed weekday settles the year where only one fits
    ("10月8日(星期五)开赛。", [("10月8日(星期五)", "2021-10-08", None, None)]),
    ("9月27日(星期五)开赛。", [("9月27日(星期五)", "2021-09-27", None, None)]),
    # a time inherits the nearest earlier date
    (
        "9月27日上午,开幕。上午8时许,代表入场。8时30分,奏国歌。",
        [
            ("9月27日上午", "2021-09-27", None, "morning"),
            ("上午8时许", "2021-09-27", "08:00", "morning"),
            ("8时30分", "2021-09-27", "08:30", "morning"),
        ],
    ),
    (
        "9月27日,报到。当晚8时,演出。",
        [
            ("9月27日", "2021-09-27", None, None),
            ("当晚8时", "2021-09-27", "20:00", "evening"),
        ],
    ),
    (
        "9月25日,报到。次日下午,闭幕。",
        [
            ("9月25日", "2021-09-25", None, None),
            ("次日下午", "2021-09-26", None, "afternoon"),
        ],
    ),
    # ranges, also over the turn of month and year; a reversed one is two dates
    (
        "9月27日至29日,技能周。",
        [("9月27日至29日", "2021-09-27/2021-09-29", None, None)],
    ),
    (
        "9月27日—10月2日,展览。",
        [("9月27日—10月2日", "2021-09-27/2021-10-02", None, None)],
    ),
    (
        "12月30日至次年1月2日,灯会。",
        [("12月30日至次年1月2日", "2020-12-30/2021-01-02", None, None)],
    ),
    (
        "12月30日至1月2日,灯会。",
        [("12月30日至1月2日", "2020-12-30/2021-01-02", None, None)],
    ),
    (
        "9月26日、27日,培训。",
        [("9月26日、27日", "2021-09-26/2021-09-27", None, None)],
    ),
    (
        "9月27日上午至28日,培训。",
        [
            ("9月27日上午", "2021-09-27", None, "morning"),
            ("28日", "2021-09-28", None, None),
        ],
    ),
    # Chinese numerals
    (
        "二〇二一年九月二十七日下午三时半,开会。",
        [
            (
                "二〇二一年九月二十七日下午三时半",
                "2021-09-27",
                "15:30",
                "afternoon",
            )
        ],
    ),
    ("论坛于十六日开幕。", [("十六日", "2021-09-16", None, None)]),
    ("一九九八年大水。", [("一九九八年", "1998", None, None)]),
    # relative days and weeks
    ("昨晚7:30,评弹开演。", [("昨晚7:30", "2021-09-27", "19:30", "evening")]),
    (
        "今天上午9时30分,开工。",
        [("今天上午9时30分", "2021-09-28", "09:30", "morning")],
    ),
    ("前天中午12时,聚餐。", [("前天中午12时", "2021-09-26", "12:00", "noon")]),
    ("前天中午1时,聚餐。", [("前天中午1时", "2021-09-26", "13:00", "noon")]),
    ("上周五上午,开会。", [("上周五上午", "2021-09-24", None, "morning")]),
    ("本周日下午,比赛。", [("本周日下午", "2021-10-03", None, "afternoon")]),
    ("本月18日,开学。", [("本月18日", "2021-09-18", None, None)]),
    ("上月30日,开学。", [("上月30日", "2021-08-30", None, None)]),
    # a day alone takes the month, the one before when it would lie ahead
    ("18日,开学。", [("18日", "2021-09-18", None, None)]),
    ("30日,开学。", [("30日", "2021-08-30", None, None)]),
    # what looks back does not become the day of the story
    (
        "9月27日,调研。去年12月28日,投产。",
        [
            ("9月27日", "2021-09-27", None, None),
            ("去年12月28日", "2020-12-28", None, None),
        ],
    ),
    (
        "2018年3月5日开工,4月6日停工。",
        [
            ("2018年3月5日", "2018-03-05", None, None),
            ("4月6日", "2018-04-06", None, None),
        ],
    ),
    (
        "2018年首演,次年2月获奖。",
        [("2018年", "2018", None, None), ("次年2月", "2019-02", None, None)],
    ),
    # precision of month and year
    ("去年9月,考察。", [("去年9月", "2020-09", None, None)]),
    ("该书于2020年11月开始编纂。", [("2020年11月", "2020-11", None, None)]),
    ("2月30日,开会。", [("2月30日", "", None, None)]),
    (
        "今年8月,大旱。18日,降雨。",
        [
            ("今年8月", "2021-08", None, None),
            ("18日", "2021-08-18", None, None),
        ],
    ),
    (
        "9月26日,报到。8时30分,开会。",
        [
            ("9月26日", "2021-09-26", None, None),
            ("8时30分", "2021-09-26", "08:30", None),
        ],
    ),
    ("明年开工。", [("明年", "2022", None, None)]),
    # approximate days
    ("约9月27日,开镰。", [("9月27日", "2021-09-27~", None, None)]),
    ("9月27日前后,开镰。", [("9月27日", "2021-09-27~", None, None)]),
    # an hour told of a day soon to come announces it
    (
        "10月1日上午10时,升旗。",
        [("10月1日上午10时", "2021-10-01", "10:00", "morning")],
    ),
    ("10月1日,升旗。", [("10月1日", "2020-10-01", None, None)]),
    ("活动时间:10月6日", [("10月6日", "2021-10-06", None, None)]),
    # days that share a month or a mark of day
    (
        "9月26、27日,培训。",
        [("9月26、27日", "2021-09-26/2021-09-27", None, None)],
    ),
    (
        "9月22至24日,培训。",
        [("9月22至24日", "2021-09-22/2021-09-24", None, None)],
    ),
    # a bare day in a report, with any verb of reports; not a length of time
    ("锦标赛17日进行最后一日较量。", [("17日", "2021-09-17", None, None)]),
    (
        "2021年锦标赛17日收官。",
        [("2021年", "2021", None, None), ("17日", "2021-09-17", None, None)],
    ),
    ("历时5日,连续3日,用时2日完成。", []),
    # the small hours, hours told loosely
    ("今日零时,封闭。", [("今日零时", "2021-09-28", "00:00", None)]),
    ("26日晚上10点多,下班。", [("26日晚上", "2021-09-26", None, "evening")]),
    ("9月26日约21时,沉没。", [("9月26日约21时", "2021-09-26", "21:00", None)]),
    # from that day on; a day in two characters less
    ("今起封闭。", [("今", "2021-09-28", None, None)]),
    (
        "市政府昨召开会议,如今召开,文明开放。",
        [("昨", "2021-09-27", None, None)],
    ),
    # weekdays without a date are the nearest; habits have no day
    ("周六上午,比赛结束。", [("周六上午", "2021-09-25", None, "morning")]),
    ("周六上午将开赛。", [("周六上午", "2021-10-02", None, "morning")]),
    (
        "周二下午3时,开赛。",
        [("周二下午3时", "2021-09-28", "15:00", "afternoon")],
    ),
    (
        "9月27日,开学。每周三下午3时,义诊。每天上午9时,晨读。",
        [("9月27日", "2021-09-27", None, None)],
    ),
    # the moon's months, and the first one's other name
    ("农历八月十五晚,赏月。", []),
    ("八月廿一,祭祀。", []),
    (
        "9月27日(八月廿一)上午,祭祀。",
        [("9月27日(八月廿一)上午", "2021-09-27", None, "morning")],
    ),
    ("元月3日,开工。", [("元月3日", "2021-01-03", None, None)]),
    # a story goes on in the year it is told of
    (
        "1927年9月12日,出发。9月20日,到达。12月8日,宿营。",
        [
            ("1927年9月12日", "1927-09-12", None, None),
            ("9月20日", "1927-09-20", None, None),
            ("12月8日", "2020-12-08", None, None),
        ],
    ),
    # these days are no day
    ("富强的今天,美好的明天,大后天。", []),
    # not times
    (
        "一日三餐,3日内办结,第3日,每月5日缴费,5号楼,3点要求,8小时,同时,21年前,3号文件。",
        [],
    ),
    ("整个上午的会议。", []),
    ("周一平来了,周五一次。", []),
    ("比分3:1,第8时段。", []),
    ("一时间,一点点。", []),
    ("12日子很好。", []),
]


def read(
    text: str, clock: Clock
) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            text[one.start : one.end],
            one.edtf,
            one.time.strftime("%H:%M") if one.time else None,
            one.part_of_day,
        )
        for one in clock.read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"), READINGS, ids=[text[:16] for text, _ in READINGS]
)
def test_printed_times_are_resolved(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert read(text, Clock(ISSUED)) == expected


def test_the_dateline_is_the_day_of_writing() -> None:
    clock = Clock(dt.date(2008, 6, 20), dt.date(2008, 6, 18))
    assert read(
        "今天,论坛闭幕。论坛于16日开幕。次日,代表将赴农场。", clock
    ) == [
        ("今天", "2008-06-18", None, None),
        ("16日", "2008-06-16", None, None),
        ("次日", "2008-06-19", None, None),
    ]


def test_who_numbers_the_day_of_writing_writes_for_the_issue() -> None:
    clock = Clock(ISSUED, dt.date(2021, 9, 27))
    assert [
        edtf
        for _, edtf, _, _ in read("27日上午,发布会举行。今晚,开幕。", clock)
    ] == [
        "2021-09-27",
        "2021-09-28",
    ]
    clock = Clock(None, dt.date(2021, 9, 27))
    assert [
        edtf
        for _, edtf, _, _ in read("27日上午,发布会举行。今晚,开幕。", clock)
    ] == [
        "2021-09-27",
        "2021-09-27",
    ]


def test_what_looks_back_is_left_with_the_paragraph() -> None:
    clock = Clock(ISSUED)
    assert read("9月27日,调研。", clock)[0][1] == "2021-09-27"
    assert (
        read("去年12月28日,投产。同月30日,交付。", clock)[1][1] == "2020-12-30"
    )
    assert (
        read("1998年8月7日,大水。当天下午,决口。", clock)[1][1] == "1998-08-07"
    )
    assert read("当晚,座谈会召开。", clock) == [
        ("当晚", "2021-09-27", None, "evening")
    ]
