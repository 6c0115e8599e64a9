"""Build a page with one article, so that a rule can be shown the words alone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from reader.results import (
    Dateline,
    Paragraph,
    ReadArticle,
    ReadMention,
    ReadPhoto,
)

CUT = "\n\n"


def compose(
    *,
    paragraphs: Sequence[str],
    names: str = "",
    headline: str = "",
    caption: str = "",
    written: dt.date | None = None,
    continues_on: str | None = None,
    continued_from: str | None = None,
) -> tuple[str, ReadArticle]:
    """Return the page text and its article; ``|`` in a paragraph is a column break, ``names`` are
    space-separated.
    """
    text = headline
    read = []
    for paragraph in paragraphs:
        text += "\n"
        sources = []
        for piece in paragraph.split("|"):
            text += CUT if sources else ""
            sources.append((len(text), len(text) + len(piece)))
            text += piece
        read.append(
            Paragraph(
                "".join(text[start:end] for start, end in sources),
                tuple(sources),
            )
        )
    text += "\n"
    photos = (
        (
            ReadPhoto(
                caption, (), "", *[(len(text), len(text) + len(caption))] * 2
            ),
        )
        if caption
        else ()
    )
    text += caption
    return text, ReadArticle(
        span=(0, len(text)),
        headline=headline,
        dateline=Dateline(date=written),
        paragraphs=tuple(read),
        photos=photos,
        mentions=tuple(_mentions(text, names)),
        continues_on=continues_on,
        continued_from=continued_from,
        heading_sources={"headline": ((0, len(headline)),)} if headline else {},
    )


def _mentions(text: str, names: str) -> list[ReadMention]:
    found = []
    for name in dict.fromkeys(names.split()):
        # A name may be padded with a space or cut by a column break.
        printed = "[ \u3000\n]*".join(name)
        found += [
            ReadMention(name, match.span())
            for match in re.finditer(printed, text)
        ]
    return sorted(found, key=lambda mention: mention.span)
