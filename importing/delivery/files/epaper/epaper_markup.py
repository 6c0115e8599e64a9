"""One HTML file of an e-paper: is it a page's index or an article, what does it say of its page,
what is its text?
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from importing.delivery.encoding import plain_text
from importing.delivery.files.content import characters_of
from importing.delivery.files.epaper.map_areas import Area, areas_of, size_shown
from importing.delivery.files.epaper.markup_body import (
    described_body,
    marked_body,
    wordless_body,
)
from importing.delivery.files.epaper.markup_headings import (
    article_headings,
    article_lines,
)
from importing.delivery.files.epaper.markup_lines import (
    MarkupLine,
    is_photo,
    lines_in,
)
from importing.delivery.files.epaper.site_properties import site_properties
from importing.delivery.files.epaper.stated_page import (
    Outside,
    StatedPage,
    outside_of,
    stated_page,
)
from importing.delivery.files.markup_tree import attribute, elements_in, tree_of
from importing.delivery.files.sources import DeliveredFile

# content_12.htm, content_12.html?div=-1; not node_2.pdf.
ARTICLE_LINK = re.compile(r"\.[xs]?html?(?:[?#]|$)", re.IGNORECASE)
# What leads a browser on to another file at once.
LEADS_ON = re.compile(
    r"location(?:\.href|\.replace\b|\s*=)|\brefresh\b", re.IGNORECASE
)

SENTENCE_END = re.compile("[\u3002\uff01\uff1f]")
# 版权所有，未经许可不得转载。 浏览本网主页，建议将电脑显示屏的分辨率调为…
ABOUT_THE_SITE = re.compile(
    "版权|著作权|转载|许可证|本网|网站|浏览器|分辨率|举报|copyright|ICP",
    re.IGNORECASE,
)
ELLIPSIS = ".\u2026\u3002"


@dataclass(frozen=True, slots=True)
class Markup:
    """What one HTML file holds: an article its lines; an index links to articles (``mapped`` on
    the page's picture, ``listed`` elsewhere) and perhaps a picture of the page. ``areas`` are the
    places of the map, ``shown`` is the picture's size there, None for its own.

    ``left_out`` are the words beside an article that are neither its own nor navigation;
    ``leads_on`` tells of a file without either that it only sends a browser to another one."""

    page: StatedPage
    mapped: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    picture: str = ""
    areas: tuple[Area, ...] = ()
    shown: tuple[float, float] | None = None
    lines: tuple[MarkupLine, ...] = ()
    left_out: str = ""
    leads_on: bool = False

    @property
    def is_index(self) -> bool:
        if self.lines:
            return False
        return bool(self.mapped or self.listed)

    @property
    def is_empty(self) -> bool:
        if self.lines or self.is_index:
            return False
        return not self.leads_on


def read_markup(data: bytes, file: DeliveredFile) -> Markup:
    """Return what an HTML file holds; raise ``ImportRefused`` when it is no HTML."""
    source = plain_text(data)
    root = tree_of(source)
    properties = site_properties(source)
    listed = _links(root, "a")
    mapped = _in_order(_links(root, "area"), listed)
    body = _body(root, is_mapped=bool(mapped))
    headings = article_headings(root, body) if body else []
    article = [heading.tag for heading in headings if not heading.is_signed]
    article += [body] if body else []
    outside = outside_of(root, file, article)
    page = stated_page(outside, properties)
    lines = tuple(article_lines(headings, body, properties)) if body else ()
    if lines:
        left_out = _left_out(outside, lines)
        return Markup(page, lines=lines, left_out=left_out)
    picture = _page_picture(root)
    return Markup(
        page,
        mapped,
        listed,
        attribute(picture, "src") if picture else "",
        tuple(areas_of(root)),
        size_shown(picture) if picture else None,
        leads_on=_leads_on(root),
    )


def _left_out(outside: Outside, lines: Iterable[MarkupLine]) -> str:
    """Return the words beside an article that are words of the page and were not read."""
    texts = [line.text for line in lines]
    read = "\n".join(texts)
    missing: list[str] = []
    for line in filter(_is_no_navigation, outside.lines):
        # Captions are read, and so is the beginning of the text that sites keep for lists.
        words = line.rstrip(ELLIPSIS)
        if words in read:
            continue
        missing.append(characters_of(line))
    return "".join(missing)


def _is_no_navigation(line: str) -> bool:
    """Tell whether a line ends a sentence, and of the page, not of the site."""
    if ABOUT_THE_SITE.search(line):
        return False
    return SENTENCE_END.search(line) is not None


def _body(root: LexborNode, *, is_mapped: bool) -> LexborNode | None:
    """Return the element with an article's text; beside the map of a page only marks are
    trusted. Where the marked one has no words the article may be its picture or headline alone.
    """
    body = marked_body(root)
    if body is not None or is_mapped:
        return body
    wordless = wordless_body(root)
    described = described_body(root)
    if described is None or wordless is None:
        return described or wordless
    return described if _has_sentences(described) else wordless


def _has_sentences(body: LexborNode) -> bool:
    return any(_is_no_navigation(line.text) for line in lines_in(body))


def _page_picture(root: LexborNode) -> LexborNode | None:
    """Return the page's picture: the one with the map on it, else the only one."""
    pictures = [each for each in elements_in(root) if each.tag == "img"]
    mapped = [each for each in pictures if "usemap" in each.attributes]
    photos = list(filter(is_photo, pictures))
    if mapped:
        return mapped[0]
    return photos[0] if len(photos) == 1 else None


def _leads_on(root: LexborNode) -> bool:
    if root.css_first("frameset") is not None:
        return True
    scripts = (str(each.text()) for each in root.css("script"))
    refreshes = (attribute(each, "http-equiv") for each in root.css("meta"))
    return any(map(LEADS_ON.search, (*scripts, *refreshes)))


def _links(root: LexborNode, name: str) -> tuple[str, ...]:
    """Return the links to articles in the elements of a name, each once."""
    addresses = (attribute(each, "href") for each in root.css(name))
    return tuple(filter(ARTICLE_LINK.search, dict.fromkeys(addresses)))


def _in_order(links: Iterable[str], listed: tuple[str, ...]) -> tuple[str, ...]:
    """Return the links of a picture map in the order of the list beside it."""
    places = {link: place for place, link in enumerate(listed)}
    last = len(places)
    return tuple(sorted(links, key=lambda link: places.get(link, last)))
