"""Cut each line into segments by what can be read in the line alone."""

from __future__ import annotations

from dataclasses import replace

from reader.layout.bylines.signed_lines import (
    author_line,
    closing_byline,
    line_byline,
    opening,
)
from reader.layout.captions.caption_patterns import (
    CAPTION_OPENER,
    LONGEST_CAPTION,
    NOT_CAPTION,
    SIGNED_ITEM,
    TEXT_FIRST,
)
from reader.layout.captions.credits import split_caption
from reader.layout.jump_line_patterns import JUMP_FROM, JUMP_FROM_TAIL, JUMP_ON
from reader.layout.lines import Line
from reader.layout.page_head.furniture_patterns import DUTIES_TAIL, END_TAIL
from reader.layout.page_head.heads import is_furniture, page_label
from reader.layout.segments import Kind, Segment, trimmed
from reader.patterns.line_edges import CLOSED, LONGEST_TAIL


def cut(line: Line, head: bool) -> list[Segment]:
    """Return the segments of a line in order; ``head`` says that it is known to be a page head."""
    if not head and (author := author_line(line)):
        return [author]
    if head or is_furniture(line.folded):
        return [Segment(Kind.FURNITURE, line, 0, len(line.text))]
    before, start = _jump_from(line)
    end, behind = _tails(line, start)
    middle = _middle(line, start, end)
    return [
        segment for segment in [before, *middle, *behind] if segment is not None
    ]


def _jump_from(line: Line) -> tuple[Segment | None, int]:
    match = JUMP_FROM.match(line.folded)
    if match is None:
        return None, 0
    found = trimmed(Kind.JUMP_FROM, line, 0, match.end())
    return found and replace(
        found, label=page_label(match["page"])
    ), match.end()


def _tails(line: Line, start: int) -> tuple[int, list[Segment | None]]:
    """Take jump lines, the names of the editors and closing words off the end, however many there
    are.
    """
    end, behind = len(line.text), list[Segment | None]()
    while True:
        first = max(start, end - LONGEST_TAIL)
        words = line.folded[first:end]
        if match := JUMP_ON.search(words) or JUMP_FROM_TAIL.search(words):
            closed = CLOSED.search(words[: match.start()])
            kind = (
                Kind.JUMP_ON
                if match.re is JUMP_ON or closed
                else Kind.JUMP_FROM
            )
            found = trimmed(kind, line, first + match.start(), end)
            behind.insert(
                0, found and replace(found, label=page_label(match["page"]))
            )
        elif match := DUTIES_TAIL.search(words) or END_TAIL.search(words):
            behind.insert(
                0, trimmed(Kind.FURNITURE, line, first + match.start(), end)
            )
        else:
            return end, behind
        end = first + match.start()
        if end == start:
            return end, behind


def _middle(line: Line, start: int, end: int) -> list[Segment | None]:
    words = line.folded[start:end]
    if not words.strip():
        return []
    if caption := _caption(line, start, end):
        return caption
    if whole := line_byline(line, start, end):
        return [whole]
    first = opening(line, start, end)
    if (
        first is not None
        and first.end == end
        and words.lstrip().startswith("(")
    ):
        return [replace(first, kind=Kind.CLOSING)]
    if first is not None:
        start = first.end
    text_end, last = closing_byline(line, start, end)
    return [first, trimmed(Kind.TEXT, line, start, text_end), *last]


def _caption(line: Line, start: int, end: int) -> list[Segment | None] | None:
    """Read a line as a caption, a caption with its credit, or a credit alone; None when it is none
    of them.
    """
    words = line.folded[start:end].strip()
    start += line.folded[start:end].index(words[0])
    short = len(words) <= LONGEST_CAPTION and not TEXT_FIRST.match(words)
    found = split_caption(words) if short else None
    if found is not None and line_byline(line, start, start + found[0]) is None:
        at, credit = found
        caption = trimmed(Kind.CAPTION, line, start, start + at)
        behind = trimmed(Kind.CREDIT, line, start + at, end)
        return [caption, behind and replace(behind, credit=credit)]
    item = NOT_CAPTION.match(words) or SIGNED_ITEM.search(words)
    if short and CAPTION_OPENER.match(words) and not item:
        return [trimmed(Kind.CAPTION, line, start, end)]
    return None
