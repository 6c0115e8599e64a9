"""Cut each line into segments by what can be read in the line alone."""

from __future__ import annotations

from dataclasses import replace

from reader.layout.bylines.closing_bylines import closing_byline
from reader.layout.bylines.openings import opening
from reader.layout.bylines.signed_lines import author_line, line_byline
from reader.layout.captions.captions_in_line import captions_in
from reader.layout.jump_lines import jump_behind, jump_in_front, read_jump
from reader.layout.lines import Excerpt, Line
from reader.layout.page_head.furniture import furniture_behind, is_furniture
from reader.layout.segments import Kind, Segment, trimmed
from reader.patterns.line_edges import LONGEST_TAIL

Found = list[Segment | None]


def cut_line(line: Line, is_head: bool) -> list[Segment]:
    """Return the segments of a line in order; ``is_head`` says that it is known to be a page
    head.
    """
    author = None if is_head else author_line(line)
    if author is not None:
        return [author]
    if is_head or is_furniture(line.folded):
        return [Segment(Kind.FURNITURE, line, 0, len(line.text))]
    jump, words = jump_in_front(line.whole())
    words, behind = _tails_off(words)
    found = [jump, *_middle(words), *behind]
    return [segment for segment in found if segment is not None]


def _tails_off(words: Excerpt) -> tuple[Excerpt, Found]:
    """Take jump lines, the names of the editors and closing words off the end, however many there
    are; return what is left, and them.
    """
    behind: Found = []
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
    if jump is not None:
        printed = last.behind(last.start + jump.start())
        return printed.start, read_jump(jump, printed)
    closing = furniture_behind(folded)
    if closing is not None:
        printed = last.behind(last.start + closing.start())
        return printed.start, trimmed(Kind.FURNITURE, printed)
    return None


def _middle(words: Excerpt) -> Found:
    """Read what stands between the jump lines: captions, a byline, or text."""
    if not words.folded.strip():
        return []
    captions = captions_in(words)
    if captions:
        return captions
    whole = line_byline(words)
    return [whole] if whole else _text(words)


def _text(words: Excerpt) -> Found:
    """Read text with the opening in front of it and the byline behind it."""
    first = opening(words)
    if first is not None and _is_all(first, words):
        return [replace(first, kind=Kind.CLOSING)]
    left = words.behind(first.end) if first else words
    text, closing = closing_byline(left)
    return [first, trimmed(Kind.TEXT, text), *closing]


def _is_all(first: Segment, words: Excerpt) -> bool:
    """Tell whether an opening in brackets is all that the line holds."""
    return first.end == words.end and words.folded.lstrip().startswith("(")
