"""Where articles begin: unsigned articles, notices, lists and bylines above, told from crossheads
and halves of a cut.
"""

from __future__ import annotations

import datetime as dt

import pytest

from reader.layout import Layout, lay_out
from reader.results import BlockKind, PageContext, Role

CONTEXT = PageContext("云江日报", dt.date(2021, 12, 3))
ONE = "老街的清晨从一碗米粉开始,六十三岁的店主四点起床,点火、烧水、切码子。"
TWO = "“街坊们的口味我都记得。”她说,谁要多放辣椒,谁不吃葱,她一清二楚。"
THREE = "去年老街改造,不少人担心味道会变,街道办挨家挨户听了意见。"
FOUR = "如今老街的客流比改造前多了一倍,周末常常要排队。"


def read(*lines: str) -> Layout:
    return lay_out("\n".join(lines), CONTEXT)


def headlines(*lines: str) -> list[str]:
    return [article.headline for article in read(*lines).articles]


REPORT = ("老街改造完成", f"本报讯(记者 王磊) {ONE}", TWO)
FEATURE = ("一碗米粉里的老街光阴", "本报记者 王磊", ONE, TWO)


@pytest.mark.parametrize(
    "lines",
    [
        # behind a signed report, set like the text
        (*REPORT, "护城河清淤工程开工", THREE, FOUR),
        # set apart on a page of close lines
        (*FEATURE, "", "护城河清淤开工", THREE, FOUR),
        # behind a signature in brackets
        (
            "老街改造完成",
            f"本报讯 {ONE}",
            f"{TWO}(王磊)",
            "护城河清淤",
            THREE,
            FOUR,
        ),
        # behind a notice that closes with its date
        (
            "通知",
            "因检修,城南停水一天。",
            "云江市自来水公司",
            "2021年12月2日",
            "护城河清淤工程开工",
            THREE,
        ),
        # behind names in brackets on their own line
        (
            "老街改造完成",
            f"本报讯 {ONE}",
            TWO,
            "(王磊 李　梅)",
            "护城河清淤",
            THREE,
            FOUR,
        ),
    ],
)
def test_an_unsigned_article_begins_at_its_headline(
    lines: tuple[str, ...],
) -> None:
    found = headlines(*lines)
    assert len(found) == 2
    assert found[1].startswith("护城河清淤")


@pytest.mark.parametrize(
    "lines",
    [
        # crossheads of a feature, set like the text and apart from it
        (
            *FEATURE,
            "三十年不变的老味道",
            THREE,
            FOUR,
            "改造没有改掉烟火气",
            ONE,
            THREE,
        ),
        (
            *FEATURE,
            "",
            "三十年不变的老味道",
            THREE,
            FOUR,
            "",
            "改造没有改掉烟火气",
            ONE,
            THREE,
        ),
        # numbered
        (*REPORT, "", "一、留住招牌和灶台", THREE, FOUR),
        # the first half of a cut runs over a comma, a picture stands in the cut, a word lies across
        # it
        (*REPORT, "她说,改造以后生意好", "多了,忙的时候要请三个帮手才够。"),
        (
            *REPORT,
            "她带着徒弟来到新的街口",
            "老街夜景。王翔 摄",
            "又看了一遍,才放心回家。",
        ),
        (*REPORT, "后来街道办又请来了规划", "师,挨家挨户听意见。"),
    ],
)
def test_a_crosshead_or_half_begins_nothing(lines: tuple[str, ...]) -> None:
    assert len(headlines(*lines)) == 1


def test_a_list_of_names_stands_under_its_headline() -> None:
    listed = (
        "城北街道:骆桂花(女)、宁采、毛小光",
        "城南街道:冷明月(女,土家族)、屈　正",
        "赵　敏　钱小芳　孙玉梅(瑶族)",
    )
    layout = read(
        *REPORT,
        "(王磊)",
        "",
        "年度最美邻居名单",
        *listed,
        "",
        "通告",
        "城区停水一天,请市民互相转告。",
    )
    assert [one.headline for one in layout.articles] == [
        "老街改造完成",
        "年度最美邻居名单",
        "通告",
    ]
    assert [
        paragraph.text for paragraph in layout.articles[1].paragraphs
    ] == list(listed)


def test_slogans_are_no_names() -> None:
    assert headlines("新时代 新征程 新作为", "本报讯(记者 王磊) " + ONE) == [
        "新时代 新征程 新作为"
    ]


def test_labels_may_be_padded() -> None:
    assert (
        headlines(*REPORT, "讣　告", "退休教师苗敬之因病逝世,享年九十一岁。")[1]
        == "讣　告"
    )


def test_five_heading_lines_are_one_heading() -> None:
    lines = (
        "何建国调研时强调",
        "留住烟火气",
        "守住老味道",
        "老街有新活力",
        "——老街改造一年记",
    )
    (article,) = read(*lines, f"本报讯(记者 王磊) {ONE}").articles
    assert (article.kicker, article.subtitle) == (lines[0], lines[-1])
    assert article.headline == "留住烟火气 守住老味道 老街有新活力"


def test_an_article_parted_by_another_is_put_together() -> None:
    cut = "去年老街改造,不少人担心味道会变,街道办请来规划"
    text = (
        *REPORT,
        cut,
        "",
        "护城河清淤",
        f"本报讯(记者 李芳) {FOUR}",
        "",
        "师,挨家挨户听了意见。",
        FOUR,
    )
    one, other = read(*text).articles
    assert [paragraph.text for paragraph in one.paragraphs] == [
        ONE,
        TWO,
        f"{cut}师,挨家挨户听了意见。",
        FOUR,
    ]
    assert [paragraph.text for paragraph in other.paragraphs] == [FOUR]


@pytest.mark.parametrize(
    ("cut", "jump", "rest"),
    [
        (
            "去年老街改造,不少人担心味道会变,街道办请来规划",
            "(下转A3版)",
            "师范学院昨天开学,新生两千人。",
        ),
        (
            "去年老街改造,不少人担心味道会变,街道办请来规划",
            "",
            "中学昨天开学,新生两千人。",
        ),
        ("请来规划", "", "师范学院昨天开学,新生两千人。"),
    ],
)
def test_nothing_is_taken_from_another_article_without_a_sign(
    cut: str, jump: str, rest: str
) -> None:
    layout = read(
        *REPORT, cut + jump, "", "护城河清淤", f"本报讯(记者 李芳) {FOUR}", rest
    )
    assert [paragraph.text for paragraph in layout.articles[-1].paragraphs] == [
        FOUR,
        rest,
    ]


@pytest.mark.parametrize(
    ("opening", "source", "byline"),
    [
        ("云江讯(记者 狄小川) ", "云江讯", [("狄小川", Role.REPORTER)]),
        ("云江讯 ", "云江讯", []),
        (
            "人民网云江12月2日电 (匡　衡 实习生 巴　图)",
            "人民网",
            [("匡衡", Role.REPORTER), ("巴图", Role.INTERN)],
        ),
        ("本报讯(记者 扎西顿珠)", "本报讯", [("扎西顿珠", Role.REPORTER)]),
    ],
)
def test_openings_name_places_and_rare_names(
    opening: str, source: str, byline: list[tuple[str, Role]]
) -> None:
    (article,) = read("老街改造完成", opening + ONE, TWO).articles
    assert article.dateline.source == source
    assert [(one.name, one.role) for one in article.byline] == byline
    assert article.paragraphs[0].text == ONE


def test_a_paper_s_latin_name_is_no_headline() -> None:
    text = ("云江日报", "YUNJIANG RIBAO", "2021年12月3日 星期五", "", *REPORT)
    assert headlines(*text) == ["老街改造完成"]


def test_half_a_sentence_above_a_headline_is_none_of_it() -> None:
    lines = (
        *REPORT,
        "如今老街的客流比改造前多了",
        "一倍,周末",
        "",
        "护城河清淤",
        f"本报讯 {ONE}",
    )
    assert headlines(*lines) == ["老街改造完成", "护城河清淤"]


def test_a_letter_of_thanks_begins_above_its_greeting() -> None:
    text = (
        *REPORT,
        "(王磊)",
        "",
        "一线速递",
        f"◎{THREE}",
        f"◎{FOUR}",
        "",
        "致全市人民",
        "亲爱的市民朋友们:",
        TWO,
        FOUR,
    )
    assert headlines(*text)[-1] == "致全市人民"


def test_verse_may_stand_close_to_the_next_article() -> None:
    verse = (
        "柿子把灯笼挂满枝头",
        "照着归仓的人",
        "风翻过最后一页稻田",
        "大地合上了书",
    )
    stanza = ("一只雁落单了", "在村庄上空绕了三圈", "我朝它挥手", "它朝南飞去")
    poem, news = read(
        "霜降",
        "○鲁　冰",
        *verse,
        "",
        *stanza,
        "诗会周日开讲",
        f"本报讯(记者 王磊){ONE}",
    ).articles
    assert [paragraph.text for paragraph in poem.paragraphs] == [
        *verse,
        *stanza,
    ]
    assert news.headline == "诗会周日开讲"


@pytest.mark.parametrize(
    "head",
    [
        ("06 文化周刊·湖畔 2021年12月3日 星期五", ""),
        ("云江日报", "2021年12月3日 星期五", "上一版 | 下一版"),
        ("云江日报 2021年12月3日 星期五 第6版 今日8版",),
        ("云江日报 2021年12月3日 第6版", "2021-12-05 08:00 来源:云江日报"),
    ],
)
def test_supplements_navigation_and_loading_times_contradict_nothing(
    head: tuple[str, ...],
) -> None:
    layout = lay_out(
        "\n".join((*head, *REPORT)),
        PageContext("云江日报", dt.date(2021, 12, 3), "6"),
    )
    assert [one.headline for one in layout.articles] == ["老街改造完成"]


def test_a_page_head_inside_the_page_is_furniture() -> None:
    half = "去年老街改造,不少人担心味道会变,街道办请来规划"
    (article,) = read(
        "云江日报 2021年12月3日 星期五",
        *REPORT,
        half,
        "云江日报 2021年12月3日 03版",
        "师,挨家挨户听。",
    ).articles
    assert article.paragraphs[-1].text == f"{half}师,挨家挨户听。"
    text = "\n".join(
        ("云江日报 2021年12月3日", *REPORT, "云江日报 2020年12月3日", THREE)
    )
    furniture = [
        text[one.start : one.end]
        for one in lay_out(text, CONTEXT).blocks
        if one.kind is BlockKind.FURNITURE
    ]
    assert furniture == ["云江日报 2021年12月3日"]


def test_a_headline_may_stand_under_the_jump_line() -> None:
    (article,) = read("◀◀上接A01版", "老街改造完成", THREE, FOUR).articles
    assert (article.headline, article.continued_from) == ("老街改造完成", "A01")
