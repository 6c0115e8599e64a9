"""A paragraph being put together, and what goes on with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.layout.bylines.signed_names import is_names_line
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import LIST_HEAD
from reader.patterns.line_edges import CANNOT_BEGIN, CLOSED, HANDS_OVER, ITEM
from reader.results import Paragraph, Span

ORPHAN_SHORTEST = 3
KEPT = 1500
QUOTES = (("“", "”"), ("《", "》"), ("(", ")"), ("「", "」"))


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph being put together from its halves; ``folded`` keeps its end, enough to compare a
    tail with.
    """

    halves: list[Segment] = field(default_factory=list)
    folded: str = ""

    @property
    def last(self) -> Segment:
        """Return the last half so far."""
        return self.halves[-1]

    def add(self, half: Segment) -> None:
        """Put another half behind."""
        self.halves.append(half)
        folded = self.folded + half.folded
        self.folded = folded[-KEPT:]

    def paragraph(self) -> Paragraph:
        """Return what was put together."""
        text = "".join(half.text for half in self.halves)
        sources: list[Span] = []
        for half in self.halves:
            sources += half.spans
        return Paragraph(text, tuple(sources))

    def is_repeated_by(self, segment: Segment) -> bool:
        """Tell whether ``segment`` only repeats the end of the paragraph."""
        if not segment.is_text or segment.size < ORPHAN_SHORTEST:
            return False
        longer = len(self.folded) > segment.size
        return longer and self.folded.endswith(segment.folded)

    def runs_on_in(self, segment: Segment) -> bool:
        """Tell whether ``segment`` goes on with the paragraph by its words."""
        if self._stands_alone_with(segment):
            return False
        if segment.matches(CANNOT_BEGIN):
            return True
        if CLOSED.search(self.folded):
            return _quote_goes_on(self.folded, segment.folded)
        if self._is_parted_from(segment):
            return False
        return not HANDS_OVER.search(self.folded)

    def hangs_over(self, segment: Segment) -> bool:
        """Tell whether ``segment`` lacks the indent that paragraphs open with."""
        if self._stands_alone_with(segment):
            return False
        return segment.opens_line and not segment.line.indent

    def lists_on_in(self, segment: Segment) -> bool:
        """Tell whether a line of names goes on with the names of the paragraph."""
        words = segment.folded
        if ":" in words or not _are_names(self.last.folded, words):
            return False
        first = self.halves[0]
        return is_names_line(first.folded) or is_names_line(words)

    def is_item_without_stop(self) -> bool:
        """Tell whether it is an item of a list that ends where its line does."""
        if len(self.halves) > 1:
            return False
        item = self.halves[0]
        last = item.folded[-1]
        return item.matches(ITEM) and last.isalnum()

    def _stands_alone_with(self, segment: Segment) -> bool:
        if segment.kind is Kind.ALONE:
            return True
        return self.last.kind is Kind.ALONE

    def _is_parted_from(self, segment: Segment) -> bool:
        """Tell whether ``segment`` begins an item, a list, or a set-in clause."""
        if segment.matches(ITEM) or segment.matches(LIST_HEAD):
            return True
        if not self.folded.endswith(";"):
            return False
        return segment.opens_line and segment.line.indent > 0


def _are_names(*lines: str) -> bool:
    """Tell whether each line holds two names and more, without marks between."""
    return all(
        is_names_line(words, least=2) and "、" not in words for words in lines
    )


def _quote_goes_on(before: str, after: str) -> bool:
    """Tell whether a quotation or bracket left open before a full stop closes behind the cut."""
    for left, right in QUOTES:
        if before.rfind(left) > before.rfind(right):
            return _closes_first(after, left, right)
    return False


def _closes_first(words: str, left: str, right: str) -> bool:
    """Tell whether words close a quotation, not with their first mark, before they open one."""
    closed = words.find(right)
    before = words[: max(closed, 0)]
    return before != "" and left not in before
