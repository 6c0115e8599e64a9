"""The headings over an article's text, and the figures between them and it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from bs4 import BeautifulSoup
from bs4.element import Tag

from importing.delivery.files.epaper.markup_body import id_and_classes
from importing.delivery.files.epaper.markup_lines import (
    UNSEEN,
    MarkupLine,
    is_photo,
    lines_in,
)

# What the ids and classes of headings are called; of two that fit, the first one counts.
HEADINGS = (
    (
        "kicker",
        re.compile(
            r"pre[-_]?title|intro[-_]?title|^yin(?:ti|_title)$|kicker",
            re.IGNORECASE,
        ),
    ),
    (
        "subtitle",
        re.compile(
            r"sub[-_]?title|^fu(?:ti|_title)$|vice[-_]?title", re.IGNORECASE
        ),
    ),
    ("byline", re.compile(r"author|by[-_]?line|zuozhe|writer", re.IGNORECASE)),
    (
        "headline",
        re.compile(
            r"^(?:main|art(?:icle)?|news|founder)?[-_]?title$|headline|zhuti",
            re.IGNORECASE,
        ),
    ),
)
# The order in which the lines stand on a page.
RANKS = ("kicker", "headline", "subtitle", "byline")
NO_HEADINGS = UNSEEN | {"meta", "link", "input", "body", "html", "title"}
FIGURES = ["table", "figure", "div"]


@dataclass(frozen=True, slots=True)
class Heading:
    """An element that stands over an article's text, and as what."""

    rank: str
    tag: Tag


def article_lines(soup: BeautifulSoup, body: Tag) -> Iterator[MarkupLine]:
    """Yield headings in the order of a printed page, then captions and text as they stand."""
    headings = _headings(soup, body)
    for rank in RANKS:
        yield from _lines_of(rank, headings)
    if headings:
        for figure in _figures_between(headings[-1].tag, body):
            yield from lines_in(figure)
    yield from lines_in(body)


def _lines_of(rank: str, headings: list[Heading]) -> Iterator[MarkupLine]:
    for heading in headings:
        if heading.rank == rank:
            lines = lines_in(heading.tag)
            yield from filter(_has_text, lines)


def _has_text(line: MarkupLine) -> bool:
    return bool(line.text)


def _headings(soup: BeautifulSoup, body: Tag) -> list[Heading]:
    """Return the headings; what is inside one, or around the text or in it, is none."""
    taken = _ids_of(body) | _ids_around(body)
    found: list[Heading] = []
    is_after = False
    for tag in soup.find_all(True):
        rank = None if id(tag) in taken else _rank(tag, is_after=is_after)
        if rank:
            found.append(Heading(rank, tag))
            taken |= _ids_of(tag)
            is_after = is_after or rank == "headline"
    return found


def _rank(tag: Tag, *, is_after: bool) -> str | None:
    """Return what an element is as a heading, None for other elements; ``is_after`` the headline a
    plain heading is a subtitle.
    """
    if tag.name in NO_HEADINGS:
        return None
    names = id_and_classes(tag)
    if tag.name == "h1" or _is_cell(tag, names, "font01"):
        return "headline"
    for rank, pattern in HEADINGS:
        if any(map(pattern.search, names)):
            return rank
    if tag.name in ("h2", "h3", "h4") or _is_cell(tag, names, "font02"):
        return "subtitle" if is_after else "kicker"
    return None


def _is_cell(tag: Tag, names: list[str], name: str) -> bool:
    return tag.name == "td" and name in names


def _figures_between(heading: Tag, body: Tag) -> list[Tag]:
    """Return the tables and figures with pictures that stand between the headings and the text."""
    passed = _ids_around(body)
    inside = _ids_of(body)
    following = heading.find_all_next(FIGURES)
    found: list[Tag] = []
    for tag in takewhile(lambda tag: id(tag) not in inside, following):
        if id(tag) not in passed and _has_photo(tag):
            found.append(tag)
            passed |= _ids_of(tag)
    return found


def _has_photo(tag: Tag) -> bool:
    return any(map(is_photo, tag.find_all("img")))


def _ids_of(tag: Tag) -> set[int]:
    """Return the identities of an element and of all in it."""
    return {id(tag), *map(id, tag.find_all(True))}


def _ids_around(tag: Tag) -> set[int]:
    return set(map(id, tag.parents))
