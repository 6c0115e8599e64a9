"""Tell column heads and labels, which stand above a headline or above several short pieces."""

from __future__ import annotations

from itertools import islice

from reader.layout.bylines.signed_names import is_marked_author
from reader.layout.headings.borders import OPENERS
from reader.layout.headings.heading_lines import may_be_heading
from reader.layout.headings.label_patterns import (
    DRESSED,
    GROUP_LABEL,
    ITEM_MARKS,
    LABEL_DRESS,
    LABEL_END,
    LABEL_START,
    LABELS,
    LONGEST_LABEL,
    PROGRAMME,
)
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment

# 电视 alone is a word of any text.
_SHORTEST_PROGRAMME = 2
# Two short pieces, each with who signs it, have no more parts than these.
_NEAR = 5


def is_known_label(folded: str) -> bool:
    """Tell whether a line is a column head known by its words, however it is padded or dressed (讣
    告, 【短评】), or the head of what is on tonight (周末荧屏).
    """
    label = _undressed(folded)
    return label in LABELS or _lists_programmes(label)


def _lists_programmes(label: str) -> bool:
    return len(label) > _SHORTEST_PROGRAMME and bool(PROGRAMME.match(label))


def heads_a_group(folded: str) -> bool:
    """Tell whether a line is the label of several short pieces, however it is padded (简 讯,
    会场花絮).
    """
    label = _undressed(folded)
    found = GROUP_LABEL.search(label)
    return found is not None


def _undressed(folded: str) -> str:
    """Return the words of a line without padding and decoration."""
    words = folded.split()
    drawn_together = "".join(words)
    return drawn_together.strip(LABEL_DRESS)


def is_label(line: Segment) -> bool:
    """Tell whether a heading line is a column head or label (评论员文章, 【党代会特写】)."""
    words = line.folded
    if is_known_label(words) or DRESSED.match(words):
        return True
    bare = words.strip(LABEL_DRESS)
    if LABEL_START.match(bare):
        return True
    series = LABEL_END.search(bare)
    return series is not None and len(bare) <= LONGEST_LABEL


def see_labels(page: Neighbours) -> None:
    """Mark column heads: known words wherever they stand, dressed ones only above a heading or an
    opening.
    """
    for at, segment in enumerate(page.segments):
        if not may_be_heading(segment):
            continue
        below = page.below(at)
        if _is_column_head(segment, below) or _heads_marked(page, at):
            segment.kind = Kind.LABEL


def _is_column_head(segment: Segment, below: Segment | None) -> bool:
    if is_known_label(segment.folded):
        return True
    if below is None or not segment.matches(DRESSED):
        return False
    if is_marked_author(segment.folded):
        return False
    return below.kind in OPENERS or may_be_heading(below)


def _heads_marked(page: Neighbours, at: int) -> bool:
    """Tell whether a line names short pieces and two of them with one mark stand below (短波)."""
    label = page.segments[at]
    if not heads_a_group(label.folded):
        return False
    first = at + 1
    behind = page.segments[first : first + _NEAR]
    lines = filter(_opens_its_line, behind)
    pieces = islice(lines, 2)
    marks = [line.folded[0] for line in pieces]
    if len(marks) < 2:
        return False
    one, other = marks
    return one == other and one in ITEM_MARKS


def _opens_its_line(segment: Segment) -> bool:
    return segment.opens_line
