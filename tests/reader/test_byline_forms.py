"""Every printed form of a byline and of a dateline."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.layout import lay_out
from reader.results import PageContext
from tests.reader.one_article import HEAD, MORE, TEXT, only, signed


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
        ("本报记者 王磊　", None, None, "王磊/reporter"),
        ("本报首席记者 王　磊　", None, None, "王磊/reporter"),
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
