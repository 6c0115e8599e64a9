"""Put the printed lines of a narrow column together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.layout.lines import Line, fold_width
from reader.layout.page_lines.line_patterns import LINE_PUNCTUATION, OWN_LINE
from reader.patterns.line_edges import CANNOT_BEGIN, CLOSED

# Of all lines so many fill the column, and no more than so many go beyond it.
WRAP_SHARE = 0.35
BEYOND_SHARE = 0.12
# A column is known by so many lines of one width, which lies between these.
WRAP_LINES = 5
WRAP_WIDEST = 46
WRAP_NARROWEST = 8
# A line fills a column when it ends so near its edge.
TOLERANCE = 1


def printed_width(text: str) -> int:
    """Return the printed width in full characters, rounded up: two half-width characters take one
    place.
    """
    halves = sum(1 if char < "\u0100" else 2 for char in text)
    return (halves + 1) // 2


MEASURES: tuple[Callable[[str], int], ...] = (printed_width, len)


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
        width = line.indent + self.measure(line.text)
        return width >= self.width - TOLERANCE


def unwrapped(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines of a page, those of a narrow column put together."""
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


def _column(lines: list[Line]) -> _Column | None:
    """Return the page's column when most lines are broken at one, else None.

    Papers set half-width characters on half or on full places: the measure that fits more lines is
    theirs."""
    found = [_Measured(lines, measure).column() for measure in MEASURES]
    columns = [column for column in found if column is not None]
    return max(columns, key=_count_of_full, default=None)


def _count_of_full(column: _Column) -> int:
    return column.full


class _Measured:
    """The lines of a page as one measure finds them wide."""

    def __init__(self, lines: list[Line], measure: Callable[[str], int]):
        self.lines = lines
        self.measure = measure
        self.widths = [line.indent + measure(line.text) for line in lines]

    def column(self) -> _Column | None:
        """Return the column that the lines are broken at, None when they are not."""
        edge = self._edge()
        full = self._full(edge) if edge else []
        if not full or not self._breaks_at(edge, full):
            return None
        gap = Counter(line.gap for line in full).most_common(1)[0][0]
        indents = any(line.indent for line in self.lines)
        return _Column(self.measure, edge, len(full), gap, indents)

    def _edge(self) -> int:
        """Return the width that most lines have, 0 when none is frequent."""
        possible = Counter(
            width
            for width in self.widths
            if WRAP_NARROWEST <= width <= WRAP_WIDEST
        )
        width, count = next(iter(possible.most_common(1)), (0, 0))
        return width if count >= WRAP_LINES else 0

    def _full(self, edge: int) -> list[Line]:
        """Return the lines that end at the edge."""
        measured = zip(self.lines, self.widths, strict=True)
        return [
            line for line, width in measured if abs(width - edge) <= TOLERANCE
        ]

    def _breaks_at(self, edge: int, full: list[Line]) -> bool:
        """Tell whether many lines end at the edge, few beyond it, and most of them in a sentence."""
        beyond = sum(width > edge + TOLERANCE for width in self.widths)
        broken = sum(line.folded[-1] not in LINE_PUNCTUATION for line in full)
        count = len(self.lines)
        few_beyond = beyond <= BEYOND_SHARE * count
        many_full = len(full) >= WRAP_SHARE * count
        return few_beyond and many_full and broken >= len(full) / 2


def _runs_on(before: Line, line: Line, column: _Column) -> bool:
    """Tell whether ``line`` continues the printed line before it in the same column."""
    if _set_apart(line, column):
        return False
    if CANNOT_BEGIN.match(line.folded) or _opens_bracket(before.folded):
        return True
    if not column.fills(before):
        return False
    return column.indents or not CLOSED.search(before.folded)


def _set_apart(line: Line, column: _Column) -> bool:
    if line.gap > column.gap or line.indent:
        return True
    return bool(OWN_LINE.match(line.folded))


def _opens_bracket(words: str) -> bool:
    """Tell whether a bracket is left open."""
    return words.count("(") > words.count(")")


def _together(lines: list[Line], column: _Column) -> list[Line]:
    """Put printed lines together; two lines that neither open nor close a paragraph may be headings
    and stay apart.
    """
    if len(lines) == 1 or (column.indents and _may_be_headings(lines)):
        return lines
    first = lines[0]
    text = "".join(line.text for line in lines)
    spans = tuple(span for line in lines for span in line.spans)
    return [Line(text, fold_width(text), spans, first.gap, first.indent)]


def _may_be_headings(lines: list[Line]) -> bool:
    two = len(lines) == 2 and not lines[0].indent
    return two and not CLOSED.search(lines[-1].folded)
