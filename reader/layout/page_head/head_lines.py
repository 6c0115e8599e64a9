"""Find the lines of the page head among the page's first lines, and the heads farther down that
repeat it.
"""

from __future__ import annotations

from reader.layout.lines import Line
from reader.layout.page_head.furniture import is_furniture
from reader.layout.page_head.heads import Head, read_head
from reader.layout.page_head.page_labels import page_label
from reader.layout.page_head.section_patterns import (
    BARE_NUMBER,
    HALF_LABEL,
    HEAD_LINES,
    LONGEST_SECTION_LINE,
    NAMELESS,
    NUMBERED_SECTION,
)


def heads_of(lines: list[Line]) -> dict[int, Head]:
    """Return the page heads by line number: above the first line of an article, and a full one at
    the page's foot.
    """
    found = _heads_on_top(lines)
    last = len(lines) - 1
    foot = read_head(lines[last])
    if foot is not None and foot.is_full():
        found[last] = foot
    return found


def repeated_heads(lines: list[Line], known: Head) -> dict[int, Head]:
    """Return the lines farther down that say again which paper and day this is, as a page cut out
    of a PDF has them.
    """
    found: dict[int, Head] = {}
    if known.date is None:
        return found
    year = str(known.date.year)
    for at, line in enumerate(lines):
        if year not in line.folded:
            continue
        head = read_head(line)
        if head is not None and _repeats(head, known):
            found[at] = head
    return found


def _repeats(head: Head, known: Head) -> bool:
    if not head.newspaper:
        return False
    return head.date == known.date


def _heads_on_top(lines: list[Line]) -> dict[int, Head]:
    found: dict[int, Head] = {}
    for at, line in enumerate(lines[:HEAD_LINES]):
        head = read_head(line) or _beside_another(lines, at, bool(found))
        if head is not None:
            found[at] = head
        elif not is_furniture(line.folded):
            break
    return found


def _beside_another(
    lines: list[Line], at: int, below_head: bool
) -> Head | None:
    """Read a line that is part of a page head only because another part stands beside it: the
    section, or half a label.
    """
    line = lines[at]
    if at and HALF_LABEL.match(line.folded):
        return _half_label(lines[at - 1])
    above_head = _stands_above_head(lines, at)
    if NAMELESS.fullmatch(line.folded):
        return Head() if below_head or above_head else None
    if not above_head:
        return None
    numbered = _numbered(line)
    if numbered is None and below_head:
        return _short_section(line)
    return numbered


def _half_label(above: Line) -> Head:
    """Read the first half of a page label, whose second half is 版 on the next line."""
    number = BARE_NUMBER.fullmatch(above.folded)
    if number is None:
        return Head(at=above.first)
    return _labelled(number[0], above)


def _numbered(line: Line) -> Head | None:
    """Read a page number with the section behind it."""
    found = NUMBERED_SECTION.fullmatch(line.folded)
    if found is None:
        return None
    return _labelled(found["label"], line)


def _labelled(printed: str, line: Line) -> Head:
    """Return a head of which only the page label is printed."""
    page = page_label(printed)
    return Head(page=page, at=line.first)


def _short_section(line: Line) -> Head | None:
    """Read a short line between two parts of the head as the section."""
    if len(line.folded) > LONGEST_SECTION_LINE:
        return None
    return Head()


def _stands_above_head(lines: list[Line], at: int) -> bool:
    below = at + 1
    if below == len(lines):
        return False
    head = read_head(lines[below])
    return bool(head and head.says_anything())
