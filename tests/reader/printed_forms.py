"""What the tests of printed habits read, and how they look at it."""

from __future__ import annotations

import datetime as dt

from reader.layout import lay_out
from reader.results import PageContext, ReadArticle

CONTEXT = PageContext("云江日报", dt.date(2021, 12, 3))
ONE = "市民政局昨天宣布,城区新设三处老年食堂,由街道自办,老人凭卡就餐,一荤两素八元钱。"
TWO = "食堂中午开两小时,老人凭卡就餐,住在城北的周阿姨说,过去中午常常拿早上的剩粥对付。"
NEXT = f"江堤步道昨日开放\n本报讯(记者 王磊) {ONE}"


def read(*lines: str) -> tuple[ReadArticle, ...]:
    return lay_out("\n".join(lines), CONTEXT).articles


def texts(article: ReadArticle) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def signed(article: ReadArticle) -> str:
    return " ".join(f"{one.name}/{one.role}" for one in article.byline)


def headings(articles: tuple[ReadArticle, ...]) -> list[tuple[str, str, str]]:
    return [(one.kicker, one.headline, one.subtitle) for one in articles]
