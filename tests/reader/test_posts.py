"""Posts: only what the words state, each with the words that state it."""

from __future__ import annotations

import pytest

from tests.reader.named import posts_in

STATED = {
    "in front": (
        "市总工会主席冉启明主持会议。",
        ["冉启明=市总工会主席<市总工会主席冉启明>"],
    ),
    "two joined by 、": (
        "省委督导组组长、省委组织部副部长魏长卿到会。",
        [
            "魏长卿=省委督导组组长<省委督导组组长、省委组织部副部长魏长卿>",
            "魏长卿=省委组织部副部长<省委组织部副部长魏长卿>",
        ],
    ),
    "joined by 兼": (
        "县委宣传部部长兼县融媒体中心主任宋知远说",
        [
            "宋知远=县委宣传部部长<县委宣传部部长兼县融媒体中心主任宋知远>",
            "宋知远=县融媒体中心主任<县融媒体中心主任宋知远>",
        ],
    ),
    "behind": ("习近平总书记来到这里。", ["习近平=总书记<习近平总书记>"]),
    "cut free of a preposition": (
        "大会由市总工会主席冉启明主持。",
        ["冉启明=市总工会主席<市总工会主席冉启明>"],
    ),
    "a verb in the name of an office": (
        "省委派驻云溪市督导组组长魏长卿讲话",
        ["魏长卿=省委派驻云溪市督导组组长<省委派驻云溪市督导组组长魏长卿>"],
    ),
    "qualities in the name of an office": (
        "李芳为雪岭州卫生健康委员会主任",
        ["李芳=雪岭州卫生健康委员会主任<李芳为雪岭州卫生健康委员会主任>"],
    ),
    "cut free of what is discussed": (
        "代表继续分组讨论市总工会主席冉启明的报告。",
        ["冉启明=市总工会主席<市总工会主席冉启明>"],
    ),
    "an ordinal": (
        "省委第八巡视组组长魏长卿到会。",
        ["魏长卿=省委第八巡视组组长<省委第八巡视组组长魏长卿>"],
    ),
    "newly named": (
        "新任市公安局局长褚时敏说",
        ["褚时敏=市公安局局长<市公安局局长褚时敏>"],
    ),
    "formerly": (
        "原市公安局局长褚时敏受邀出席。",
        ["褚时敏=原市公安局局长<原市公安局局长褚时敏>"],
    ),
    "elected": ("宋廷玉当选为市长。", ["宋廷玉=市长<宋廷玉当选为市长>"]),
    "elected by counted votes": (
        "宋廷玉以352票当选为市长，段克勤得63票，当选副市长。",
        [
            "宋廷玉=市长<宋廷玉以352票当选为市长>",
            "段克勤=副市长<段克勤得63票，当选副市长>",
        ],
    ),
    "a permanent chair's part holds for the list": (
        "主席团常务主席汤立新、段克勤出席。",
        [
            "汤立新=主席团常务主席<主席团常务主席汤立新>",
            "段克勤=主席团常务主席<主席团常务主席汤立新、段克勤>",
        ],
    ),
    "named": (
        "会议任命阮志成为市民政局局长。",
        ["阮志成=市民政局局长<阮志成为市民政局局长>"],
    ),
    "each only their own in a heading that runs on": (
        "晏长水为市委书记石一鸣为市委副书记",
        [
            "晏长水=市委书记<晏长水为市委书记>",
            "石一鸣=市委副书记<石一鸣为市委副书记>",
        ],
    ),
    "each only their own with a space between": (
        "晏长水当选市委书记　石一鸣冉启明当选副书记",
        [
            "晏长水=市委书记<晏长水当选市委书记>",
            "石一鸣=副书记<石一鸣冉启明当选副书记>",
            "冉启明=副书记<冉启明当选副书记>",
        ],
    ),
    "in front of the second, with no office behind the first": (
        "晏长水为人正直，和市委书记石一鸣同行。",
        ["石一鸣=市委书记<市委书记石一鸣>"],
    ),
    "behind words that give the first no office": (
        "晏长水为了市委书记石一鸣",
        ["石一鸣=市委书记<市委书记石一鸣>"],
    ),
    "in brackets": (
        "宋廷玉（市委副书记）到会讲话。",
        ["宋廷玉=市委副书记<宋廷玉（市委副书记>"],
    ),
    "a deputy's post holds for the list": (
        "副市长汤立新、段克勤、徐望舒出席。",
        [
            "汤立新=副市长<副市长汤立新>",
            "段克勤=副市长<副市长汤立新、段克勤>",
            "徐望舒=副市长<副市长汤立新、段克勤、徐望舒>",
        ],
    ),
    "several elected": (
        "韦应物、贾岛清当选为副主席。",
        [
            "韦应物=副主席<韦应物、贾岛清当选为副主席>",
            "贾岛清=副主席<贾岛清当选为副主席>",
        ],
    ),
    "a mayor's post holds for one": (
        "市长宋廷玉、段克勤出席。",
        ["宋廷玉=市长<市长宋廷玉>"],
    ),
    "an open list keeps the post to the first": (
        "副市长汤立新、段克勤等出席。",
        ["汤立新=副市长<副市长汤立新>"],
    ),
    "titles in mid-list": (
        "秘书长成长久；副市长汤立新",
        ["成长久=秘书长<秘书长成长久>", "汤立新=副市长<副市长汤立新>"],
    ),
    "one of two elected": (
        "韦应物、贾岛清当选为主席。",
        ["贾岛清=主席<贾岛清当选为主席>"],
    ),
    "a space before the name": (
        "副市长 汤立新到会",
        ["汤立新=副市长<副市长 汤立新>"],
    ),
    "a heading": ("秘书长：段克勤", ["段克勤=秘书长<秘书长：段克勤>"]),
    "said once": (
        "市长宋廷玉说。市长宋廷玉又说。",
        ["宋廷玉=市长<市长宋廷玉>"],
    ),
}

NOT_STATED = {
    "a chair of one meeting": "大会执行主席段克勤主持会议。",
    "a role": "记者骆一鸣、村民田桂英、女党员宋知远都到了。",
    "votes for another": "宋廷玉得12票，市长热线得30票。",
    "no longer held": "宋廷玉不再担任市长。",
    "held before": "宋廷玉曾任市长。",
    "another's post": "宋廷玉会见了市长。",
    "part of another word": "宋知远院士工作站揭牌。",
    "a list of names": "执行主席是：段克勤、徐望舒、宋廷玉。",
    "a question in a dialogue": "记者问局长：宋廷玉说过什么？",
    "a good man": "宋廷玉为人正直。",
    "no person at all": "市长热线开通。",
}


@pytest.mark.parametrize(("text", "posts"), STATED.values(), ids=STATED)
def test_posts_are_stated(text: str, posts: list[str]) -> None:
    assert sorted(
        f"{p.name}={p.post}<{text[slice(*p.span)]}>" for p in posts_in(text)
    ) == sorted(posts)


@pytest.mark.parametrize("text", NOT_STATED.values(), ids=NOT_STATED)
def test_no_post_is_guessed(text: str) -> None:
    assert posts_in(text) == []


def test_a_list_states_the_post_behind_the_name() -> None:
    text = "唐小毛 市轴承厂钳工\n尹　力（女） 市妇幼保健院护士长\n宁国栋 环卫站环卫工"
    assert [(p.name, p.post) for p in posts_in(text)] == [
        ("尹力", "市妇幼保健院护士长")
    ]
