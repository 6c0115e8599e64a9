"""Tell column heads and labels, which stand above a headline or above several short pieces."""

from __future__ import annotations

from reader.layout.headings.borders import OPENERS
from reader.layout.headings.heading_lines import may_be_heading
from reader.layout.headings.label_patterns import (
    DRESSED,
    GROUP_LABEL,
    LABEL_DRESS,
    LABEL_END,
    LABEL_START,
    LABELS,
    LONGEST_LABEL,
)
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment


def is_known_label(folded: str) -> bool:
    """Tell whether a line is a column head known by its words, however it is padded or dressed (讣
    告, 【短评】).
    """
    return _undressed(folded) in LABELS


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
        below = page.below(at)
        if may_be_heading(segment) and _is_column_head(segment, below):
            segment.kind = Kind.LABEL


def _is_column_head(segment: Segment, below: Segment | None) -> bool:
    if is_known_label(segment.folded):
        return True
    if below is None or not segment.matches(DRESSED):
        return False
    return below.kind in OPENERS or may_be_heading(below)
