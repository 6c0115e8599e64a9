"""One HTML file of an e-paper: is it a page's index or an article, what does it say of its page,
what is its text?
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup
from bs4.element import Tag

from importing.delivery.encoding import plain_text
from importing.delivery.files.epaper.markup_body import (
    described_body,
    marked_body,
)
from importing.delivery.files.epaper.markup_headings import article_lines
from importing.delivery.files.epaper.markup_lines import MarkupLine, address_in
from importing.delivery.files.epaper.stated_page import stated_page
from importing.delivery.files.soup import soup_of
from importing.delivery.identity import Identity

# content_12.htm, content_12.html?div=-1; not node_2.pdf.
ARTICLE_LINK = re.compile(r"\.html?(?:[?#]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Markup:
    """What one HTML file holds: an index has links to articles and perhaps a picture of the page,
    an article its lines.
    """

    identity: Identity
    links: tuple[str, ...] = ()
    picture: str = ""
    lines: tuple[MarkupLine, ...] = ()

    @property
    def is_index(self) -> bool:
        return not self.lines and bool(self.links)

    @property
    def is_empty(self) -> bool:
        return not self.lines and not self.links


def read_markup(data: bytes, path: str) -> Markup:
    """Return what an HTML file holds; ``path`` may state the date. Raise ``ImportRefused`` when it
    is no HTML.
    """
    soup = soup_of(plain_text(data))
    identity = stated_page(soup, path)
    listed = _links(soup, "a")
    mapped = _in_order(_links(soup, "area"), listed)
    lines = _article(soup, is_mapped=bool(mapped))
    if lines:
        return Markup(identity, lines=lines)
    return Markup(identity, mapped or listed, _page_picture(soup))


def _article(soup: BeautifulSoup, *, is_mapped: bool) -> tuple[MarkupLine, ...]:
    body = _body(soup, is_mapped=is_mapped)
    if body is None:
        return ()
    return tuple(article_lines(soup, body))


def _body(soup: BeautifulSoup, *, is_mapped: bool) -> Tag | None:
    """Return the element with an article's text; beside the map of a page only marks are
    trusted.
    """
    body = marked_body(soup)
    if body is not None or is_mapped:
        return body
    return described_body(soup)


def _page_picture(soup: BeautifulSoup) -> str:
    picture = soup.find("img", usemap=True)
    if not picture:
        return ""
    return address_in(picture, "src")


def _links(soup: BeautifulSoup, name: str) -> tuple[str, ...]:
    """Return the links to articles in the elements of a name, each once."""
    tags = soup.find_all(name, href=True)
    addresses = dict.fromkeys(address_in(tag, "href") for tag in tags)
    return tuple(filter(ARTICLE_LINK.search, addresses))


def _in_order(
    links: tuple[str, ...], listed: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the links of a picture map in the order of the list beside it."""
    places = {link: place for place, link in enumerate(listed)}
    last = len(places)
    ordered = sorted(links, key=lambda link: places.get(link, last))
    return tuple(ordered)
