"""The opening that the tests' front page tells, and a page as if it had been read."""

from __future__ import annotations

import datetime as dt

from events.models import Event
from reader.results import (
    Block,
    BlockKind,
    Paragraph,
    ReadArticle,
    ReadPage,
)
from tests.importing.delivered import NEWSPAPER


def opening() -> Event:
    return Event.objects.get(kind="session")


def read_as(text: str, **fields: object) -> ReadPage:
    """Return a reading whose one article is the whole text as one paragraph, unless told
    otherwise.
    """
    whole = (0, len(text))
    article = ReadArticle(
        span=whole, **{"paragraphs": (Paragraph(text, (whole,)),), **fields}
    )
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text), 0),)
    return ReadPage(
        text, NEWSPAPER, dt.date(2019, 3, 15), "A1", 1.0, blocks, (article,)
    )
