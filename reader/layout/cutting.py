"""Cut each line into segments by what can be read in the line alone."""

from __future__ import annotations

from reader.layout.bylines.closing_bylines import closing_byline
from reader.layout.bylines.openings import opening
from reader.layout.bylines.signed_lines import author_line, line_byline
from reader.layout.captions.captions_by_words import captions_in
from reader.layout.jump_lines import (
    jump_behind,
    jump_in_front,
    read_jump,
)
from reader.layout.lines import Excerpt, Line
from reader.layout.page_head.furniture import furniture_behind, is_furniture
from reader.layout.segments import Kind, Segment, segment_of, trimmed
from reader.patterns.line_edges import LONGEST_TAIL


def cut_line(line: Line, is_head: bool) -> list[Segment]:
    """Return the segments of a line in order; ``is_head`` says that it is known to be a page
    head.
    """
    words = line.whole()
    if is_head:
        return [segment_of(Kind.FURNITURE, words)]
    author = author_line(line)
    if author is not None:
        return [author]
    if is_furniture(line.folded):
        return [segment_of(Kind.FURNITURE, words)]
    return _parts(words)


def _parts(words: Excerpt) -> list[Segment]:
    """Return the parts of a line of an article."""
    jump, words = jump_in_front(words)
    words, behind = _tails_off(words)
    middle = _middle(words)
    found = [jump, *middle, *behind]
    return list(filter(None, found))


def _tails_off(words: Excerpt) -> tuple[Excerpt, list[Segment | None]]:
    """Take jump lines, the names of the editors and closing words off the end, however many there
    are; return what is left, and them.
    """
    behind: list[Segment | None] = []
    while words.start < words.end:
        found = _tail(words)
        if found is None:
            break
        start, segment = found
        behind.insert(0, segment)
        words = words.before(start)
    return words, behind


def _tail(words: Excerpt) -> tuple[int, Segment | None] | None:
    """Return what stands behind the text, and where it begins in the line."""
    last = words.tail(LONGEST_TAIL)
    folded = last.folded
    jump = jump_behind(folded)
    found = jump or furniture_behind(folded)
    if found is None:
        return None
    start = last.start + found.start()
    printed = last.behind(start)
    if jump is not None:
        return start, read_jump(jump, printed)
    return start, trimmed(Kind.FURNITURE, printed)


def _middle(words: Excerpt) -> list[Segment | None]:
    """Read what stands between the jump lines: captions, a byline, or text."""
    if not words.folded.strip():
        return []
    captions = captions_in(words)
    if captions:
        return captions
    whole = line_byline(words)
    if whole is not None:
        return [whole]
    return _text(words)


def _text(words: Excerpt) -> list[Segment | None]:
    """Read text with the opening in front of it and the byline behind it."""
    first = opening(words)
    if first is not None and _is_all(first, words):
        first.kind = Kind.CLOSING
        return [first]
    left = words
    if first is not None:
        left = words.behind(first.end)
    text, closing = closing_byline(left)
    middle = trimmed(Kind.TEXT, text)
    return [first, middle, *closing]


def _is_all(first: Segment, words: Excerpt) -> bool:
    """Tell whether an opening in brackets is all that the line holds."""
    if first.end != words.end:
        return False
    printed = words.folded.lstrip()
    return printed.startswith("(")
