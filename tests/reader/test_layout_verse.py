"""Verse, and what a text keeps of its marks and lines."""

from __future__ import annotations

import pytest

from tests.reader.printed_forms import (
    NEXT,
    ONE,
    TWO,
    headings,
    read,
    signed,
    texts,
)

# Verse

POEM = (
    "把黄昏系在木桩上",
    "船就不走了",
    "对岸的人提着灯",
    "水把石头磨圆",
    "把喊声磨薄",
)


@pytest.mark.parametrize(
    ("lines", "below"),
    [
        (
            (
                *(f"　　{line}" for line in POEM),
                "清溪访谈",
                "把村庄写进年轮里",
                "——对话作家王磊",
            ),
            3,
        ),
        ((*POEM, "把村庄写进年轮里", "——对话作家王磊"), 2),
        ((*POEM, "像没写完的信。", "清溪访谈", "把村庄写进年轮里"), 2),
        ((*POEM, "", "清溪访谈", "把村庄写进年轮里"), 2),
        ((*POEM, "把村庄写进年轮里"), 1),
    ],
)
def test_verse_ends_before_the_headings_below(
    lines: tuple[str, ...], below: int
) -> None:
    poem, report = read("渡口", "□石光", *lines, "本报记者 李芳", ONE, TWO)
    assert len(poem.paragraphs) == len([line for line in lines if line]) - below
    assert (
        sum(map(bool, (report.kicker, report.headline, report.subtitle)))
        == below
    )
    assert texts(report) == [ONE, TWO]


def test_a_jump_line_may_name_what_stands_elsewhere() -> None:
    (article,) = read("老街改造完成", f"本报讯 {ONE}", "(工作报告摘要见第三版)")
    assert (article.continues_on, texts(article)) == ("3", [ONE])


def test_a_document_is_signed_below() -> None:
    notice, second = read(
        "第一次会议公告",
        "(第三号)",
        ONE,
        "主任:钟鼎铭",
        "现予公告。",
        "云江市大会主席团",
        "2021年12月1日",
        *NEXT.split("\n"),
    )
    assert headings((notice,)) == [("", "第一次会议公告", "(第三号)")]
    assert texts(notice)[1:] == [
        "主任:钟鼎铭",
        "现予公告。",
        "云江市大会主席团",
        "2021年12月1日",
    ]
    assert second.headline == "江堤步道昨日开放"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("　　王磊 李芳", "王磊/reporter 李芳/reporter"),
        ("　　　　　　　　王磊", "王磊/reporter"),
        ("　　人人称好", ""),
    ],
)
def test_names_set_in_behind_the_text_sign_it(line: str, names: str) -> None:
    assert (
        signed(
            read("站牌躲在树后", f"本报讯 {ONE}", line, *NEXT.split("\n"))[0]
        )
        == names
    )
    assert signed(read("站牌躲在树后", f"本报讯 {ONE}", line)[0]) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [("○王磊(云江)", "王磊/writer"), ("□王　磊（云江）", "王磊/writer")],
)
def test_an_author_may_say_where_he_lives(line: str, names: str) -> None:
    (article,) = read("站牌躲在树后", line, TWO, TWO[:30] + "。")
    assert (article.headline, signed(article)) == ("站牌躲在树后", names)


def test_offices_and_their_holders_are_no_headline_and_byline() -> None:
    lines = (
        "大会选举:",
        "市人大常委会主任",
        "王磊",
        "市人大常委会副主任(按姓氏笔画排列)",
        "李芳(女)　张强　赵亮",
        "现予公布。",
    )
    (article,) = read("第一次会议选举结果公告", "(2021年12月1日)", *lines)
    assert (article.headline, article.byline, texts(article)) == (
        "第一次会议选举结果公告",
        (),
        list(lines),
    )
    assert signed(read("市长", "王磊", TWO, ONE)[0]) == "王磊/writer"


def test_who_said_it_stands_under_the_words() -> None:
    first, second = read(
        "声音", "“路通了,心也通了。”", "——村民张强", *NEXT.split("\n")
    )
    assert (texts(first)[-1], headings((second,))) == (
        "——村民张强",
        [("", "江堤步道昨日开放", "")],
    )


# What the text keeps


@pytest.mark.parametrize(
    "line",
    ["联系人:周女士 电话:0731-28829110", "如有意见,请反映,监督电话:28829110。"],
)
def test_whom_to_ask_stands_in_the_notice(line: str) -> None:
    [article] = read("闲置设备拍卖公告", f"本报讯 {ONE}", line)
    assert texts(article)[-1] == line


@pytest.mark.parametrize(
    "line",
    [
        "新闻热线:0731-28829110",
        "责任编辑:周敏 校对:毛志远 新闻热线:0731-28829110",
    ],
)
def test_whom_to_call_at_the_paper_is_furniture(line: str) -> None:
    [article] = read("闲置设备拍卖公告", f"本报讯 {ONE}", line)
    assert texts(article) == [ONE]


def test_a_list_of_leaders_cut_by_a_column_is_no_headline() -> None:
    cut = "王磊、李芳、赵海、钱大明、孙亮、周", "敏、吴迪等分别参加讨论。"
    [article] = read("代表团讨论报告", f"本报讯(记者 郑强) {ONE}", *cut, TWO)
    assert texts(article) == [ONE, "".join(cut), TWO]


def test_indented_clauses_are_paragraphs_each() -> None:
    clauses = [
        "王磊为市教育局局长;",
        "李芳为市财政局局长;",
        "赵海为市水利局局长。",
    ]
    [article] = read(
        "市人大常委会任命名单",
        *("\u3000\u3000" + line for line in (f"本报讯 {ONE}", *clauses)),
    )
    assert texts(article) == [ONE, *clauses]
    [article] = read("市人大常委会任命名单", f"本报讯 {ONE}", *clauses)
    assert texts(article) == [ONE, "".join(clauses)]


def test_what_a_reader_asks_is_the_letter_and_no_headline() -> None:
    asked = "云江读者周敏来信问:老年食堂的饭卡丢了,怎样补办?"
    [article] = read(*NEXT.split("\n"), "", "读者来信", asked, TWO)[1:]
    assert (article.headline, texts(article)) == ("读者来信", [asked, TWO])


def test_who_publishes_a_paper_is_part_of_its_head() -> None:
    page = read(
        "云江日报  中共云江市委主管 云江报业集团主办",
        "2021年12月3日 星期五 第1版",
        *NEXT.split("\n"),
    )
    assert headings(page) == [("", "江堤步道昨日开放", "")]


@pytest.mark.parametrize(
    "head",
    [
        "云江日报  A2  聚焦市第八次党代会·图文专版\n2021年12月3日 星期五",
        "云 江 日 报\n2021年12月3日 星期五 第1版",
        "主办:中共云江市委宣传部  内部资料\n云江日报 2021年12月3日",
    ],
)
def test_heads_with_a_long_section_a_wide_name_or_a_publisher_are_no_articles(
    head: str,
) -> None:
    assert headings(read(*head.split("\n"), *NEXT.split("\n"))) == [
        ("", "江堤步道昨日开放", "")
    ]


def test_all_lines_between_the_halves_of_a_word_stand_under_pictures() -> None:
    halves = (
        f"{TWO}他说,要算生态账、算长远账,让绿色真正成为云江高质量发展的底",
        "色。",
    )
    pictures = (
        "代表们在讨论间隙研读报告。",
        "周敏(左二)和代表们交流。",
        "(本组图片由本报记者 尤立冬 摄)",
    )
    [article] = read(
        "代表团讨论报告",
        f"本报讯(记者 郑强) {ONE}",
        halves[0],
        *pictures,
        halves[1],
    )
    assert texts(article) == [ONE, "".join(halves)]
    assert [photo.caption for photo in article.photos] == list(pictures[:2])


def test_figures_behind_marks_are_paragraphs_and_no_headings() -> None:
    figures = ["■城镇新增就业:31.6万人", "■新改建农村公路:4270公里"]
    first, second = read(
        "五年之变", f"本报讯 {ONE}", *figures, *NEXT.split("\n")
    )
    assert (texts(first), second.headline) == (
        [ONE, *figures],
        "江堤步道昨日开放",
    )


def test_who_signed_a_notice_with_the_day_ends_it() -> None:
    items = ["1.王磊,男,市一中教师", "2.李芳,女,市二中教师"]
    rest, signed_by = (
        "对公示对象有异议的,可向本局反映。",
        "云江市教育局 2021年12月2日",
    )
    first, second = read(
        "拟表彰教师公示", ONE, *items, rest, signed_by, "", "停水通知", TWO
    )
    assert (texts(first), second.headline) == (
        [ONE, *items, rest, signed_by],
        "停水通知",
    )


def test_a_line_that_leads_in_with_a_dash_is_the_kicker() -> None:
    lines = (
        "从打工妹到带头人,她用十年告诉乡亲——",
        "一双手绣出一片天",
        f"本报讯 {ONE}",
    )
    assert headings(read(*lines)) == [(*lines[:2], "")]
