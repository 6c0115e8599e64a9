"""Put the printed lines of a narrow column together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from reader.layout.lines import Line, fold_width
from reader.layout.page_lines.line_patterns import LINE_PUNCTUATION, OWN_LINE
from reader.layout.page_lines.narrow_stretches import narrow_stretches
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
    narrow = len(text.encode("latin-1", "ignore"))
    wide = len(text) - narrow
    pairs = (narrow + 1) // 2
    return wide + pairs


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
        width = line.indent
        width += self.measure(line.text)
        edge = self.width - TOLERANCE
        return width >= edge


def unwrapped(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines of a page, those of a narrow column put together.

    Where most of a page is set in whole paragraphs, one article of it may be broken at a column.
    """
    column = _column(lines)
    if column is not None:
        yield from _put_together(lines, column)
        return
    for is_narrow, stretch in narrow_stretches(lines):
        column = _column(stretch) if is_narrow else None
        if column is None:
            yield from stretch
        else:
            yield from _put_together(stretch, column)


def _put_together(lines: list[Line], column: _Column) -> Iterator[Line]:
    """Yield lines that are broken at a column, those of one paragraph together."""
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
    found: list[_Column] = []
    for measure in MEASURES:
        measured = _Measured(lines, measure)
        column = measured.column()
        if column is not None:
            found.append(column)
    return max(found, key=attrgetter("full"), default=None)


class _Measured:
    """The lines of a page as one measure finds them wide."""

    def __init__(self, lines: list[Line], measure: Callable[[str], int]):
        self.lines = lines
        self.measure = measure
        self.widths = [line.indent + measure(line.text) for line in lines]

    def column(self) -> _Column | None:
        """Return the column that the lines are broken at, None when they are not."""
        edge = self._edge()
        full = self._full(edge)
        if not full or not self._fits(edge, len(full)):
            return None
        if not _break_sentences(full):
            return None
        gap = _usual_gap(full)
        indents = any(line.indent for line in self.lines)
        return _Column(
            self.measure,
            edge,
            len(full),
            gap,
            indents,
        )

    def _edge(self) -> int:
        """Return the width that most lines have, 0 when none is frequent."""
        frequent: Counter[int] = Counter()
        for width in self.widths:
            if WRAP_NARROWEST <= width <= WRAP_WIDEST:
                frequent[width] += 1
        for width, count in frequent.most_common(1):
            if count >= WRAP_LINES:
                return width
        return 0

    def _full(self, edge: int) -> list[Line]:
        """Return the lines that end at the edge; none where there is no edge."""
        full: list[Line] = []
        for line, width in zip(self.lines, self.widths, strict=True):
            if edge and abs(width - edge) <= TOLERANCE:
                full.append(line)
        return full

    def _fits(self, edge: int, full: int) -> bool:
        """Tell whether many lines end at the edge and few go beyond it."""
        count = len(self.lines)
        if full < WRAP_SHARE * count:
            return False
        border = edge + TOLERANCE
        beyond = sum(width > border for width in self.widths)
        return beyond <= BEYOND_SHARE * count


def _break_sentences(full: list[Line]) -> bool:
    """Tell whether most lines that end at the edge end inside a sentence."""
    last = [line.folded[-1] for line in full]
    broken = sum(char not in LINE_PUNCTUATION for char in last)
    half = len(full) / 2
    return broken >= half


def _usual_gap(lines: list[Line]) -> int:
    """Return how many empty lines stand above most lines."""
    gaps = Counter(line.gap for line in lines)
    ((gap, _),) = gaps.most_common(1)
    return gap


def _runs_on(before: Line, line: Line, column: _Column) -> bool:
    """Tell whether ``line`` continues the printed line before it in the same column."""
    if _is_set_apart(line, column):
        return False
    if CANNOT_BEGIN.match(line.folded) or _opens_bracket(before.folded):
        return True
    if not column.fills(before):
        return False
    return column.indents or not CLOSED.search(before.folded)


def _is_set_apart(line: Line, column: _Column) -> bool:
    if line.indent:
        return True
    if line.gap > column.gap:
        return True
    own = OWN_LINE.match(line.folded)
    return own is not None


def _opens_bracket(words: str) -> bool:
    """Tell whether a bracket is left open."""
    opened = words.count("(")
    closed = words.count(")")
    return opened > closed


def _together(lines: list[Line], column: _Column) -> list[Line]:
    """Put printed lines together; two lines that neither open nor close a paragraph may be headings
    and stay apart.
    """
    if len(lines) == 1 or (column.indents and _may_be_headings(lines)):
        return lines
    return [joined(lines)]


def joined(lines: list[Line]) -> Line:
    """Return printed lines as one."""
    first = lines[0]
    text = "".join(line.text for line in lines)
    folded = fold_width(text)
    spans = chain.from_iterable(line.spans for line in lines)
    return Line(
        text,
        folded,
        tuple(spans),
        first.gap,
        first.indent,
    )


def _may_be_headings(lines: list[Line]) -> bool:
    if len(lines) != 2:
        return False
    first, last = lines
    if first.indent:
        return False
    closed = CLOSED.search(last.folded)
    return closed is None
