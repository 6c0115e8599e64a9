"""Pages in traditional characters, or with radicals for characters, are read as their twin is and
stored as printed."""

import pytest

from importing.delivery.delivered_page import (
    Delivery,
    only_page,
    read_delivery,
)
from importing.delivery.other_characters import twin_of
from reader import PageContext, ReadPage
from reader.patterns.radicals import CHARACTER_OF
from reader.results import ReadFinding
from search.folding import RADICALS, fold

pytestmark = pytest.mark.usefixtures("english")

SIMPLIFIED = """北岭晚报
2019年3月15日 星期五 第A3版 要闻

市第九次党代会开幕
陈国栋作报告

本报讯(记者 钟鸣) 3月14日上午,中国共产党北岭市第九次代表大会在市会议中心开幕。市委书记陈国栋代表市委作报告,市长马长风主持大会。
市人民医院院长龙启华参加会议并发言。
"""
TRADITIONAL = """北嶺晚報
2019年3月15日 星期五 第A3版 要聞

市第九次黨代會開幕
陳國棟作報告

本報訊(記者 鍾鳴) 3月14日上午,中國共產黨北嶺市第九次代表大會在市會議中心開幕。市委書記陳國棟代表市委作報告,市長馬長風主持大會。
市人民醫院院長龍啟華參加會議並發言。
"""
TO_RADICALS = str.maketrans("月日大人民马长风龙门", "⽉⽇⼤⼈⺠⻢⻓⻛⻰⻔")
RADICAL = SIMPLIFIED.translate(TO_RADICALS)


def read(text: str, encoding: str = "utf-8") -> ReadPage:
    page = only_page(text.encode(encoding), "page.txt")
    return read_delivery(Delivery(page))


def names(page: ReadPage) -> list[str]:
    return [mention.name for mention in page.articles[0].mentions]


def test_a_traditional_page_is_read_as_its_twin_and_stored_as_printed():
    twin = read(SIMPLIFIED)
    page = read(TRADITIONAL, "big5")
    assert page.text == TRADITIONAL
    [article] = page.articles
    [simplified] = twin.articles
    assert (page.newspaper, page.page) == ("北嶺晚報", "A3")
    assert (article.headline, article.subtitle) == (
        "市第九次黨代會開幕",
        "陳國棟作報告",
    )
    assert [each.name for each in article.byline] == ["鍾鳴"]
    assert names(page) == ["陳國棟", "陳國棟", "馬長風", "龍啟華"]
    assert [each.span for each in article.mentions] == [
        each.span for each in simplified.mentions
    ]
    assert [len(each.text) for each in article.paragraphs] == [
        len(each.text) for each in simplified.paragraphs
    ]
    assert article.paragraphs[1].text == "市人民醫院院長龍啟華參加會議並發言。"
    assert [(each.date, each.place) for each in article.events] == [
        (each.date, each.place.replace("会议", "會議"))
        for each in simplified.events
    ]


def test_a_few_traditional_characters_do_not_make_a_page_traditional():
    text = SIMPLIFIED.replace("龙启华", "龍啟華")
    twin = twin_of(text)
    assert twin.simplified == text
    assert read(text).text == text


def test_radicals_are_read_as_characters_shown_as_printed_and_offered():
    page = read(RADICAL)
    assert page.text == RADICAL
    assert names(page) == names(read(SIMPLIFIED))
    [article] = page.articles
    assert article.paragraphs[0].text.startswith("3⽉14⽇上午")
    assert len(article.events) == len(read(SIMPLIFIED).articles[0].events)
    offered = [
        (RADICAL[each.start : each.end], each.replacement)
        for each in page.findings
        if each.rule == "kangxi_radical"
    ]
    assert ("⻓⻢⻓⻛主持⼤", "长马长风主持大") in offered
    for printed, replacement in offered:
        assert replacement == printed.translate(CHARACTER_OF)


def test_a_few_radicals_are_each_a_finding_and_none_none():
    page = read(SIMPLIFIED.replace("马长风", "⻢长⻛"))
    offered = [
        each.replacement
        for each in page.findings
        if each.rule == "kangxi_radical"
    ]
    assert offered == ["马", "风"]
    rules = [each.rule for each in read(SIMPLIFIED).findings]
    assert "kangxi_radical" not in rules


def test_what_the_archive_knows_is_compared_in_the_same_characters():
    twin = twin_of(TRADITIONAL)
    context = PageContext("北嶺晚報", known_people=frozenset({"龍啟華"}))
    known = twin.context(context)
    assert (known.newspaper, known.known_people) == (
        "北岭晚报",
        frozenset({"龙启华"}),
    )
    assert twin.context(PageContext()).newspaper is None
    assert twin_of(SIMPLIFIED).context(context) is context


def test_a_replacement_is_offered_in_the_page_s_own_characters():
    twin = twin_of(TRADITIONAL)
    offered = ReadFinding("rule", 2, 0, 2, "message", "陈国栋的会")
    none = ReadFinding("rule", 2, 0, 2, "message")
    page = twin.as_printed(
        ReadPage(
            twin.simplified,
            None,
            None,
            None,
            1.0,
            (),
            (),
            (),
            (),
            (offered, none),
        ),
        PageContext(newspaper="北岭晚报"),
    )
    assert [each.replacement for each in page.findings] == ["陳國棟的會", None]
    assert page.newspaper == "北岭晚报"


def test_search_takes_radicals_as_the_reader_does():
    for radical, character in RADICALS.items():
        assert CHARACTER_OF[ord(radical)] == character
        assert fold(radical) == fold(character)
    assert fold(RADICAL) == fold(SIMPLIFIED)


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("育秧开始。".encode() * 50 + b"\xff", "育秧开始。" * 50 + "\ufffd"),
        (
            ("育秧开始。" * 50).encode()[:-1],
            "育秧开始。" * 49 + "育秧开始\ufffd",
        ),
        (
            ("育秧开始,".encode("gb18030") * 50)[:-2],
            "育秧开始," * 49 + "育秧开" + "\ufffd",
        ),
    ],
    ids=["a bad byte", "cut in a character", "cut in gb18030"],
)
def test_a_damaged_byte_is_a_gap_that_is_doubted(damaged, text):
    page = only_page(damaged, "page.txt")
    read_text = Delivery(page).content.text
    assert read_text.count("\ufffd") == 1
    assert read_text[:-2] == text[:-2]
    found = read_delivery(Delivery(page)).findings
    [gap] = [each for each in found if each.rule == "mojibake"]
    assert read_text[gap.start : gap.end] == "\ufffd"
