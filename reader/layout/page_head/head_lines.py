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
    foot = read_head(lines[-1])
    if foot is not None and foot.is_full():
        found[len(lines) - 1] = foot
    return found


def repeated_heads(lines: list[Line], known: Head) -> dict[int, Head]:
    """Return the lines farther down that say again which paper and day this is, as a page cut out
    of a PDF has them.
    """
    if known.date is None:
        return {}
    year = str(known.date.year)
    found: dict[int, Head] = {}
    for at, line in enumerate(lines):
        head = read_head(line) if year in line.folded else None
        if head is not None and _repeats(head, known):
            found[at] = head
    return found


def _repeats(head: Head, known: Head) -> bool:
    return bool(head.newspaper) and head.date == known.date


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
    words = lines[at].folded
    if at and HALF_LABEL.match(words):
        return _half_label(lines[at - 1])
    above_head = _stands_above_head(lines, at)
    if NAMELESS.fullmatch(words):
        return Head() if below_head or above_head else None
    if not above_head:
        return None
    return _numbered(lines[at]) or _short_section(words, below_head)


def _half_label(above: Line) -> Head:
    """Read the first half of a page label, whose second half is 版 on the next line."""
    number = BARE_NUMBER.fullmatch(above.folded)
    page = page_label(number[0]) if number else None
    return Head(page=page, at=above.spans[0][0])


def _numbered(line: Line) -> Head | None:
    """Read a page number with the section behind it."""
    found = NUMBERED_SECTION.fullmatch(line.folded)
    if found is None:
        return None
    return Head(page=page_label(found["label"]), at=line.spans[0][0])


def _short_section(words: str, below_head: bool) -> Head | None:
    """Read a short line between two parts of the head as the section."""
    is_short = len(words) <= LONGEST_SECTION_LINE
    return Head() if below_head and is_short else None


def _stands_above_head(lines: list[Line], at: int) -> bool:
    below = at + 1
    head = read_head(lines[below]) if below < len(lines) else None
    return head is not None and head.says_anything()
