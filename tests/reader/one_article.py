"""A page of one article, as the tests of its forms look at it."""

from __future__ import annotations

import datetime as dt

from reader.layout import lay_out
from reader.results import PageContext, ReadArticle

CONTEXT = PageContext("云江日报", dt.date(2021, 12, 3))
TEXT = "市民政局昨天宣布,城区新设三处老年食堂,由街道自办。"
MORE = "食堂中午开两小时,老人凭卡就餐。"
HEAD = "城区新设三处老年食堂"


def only(text: str) -> ReadArticle:
    (article,) = lay_out(text, CONTEXT).articles
    return article


def signed(article: ReadArticle) -> str:
    return " ".join(f"{one.name}/{one.role}" for one in article.byline)
