"""Captions that are broken at lines far narrower than the text around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reader.layout.captions.caption_patterns import CAPTION_OPENER
from reader.layout.lines import Line
from reader.layout.page_lines.line_patterns import (
    ENDS_AS_CREDIT,
    NAMED_BELOW,
    OWN_LINE,
)
from reader.patterns.line_edges import CLOSED

# The lines of such a caption are no wider, and no more; a caption without a mark has so many.
WIDEST: Final = 12
MOST_LINES: Final = 10
FEWEST_LINES: Final = 3

Joining = Callable[[list[Line]], Line]


def with_whole_captions(
    lines: Sequence[Line], joined: Joining
) -> Iterator[Line]:
    """Yield the lines of a page, those of a narrow caption put together by ``joined``, and those of
    the credit behind it.
    """
    at = 0
    while at < len(lines):
        end = _end_of_caption(lines, at)
        yield joined(list(lines[at:end]))
        is_caption = end > at + 1
        at = end
        if is_caption and _is_credit_in_two(lines, at):
            yield joined(list(lines[at : at + 2]))
            at += 2


def _end_of_caption(lines: Sequence[Line], at: int) -> int:
    """Return where a narrow caption ends that begins at a line, the next line where none does."""
    behind = at + 1
    end = _end_of_narrow_lines(lines, at)
    if end == behind:
        return behind
    if CAPTION_OPENER.match(lines[at].folded):
        return end
    if end - at >= FEWEST_LINES and _is_credit(lines, end):
        return end
    return behind


def _end_of_narrow_lines(lines: Sequence[Line], at: int) -> int:
    """Return where the sentence ends that goes through narrow lines from this one on, the next line
    where it does not.
    """
    first = lines[at]
    behind = at + 1
    for end, line in enumerate(lines[at : at + MOST_LINES], behind):
        if len(line.text) > WIDEST:
            return behind
        if line is not first and not _follows(line, first, lines[behind]):
            return behind
        if CLOSED.search(line.folded):
            return end
    return behind


def _follows(line: Line, first: Line, second: Line) -> bool:
    """Tell whether a line goes on with a caption, set like its ``second`` line and no farther in
    than its ``first``.
    """
    if line.gap != second.gap or line.indent > first.indent:
        return False
    words = line.folded
    return not (CAPTION_OPENER.match(words) or OWN_LINE.match(words))


def _is_credit(lines: Sequence[Line], at: int) -> bool:
    return any(
        ENDS_AS_CREDIT.fullmatch(line.folded) for line in lines[at : at + 1]
    )


def _is_credit_in_two(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line says only what they are whom the next one names."""
    here = lines[at : at + 1]
    named_below = any(NAMED_BELOW.fullmatch(line.folded) for line in here)
    return named_below and _is_credit(lines, at + 1)
