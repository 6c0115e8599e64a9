"""A run of one line with a kind: the material articles are put together from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from reader.layout.lines import Line
from reader.results import Dateline, ReadByline, Span


class Kind(Enum):
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
        return next(
            (
                credit
                for marks, credit in self.parts
                if set(marks) & set(caption[:MARK_WITHIN])
            ),
            self,
        )


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
        return self.line.text[self.start : self.end]

    @property
    def folded(self) -> str:
        return self.line.folded[self.start : self.end]

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.line.place(self.start, self.end)

    @property
    def span(self) -> Span:
        spans = self.spans
        return spans[0][0], spans[-1][1]

    @property
    def opens_line(self) -> bool:
        return self.start == 0


def trimmed(kind: Kind, line: Line, start: int, end: int) -> Segment | None:
    """Return the segment without white space at its edges, None when nothing is left."""
    words = line.folded[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Segment(kind, line, start, end) if start < end else None
