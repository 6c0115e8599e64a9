"""Split a page into logical lines that know their place on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.layout.captions.caption_patterns import CAPTION_OPENER
from reader.layout.line_patterns import (
    CAPTION_INSIDE,
    INDENT_INSIDE,
    LINE_PUNCTUATION,
    OWN_LINE,
)
from reader.patterns.line_edges import CANNOT_BEGIN, CLOSED
from reader.results import Span

# Full-width ASCII, the ideographic space and the look-alikes of the middle dot and the dash, one
# for one, so that every pattern is written once and offsets stay true.
FOLDING = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)
} | dict.fromkeys(
    (
        0x3000,
        0x00A0,
        0x0009,
        0x000D,
        0x000B,
        0x000C,
        0x0085,
        0x2028,
        0x2029,
        0xFEFF,
        0x200B,
    ),
    0x20,
)
FOLDING |= dict.fromkeys((0x2022, 0x2027, 0x30FB, 0xFF65), 0xB7)
FOLDING |= dict.fromkeys((0x2015, 0x2500), 0x2014)

WRAP_SHARE = 0.35
BEYOND_SHARE = 0.12
WRAP_LINES = 5
WRAP_WIDEST = 46
WRAP_NARROWEST = 8


def fold(text: str) -> str:
    """Return ``text`` with full-width ASCII, spaces, dots and dashes in one form, character for
    character.
    """
    return text.translate(FOLDING)


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line: its characters as printed, the page spans they come from, and the white space
    before it.

    ``gap`` counts the empty lines before it, ``indent`` the full characters of padding it opens
    with."""

    text: str
    folded: str
    spans: tuple[Span, ...]
    gap: int
    indent: int

    def place(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the page spans of ``text[start:end]``."""
        spans: list[Span] = []
        for first, last in self.spans:
            size = last - first
            if start < size and end > 0:
                spans.append((first + max(start, 0), first + min(end, size)))
            start, end = start - size, end - size
        return tuple(spans)


def logical_lines(text: str) -> list[Line]:
    """Return the page's lines: printed lines of a narrow column put together, paragraphs on one
    line taken apart.
    """
    return list(
        _unwrapped([piece for line in _printed(text) for piece in _apart(line)])
    )


def _printed(text: str) -> Iterator[Line]:
    start, gap = 0, 0
    for raw in text.split("\n"):
        folded = fold(raw)
        stripped = folded.strip()
        if stripped:
            first = folded.index(stripped[0])
            last = len(folded.rstrip())
            span = (start + first, start + last)
            yield Line(
                raw[first:last],
                folded[first:last],
                (span,),
                gap,
                _width(raw[:first]),
            )
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1


def _apart(line: Line) -> Iterator[Line]:
    """Split one line at the indents inside it, a line of captions at the next picture's number."""
    start, gap, width = 0, line.gap, line.indent
    marks = (
        CAPTION_INSIDE if CAPTION_OPENER.match(line.folded) else INDENT_INSIDE
    )
    for mark in marks.finditer(line.folded):
        yield _part(line, start, mark.start(), gap, width)
        start, gap, width = mark.end(), 0, 2
    yield _part(line, start, len(line.text), gap, width)


def _part(line: Line, start: int, end: int, gap: int, indent: int) -> Line:
    return Line(
        line.text[start:end],
        line.folded[start:end],
        line.place(start, end),
        gap,
        indent,
    )


def _width(text: str) -> int:
    """Return the printed width in full characters, rounded up: two half-width characters take one
    place.
    """
    return (sum(1 if char < "\u0100" else 2 for char in text) + 1) // 2


@dataclass(frozen=True, slots=True)
class _Column:
    """The column a page is broken at: how lines are measured, how wide it is, how paragraphs are
    set apart in it.
    """

    measure: Callable[[str], int]
    width: int
    full: int
    gap: int
    indents: bool

    def fills(self, line: Line) -> bool:
        """Tell whether a printed line reaches the edge of the column."""
        return line.indent + self.measure(line.text) >= self.width - 1


def _column(lines: list[Line]) -> _Column | None:
    """Return the page's column when most lines are broken at one, else None.

    Papers set half-width characters on half or on full places: the measure that fits more lines is
    theirs."""
    found = [
        column
        for measure in (_width, len)
        if (column := _measured(lines, measure)) is not None
    ]
    return max(found, key=lambda column: column.full) if found else None


def _measured(
    lines: list[Line], measure: Callable[[str], int]
) -> _Column | None:
    widths = [line.indent + measure(line.text) for line in lines]
    common = Counter(
        width for width in widths if WRAP_NARROWEST <= width <= WRAP_WIDEST
    ).most_common(1)
    if not common or common[0][1] < WRAP_LINES:
        return None
    edge = common[0][0]
    full = [
        line
        for line, width in zip(lines, widths, strict=True)
        if edge - 1 <= width <= edge + 1
    ]
    beyond = sum(1 for width in widths if width > edge + 1)
    broken = sum(1 for line in full if line.folded[-1] not in LINE_PUNCTUATION)
    if (
        beyond > BEYOND_SHARE * len(lines)
        or len(full) < WRAP_SHARE * len(lines)
        or broken < len(full) / 2
    ):
        return None
    gap = Counter(line.gap for line in full).most_common(1)[0][0]
    return _Column(
        measure, edge, len(full), gap, any(line.indent for line in lines)
    )


def _unwrapped(lines: list[Line]) -> Iterator[Line]:
    column = _column(lines)
    if column is None:
        yield from lines
        return
    held: list[Line] = []
    for line in lines:
        if held and not _runs_on(held[-1], line, column):
            yield from _together(held, column)
            held = []
        held.append(line)
    yield from _together(held, column)


def _runs_on(before: Line, line: Line, column: _Column) -> bool:
    """Tell whether ``line`` continues the printed line before it in the same column."""
    if line.gap > column.gap or line.indent or OWN_LINE.match(line.folded):
        return False
    if CANNOT_BEGIN.match(line.folded) or before.folded.count(
        "("
    ) > before.folded.count(")"):
        return True
    if not column.fills(before):
        return False
    return column.indents or not CLOSED.search(before.folded)


def _together(lines: list[Line], column: _Column) -> list[Line]:
    """Put printed lines together; two lines that neither open nor close a paragraph may be headings
    and stay apart.
    """
    headings = (
        len(lines) == 2
        and not lines[0].indent
        and not CLOSED.search(lines[-1].folded)
    )
    if len(lines) == 1 or (headings and column.indents):
        return lines
    text = "".join(line.text for line in lines)
    spans = tuple(span for line in lines for span in line.spans)
    return [Line(text, fold(text), spans, lines[0].gap, lines[0].indent)]
