"""Who signs, and pieces too short for a headline of their own."""

from __future__ import annotations

import pytest

from tests.reader.printed_forms import NEXT, ONE, TWO, read, signed, texts

# Who signs


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("读者 卜晓光", "卜晓光/writer"),
        ("热心市民 容　易", "容易/writer"),
        ("(通讯员 王磊)", "王磊/correspondent"),
        ("(体讯)", ""),
        ("(王磊 李芳)", "王磊/reporter 李芳/reporter"),
    ],
)
def test_a_line_behind_the_text_signs_it(line: str, names: str) -> None:
    first, second = read(
        "站牌躲在树后", f"本报讯 {ONE}", TWO, line, *NEXT.split("\n")
    )
    assert (signed(first), texts(first), second.headline) == (
        names,
        [ONE, TWO],
        "江堤步道昨日开放",
    )


@pytest.mark.parametrize(
    "below", ["图为老人在食堂就餐。\n胡志远摄", "征　稿\n本报征集散文。"]
)
def test_a_name_set_in_signs_above_a_picture_and_above_a_wide_title(below):
    first, *_ = read("食堂开张", ONE, TWO, "        方 圆", below)
    assert (signed(first), texts(first)) == ("方圆/reporter", [ONE, TWO])


@pytest.mark.parametrize(
    "line",
    [
        "读者 常青\n2021年12月1日",
        "书院街居民 燕　平\n12月1日",
        "梧桐里居民 邓小芸",
        "读者 们都说好吃得很",
    ],
)
def test_a_signature_over_a_date_or_with_an_address_stays(line: str) -> None:
    (article,) = read("站牌躲在树后", "编辑同志:", TWO, line)
    assert (signed(article), texts(article)[-1]) == ("", line.split("\n")[-1])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("来源:云江日报 作者:王磊 编辑:李芳", "王磊/writer"),
        ("作者:本报记者 王磊", "王磊/reporter"),
        ("2021-12-03 来源:云江日报 作者:云江发布", ""),
    ],
)
def test_the_author_line_of_an_e_paper_counts_where_nobody_signs(
    line: str, names: str
) -> None:
    unsigned, own = read(
        "站牌躲在树后",
        line,
        f"本报讯 {ONE}",
        "江堤步道开放",
        line,
        f"本报讯(记者 张强) {TWO}",
    )
    assert (unsigned.headline, signed(unsigned), texts(unsigned)) == (
        "站牌躲在树后",
        names,
        [ONE],
    )
    assert (own.headline, signed(own)) == ("江堤步道开放", "张强/reporter")


def test_the_author_line_may_stand_behind_the_text() -> None:
    first, second = read(
        "站牌躲在树后",
        f"本报讯 {ONE}",
        "来源:云江日报 作者:王磊",
        *NEXT.split("\n"),
    )
    assert (signed(first), second.headline) == (
        "王磊/writer",
        "江堤步道昨日开放",
    )


def test_a_bracketed_byline_under_a_headline_opens_the_text() -> None:
    (article,) = read("站牌躲在树后", "(记者 王磊)", ONE, TWO)
    assert (article.headline, signed(article)) == (
        "站牌躲在树后",
        "王磊/reporter",
    )


# Short pieces


@pytest.mark.parametrize("end", [("(电建平)", "(闻笛)"), ("", "")])
def test_marked_short_pieces_are_no_captions(end: tuple[str, str]) -> None:
    first, second = read(
        "简　讯",
        f"▲昨日,水厂检修水泵。{end[0]}",
        f"▲学校开展祭扫。{end[1]}",
        *NEXT.split("\n"),
    )
    assert texts(first) == ["▲昨日,水厂检修水泵。", "▲学校开展祭扫。"]
    assert [one.name for one in first.byline] == [
        name.strip("()") for name in end if name
    ]
    assert (first.photos, second.headline) == ((), "江堤步道昨日开放")


@pytest.mark.parametrize(
    "lines",
    [
        ("简讯", "▲昨日,水厂检修水泵", "▲学校开展祭扫", "王磊 摄"),
        ("简讯", "▲昨日,水厂检修水泵"),
        ("街头见闻", "▲昨日,水厂检修水泵", "▲学校开展祭扫"),
    ],
)
def test_captions_keep_their_marks(lines: tuple[str, ...]) -> None:
    assert [one.photos for one in read(*lines) if one.photos]


@pytest.mark.parametrize("title", ["征 稿", "大　事　记", "市 场 信 息"])
def test_a_title_set_wide_begins_an_article(title: str) -> None:
    below = "本报副刊征集散文,来稿请寄编辑部。"
    found = read("天气预报", "今天晴到多云。", title, below)
    assert [one.headline for one in found] == ["天气预报", title]


@pytest.mark.parametrize(
    "lines",
    [
        ["第一次:1984年5月10日", "第二次:1994年12月6日,历时四天"],
        ["今日:晴,西南风2级,6℃~21℃"],
        ["丁 一  王大鹏  尹小龙", "翁 泰"],
        ["丁 一  王大鹏  尹小龙", "边志刚 沙·巴图"],
    ],
)
def test_lines_of_a_list_are_no_heading_and_no_picture(
    lines: list[str],
) -> None:
    (article,) = read("新闻链接一则", *lines)
    assert article.headline == "新闻链接一则"
    assert "".join(texts(article)) == "".join(lines)
    assert article.photos == ()


def test_a_note_behind_a_name_ends_no_line() -> None:
    (article,) = read("市委委员名单", "丁 一(女)  王大鹏  尹小龙  古庆元")
    assert texts(article) == ["丁 一(女)  王大鹏  尹小龙  古庆元"]


@pytest.mark.parametrize("number", ["〔五届〕第18号", "第三十六号"])
def test_the_number_of_a_document_stands_under_its_name(number: str) -> None:
    (article,) = read("市人大常委会公告", number, f"{ONE}{TWO}")
    assert (article.headline, article.subtitle) == ("市人大常委会公告", number)
