"""Find the lines of the page head among the page's first lines, and the heads farther down that
repeat it.
"""

from __future__ import annotations

from reader.layout.lines import Line
from reader.layout.page_head.heads import (
    Head,
    is_furniture,
    page_label,
    read_head,
)
from reader.layout.page_head.section_patterns import (
    BARE_NUMBER,
    HALF_LABEL,
    HEAD_LINES,
    INDEX_LABEL,
    INDEX_LINE,
    LONGEST_SECTION_LINE,
    NAMELESS,
    NUMBERED_SECTION,
)


def heads_of(lines: list[Line]) -> dict[int, Head]:
    """Return the page heads by line number: above the first line of an article, and a full one at
    the page's foot.
    """
    found: dict[int, Head] = {}
    for at, line in enumerate(lines[:HEAD_LINES]):
        head = read_head(line) or _section(lines, at, found)
        if head is not None:
            found[at] = head
        elif not is_furniture(line.folded):
            break
    foot = read_head(lines[-1])
    if foot is not None and foot.date and (foot.newspaper or foot.page):
        found[len(lines) - 1] = foot
    return found


def repeated_heads(lines: list[Line], known: Head) -> dict[int, Head]:
    """Return the lines farther down that say again which paper and day this is, as a page cut out
    of a PDF has them.
    """
    found: dict[int, Head] = {}
    if known.date is not None:
        year = str(known.date.year)
        for at, line in enumerate(lines):
            head = read_head(line) if year in line.folded else None
            if head is not None and head.newspaper and head.date == known.date:
                found[at] = head
    return found


def index_of(lines: list[Line]) -> set[int]:
    """Return the lines that only say what other pages hold (某题 3版), two and more or under their
    label (导读).
    """
    found: set[int] = set()
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and INDEX_LINE.fullmatch(lines[end].folded):
            end += 1
        labelled = start > 0 and INDEX_LABEL.fullmatch(lines[start - 1].folded)
        if end > start + 1 or (end > start and labelled):
            found |= set(range(start - 1 if labelled else start, end))
        start = max(end, start + 1)
    return found


def _section(lines: list[Line], at: int, found: dict[int, Head]) -> Head | None:
    """Read a line that is part of a page head only because another part stands beside it: the
    section, or half a label.
    """
    words = lines[at].folded
    if at and (half := HALF_LABEL.match(words)):
        number = BARE_NUMBER.fullmatch(lines[at - 1].folded)
        return (
            Head(
                page=page_label(number[0]) if number else None,
                at=lines[at - 1].spans[0][0],
            )
            if half
            else None
        )
    below = _head_below(lines, at)
    if NAMELESS.fullmatch(words):
        return Head() if found or below else None
    if not below:
        return None
    numbered = NUMBERED_SECTION.fullmatch(words)
    if numbered is not None:
        return Head(
            page=page_label(numbered["label"]), at=lines[at].spans[0][0]
        )
    return Head() if found and len(words) <= LONGEST_SECTION_LINE else None


def _head_below(lines: list[Line], at: int) -> bool:
    head = read_head(lines[at + 1]) if at + 1 < len(lines) else None
    return head is not None and bool(head.newspaper or head.date or head.page)
