"""Where in an HTML file the words of its article stand."""

from __future__ import annotations

import re
from collections import Counter

from bs4 import BeautifulSoup
from bs4.element import Comment, PageElement, Tag

# The elements and marks that hold an article's text, the surest first.
BODIES = re.compile(
    r"^(?:ozoom|founder-?content"
    r"|(?:art(?:icle)?|main|text|news)[-_]?(?:content|body|text|con)"
    r"|content[-_]?text|cont)$",
    re.IGNORECASE,
)
MARK = "enpcontent"


def id_and_classes(tag: Tag) -> list[str]:
    """Return the id of an element, "" for none, and its classes."""
    return [str(tag.get("id") or ""), *map(str, tag.get("class") or [])]


def is_body(tag: Tag) -> bool:
    """Tell whether an element is called what sites call the text of an article."""
    return any(map(BODIES.match, (tag.name, *id_and_classes(tag))))


def marked_body(soup: BeautifulSoup) -> Tag | None:
    """Return the element that the site's own marks say holds the text."""
    mark = soup.find(string=_is_mark)
    found = [mark.parent] if mark else soup.find_all(is_body)
    return next((tag for tag in found if tag and _has_words(tag)), None)


def described_body(soup: BeautifulSoup) -> Tag | None:
    """Return the element with most text in paragraphs of its own, when the file has a heading over
    it.
    """
    if not soup.find("h1"):
        return None
    sizes = _paragraph_sizes(soup)
    parents = {id(each.parent): each.parent for each in soup.find_all("p")}
    largest = max(parents, key=sizes.__getitem__, default=None)
    return None if largest is None else parents[largest]


def _paragraph_sizes(soup: BeautifulSoup) -> Counter[int]:
    """Return how long the paragraphs in each element are, by its ``id()``."""
    sizes: Counter[int] = Counter()
    for paragraph in soup.find_all("p"):
        words = paragraph.get_text(strip=True)
        sizes[id(paragraph.parent)] += len(words)
    return sizes


def _is_mark(text: PageElement | str | None) -> bool:
    return isinstance(text, Comment) and text.strip() == MARK


def _has_words(tag: PageElement) -> bool:
    return bool(tag.get_text(strip=True))
