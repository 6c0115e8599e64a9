"""Names on a page: known, certain in one place, and found in every other."""

from __future__ import annotations

from reader.names import find_people
from reader.results import PageContext, Paragraph, ReadArticle
from tests.reader.named import article, names_in


def test_a_name_certain_in_one_place_is_found_in_every_place() -> None:
    text = "徐望舒宋廷玉等参加\n执行主席是：徐望舒、宋廷玉、段克勤。\n段克勤走进车间，宋廷玉在田头。"
    assert names_in(text, headline="徐望舒宋廷玉等参加") == [
        "徐望舒",
        "宋廷玉",
        "徐望舒",
        "宋廷玉",
        "段克勤",
        "段克勤",
        "宋廷玉",
    ]


def test_a_name_that_is_a_word_stays_a_word_elsewhere() -> None:
    text = "基地负责人高 原介绍，高原气候冷凉。\n高原说，这里是青藏高原的东缘。"
    assert names_in(text) == ["高原", "高原"]


def test_a_name_is_as_long_as_in_all_its_places() -> None:
    text = "传承人裘守真今年七十岁。\n裘守真：我十六岁学修表。\n裘守真在修钟。"
    assert names_in(text) == ["裘守真"] * 3


def test_known_people_win() -> None:
    text = "那天安静从车间出来，时运来正在门口。安静说，她很安静。"
    known = PageContext(known_people=frozenset({"安静", "时运来"}))
    assert names_in(text) == []
    assert names_in(text, context=known) == ["时运来", "安静"]


def test_a_known_name_is_no_name_in_a_longer_one() -> None:
    known = PageContext(known_people=frozenset({"李宁", "向阳"}))
    assert (
        names_in("李宁公司和向阳路小学共建，孩子们向阳而生。", context=known)
        == []
    )


def test_a_padded_name_is_found_again() -> None:
    assert names_in("柏　松走访了村里。\n市长柏松说，路要修好。") == [
        "柏松",
        "柏松",
    ]


def test_a_signed_name_is_known_but_the_byline_is_no_mention() -> None:
    assert names_in("那年骆一鸣和我在船上。", byline=("骆一鸣",)) == ["骆一鸣"]


def test_captions_and_headlines_are_read() -> None:
    text = "冉启明：让工匠有舞台\n冉启明（右）为获奖者颁奖。"
    assert names_in(
        text,
        headline="冉启明：让工匠有舞台",
        captions=("冉启明（右）为获奖者颁奖。",),
    ) == [
        "冉启明",
        "冉启明",
    ]


def test_a_name_cut_by_a_column_covers_the_gap() -> None:
    text = "会议由魏长\n\n卿同志主持。"
    cut = Paragraph("会议由魏长卿同志主持。", ((0, 5), (7, 13)))
    ((mention,),) = find_people(
        text, [ReadArticle(span=(0, 13), paragraphs=(cut,))], PageContext()
    )
    assert (mention.name, mention.span) == ("魏长卿", (3, 8))


def test_a_name_of_one_article_is_found_in_another() -> None:
    first = "市长汪若海出席。"
    text = first + "\n汪若海走访社区"
    found = find_people(
        text,
        [article(first), article(text, start=len(first) + 1)],
        PageContext(),
    )
    assert [[m.name for m in mentions] for mentions in found] == [
        ["汪若海"],
        ["汪若海"],
    ]


def test_nothing_is_found_in_nothing() -> None:
    assert find_people("", [], PageContext()) == []
    assert names_in("") == []
