"""Split a page into logical lines that know their place on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.layout.captions.caption_patterns import CAPTION_OPENER
from reader.layout.lines import Line, fold_width
from reader.layout.page_lines.columns import printed_width, unwrapped
from reader.layout.page_lines.line_patterns import CAPTION_INSIDE, INDENT_INSIDE

# A paragraph taken out of a line was set in by two characters.
USUAL_INDENT = 2


def logical_lines(text: str) -> list[Line]:
    """Return the page's lines: printed lines of a narrow column put together, paragraphs on one
    line taken apart.
    """
    pieces = [piece for line in _printed(text) for piece in _apart(line)]
    return list(unwrapped(pieces))


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
    first = folded.index(words[0])
    last = first + len(words)
    span = (start + first, start + last)
    indent = printed_width(raw[:first])
    return Line(raw[first:last], words, (span,), gap, indent)


def _apart(line: Line) -> Iterator[Line]:
    """Split one line at the indents inside it, a line of captions at the next picture's number."""
    start = 0
    gap = line.gap
    indent = line.indent
    for mark in _borders_inside(line).finditer(line.folded):
        yield _part(line, (start, mark.start()), gap, indent)
        start = mark.end()
        gap = 0
        indent = USUAL_INDENT
    yield _part(line, (start, len(line.text)), gap, indent)


def _borders_inside(line: Line) -> re.Pattern[str]:
    captioned = CAPTION_OPENER.match(line.folded)
    return CAPTION_INSIDE if captioned else INDENT_INSIDE


def _part(line: Line, part: tuple[int, int], gap: int, indent: int) -> Line:
    """Return a part of a line as a line of its own."""
    inside = slice(*part)
    spans = line.place(*part)
    return Line(line.text[inside], line.folded[inside], spans, gap, indent)
