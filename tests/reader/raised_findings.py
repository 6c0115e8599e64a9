"""The findings that one rule raises in a text."""

from __future__ import annotations

import datetime as dt

from reader.data import default_expressions, default_look_alikes
from reader.findings import check
from reader.results import PageContext, ReadFinding, ReadPost, RosterEntry
from tests.reader.articles import compose

ISSUED = dt.date(2021, 9, 28)
CONTEXT = PageContext(
    date=ISSUED,
    fixed_expressions=default_expressions(),
    look_alikes=default_look_alikes(),
)
NAMES = "张建国 张健国 罗欣 罗琼 甲一 乙二 丙三 丁四 戊五 己六 庚七"
POSTS = ("县长", "县委书记", "局长")
REGISTER = (
    RosterEntry("甲一", "县委", 1, "县委书记", dt.date(2021, 1, 1), None),
    RosterEntry(
        "甲一", "县政府", 1, "县长", dt.date(2016, 1, 1), dt.date(2020, 12, 31)
    ),
)


def raised(
    rule: str, text: str, context: PageContext = CONTEXT
) -> list[tuple[str, ReadFinding]]:
    page, article = compose(paragraphs=text.split("\n"), names=NAMES)
    posts = [
        ReadPost(name, post, (at, at + len(post + name)))
        for post in POSTS
        for name in NAMES.split()
        if (at := page.find(post + name)) >= 0
    ]
    if rule == "post_at_date":
        context = PageContext(date=ISSUED, roster=REGISTER)
    found = [
        finding
        for finding in check(page, [article], context, posts)
        if finding.rule == rule
    ]
    return [(page[finding.start : finding.end], finding) for finding in found]
