"""A run of one line with a kind: the material articles are put together from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum, auto

from reader.layout.lines import Excerpt, Line
from reader.patterns.line_edges import CLOSED
from reader.results import Dateline, ReadByline, Span


class Kind(IntEnum):
    """Name what a run of a line is before articles are known."""

    TEXT = auto()
    LABEL = auto()
    HEADING = auto()
    ALONE = auto()  # a crosshead, a line of verse or of a letter: a paragraph that is never joined
    OPENING = auto()  # dateline and byline in front of the text
    BYLINE = auto()  # a byline on its own line
    CLOSING = auto()  # a byline behind the text
    CAPTION = auto()
    CREDIT = auto()
    QUOTE = auto()  # words of the text printed large between its columns
    JUMP_ON = auto()
    JUMP_FROM = auto()
    FURNITURE = auto()


# The paragraphs of an article.
BODY = frozenset({Kind.TEXT, Kind.ALONE})
# A caption's own mark stands among its first characters (图①).
MARK_WITHIN = 3


@dataclass(frozen=True, slots=True)
class Credit:
    """Who took or gave a picture: people, and the paper, agency or body.

    ``parts`` holds the credits of a line that tells pictures apart by their marks (图①② 甲 摄 图③ 乙 摄).
    """

    photographers: tuple[str, ...]
    source: str
    parts: tuple[tuple[str, Credit], ...] = ()

    def of(self, caption: str) -> Credit:
        """Return the credit of the picture with this folded caption."""
        mark = set(caption[:MARK_WITHIN])
        for marks, credit in self.parts:
            if mark.intersection(marks):
                return credit
        return self


@dataclass(slots=True)
class Segment:
    """Characters ``start`` to ``end`` of a line, with what was read in them.

    ``kind`` is mended while the neighbours become known; ``label`` is the page label of a jump
    line;
    ``pictures_by`` names those whom a byline (图/甲) credits with the pictures; ``from_web`` tells
    that a line of an e-paper (来源:某报 作者:甲乙) names the author, which counts where the article itself
    is not signed."""

    kind: Kind
    line: Line
    start: int
    end: int
    byline: tuple[ReadByline, ...] = ()
    dateline: Dateline = field(default_factory=Dateline)
    credit: Credit | None = None
    label: str | None = None
    pictures_by: tuple[str, ...] = ()
    from_web: bool = False

    @property
    def text(self) -> str:
        """Return the characters as printed."""
        return self.line.text[self.start : self.end]

    @property
    def folded(self) -> str:
        """Return the characters in the form that patterns read."""
        return self.line.folded[self.start : self.end]

    @property
    def size(self) -> int:
        """Return how many characters there are."""
        return self.end - self.start

    @property
    def gap(self) -> int:
        """Return how many empty lines stand above its line."""
        return self.line.gap

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the pieces of the page that the characters come from."""
        return self.line.spans_between(self.start, self.end)

    @property
    def span(self) -> Span:
        """Return the place on the page, from the first to the last character."""
        return self.line.span_between(self.start, self.end)

    @property
    def opens_line(self) -> bool:
        """Tell whether nothing of its line stands in front of it."""
        return self.start == 0

    @property
    def is_text(self) -> bool:
        """Tell whether it is held to be running text so far."""
        return self.kind is Kind.TEXT

    @property
    def is_body(self) -> bool:
        """Tell whether it is a paragraph or a part of one."""
        return self.kind in BODY

    @property
    def closes(self) -> bool:
        """Tell whether its last sentence comes to an end."""
        return self.holds(CLOSED)

    @property
    def breaks_off(self) -> bool:
        """Tell whether it is text that stops in the middle of a sentence."""
        return self.is_text and not self.holds(CLOSED)

    @property
    def is_text_line(self) -> bool:
        """Tell whether it is running text with which a line begins."""
        return self.is_text and self.opens_line

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether its words begin as the pattern says."""
        found = pattern.match(self.folded)
        return found is not None

    def holds(self, pattern: re.Pattern[str]) -> bool:
        """Tell whether what the pattern says stands anywhere in its words."""
        found = pattern.search(self.folded)
        return found is not None

    def excerpt(self) -> Excerpt:
        """Return the same characters to look for something else in them."""
        return Excerpt(self.line, self.start, self.end)


def segment_of(kind: Kind, found: Excerpt) -> Segment:
    """Return all of the excerpt as a segment."""
    return Segment(kind, found.line, found.start, found.end)


def trimmed(kind: Kind, found: Excerpt) -> Segment | None:
    """Return the excerpt without white space at its edges, None when nothing is left."""
    bare = found.stripped()
    if bare.start >= bare.end:
        return None
    return segment_of(kind, bare)
