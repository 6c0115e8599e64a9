"""A page laid out, as the tests of its structure look at it."""

from __future__ import annotations

import datetime as dt

from reader.layout import Layout, lay_out
from reader.results import PageContext, ReadArticle

CONTEXT = PageContext("云江日报", dt.date(2021, 12, 3))
ONE = "市民政局昨天宣布,城区新设三处老年食堂,由街道自办。"
TWO = "食堂中午开两小时,老人凭卡就餐,一荤两素八元钱。"
LONG = "住在城北的周阿姨说,过去中午一个人懒得开火,常常拿早上的剩粥对付,如今下楼走两百步就能吃上热饭,"


def read(text: str) -> Layout:
    return lay_out(text, CONTEXT)


def only(text: str) -> ReadArticle:
    (article,) = read(text).articles
    return article


def texts(article: ReadArticle) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def rules(text: str) -> list[str]:
    return [finding.rule for finding in read(text).findings]
