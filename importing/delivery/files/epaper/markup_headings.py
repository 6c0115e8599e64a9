"""The headings over an article's text, and the figures between them and it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from selectolax.lexbor import LexborNode

from importing.delivery.files.epaper.markup_body import id_and_classes
from importing.delivery.files.epaper.markup_lines import (
    UNSEEN,
    MarkupLine,
    is_photo,
    lines_in,
)
from importing.delivery.files.markup_tree import around, elements_in, ids_in

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
FIGURES = frozenset({"table", "figure", "div"})
# The cells of headings on table sites; Founder's own elements stand in them on later ones.
CELLS = ("font01", "font02")
FOUNDER = "founder-"
# An element whose words go on with where the article was printed: the line of the byline on the
# layout of today's sites, and what in it is no byline.
SIGNED_LINE = "sec"
PRINTED_WHERE = "date"


@dataclass(frozen=True, slots=True)
class Heading:
    """An element that stands over an article's text, and as what."""

    rank: str
    tag: LexborNode

    @property
    def is_signed(self) -> bool:
        """Tell whether the line of the byline says where the article was printed as well."""
        return bool(_printed_where(self.tag))


def article_headings(root: LexborNode, body: LexborNode) -> list[Heading]:
    """Return the headings; what is inside one, or around the text or in it, is none."""
    taken = ids_in(body) | _ids_around(body)
    found: list[Heading] = []
    is_after = False
    for tag in elements_in(root):
        rank = None if tag.mem_id in taken else _rank(tag, is_after=is_after)
        if rank:
            found.append(Heading(rank, tag))
            taken |= ids_in(tag)
            is_after = is_after or rank == "headline"
    return found


def article_lines(
    headings: list[Heading], body: LexborNode, properties: Mapping[str, str]
) -> Iterator[MarkupLine]:
    """Yield headings in the order of a printed page, then captions and text as they stand.

    A rank that the markup does not show is taken from the site's own ``properties``."""
    for rank in RANKS:
        lines = list(_lines_of(rank, headings))
        stated = properties.get(rank, "")
        if not lines and stated and not _is_shown(stated, headings):
            lines = [MarkupLine(stated)]
        yield from lines
    for figure in _figures_between(headings, body):
        yield from lines_in(figure)
    yield from lines_in(body)


def _lines_of(rank: str, headings: list[Heading]) -> Iterator[MarkupLine]:
    for heading in headings:
        if heading.rank == rank:
            lines = lines_in(heading.tag, _printed_where(heading.tag))
            yield from filter(_has_text, lines)


def _printed_where(tag: LexborNode) -> set[int]:
    """Return the elements in a heading that say where the article was printed."""
    return {
        each.mem_id
        for each in elements_in(tag)
        if PRINTED_WHERE in id_and_classes(each)
    }


def _is_shown(words: str, headings: list[Heading]) -> bool:
    """Tell whether some heading shows these words, of whatever rank it is."""
    shown = (line.text for each in headings for line in lines_in(each.tag))
    return words in shown


def _has_text(line: MarkupLine) -> bool:
    return bool(line.text)


def _rank(tag: LexborNode, *, is_after: bool) -> str | None:
    """Return what an element is as a heading, None for other elements; ``is_after`` the headline a
    plain heading is a subtitle.
    """
    if tag.tag in NO_HEADINGS:
        return None
    names = _names_of(tag)
    if _is_around_founder(tag, names):
        return None
    if tag.tag == "h1" or _is_cell(tag, names, "font01"):
        return "headline"
    for rank, pattern in HEADINGS:
        if any(map(pattern.search, names)):
            return rank
    if SIGNED_LINE in names:
        return "byline"
    if tag.tag in ("h2", "h3", "h4") or _is_cell(tag, names, "font02"):
        return "subtitle" if is_after else "kicker"
    return None


def _names_of(tag: LexborNode) -> list[str]:
    """Return what an element is called: id, classes, and a name that Founder's program made."""
    names = id_and_classes(tag)
    own = str(tag.tag)
    return [own, *names] if own.startswith(FOUNDER) else names


def _is_around_founder(tag: LexborNode, names: list[str]) -> bool:
    """Tell whether a cell only holds the element that Founder's program calls a heading."""
    if not any(_is_cell(tag, names, name) for name in CELLS):
        return False
    return any(str(each.tag).startswith(FOUNDER) for each in elements_in(tag))


def _is_cell(tag: LexborNode, names: list[str], name: str) -> bool:
    return tag.tag == "td" and name in names


def _figures_between(
    headings: list[Heading], body: LexborNode
) -> list[LexborNode]:
    """Return the tables and figures with pictures that stand between the headings and the text."""
    if not headings:
        return []
    passed = _ids_around(body) | ids_in(headings[-1].tag)
    inside = ids_in(body)
    following = _behind(headings[-1].tag)
    found: list[LexborNode] = []
    for tag in takewhile(lambda tag: tag.mem_id not in inside, following):
        is_new = tag.tag in FIGURES and tag.mem_id not in passed
        if is_new and _has_photo(tag):
            found.append(tag)
            passed |= ids_in(tag)
    return found


def _behind(tag: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements of the file that begin behind one."""
    root = list(around(tag))[-1]
    has_begun = False
    for each in elements_in(root):
        if has_begun:
            yield each
        has_begun = has_begun or each.mem_id == tag.mem_id


def _has_photo(tag: LexborNode) -> bool:
    return any(map(is_photo, elements_in(tag)))


def _ids_around(tag: LexborNode) -> set[int]:
    return {each.mem_id for each in around(tag)}
