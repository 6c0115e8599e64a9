"""Read the byline, or the source in brackets, that closes a text."""

from __future__ import annotations

from reader.layout.bylines.byline_patterns import (
    CLOSING_BYLINE,
    CLOSING_SOURCE,
    ONE_NAME,
)
from reader.layout.bylines.signed_lines import read_byline
from reader.layout.lines import Excerpt
from reader.layout.segments import Kind, Segment, segment_of
from reader.patterns.line_edges import ITEM, LONGEST_TAIL
from reader.results import Role


def closing_byline(words: Excerpt) -> tuple[Excerpt, list[Segment]]:
    """Take a byline or a source in brackets off the end; return the text that is left, and it."""
    closing = _source(words) or _byline(words)
    if closing is None:
        return words, []
    text = words.before(closing.start)
    found = [closing]
    return text, found


def _source(words: Excerpt) -> Segment | None:
    """Read where the text was taken from ((据新华社))."""
    tail = words.tail(LONGEST_TAIL)
    found = tail.search(CLOSING_SOURCE)
    if found is None:
        return None
    source = words.behind(found.start())
    return segment_of(Kind.CLOSING, source)


def _byline(words: Excerpt) -> Segment | None:
    """Read who signed behind the last full stop."""
    tail = words.tail(LONGEST_TAIL)
    found = tail.search(CLOSING_BYLINE)
    if found is None:
        return None
    item = _is_signed_item(words, found[1])
    names = words.group(found, 1)
    signed = read_byline(names, Role.REPORTER, known=item)
    if signed is not None:
        signed.kind = Kind.CLOSING
    return signed


def _is_signed_item(words: Excerpt, names: str) -> bool:
    """Tell whether a short piece among others of its kind is signed with nothing but a name: it is
    one, however rare.
    """
    if not ONE_NAME.fullmatch(names):
        return False
    item = ITEM.match(words.line.folded)
    return item is not None
