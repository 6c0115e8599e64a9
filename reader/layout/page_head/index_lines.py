"""Find the index of the other pages."""

from __future__ import annotations

from reader.layout.lines import Line
from reader.layout.page_head.section_patterns import (
    INDEX_LABEL,
    INDEX_LINE,
    INDEX_LINE_AHEAD,
)


def index_of(lines: list[Line]) -> set[int]:
    """Return the lines that only say what other pages hold (某题 3版), two and more or under their
    label (导读); with the page in front (A3 某题) only there.
    """
    found: set[int] = set()
    start = 0
    while start < len(lines):
        end = _end_of_index(lines, start)
        found.update(_index(lines, start, end))
        start = max(end, start + 1)
    return found


def _end_of_index(lines: list[Line], start: int) -> int:
    """Return where the run of lines with a page number behind, or in front of, them ends."""
    end = start
    form = INDEX_LINE
    if _is_label(lines, start - 1) and INDEX_LINE_AHEAD.fullmatch(
        lines[start].folded
    ):
        form = INDEX_LINE_AHEAD
    while end < len(lines) and form.fullmatch(lines[end].folded):
        end += 1
    return end


def _is_label(lines: list[Line], at: int) -> bool:
    """Tell whether a line is what stands over an index."""
    if at < 0:
        return False
    return INDEX_LABEL.fullmatch(lines[at].folded) is not None


def _index(lines: list[Line], start: int, end: int) -> range:
    """Return the lines of the index with the label above it; none when it is no index."""
    if start == end:
        return range(0)
    above = start - 1
    if _is_label(lines, above):
        return range(above, end)
    several = end > start + 1
    return range(start, end) if several else range(0)
