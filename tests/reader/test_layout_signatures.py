"""Who signs: bylines above, under and behind an article, and credits, told from headlines."""

from __future__ import annotations

import pytest

from reader.results import Role
from tests.reader.test_layout_beginnings import (
    FOUR,
    ONE,
    REPORT,
    THREE,
    TWO,
    headlines,
    read,
)


@pytest.mark.parametrize(
    "byline", ["本报评论员 王磊", "■本报评论员 王磊", "本报评论员:王磊"]
)
def test_a_byline_may_stand_above_its_headline(byline: str) -> None:
    layout = read(*REPORT, "", byline, "一碗热饭里的民生", THREE, FOUR)
    assert [one.headline for one in layout.articles] == [
        "老街改造完成",
        "一碗热饭里的民生",
    ]
    assert [(one.name, one.role) for one in layout.articles[1].byline] == [
        ("王磊", Role.COMMENTATOR)
    ]
    assert len(read(byline, "一碗热饭里的民生", THREE, FOUR).articles) == 1


def test_a_byline_under_its_headline_stays_there() -> None:
    found = read(
        "一碗热饭里的民生", "", "本报评论员 王磊", "开头的话", THREE, FOUR
    ).articles
    assert [one.headline for one in found] == ["一碗热饭里的民生"]


@pytest.mark.parametrize(
    ("closing", "byline", "photographers"),
    [
        ("(通讯员 王磊 文/图)", [("王磊", Role.CORRESPONDENT)], ("王磊",)),
        ("(王磊 文/摄)", [("王磊", Role.REPORTER)], ("王磊",)),
        ("(文/图 记者 王磊)", [("王磊", Role.REPORTER)], ("王磊",)),
        ("(王磊/文 李梅/图)", [("王磊", Role.WRITER)], ("李梅",)),
        ("记者 王磊/文 李梅/图", [("王磊", Role.WRITER)], ("李梅",)),
        ("(责任编辑 王磊)", [], ()),
    ],
)
def test_bylines_close_the_text(
    closing: str, byline: list[tuple[str, Role]], photographers: tuple[str, ...]
) -> None:
    (article,) = read(
        "老街改造完成", f"本报讯 {ONE}", TWO + closing, "▲老街夜景"
    ).articles
    assert [(one.name, one.role) for one in article.byline] == byline
    assert [paragraph.text for paragraph in article.paragraphs] == [ONE, TWO]
    assert article.photos[0].photographers == photographers


def test_each_signs_once() -> None:
    (article,) = read(
        "一句话新闻",
        f"●{ONE}(记者 王磊)",
        f"●{TWO}(记者 李梅)",
        f"●{THREE}(记者 王磊)",
    ).articles
    assert [one.name for one in article.byline] == ["王磊", "李梅"]


def test_who_signed_a_notice_heads_nothing() -> None:
    text = (
        *REPORT,
        "",
        "停电通知",
        "城南停电一天。",
        "云江供电公司",
        "",
        "微评",
        "也要常浇水",
        "王磊",
        THREE,
    )
    found = read(*text).articles
    assert [(one.kicker, one.headline) for one in found] == [
        ("", "老街改造完成"),
        ("", "停电通知"),
        ("微评", "也要常浇水"),
    ]


def test_a_scene_between_texts_is_a_caption() -> None:
    (article,) = read(*REPORT, "米粉店的后厨一角", THREE).articles
    assert [photo.caption for photo in article.photos] == ["米粉店的后厨一角"]
    assert headlines("米粉店的后厨一角", *REPORT[1:]) == ["米粉店的后厨一角"]


@pytest.mark.parametrize(
    ("line", "byline", "photographers"),
    [
        (
            "文/本报记者 王磊 图/本报记者 李梅",
            [("王磊", Role.REPORTER)],
            ("李梅",),
        ),
        (
            "本报记者江　岸 通讯员 李梅",
            [("江岸", Role.REPORTER), ("李梅", Role.CORRESPONDENT)],
            (),
        ),
    ],
)
def test_bylines_under_a_headline(
    line: str, byline: list[tuple[str, Role]], photographers: tuple[str, ...]
) -> None:
    (article,) = read("老街改造完成", line, ONE, TWO, "▲老街夜景").articles
    assert [(one.name, one.role) for one in article.byline] == byline
    assert article.photos[0].photographers == photographers


@pytest.mark.parametrize(
    "credit",
    [
        "(图①图② 舒　雅 摄 图③ 王　磊 摄)",
        "图①、②由舒雅摄,图③由王磊摄",
        "①② 舒雅 摄 ③ 王磊 摄",
    ],
)
def test_one_credit_may_tell_pictures_apart(credit: str) -> None:
    captions = ("图①:老街夜景。", "图② 米粉店。", "③后厨。")
    (article,) = read(*REPORT, *captions, credit).articles
    assert [
        (photo.caption, photo.photographers) for photo in article.photos
    ] == [
        (captions[0], ("舒雅",)),
        (captions[1], ("舒雅",)),
        (captions[2], ("王磊",)),
    ]


def test_a_marked_caption_is_no_credit() -> None:
    (article,) = read(*REPORT, "①代表们步入会场", "②米粉店 老街新景").articles
    assert [photo.photographers for photo in article.photos] == [(), ()]
