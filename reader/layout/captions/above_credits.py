"""Find the lines that a credit on its own line covers."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.layout.across import word_across
from reader.layout.captions.caption_patterns import (
    CAPTION_OPENER,
    LONGEST_CAPTION,
    MOST_CAPTIONS,
    PHOTO_REPORT,
    RUNS,
    SHORT_CAPTION,
)
from reader.layout.headings.heading_patterns import TOOK_PART
from reader.layout.headings.labels import is_known_label
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment

PICTURE = frozenset({Kind.CAPTION, Kind.CREDIT})
UNDER_REPORT = frozenset({Kind.TEXT, Kind.OPENING})


def captions_above(page: Neighbours, at: int) -> list[Segment]:
    """Return the lines that the credit at ``at`` covers, nearest first: captions already, or short
    lines.
    """
    covered = _Covered(page, at)
    for above in range(at - 1, -1, -1):
        if not covered.goes_on_with(above):
            break
        caption = page.segments[above]
        covered.taken.append(caption)
    return covered.taken


@dataclass(frozen=True, slots=True)
class _Covered:
    """The lines taken so far for the credit at ``credit``, going up the page."""

    page: Neighbours
    credit: int
    taken: list[Segment] = field(default_factory=list)

    def goes_on_with(self, at: int) -> bool:
        """Tell whether the line at ``at`` is a caption of the same credit."""
        segment = self.page.segments[at]
        if segment.kind is Kind.CAPTION:
            return True
        if not self._may_be_caption(segment) or self._ends_below(at):
            return False
        if self._is_title(segment) or self._tells_on(at):
            return False
        return bool(self.taken) or not self._heads_a_report()

    def _may_be_caption(self, segment: Segment) -> bool:
        if not segment.is_text or is_known_label(segment.folded):
            return False
        return segment.size <= self._longest()

    def _longest(self) -> int:
        """Return how long the next caption may be."""
        if self.taken:
            return SHORT_CAPTION
        return LONGEST_CAPTION

    def _ends_below(self, at: int) -> bool:
        """Tell whether the captions begin below the line at ``at``: they are enough, set apart from
        it, or marked as such.
        """
        if not self.taken:
            return False
        if len(self.taken) == MOST_CAPTIONS:
            return True
        if self.page.stands_apart(at + 1):
            return True
        captions = (one.folded for one in self.taken)
        return any(map(CAPTION_OPENER.match, captions))

    def _is_title(self, segment: Segment) -> bool:
        """Tell whether a line stands as a title above captions: it alone of them is no sentence."""
        if not self.taken or segment.closes:
            return False
        closed = all(one.closes for one in self.taken)
        return closed and not segment.holds(RUNS)

    def _tells_on(self, at: int) -> bool:
        """Tell whether the line at ``at`` belongs to the text above it.

        The line right above a credit does so only behind an opening; one farther up also as the
        second half of a cut or as the sentence that says who took part.
        """
        segment = self.page.segments[at]
        before = self.page.above(at)
        if before is not None and before.line is segment.line:
            return True
        if not self.taken or self._goes_on_below(at):
            return False
        cut = before is not None and _is_cut(before)
        return cut or segment.holds(TOOK_PART)

    def _goes_on_below(self, at: int) -> bool:
        """Tell whether a word cut above the line at ``at`` ends under the pictures: then all
        between stands under them.
        """
        before = self.page.above(at)
        if before is None or not before.breaks_off:
            return False
        under = self.page.segments[at + 1 :]
        texts = (one for one in under if one.kind not in PICTURE)
        below = next(texts, None)
        return below is not None and word_across(before.folded, below.folded)

    def _heads_a_report(self) -> bool:
        """Tell whether 甲乙 摄影报道 stands between a headline and its text: then it is the byline."""
        credit = self.page.segments[self.credit]
        if not credit.holds(PHOTO_REPORT):
            return False
        above = self.page.segments[self.credit - 1]
        below = self.page.kind_at(self.credit + 1)
        return above.breaks_off and below in UNDER_REPORT


def _is_cut(before: Segment) -> bool:
    """Tell whether a long text breaks off."""
    if not before.breaks_off:
        return False
    long = before.size > SHORT_CAPTION
    return long or before.holds(RUNS)
