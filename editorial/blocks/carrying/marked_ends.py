"""The way of marks: the characters that they begin and end with, before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from articles.models.selector import TextRange
from editorial.anchoring import mark_key
from editorial.blocks.arrangement import (
    Arrangement,
    BlockOffset,
    Carrying,
    TextOfPage,
)
from editorial.models import Finding

# The first and the last character of a mark, in blocks.
Ends = tuple[BlockOffset, BlockOffset]


def is_lost(mark: Any) -> bool:
    """Tell whether the words of a mark stand nowhere."""
    if isinstance(mark, Finding):
        return mark.start is None
    return bool(mark.check_again)


def is_point(mark: Any) -> bool:
    """Tell whether a mark stands between two characters."""
    if mark.start is None:
        return False
    return mark.start == mark.end


@dataclass(frozen=True, slots=True)
class WayOfMarks:
    """From where to where marks are carried; ``held`` are those that blocks kept."""

    old: Arrangement
    new: Arrangement
    carrying: Carrying
    held: Mapping[tuple[str, int], Ends]

    def ends(self, mark: Any) -> Ends | None:
        """Return the first and the last character of a mark in the blocks as they were."""
        kept = self.held.get(mark_key(mark))
        if kept is not None or mark.start is None:
            return kept
        text = text_marked(mark)
        start = mark.start
        end = mark.end - 1
        if is_point(mark):
            start = end = self._beside(mark)
        first = self.old.block_at(text, start)
        last = self.old.block_at(text, end)
        if first is None or last is None:
            return None
        return first, last

    def _beside(self, mark: Any) -> int:
        """Return the character behind a point between two, or the last one before it."""
        behind = self.old.block_at(text_marked(mark), mark.start)
        return mark.start if behind else mark.start - 1

    def point(self, mark: Any, place: tuple[TextOfPage, int, int]) -> TextRange:
        """Return where a point stands now beside the character at a place."""
        _text, start, end = place
        beside = self._beside(mark)
        if beside == mark.start:
            return start, start
        return end, end

    def carried(self, mark: Any) -> Ends | None:
        """Return the first and the last character of a mark in the blocks as they are now."""
        ends = self.ends(mark)
        if ends is None:
            return None
        first, last = map(self.carrying.carried, ends)
        if first is None or last is None:
            return None
        return first, last

    def place(self, ends: Ends | None) -> tuple[TextOfPage, int, int] | None:
        """Return where characters of the blocks as they were stand in one text now."""
        if ends is None:
            return None
        places = [self._in_text(end) for end in ends]
        first, last = places
        if first is None or last is None or first[0] != last[0]:
            return None
        return first[0], first[1], last[1] + 1

    def _in_text(self, place: BlockOffset) -> tuple[TextOfPage, int] | None:
        now = self.carrying.carried(place)
        if now is None:
            return None
        return self.new.in_text(now)

    def words_before(self, mark: Any, ends: Ends | None) -> str:
        """Return the words that a mark stood at."""
        if mark_key(mark) in self.held or ends is None:
            return mark.exact
        text = self.old.texts[text_marked(mark)]
        if is_point(mark):
            beside = self._beside(mark)
            return text[beside : beside + 1]
        return text[mark.start : mark.end]


def text_marked(mark: Any) -> TextOfPage:
    """Return which text a mark points into."""
    return mark.article_id, mark.part, mark.photo_id or 0
