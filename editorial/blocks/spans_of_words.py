"""Where the words of a block stand in the page as delivered, when its words are cut or joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Self

from articles.composing import is_heading
from articles.models import Block
from editorial.anchoring import successor
from records.diff import runs

Spans = list[list[Any]]


@dataclass(slots=True)
class SpannedWords:
    """Words as read and their spans; the lines of a heading are parted by a space."""

    read: str = ""
    spans: Spans = field(default_factory=list)
    between: str = ""

    @classmethod
    def of(cls, block: Block) -> Self:
        found = cls(block.read)
        for span in block.spans:
            found.spans.append(list(span))
        if is_heading(block):
            found.between = " "
        return found

    def put_into(self, block: Block) -> None:
        """Let these be the printed words of a block, whose kind tells how they are parted."""
        block.spans = self.spans
        block.read = self.read

    def add(self, other: SpannedWords) -> None:
        """Put other words behind these."""
        behind = other.read
        if self.read and behind:
            self.read += self.between
        self.read += behind
        self.spans += other.spans

    def cut(self, offset: int) -> tuple[SpannedWords, SpannedWords]:
        """Cut the words as read at an offset."""
        before: Spans = []
        after: Spans = []
        at = 0
        for page, start, end in self.spans:
            place = min(max(start + offset - at, start), end)
            if place > start:
                before.append([page, start, place])
            if place < end:
                after.append([page, place, end])
            at += end - start + len(self.between)
        first = SpannedWords(self.read[:offset], before, self.between)
        return first, SpannedWords(self.read[offset:], after, self.between)


def offset_as_read(block: Block, offset: int) -> int:
    """Return where in the words as read of a block an offset of its text stands."""
    if block.text == block.read:
        return offset
    edits = runs(block.text, block.read)
    end = offset + 1
    place, _end = successor(edits, offset, end)
    return place


def cut_spanned(block: Block, offset: int) -> tuple[SpannedWords, SpannedWords]:
    """Cut what was printed of a block where its text is cut; blanks at the cut go with neither."""
    whole = SpannedWords.of(block)
    place = offset_as_read(block, offset)
    before, after = whole.cut(place)
    if whole.between:
        before.read = before.read.rstrip(" ")
        after.read = after.read.lstrip(" ")
    return before, after
