"""Every printed form of a credit and of a caption."""

from __future__ import annotations

import pytest

from reader.layout.captions.credit_starts import split_caption
from reader.layout.captions.credits import read_credit
from reader.layout.lines import fold_width
from tests.reader.one_article import HEAD, MORE, TEXT, only


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
