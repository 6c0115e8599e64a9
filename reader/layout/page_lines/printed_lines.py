"""Split a page into logical lines that know their place on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.layout.captions.caption_patterns import CAPTION_OPENER
from reader.layout.lines import Line, fold_width
from reader.layout.page_lines.columns import joined, printed_width, unwrapped
from reader.layout.page_lines.line_patterns import (
    CAPTION_INSIDE,
    INDENT_INSIDE,
    NOTE_BROKEN_OFF,
    REST_OF_NOTE,
)
from reader.layout.page_lines.narrow_captions import with_whole_captions

# A paragraph taken out of a line was set in by two characters.
USUAL_INDENT = 2


def logical_lines(text: str) -> list[Line]:
    """Return the page's lines: printed lines of a narrow column or caption put together, paragraphs
    on one line taken apart.
    """
    pieces: list[Line] = []
    for line in _printed(text):
        if pieces and _closes_note(pieces[-1], line):
            pieces[-1] = joined([pieces[-1], line])
            continue
        pieces += _apart(line)
    whole = list(with_whole_captions(pieces, joined))
    return list(unwrapped(whole))


def _closes_note(before: Line, line: Line) -> bool:
    """Tell whether the note on a person that a list breaks off in ends on the next line."""
    opened = NOTE_BROKEN_OFF.search(before.folded)
    return opened is not None and bool(REST_OF_NOTE.match(line.folded))


def _printed(text: str) -> Iterator[Line]:
    """Yield the lines that hold anything, each with the count of empty lines before it."""
    start = gap = 0
    for raw in text.split("\n"):
        line = _stripped(raw, start, gap)
        if line is not None:
            yield line
        gap = 0 if line else gap + 1
        start += len(raw) + 1


def _stripped(raw: str, start: int, gap: int) -> Line | None:
    """Return the printed line that begins at ``start`` of the page; None when it is empty."""
    folded = fold_width(raw)
    words = folded.strip()
    if not words:
        return None
    size = len(words)
    padding = folded.index(words[0])
    text = raw[padding : padding + size]
    indent = printed_width(raw[:padding])
    first = start + padding
    span = (first, first + size)
    return Line(
        text,
        words,
        (span,),
        gap,
        indent,
    )


def _apart(line: Line) -> Iterator[Line]:
    """Yield the parts of a line: it ends at the indents inside it, a line of captions at the next
    picture's number.
    """
    start = 0
    gap = line.gap
    indent = line.indent
    for border in _borders_inside(line):
        end, following = border.span()
        yield _part(line, slice(start, end), gap, indent)
        start = following
        gap = 0
        indent = USUAL_INDENT
    size = len(line.text)
    yield _part(line, slice(start, size), gap, indent)


def _borders_inside(line: Line) -> Iterator[re.Match[str]]:
    words = line.folded
    border = INDENT_INSIDE
    if CAPTION_OPENER.match(words):
        border = CAPTION_INSIDE
    return border.finditer(words)


def _part(line: Line, inside: slice, gap: int, indent: int) -> Line:
    """Return a part of a line as a line of its own."""
    text = line.text[inside]
    folded = line.folded[inside]
    spans = line.spans_between(inside.start, inside.stop)
    return Line(
        text,
        folded,
        spans,
        gap,
        indent,
    )
