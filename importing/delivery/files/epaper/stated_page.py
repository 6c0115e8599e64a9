"""What an HTML file says of the page it belongs to: newspaper, date and label."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from importing.delivery.files.epaper.markup_body import is_body
from importing.delivery.files.epaper.markup_lines import UNSEEN
from importing.delivery.identity import NEWSPAPER, SEPARATORS, Identity

PRINTED_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)",
    re.ASCII,
)
# 第A01版:要闻, A1版, 第02版.
PRINTED_LABEL = re.compile(
    r"(?:第\s*([A-Za-z]{0,2}\d{1,3})|(?<![\w.])([A-Za-z]{0,2}\d{1,3}))\s*版",
    re.ASCII,
)
# The folders of such a site: 2021-09/28/node_2.htm.
DATED_FOLDER = re.compile(
    r"(?:^|/)((?:19|20)\d\d)-(\d\d)/(\d\d)/[^/]+$", re.ASCII
)
ABOUT_THE_SITE = re.compile(r"(?:[·|]|多媒体|数字|电子).*$")


def stated_page(soup: BeautifulSoup, path: str) -> Identity:
    """Return the page that the file's title, its other words and its path state."""
    title = soup.title.get_text() if soup.title else ""
    words = " ".join(_words(soup))
    date = (
        _day(DATED_FOLDER.search(path))
        or _day(PRINTED_DATE.search(title))
        or _day(PRINTED_DATE.search(words))
    )
    label = _label(title) or _label(words)
    return Identity(_newspaper(title), date, label)


def _newspaper(title: str) -> str | None:
    pieces = SEPARATORS.split(title)
    names = (ABOUT_THE_SITE.sub("", piece) for piece in pieces)
    return next(filter(NEWSPAPER.fullmatch, names), None)


def _day(match: re.Match[str] | None) -> dt.date | None:
    if not match:
        return None
    year, month, day = map(int, match.groups())
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _label(text: str) -> str | None:
    match = PRINTED_LABEL.search(text)
    if not match:
        return None
    label = match[1] or match[2]
    return label.upper()


def _words(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the texts around an article: what the page says of itself stands outside it."""
    for text in soup.find_all(string=True):
        # Comments and the like are strings of other types.
        if type(text) is not NavigableString:
            continue
        words = text.strip()
        if words and not any(map(_holds_text, text.parents)):
            yield words


def _holds_text(tag: Tag) -> bool:
    return tag.name in UNSEEN or tag.name == "p" or is_body(tag)
