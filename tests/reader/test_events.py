"""Events and congresses: what happened or will happen, where, who took part, and what is only
background.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.events import find_congresses, find_events
from reader.results import PageContext, ReadEvent
from tests.reader.articles import compose
from tests.reader.growth import assert_linear

ISSUED = dt.date(2021, 9, 28)
CONTEXT = PageContext(date=ISSUED)
NAMES = "梁栋材 沈岸 宗岱 石玉昆 陶然 关山月 杜若 柳梦梅"


def events(
    *paragraphs: str, headline: str = "", written: dt.date | None = None
) -> tuple[str, list[ReadEvent]]:
    page, article = compose(
        paragraphs=paragraphs, names=NAMES, headline=headline, written=written
    )
    return page, find_events(page, article, CONTEXT)


# text of the paragraphs (\n between them) -> EDTF, clock, part of day, place, kind
STORIES = [
    # an hour in a line that numbers the day again goes on with the event told already
    (
        "9月27日上午9时，动员会在会堂召开。\n9月27日10时30分，代表们离会。",
        [("2021-09-27", "09:00", "morning", "会堂", "meeting")],
    ),
    (
        "昨日上午，全市防汛工作会议在市会堂召开。",
        [("2021-09-27", None, "morning", "市会堂", "meeting")],
    ),
    # a later sentence sharpens the time of the event told already
    (
        "9月27日上午，某市第七次党代会在大剧院隆重开幕。\n上午8时许，代表们步入会场。\n上午8时30分，沈岸宣布大会开幕。",
        [("2021-09-27", "08:30", "morning", "大剧院", "session")],
    ),
    ("4月2日，陵园里松柏青青。上午9时许，学生们列队走上台阶。", []),
    (
        "9月26日，陵园里松柏青青。上午9时许，学生们列队走上台阶。",
        [("2021-09-26", "09:00", "morning", "陵园", "other")],
    ),
    (
        "9月27日上午，大会在会堂召开。下午3时，代表们离会。",
        [("2021-09-27", None, "morning", "会堂", "meeting")],
    ),
    # another meeting of the same day is another event
    (
        "9月27日上午，全市动员会在会堂召开。\n当天下午3时，指挥部召开调度会。",
        [
            ("2021-09-27", None, "morning", "会堂", "meeting"),
            ("2021-09-27", "15:00", "afternoon", None, "meeting"),
        ],
    ),
    (
        "9月27日，梁栋材赴临河县调研。\n当日，梁栋材主持召开座谈会。",
        [
            ("2021-09-27", None, None, "临河县", "visit"),
            ("2021-09-27", None, None, None, "meeting"),
        ],
    ),
    (
        "9月27日上午9时，推进会召开。上午10时，会议继续。上午11时，市里召开另一场推进会。",
        [
            ("2021-09-27", "09:00", "morning", None, "meeting"),
            ("2021-09-27", "11:00", "morning", None, "meeting"),
        ],
    ),
    (
        "9月27日，推进会在市会堂举行。9月27日，与会者交流讨论。",
        [("2021-09-27", None, None, "市会堂", "meeting")],
    ),
    # to come
    (
        "昨日，记者获悉，2021年灯会将于10月1日在东湖公园开幕。",
        [("2021-10-01", None, None, "东湖公园", "activity")],
    ),
    (
        "《古树保护条例》将于11月1日起施行。",
        [("2021-11-01", None, None, None, "other")],
    ),
    (
        "技能周将于10月8日至12日在南山职业学院举办。",
        [("2021-10-08/2021-10-12", None, None, "南山职业学院", "activity")],
    ),
    # places: venues, goals, the place that begins the clause
    (
        "9月27日晚，代表们来到神农剧院，集中观看歌剧《江流》。",
        [("2021-09-27", None, "evening", "神农剧院", "performance")],
    ),
    (
        "9月27日，马拉松在钟楼广场鸣枪起跑。",
        [("2021-09-27", None, None, "钟楼广场", "activity")],
    ),
    (
        "9月27日下午3时，南浦二桥通车。",
        [("2021-09-27", "15:00", "afternoon", "南浦二桥", "ceremony")],
    ),
    ("9月27日，论坛在京开幕。", [("2021-09-27", None, None, "京", "meeting")]),
    (
        "9月27日，大会在热烈的掌声中开幕。",
        [("2021-09-27", None, None, None, "session")],
    ),
    (
        "9月27日，会议在梁栋材主持下召开。",
        [("2021-09-27", None, None, None, "meeting")],
    ),
    (
        "9月27日，梁栋材来到第一代表团，与代表们一起审议报告。",
        [("2021-09-27", None, None, None, "deliberation")],
    ),
    (
        "9月27日下午，外国客人飞抵临河，开始访问。",
        [("2021-09-27", None, "afternoon", "临河", "visit")],
    ),
    (
        "9月27日，交流会在云水饭店会议中心举行。",
        [("2021-09-27", None, None, "云水饭店会议中心", "meeting")],
    ),
    (
        "9月27日，灯会开幕，活动将持续到10月7日。",
        [("2021-09-27", None, None, None, "activity")],
    ),
    (
        "9月26日抵达当天，客人参观了古渡。",
        [("2021-09-26", None, None, None, "visit")],
    ),
    # the reporter's path to the news is none; the meeting he sat in is one
    ("9月27日，记者从市统计局获悉，全市粮食增产。", []),
    (
        "9月27日，记者从市统计局召开的新闻发布会上获悉，全市粮食增产。",
        [("2021-09-27", None, None, None, "meeting")],
    ),
    ("9月27日，市体育局答复，比赛推迟。", []),
    # background
    ("该书于2020年11月开始编纂，近日出版。", []),
    ("1998年8月7日，河口举行祭江仪式。", []),
    ("截至9月20日，全市开工120个项目。", []),
    ("原定9月18日举行的比赛推迟。", []),
    ("9月20日以来，全市开展巡查。", []),
    ("从今天起，本报推出专栏。", []),
    ("全市深入贯彻9月16日在湖区考察时的重要讲话精神。", []),
    (
        "9月27日，大会召开。\n9月3日，筹备会召开。",
        [("2021-09-27", None, None, None, "meeting")],
    ),
    ("梁栋材介绍，9月20日，首批设备到位并举行仪式。", []),
    ("“9月27日，我们举行了婚礼。”他说。", []),
    (
        "9月27日，大会召开。\n下月，他要出书。",
        [("2021-09-27", None, None, None, "meeting")],
    ),
    ("上午，代表入场。", []),
    ("多云转晴。", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), STORIES, ids=[text[:16] for text, _ in STORIES]
)
def test_what_happened_is_told_from_background(
    text: str,
    expected: list[tuple[str, str | None, str | None, str | None, str]],
) -> None:
    page, found = events(*text.split("\n"))
    assert [
        (
            one.edtf,
            one.time.strftime("%H:%M") if one.time else None,
            one.part_of_day,
            one.place,
            one.kind,
        )
        for one in found
    ] == expected
    for one in found:
        assert one.time_span is not None
        assert one.place is None or page[slice(*one.place_span)] == one.place


TITLES = [
    (
        "9月27日上午，某市第七次代表大会在会堂隆重开幕。",
        "某市第七次代表大会开幕",
    ),
    ("9月27日，大会主席团举行第二次会议。", "大会主席团第二次会议"),
    ("9月27日，梁栋材主持召开防汛座谈会。", "防汛座谈会"),
    ("9月27日，“三月的约定”技能周在职业学院举行。", "“三月的约定”技能周"),
    ("9月27日，代表们来到剧院，集中观看歌剧《江流》。", "集中观看歌剧《江流》"),
    ("大会将于9月30日闭幕。", "大会闭幕"),
    ("原定于6日开幕的艺术节昨天举行了启动仪式。", "艺术节启动仪式"),
    (
        "昨天，市十七届人大五次会议举行了主席团第二次会议。",
        "市十七届人大五次会议主席团第二次会议",
    ),
    ("9月27日，全市举行2021年秋季项目签约仪式。", "2021年秋季项目签约仪式"),
    ("9月27日，梁栋材赴临河县调研。", "标题"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_titles_are_printed_words(text: str, title: str) -> None:
    _, (one,) = events(text, headline="标题")
    assert one.title == title


def test_a_second_event_without_a_wording_is_titled_by_its_clause() -> None:
    _, (_, second) = events(
        "9月27日，梁栋材赴临河县调研。次日，部分代表将赴农场参观。",
        headline="标题",
    )
    assert second.title == "部分代表将赴农场参观"


# text -> name, role, rank, delegations of the first event's participants
PARTS = [
    (
        "执行主席是：梁栋材、沈　岸、宗岱。",
        [
            ("梁栋材", "执行主席", 1),
            ("沈岸", "执行主席", 2),
            ("宗岱", "执行主席", 3),
        ],
    ),
    (
        "大会主席团常务委员会委员：梁栋材 沈岸(女) 宗岱(女，苗族)。",
        [
            (name, "主席团常务委员会委员", rank)
            for rank, name in enumerate(("梁栋材", "沈岸", "宗岱"), 1)
        ],
    ),
    (
        "出席会议的有市委书记梁栋材，市委常委沈岸、宗岱，秘书长石玉昆。",
        [
            ("梁栋材", "出席", 1),
            ("沈岸", "出席", 2),
            ("宗岱", "出席", 3),
            ("石玉昆", "出席", 4),
        ],
    ),
    (
        "省委督导组组长、省委组织部副部长梁栋材在主席台前排就座。",
        [("梁栋材", "前排就座(督导组组长)", None)],
    ),
    (
        "在主席台前排就座的有：梁栋材、沈岸。",
        [("梁栋材", "前排就座", 1), ("沈岸", "前排就座", 2)],
    ),
    ("会议由梁栋材同志主持。", [("梁栋材", "主持人", None)]),
    (
        "梁栋材主持会议并宣布大会开幕。",
        [("梁栋材", "主持人", None), ("梁栋材", "宣布开幕", None)],
    ),
    (
        "梁栋材代表上届委员会向大会作题为《向江》的报告。",
        [("梁栋材", "作报告", None)],
    ),
    ("梁栋材同志作了关于选举办法的说明。", [("梁栋材", "作说明", None)]),
    (
        "梁栋材出席并讲话，沈岸主持。",
        [
            ("梁栋材", "讲话", None),
            ("梁栋材", "出席", None),
            ("沈岸", "主持人", None),
        ],
    ),
    ("受梁栋材委托，沈岸致辞。", [("沈岸", "致辞", None)]),
    ("梁栋材指出，要主持好公道，出席会议的同志要带头。", []),
    ("团结在以梁栋材同志为核心的班子周围，参加会议。", []),
    ("梁栋材出席省第十二次党代会代表选举工作。", []),
    (
        "梁栋材、沈岸等在职市级领导，宗岱、石玉昆等老领导出席。",
        [
            ("梁栋材", "出席", 1),
            ("沈岸", "出席", 2),
            ("宗岱", "出席", 3),
            ("石玉昆", "出席", 4),
        ],
    ),
    (
        "梁栋材主持，沈岸参加。",
        [("梁栋材", "主持人", None), ("沈岸", "参加", None)],
    ),
    (
        "梁栋材出席签约仪式并讲话。",
        [("梁栋材", "讲话", None), ("梁栋材", "出席", None)],
    ),
    (
        "梁栋材到会致辞，市委副书记、市长某某某主持会议。",
        [("梁栋材", "致辞", None)],
    ),
    ("梁栋材在讲话中肯定了工作。", []),
    ("“好。”梁栋材发言。", [("梁栋材", "发言", None)]),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_who_did_what_stands_with_its_words(
    text: str, expected: list[tuple[str, str, int | None]]
) -> None:
    page, (one,) = events("9月27日，全市大会在会堂召开。", text)
    assert [
        (part.name, part.role, part.rank) for part in one.participants
    ] == expected
    for part in one.participants:
        assert page[slice(*part.span)].replace("\u3000", "") == part.name
        assert (
            part.evidence[0] <= part.span[0] < part.span[1] <= part.evidence[1]
        )
        assert not page[slice(*part.evidence)].startswith("”")


def test_a_part_told_twice_is_one() -> None:
    _, (one,) = events(
        "9月27日，全市大会在会堂召开，梁栋材主持。",
        "会上，梁栋材主持表决。应到代表300名。",
    )
    assert [part.role for part in one.participants] == ["主持人"]
    assert one.attendance is None


def test_captions_are_no_source_of_events() -> None:
    page, article = compose(
        paragraphs=["9月27日，全市大会在会堂召开。"],
        caption="9月26日，代表报到。",
    )
    assert len(find_events(page, article, CONTEXT)) == 1


def test_deliberations_name_delegations_and_their_origin() -> None:
    page, (one,) = events(
        "9月27日，梁栋材、沈岸来到代表团，与代表们一起审议报告。",
        "梁栋材先后来到第一、第十二、第三代表团参加审议。",
        "第十二代表团的代表主要来自驻军和政法系统。第一代表团的代表们主要来自临河市。第三代表团由江口区代表组成。",
        "宗岱、石玉昆、陶然等同志分别参加各代表团的审议。",
    )
    assert one.kind == "deliberation"
    assert [
        (part.name, part.role, part.rank, part.delegations)
        for part in one.participants
    ] == [
        ("梁栋材", "参加", None, (1, 12, 3)),
        ("沈岸", "参加", 2, ()),
        ("宗岱", "参加", 1, ()),
        ("石玉昆", "参加", 2, ()),
        ("陶然", "参加", 3, ()),
    ]
    assert [(one.number, one.origin) for one in one.delegations] == [
        (1, "临河市"),
        (3, "江口区"),
        (12, "驻军和政法系统"),
    ]
    assert (
        next(page[slice(*part.evidence)] for part in one.delegations)
        == "第一代表团的代表们主要来自临河市"
    )


def test_a_meeting_keeps_its_counts() -> None:
    page, (one,) = events(
        "9月27日，全市大会在会堂召开。应到代表348名，因病请假12名。实到336名。",
        "会议听取了常委会工作报告；审议通过了选举办法(草案)。大会以336票赞成、2票反对、1票弃权通过决议，又以赞成330票,反对9票通过决定。",
        "会议选举梁栋材为市人大常委会主任。沈岸、宗岱当选副主任，石玉昆缺席。",
    )
    assert one.attendance is not None
    assert (
        one.attendance.expected,
        one.attendance.absent,
        one.attendance.present,
    ) == (
        348,
        12,
        336,
    )
    assert (
        page[slice(*one.attendance.evidence)]
        == "应到代表348名，因病请假12名。实到336名"
    )
    assert [item.text for item in one.agenda] == [
        "听取了常委会工作报告",
        "审议通过了选举办法(草案)",
    ]
    assert all(page[slice(*item.span)] == item.text for item in one.agenda)
    assert [
        (vote.in_favour, vote.against, vote.abstained) for vote in one.votes
    ] == [
        (336, 2, 1),
        (330, 9, None),
    ]
    assert [(post.name, post.post) for post in one.elected] == [
        ("梁栋材", "市人大常委会主任"),
        ("沈岸", "副主任"),
        ("宗岱", "副主任"),
    ]


# text -> what was voted on
SUBJECTS = [
    ("会议以312票赞成、2票反对、1票弃权，表决通过了选举办法。", "选举办法"),
    (
        "大会以312票赞成、2票反对通过《关于环境保护、城市更新工作的决议》。",
        "《关于环境保护、城市更新工作的决议》",
    ),
    ("会议以312票赞成、2票反对，选举梁栋材为主任。", "选举梁栋材为主任"),
    ("大会又以赞成312票,反对2票通过决定。", "决定"),
    ("会议表决通过了选举办法(草案)，赞成312票、反对2票。", "选举办法(草案)"),
    ("会议通过了选举办法，表决结果为：312票赞成、2票反对。", "选举办法"),
    ("选举办法以312票赞成、2票反对获得通过。", "选举办法"),
    (
        "会上，关于预算的决议(草案)获得312票赞成、2票反对。",
        "关于预算的决议(草案)",
    ),
    ("梁栋材以312票赞成、2票反对当选主任。", "梁栋材"),
    ("会议听取了说明。大会以312票赞成、2票反对获得通过。", ""),
    ("表决器显示：312票赞成、2票反对。", ""),
]


@pytest.mark.parametrize(
    ("text", "subject"), SUBJECTS, ids=[text[:16] for text, _ in SUBJECTS]
)
def test_a_count_of_votes_knows_what_was_voted_on(
    text: str, subject: str
) -> None:
    page, (one,) = events("9月27日，全市大会在会堂召开。", text)
    (vote,) = one.votes
    assert (vote.subject, vote.in_favour, vote.against) == (subject, 312, 2)
    evidence = page[slice(*vote.evidence)]
    assert subject in evidence
    assert "312" in evidence
    assert "。" not in evidence


def test_a_printed_agenda_is_read_item_by_item() -> None:
    page, (one,) = events(
        "9月27日，全市大会在会堂召开。",
        "会议有两项议程:一是听取情况汇报;二是决定监票人名单。",
    )
    assert [page[slice(*item.span)] for item in one.agenda] == [
        "听取情况汇报",
        "决定监票人名单",
    ]


def test_an_agenda_stands_in_printed_order_and_holds_nothing_twice() -> None:
    _, (one,) = events(
        "9月27日，全市大会在会堂召开。",
        "会议听取了情况汇报。会议还有两项议程:一是听取了选举说明;二是点名,通过了监票人名单。会议审议通过了选举办法。议程:如下。",
    )
    assert [item.text for item in one.agenda] == [
        "听取了情况汇报",
        "听取了选举说明",
        "点名,通过了监票人名单",
        "审议通过了选举办法",
    ]


def test_facts_belong_to_the_event_they_follow() -> None:
    _, (first, coming, second) = events(
        "9月27日上午，动员会在会堂召开，梁栋材主持。大会将于9月30日闭幕，沈岸出席。",
        "9月27日下午，调度会召开。宗岱主持。",
        "会议选举石玉昆为主任。",
    )
    assert [part.name for part in first.participants] == ["梁栋材"]
    assert [part.name for part in coming.participants] == ["沈岸"]
    assert [part.name for part in second.participants] == ["宗岱"]
    assert [post.name for post in second.elected] == ["石玉昆"]


def test_a_part_cut_by_a_column_keeps_its_place() -> None:
    page, (one,) = events("9月27日，全市大会在会堂召开，梁|栋材主持会议。")
    (part,) = one.participants
    assert (part.name, page[slice(*part.span)]) == ("梁栋材", "梁\n\n栋材")


def test_without_any_date_the_printed_year_still_counts() -> None:
    page, article = compose(
        paragraphs=["2020年5月6日，全市大会在会堂召开。9月27日，晴。"]
    )
    (one,) = find_events(page, article, PageContext())
    assert (one.date, one.place) == (dt.date(2020, 5, 6), "会堂")


# Congresses


def congresses(
    *texts: str, headlines: tuple[str, ...] = ()
) -> list[tuple[str, int, dt.date | None, tuple[str, ...]]]:
    page, article = compose(
        paragraphs=texts, headline=headlines[0] if headlines else ""
    )
    return [
        (one.name, one.number, one.start, one.short_names)
        for one in find_congresses(page, [article], CONTEXT)
    ]


REPORTED = [
    (
        "9月27日上午，中国共产党临江市第七次代表大会在会堂开幕。市第七次党代会应到代表420名。",
        [
            (
                "中国共产党临江市第七次代表大会",
                7,
                dt.date(2021, 9, 27),
                ("市第七次党代会",),
            )
        ],
    ),
    (
        "9月27日，市第七次党代会主席团举行第二次会议。",
        [("市第七次党代会", 7, None, ())],
    ),
    (
        "9月27日下午，中国共产党云溪县第十一次代表大会闭幕。",
        [("中国共产党云溪县第十一次代表大会", 11, None, ())],
    ),
    (
        "9月27日，市十五届人大四次会议开幕。",
        [("市十五届人大四次会议", 15, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，临江市第十五届人民代表大会第四次会议开幕。",
        [
            (
                "临江市第十五届人民代表大会第四次会议",
                15,
                dt.date(2021, 9, 27),
                (),
            )
        ],
    ),
    (
        "9月27日，政协临江市第九届委员会第五次会议开幕。",
        [("政协临江市第九届委员会第五次会议", 9, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，市政协九届五次会议开幕。",
        [("市政协九届五次会议", 9, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，共青团临江市第十八次代表大会开幕。",
        [("共青团临江市第十八次代表大会", 18, dt.date(2021, 9, 27), ())],
    ),
    (
        "9月27日，人们期待的临江市第十五届人民代表大会第四次会议开幕。",
        [
            (
                "临江市第十五届人民代表大会第四次会议",
                15,
                dt.date(2021, 9, 27),
                (),
            )
        ],
    ),
    # named in passing
    ("9月27日，会议回顾了市第六次党代会以来的工作。", []),
    ("9月27日，全市深入学习贯彻党的十九大精神，召开座谈会。", []),
    ("9月27日，以优异成绩迎接省第十二次党代会胜利召开的动员会举行。", []),
    ("9月27日，会议通过了市出席省第十二次党代会代表候选人名单。", []),
    ("市第七次党代会胜利召开。", []),
    ("去年，市第六次党代会召开。", []),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_congresses_are_told_from_named_ones(
    text: str, expected: list[tuple[str, int, dt.date | None, tuple[str, ...]]]
) -> None:
    assert congresses(text) == expected


def test_a_heading_that_says_it_opens_reports_a_congress() -> None:
    assert congresses(
        "盛况空前。", headlines=("中共云溪县第十一次代表大会闭幕",)
    ) == [("中共云溪县第十一次代表大会", 11, None, ())]


def test_each_event_belongs_to_its_own_congress() -> None:
    page, article = compose(
        paragraphs=[
            "9月27日上午，中国共产党临江市第七次代表大会在会堂开幕。",
            "9月27日下午，中国共产党云溪县第十一次代表大会在会堂闭幕。",
        ]
    )
    found = find_congresses(page, [article], CONTEXT)
    assert [one.name for one in found] == [
        "中国共产党临江市第七次代表大会",
        "中国共产党云溪县第十一次代表大会",
    ]
    told = find_events(page, article, CONTEXT, found)
    assert [one.congress for one in told] == [one.name for one in found]


def test_two_counties_may_hold_a_congress_of_one_number() -> None:
    first, one = compose(
        paragraphs=[
            "9月26日，中国共产党云溪县第十三次代表大会开幕。",
            "9月27日，县第十三次党代会闭幕。",
        ]
    )
    second, other = compose(
        paragraphs=[
            "9月27日，中共石塘县第十三次代表大会开幕。",
            "9月28日，县第十三次党代会举行选举。",
        ]
    )
    page = first + second
    moved = replace(
        other,
        paragraphs=tuple(
            replace(
                each,
                sources=tuple(
                    (start + len(first), end + len(first))
                    for start, end in each.sources
                ),
            )
            for each in other.paragraphs
        ),
    )
    found = find_congresses(page, [one, moved], CONTEXT)
    names = ["中国共产党云溪县第十三次代表大会", "中共石塘县第十三次代表大会"]
    assert [(each.name, each.short_names) for each in found] == [
        (name, ("县第十三次党代会",)) for name in names
    ]
    for name, article in zip(names, (one, moved), strict=True):
        assert {
            event.congress
            for event in find_events(page, article, CONTEXT, found)
        } == {name}


def test_a_short_name_that_fits_two_congresses_stays_apart() -> None:
    page, article = compose(
        paragraphs=[
            "9月26日，中共云溪县第三次代表大会开幕。",
            "9月26日，中共石塘县第三次代表大会开幕。",
            "9月27日，县第三次党代会闭幕。",
        ]
    )
    found = find_congresses(page, [article], CONTEXT)
    assert [one.name for one in found] == [
        "中共云溪县第三次代表大会",
        "中共石塘县第三次代表大会",
        "县第三次党代会",
    ]


def test_a_congress_named_in_passing_is_not_the_events() -> None:
    page, article = compose(
        paragraphs=[
            "9月27日，市第七次党代会开幕。",
            "9月28日，落实市第七次党代会精神座谈会在会堂召开。",
        ]
    )
    found = find_congresses(page, [article], CONTEXT)
    assert [
        one.congress for one in find_events(page, article, CONTEXT, found)
    ] == [
        "市第七次党代会",
        "",
    ]


def test_a_deliberation_belongs_to_the_only_congress_of_the_page() -> None:
    page, (one,) = events("9月27日，各代表团审议报告。")
    assert one.congress == ""
    other, article = compose(paragraphs=["9月27日，市第七次党代会开幕。"])
    known = find_congresses(other, [article], CONTEXT)
    page, article = compose(paragraphs=["9月27日，各代表团审议报告。"])
    assert [
        one.congress for one in find_events(page, article, CONTEXT, known)
    ] == ["市第七次党代会"]


@given(
    st.text(
        alphabet="9月27日上下午时,。在会堂召开举行来到市中国共产党第七次代表大会梁栋材主持、出席应到人“”|",
        max_size=100,
    )
)
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    page, article = compose(paragraphs=text.split("|"), names="梁栋材")
    for one in find_events(page, article, CONTEXT):
        spans = [
            one.span,
            one.time_span,
            *(part.evidence for part in one.participants),
        ]
        assert all(
            span is not None and 0 <= span[0] < span[1] <= len(page)
            for span in spans
        )


@pytest.mark.parametrize(
    "unit",
    [
        "9月27日,",
        "在会堂",
        "梁栋材、",
        "来到",
        "中国共产党",
        "第七",
        "召开",
        "9月27日召开。",
        "长、",
    ],
)
def test_long_runs_take_linear_time(unit: str) -> None:
    def find(text: str) -> None:
        page, article = compose(paragraphs=[text], names="梁栋材")
        find_events(page, article, CONTEXT)

    assert_linear(find, unit)


def test_an_hour_that_states_no_event_begins_none() -> None:
    written = dt.date(2021, 9, 27)
    _, found = events(
        "大家说起天气。", "大家望着天，下午3时，云散了。", written=written
    )
    assert found == []
