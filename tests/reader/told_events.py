"""The events that are read of an article composed for it."""

from __future__ import annotations

import datetime as dt

from reader.events import find_events
from reader.results import PageContext, ReadEvent
from tests.reader.articles import compose

ISSUED = dt.date(2021, 9, 28)
CONTEXT = PageContext(date=ISSUED)
NAMES = "梁栋材 沈岸 宗岱 石玉昆 陶然 关山月 杜若 柳梦梅"


def events(
    *paragraphs: str, headline: str = "", written: dt.date | None = None
) -> tuple[str, list[ReadEvent]]:
    page, article = compose(
        paragraphs=paragraphs, names=NAMES, headline=headline, written=written
    )
    return page, find_events(page, article, CONTEXT)
