"""Everyday words that are names because of where they stand, and posts told as trades are."""

from __future__ import annotations

import pytest

from tests.reader.named import names_in, posts_in

STATED = {
    "a field of a notice": ("联系人：屈正", "屈正"),
    "fields of a motion": ("提案人：占小利、仇九州", "占小利 仇九州"),
    "who leads a meeting": ("车务代表团由程前主持，地点在站上。", "程前"),
    "behind a post, taking part": ("总经理安全参加。", "安全"),
    "of three characters": ("县长史无前坐镇指挥部指挥。", "史无前"),
    "the first of several": ("石桥镇镇长丰收等五人发了言。", "丰收"),
    "an age in front": ("43岁的米粒是挡车工。", "米粒"),
    "an age behind": ("探伤工毕竟今年四十一岁。", "毕竟"),
    "long service": ("养路工石满山三十年不下岗。", "石满山"),
    "who speaks up": ("来自车间的代表石满山第一个发言。", "石满山"),
    "the last of a list": (
        "会议选举边防为书记，庄严、席永红（女）、万事通为副书记。",
        "边防 庄严 席永红 万事通",
    ),
    "what a name is corrected to": ("“向阳”应为“项阳”。", "项阳"),
    "a list of minority names": (
        "木合塔尔·玉山　吉 克（彝族）　南 飞\n朝 鲁　阿尔斯兰·别克",
        "木合塔尔·玉山 吉克 南飞 朝鲁 阿尔斯兰·别克",
    ),
    "a long name with a note": (
        "乌兰其其格（女，蒙古族）　东方既白　步 步高",
        "乌兰其其格 东方既白 步步高",
    ),
}


@pytest.mark.parametrize(("text", "names"), STATED.values(), ids=STATED)
def test_the_place_of_a_word_makes_it_a_name(text: str, names: str) -> None:
    assert " ".join(names_in(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "联系人：详见通知",
        "会议由党委主持。",
        "会议由市长主持。",
        "县长应邀出席会议。",
        "3岁的成长是关键。",
        "老师连续三十年不休息。",
        "代表激动说：“好！”",
        "“部署”应为“布置”。",
        "公　示",
    ],
)
def test_other_words_there_are_none(text: str) -> None:
    assert names_in(text) == []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("市住建局局长路遥说，先修八处。", ["市住建局局长"]),
        ("会后，住建局局长路遥说，先修八处。", ["住建局局长"]),
        ("大家都说起那位局局长路遥说，先修八处。", ["局局长"]),
        ("运输部司机鲁大勇说，路好走。", ["运输部司机"]),
        ("市第三中学教师王小明说，作业少了。", ["市第三中学教师"]),
        ("教师王小明说，作业少了。", []),
        ("湖北司机鲁大勇说，路好走。", []),
        ("王小明（市机床厂车工）说，下岗不下志。", []),
        ("云江退休教师 王小明", []),
    ],
)
def test_posts_and_trades(text: str, posts: list[str]) -> None:
    assert [one.post for one in posts_in(text)] == posts
