"""Every printed form the layout knows, one row each: openings, bylines, credits, jump lines,
furniture.
"""

from __future__ import annotations

import datetime as dt

import pytest

from reader.layout import lay_out
from reader.layout.captions.credit_starts import split_caption
from reader.layout.captions.credits import read_credit
from reader.layout.lines import fold_width
from reader.layout.page_head.page_labels import number, page_label
from reader.results import BlockKind, PageContext, PageError, ReadArticle

CONTEXT = PageContext("云江日报", dt.date(2021, 12, 3))
TEXT = "市民政局昨天宣布,城区新设三处老年食堂,由街道自办。"
MORE = "食堂中午开两小时,老人凭卡就餐。"
HEAD = "城区新设三处老年食堂"


def only(text: str) -> ReadArticle:
    (article,) = lay_out(text, CONTEXT).articles
    return article


def signed(article: ReadArticle) -> str:
    return " ".join(f"{one.name}/{one.role}" for one in article.byline)


@pytest.mark.parametrize(
    ("printed", "source", "place", "names"),
    [
        ("本报讯(记者 王磊) ", "本报讯", None, "王磊/reporter"),
        (
            "本报讯 (记者王磊 通讯员李芳)",
            "本报讯",
            None,
            "王磊/reporter 李芳/correspondent",
        ),
        (
            "本报讯（记者　王磊　通讯员　李芳）",
            "本报讯",
            None,
            "王磊/reporter 李芳/correspondent",
        ),
        ("本报讯 ", "本报讯", None, ""),
        ("本报讯", "本报讯", None, ""),
        ("本报讯 记者王磊报道:", "本报讯", None, "王磊/reporter"),
        (
            "云江日报·掌上云江讯(记者/王磊 李芳) ",
            "云江日报·掌上云江讯",
            None,
            "王磊/reporter 李芳/reporter",
        ),
        (
            "云江日报·掌上云江讯(通讯员/李芳 记者/王磊) ",
            "云江日报·掌上云江讯",
            None,
            "李芳/correspondent 王磊/reporter",
        ),
        ("云江日报讯(全媒体记者/王磊) ", "云江日报讯", None, "王磊/reporter"),
        (
            "云江日报12月2日讯(记者王磊 通讯员李芳) ",
            "云江日报",
            None,
            "王磊/reporter 李芳/correspondent",
        ),
        (
            "红网云江11月26日讯(云江日报记者 王磊 通讯员 李芳)",
            "红网",
            "云江",
            "王磊/reporter 李芳/correspondent",
        ),
        (
            "湖南日报11月25日讯(全媒体记者 王磊 李芳 张强)",
            "湖南日报",
            None,
            "王磊/reporter 李芳/reporter 张强/reporter",
        ),
        (
            "人民网云江6月3日电 (王磊 实习生 李芳)",
            "人民网",
            "云江",
            "王磊/reporter 李芳/intern",
        ),
        (
            "长江日报讯(记者黄琪常少华)",
            "长江日报讯",
            None,
            "黄琪/reporter 常少华/reporter",
        ),
        (
            "新华社北京9月27日电(记者王磊、李芳)",
            "新华社",
            "北京",
            "王磊/reporter 李芳/reporter",
        ),
        ("据新华社北京9月27日电 ", "新华社", "北京", ""),
        ("【新华社重庆十四日电】", "新华社", "重庆", ""),
        ("本报合肥18日电 ", "本报", "合肥", ""),
        ("本报广州11月28日电 记者王磊报道:", "本报", "广州", "王磊/reporter"),
        ("(记者 王磊 见习记者 李芳)", None, None, "王磊/reporter 李芳/intern"),
        (
            "本报讯(首席记者 欧阳明 实习记者 李芳)",
            "本报讯",
            None,
            "欧阳明/reporter 李芳/intern",
        ),
        (
            "本报讯(记者 柏 松 通讯员 李 芳)",
            "本报讯",
            None,
            "柏松/reporter 李芳/correspondent",
        ),
        ("本报讯(记者 王磊 文/图) ", "本报讯", None, "王磊/reporter"),
    ],
)
def test_openings(
    printed: str, source: str | None, place: str | None, names: str
) -> None:
    article = only(f"{HEAD}\n\n{printed}{TEXT}\n")
    assert article.headline == HEAD
    assert (
        article.dateline.source,
        article.dateline.place,
        signed(article),
    ) == (
        source,
        place,
        names,
    )
    assert [one.text for one in article.paragraphs] == [TEXT]


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("新华社北京9月27日电 ", dt.date(2021, 9, 27)),
        ("新华社北京12月27日电 ", dt.date(2020, 12, 27)),
        ("【新华社重庆二日电】", dt.date(2021, 12, 2)),
        ("本报合肥28日电 ", dt.date(2021, 11, 28)),
        ("新华社北京2020年2月29日电 ", dt.date(2020, 2, 29)),
        ("新华社北京31日电 ", None),
        ("本报讯 ", None),
    ],
)
def test_the_date_of_an_opening_lies_on_or_before_the_issue(
    printed: str, date: dt.date | None
) -> None:
    context = (
        PageContext("云江日报", dt.date(2021, 12, 3))
        if "31日" not in printed
        else PageContext(None, dt.date(2021, 7, 3))
    )
    (article,) = lay_out(f"{HEAD}\n\n{printed}{TEXT}", context).articles
    assert article.dateline.date == date


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        (
            "■记者 王磊 李芳 实习生 张强",
            "王磊/reporter 李芳/reporter 张强/intern",
        ),
        ("本报记者 王磊 通讯员 李芳", "王磊/reporter 李芳/correspondent"),
        ("云江日报全媒体记者/王磊", "王磊/reporter"),
        ("□ 本报记者 王磊", "王磊/reporter"),
        ("文/王磊 图/李芳", "王磊/writer"),
        ("文/图 王磊", "王磊/writer"),
        ("本报记者 王磊 李芳 文/图", "王磊/reporter 李芳/reporter"),
        ("本报评论员", "本报评论员/commentator"),
        ("本报评论员 王磊", "王磊/commentator"),
        ("王磊 李芳", "王磊/reporter 李芳/reporter"),
        ("□王磊", "王磊/writer"),
        ("本报记者 卜一凡", "卜一凡/reporter"),
    ],
)
def test_bylines_under_the_headline(printed: str, names: str) -> None:
    article = only(f"{HEAD}\n\n{printed}\n\n12月2日,{TEXT}\n\n{MORE}")
    assert (article.headline, signed(article), len(article.paragraphs)) == (
        HEAD,
        names,
        2,
    )


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("(王磊整理)", "王磊/compiler"),
        ("(王磊 整理)", "王磊/compiler"),
        ("(本报记者王磊整理)", "王磊/compiler"),
        ("本报记者 王磊 整理", "王磊/compiler"),
        ("\n本报记者 王磊 整理", "王磊/compiler"),
        ("(记者 王磊)", "王磊/reporter"),
        ("(王磊 李芳)", "王磊/reporter 李芳/reporter"),
        ("(据新华社)", ""),
        ("(新华社北京12月2日电)", ""),
    ],
)
def test_bylines_behind_the_text(printed: str, names: str) -> None:
    article = only(f"{HEAD}\n\n本报讯 {TEXT}{printed}")
    assert signed(article) == names
    assert [one.text for one in article.paragraphs] == [TEXT]


@pytest.mark.parametrize(
    "tail", ["(含三个社区)", "(图)", "(详情咨询社区)", "(完成时间待定)"]
)
def test_brackets_that_are_no_byline_stay_in_the_text(tail: str) -> None:
    assert (
        only(f"{HEAD}\n\n本报讯 {TEXT}{tail}").paragraphs[0].text == TEXT + tail
    )


@pytest.mark.parametrize(
    ("printed", "caption", "people", "credit"),
    [
        (
            "老人在食堂就餐。云江日报·掌上云江记者/王磊 摄",
            "老人在食堂就餐。",
            ("王磊",),
            "云江日报·掌上云江",
        ),
        (
            "老人在食堂就餐。云江日报全媒体记者/王磊 摄",
            "老人在食堂就餐。",
            ("王磊",),
            "云江日报",
        ),
        ("老人在食堂就餐。(王磊/摄)", "老人在食堂就餐。", ("王磊",), ""),
        ("老人在食堂就餐。王磊摄", "老人在食堂就餐。", ("王磊",), ""),
        ("老人在食堂就餐 王磊 摄", "老人在食堂就餐", ("王磊",), ""),
        (
            "老人在食堂就餐。新华社记者 王磊 摄",
            "老人在食堂就餐。",
            ("王磊",),
            "新华社",
        ),
        (
            "老人在食堂就餐。本报记者 王磊 通讯员 李芳 摄影报道",
            "老人在食堂就餐。",
            ("王磊", "李芳"),
            "本报",
        ),
        (
            "老食堂旧址。(供图市档案局 王磊 翻拍)",
            "老食堂旧址。",
            ("王磊",),
            "市档案局",
        ),
        ("老食堂旧址。王磊 供图", "老食堂旧址。", ("王磊",), ""),
        ("老食堂旧址。市档案局供图", "老食堂旧址。", (), "市档案局"),
        ("老人在食堂就餐。图/王磊", "老人在食堂就餐。", ("王磊",), ""),
        ("老食堂旧址。(资料图)", "老食堂旧址。", (), "资料图"),
        (
            "老人在食堂就餐。新华社发(王磊 摄)",
            "老人在食堂就餐。",
            ("王磊",),
            "新华社",
        ),
        (
            "老人在食堂就餐。新华社发（王磊摄）",
            "老人在食堂就餐。",
            ("王磊",),
            "新华社",
        ),
        ("老人在食堂就餐本报记者王磊摄", "老人在食堂就餐", ("王磊",), "本报"),
        (
            "老人在食堂就餐。记者王磊李芳摄",
            "老人在食堂就餐。",
            ("王磊", "李芳"),
            "",
        ),
        (
            "老人在食堂就餐。(图片由市民政局提供)",
            "老人在食堂就餐。",
            (),
            "市民政局",
        ),
        ("老人在食堂就餐。李文/摄", "老人在食堂就餐。", ("李文",), ""),
        (
            "老人在食堂就餐 本报记者 李文/摄",
            "老人在食堂就餐",
            ("李文",),
            "本报",
        ),
        ("老人在食堂就餐。新华社/发", "老人在食堂就餐。", (), "新华社/发"),
        ("老人在食堂就餐。摄影/王磊", "老人在食堂就餐。", ("王磊",), ""),
    ],
)
def test_credits_on_the_captions_line(
    printed: str, caption: str, people: tuple[str, ...], credit: str
) -> None:
    article = only(f"{HEAD}\n\n本报讯 {TEXT}\n\n{printed}\n\n{MORE}")
    (photo,) = article.photos
    assert (photo.caption, photo.photographers, photo.credit) == (
        caption,
        people,
        credit,
    )
    assert len(article.paragraphs) == 2


@pytest.mark.parametrize(
    "words",
    [
        "老人说他年轻时常去那里拍摄",
        "图为食堂一角",
        "由市领导带队",
        "图为老人年轻时常去那里拍摄",
        "大会由王磊主持。",
        "他摄。",
        "以下为图",
    ],
)
def test_words_that_are_no_credit(words: str) -> None:
    assert split_caption(fold_width(words)) is None


def test_a_long_caption_keeps_its_sentences() -> None:
    caption = (
        "昨天中午,城北街道第一家老年食堂开张,首批一百二十位老人凭卡就餐。" * 3
    )
    (photo,) = only(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n{caption}云江日报记者 王磊 摄\n\n{MORE}"
    ).photos
    assert (photo.caption, photo.photographers) == (caption, ("王磊",))


@pytest.mark.parametrize("words", ["", " ", "王磊" * 40 + "摄"])
def test_nothing_and_too_much_are_no_credit(words: str) -> None:
    assert read_credit(words) is None


@pytest.mark.parametrize("words", ["(王磊 摄)", " ( 王磊 摄 ) "])
def test_a_credit_may_stand_in_brackets(words: str) -> None:
    credit = read_credit(words)
    assert credit is not None
    assert credit.photographers == ("王磊",)


def test_a_credit_at_the_top_of_the_page_waits_for_its_article() -> None:
    article = only(f"本组图片均由王磊摄\n\n{HEAD}\n\n本报讯 {TEXT}")
    assert [(one.caption, one.photographers) for one in article.photos] == [
        ("", ("王磊",))
    ]


@pytest.mark.parametrize(
    "opener",
    [
        "图为",
        "▲",
        "▼",
        "←",
        "左图:",
        "上图：",
        "图①:",
        "图1:",
        "图一：",
        "右下图:",
        "①",
        "题图:",
    ],
)
def test_captions_that_say_so(opener: str) -> None:
    article = only(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n{opener}老人在食堂就餐。\n\n{MORE}"
    )
    assert [photo.caption for photo in article.photos] == [
        f"{opener}老人在食堂就餐。"
    ]


@pytest.mark.parametrize(
    "words", ["图书馆新馆昨日开放,市民凭身份证入馆。", "上图书城买书的人多了。"]
)
def test_texts_that_only_look_like_captions(words: str) -> None:
    article = only(f"{HEAD}\n\n本报讯 {TEXT}\n\n{words}")
    assert (article.photos, article.paragraphs[1].text) == ((), words)


@pytest.mark.parametrize(
    "credit",
    ["本报记者 王磊 摄", "(王磊 摄)", "本组图片由本报记者王磊摄", "均由王磊摄"],
)
def test_one_credit_line_credits_every_caption_above_it(credit: str) -> None:
    captions = ["老人在食堂就餐", "志愿者送餐上门", "食堂后厨"]
    article = only(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n\n" + "\n".join(captions) + f"\n{credit}"
    )
    assert [
        (photo.caption, photo.photographers) for photo in article.photos
    ] == [(one, ("王磊",)) for one in captions]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        (" >>> 下转 C3版", "C3"),
        ("(下转A3版)", "A3"),
        ("（下转第三版）", "3"),
        ("下转02版①", "02"),
        ("(下转第十二版)", "12"),
        ("(下转2版)", "2"),
        ("(详见A2、A3版)", "A2、A3"),
        ("\n\n(下转A3版)", "A3"),
        ("\n▶▶▶下转3版", "3"),
    ],
)
def test_the_text_goes_on_elsewhere(printed: str, label: str) -> None:
    layout = lay_out(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n下一步,还将{printed}\n\n另一条消息\n\n本报讯 {TEXT}",
        CONTEXT,
    )
    assert layout.articles[0].continues_on == label
    assert [one.text for one in layout.articles[0].paragraphs] == [
        TEXT,
        "下一步,还将",
    ]
    assert len(layout.articles) == 2
    assert {"jump_line", "missing_text"} <= {
        finding.rule for finding in layout.findings
    }


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("(上接A1版)", "A1"),
        ("上接第一版\n\n", "1"),
        ("（紧接A1版）", "A1"),
        (">>> 上接 C1版\n\n", "C1"),
        ("(上接1版)", "1"),
        ("(接第二版)", "2"),
    ],
)
def test_the_text_began_elsewhere(printed: str, label: str) -> None:
    layout = lay_out(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n{printed}的老人优先。{TEXT}", CONTEXT
    )
    assert [one.continued_from for one in layout.articles] == [None, label]
    assert layout.articles[1].headline == ""
    assert layout.articles[1].paragraphs[0].text == f"的老人优先。{TEXT}"


@pytest.mark.parametrize(
    "words",
    [
        "电梯由下转上,老人先行。",
        "无人机上接天线,下接地气。",
        "他从一线转二线三年了。",
    ],
)
def test_words_that_are_no_jump_line(words: str) -> None:
    article = only(f"{HEAD}\n\n本报讯 {words}")
    assert (
        article.continues_on,
        article.continued_from,
        article.paragraphs[0].text,
    ) == (
        None,
        None,
        words,
    )


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑:王磊 美术编辑:李芳 校对:张强",
        "责任编辑：王磊　版式设计：李芳　校对：张强",
        "责编 王磊 校对 张强",
        "值班编委:王磊 责编/李芳 版式/张强 审读/周敏",
        "版权所有 未经书面授权不得转载",
        "上一篇:老年食堂开张",
        "下一篇：食堂涨价了吗",
        "上一版  下一版",
        "返回目录",
        "来源：云江日报　发布时间：2021-12-03 08:00",
        "作者:",
        "来源:云江日报 作者:云江发布 编辑:李芳",
        "印刷:云江印刷厂 准印证号:(云)字第0127号",
        "投稿须知:来稿请勿一稿多投,两月内未见刊用可自行处理。",
        "本版编辑 王磊 地址:云江市解放路十八号 电话:二二三四一",
        "◀上一版 下一版▶",
        "第01版:要闻 第02版:时政 第03版:综合",
        "责编:王磊",
        "(完)",
        "- 3 -",
        "国内统一连续出版物号 CN 43-0003 邮发代号 41-9",
        "新闻热线:0999-6123456",
        "投稿邮箱:tougao@example.cn",
        "http://www.example.cn/paper/2021-12/03/node_2.htm",
    ],
)
def test_furniture_belongs_to_no_article(line: str) -> None:
    layout = lay_out(
        f"{HEAD}\n\n本报讯 {TEXT}\n\n{line}\n\n另一条消息\n\n本报讯 {TEXT}",
        CONTEXT,
    )
    (block,) = [
        block for block in layout.blocks if block.kind is BlockKind.FURNITURE
    ]
    assert block.article is None
    assert [len(one.paragraphs) for one in layout.articles] == [1, 1]


@pytest.mark.parametrize(
    "tail",
    ["(完)", "　（责任编辑：王磊）", " 责任编辑:王磊", "【责任编辑:王磊】"],
)
def test_furniture_behind_the_text(tail: str) -> None:
    assert only(f"{HEAD}\n\n本报讯 {TEXT}{tail}").paragraphs[0].text == TEXT


@pytest.mark.parametrize(
    ("head", "facts"),
    [
        (
            "云江日报 2021年12月3日 星期五 C2版 要闻",
            ("云江日报", dt.date(2021, 12, 3), "C2"),
        ),
        (
            "云江日报\n2021-12-03 星期五\n第02版：时政",
            ("云江日报", dt.date(2021, 12, 3), "02"),
        ),
        (
            "二〇二一年十二月三日 星期五 农历辛丑年十月廿九",
            (None, dt.date(2021, 12, 3), None),
        ),
        ("A2 要闻", (None, None, "A2")),
        (
            "02 时事·本市 云江日报 2021.12.3 星期五",
            ("云江日报", dt.date(2021, 12, 3), "02"),
        ),
        ("第三版", (None, None, "3")),
        ("云江重工报  综合新闻  第二版", ("云江重工报", None, "2")),
        (
            "云江日报 YUNJIANG DAILY\n要闻\nA2\n2021年12月3日",
            ("云江日报", dt.date(2021, 12, 3), "A2"),
        ),
        (
            "2021年12月3日 星期五 准印证号:(云)内字第0036号",
            (None, dt.date(2021, 12, 3), None),
        ),
        (
            "责任编辑/王磊 电话/0745-5523118 综合新闻 ·3· 云江周报",
            ("云江周报", None, None),
        ),
        (
            "2021/12/03 星期五\n6\n\n版 经济·体育\n\n云江商报",
            ("云江商报", dt.date(2021, 12, 3), "6"),
        ),
        ("云江日报\n版 经济", ("云江日报", None, None)),
        (
            "2 聚焦市党代会\n云江日报 2021年12月3日",
            ("云江日报", dt.date(2021, 12, 3), "2"),
        ),
        (
            "04 云江日报\n身边的故事\n2021年12月3日 星期五",
            ("云江日报", dt.date(2021, 12, 3), "04"),
        ),
        (
            "云江日报 2021年12月3日\n上一版:A01 下一版:A03\n版次:02 版名:文旅",
            ("云江日报", dt.date(2021, 12, 3), "02"),
        ),
        (
            "云江日报 2021年12月3日 星期五 版次:07 版名:文旅",
            ("云江日报", dt.date(2021, 12, 3), "07"),
        ),
        (
            "第01版 第02版\n云江日报 2021年12月3日",
            ("云江日报", dt.date(2021, 12, 3), None),
        ),
        (
            "B2 身边　2021年12月3日　编辑/王磊 版式/李芳",
            (None, dt.date(2021, 12, 3), "B2"),
        ),
    ],
)
def test_page_heads(
    head: str, facts: tuple[str | None, dt.date | None, str | None]
) -> None:
    layout = lay_out(f"{head}\n\n{HEAD}\n\n本报讯 {TEXT}", PageContext())
    assert (layout.newspaper, layout.date, layout.page) == facts
    assert [one.headline for one in layout.articles] == [HEAD]


@pytest.mark.parametrize(
    "line", ["G60 科创走廊再添新军", "周三起公交换线", "2021年12月31日截止"]
)
def test_headings_that_only_look_like_page_heads(line: str) -> None:
    layout = lay_out(f"{line}\n\n本报讯 {TEXT}", PageContext())
    assert (layout.page, layout.date, layout.articles[0].headline) == (
        None,
        None,
        line,
    )


@pytest.mark.parametrize(
    ("context", "what"),
    [
        (PageContext("山南晚报"), "newspaper"),
        (PageContext("云江日报", dt.date(2021, 12, 4)), "date"),
        (PageContext("云江日报", dt.date(2021, 12, 3), "C3"), "page"),
        (PageContext("云江日报", dt.date(2021, 12, 3), "A2"), "page"),
    ],
)
def test_a_page_head_that_contradicts_what_was_given_is_refused(
    context: PageContext, what: str
) -> None:
    with pytest.raises(PageError, match=f"prints the {what}"):
        lay_out(
            f"云江日报 2021年12月3日 星期五 C2版\n\n{HEAD}\n\n本报讯 {TEXT}",
            context,
        )


@pytest.mark.parametrize("given", ["C2", "2", "02", "第二版"])
def test_a_page_label_may_be_given_in_another_form(given: str) -> None:
    layout = lay_out(
        f"C2版\n\n{HEAD}\n\n本报讯 {TEXT}", PageContext(page=given)
    )
    assert layout.page == given


@pytest.mark.parametrize("text", ["", "\n\n", "　\n \t"])
def test_a_page_without_text_is_refused(text: str) -> None:
    with pytest.raises(PageError, match="no text"):
        lay_out(text, PageContext())


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("一百零三", 103),
        ("二〇二一", 2021),
        ("7", 7),
        ("版", None),
    ],
)
def test_numerals(numeral: str, value: int | None) -> None:
    assert number(numeral) == value


@pytest.mark.parametrize(
    ("printed", "label"),
    [("第四版", "4"), (" C3版", "C3"), ("第 02 版", "02"), ("特刊", "特刊")],
)
def test_page_labels_are_as_printed_with_numerals_as_digits(
    printed: str, label: str
) -> None:
    assert page_label(printed) == label
