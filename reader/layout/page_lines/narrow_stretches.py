"""Stretches of a page that are broken at a narrow column while the rest of it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

import rjieba

from reader.layout.lines import Line
from reader.layout.page_lines.line_patterns import LINE_PUNCTUATION

# A line of a narrow column is no wider, counting what stands in front of it.
WIDEST: Final = 30
# A stretch has so many lines at least, and so many of them stop inside a word: names of a list and
# verses do not.
FEWEST_LINES: Final = 6
CUT_WORDS: Final = 2
# One in so many lines stops inside a word at least.
LINES_A_CUT: Final = 8

# Tells whether the segmenter's dictionary holds a word.
is_word: Callable[[str], bool] = rjieba.has_word


def narrow_stretches(
    lines: Sequence[Line],
) -> Iterator[tuple[bool, list[Line]]]:
    """Yield the lines of a page in stretches, each with whether it may be a narrow column."""
    for is_narrow, run in groupby(lines, _is_narrow):
        for stretch in _parted(list(run)):
            yield is_narrow and _stops_inside_words(stretch), stretch


def _parted(run: Sequence[Line]) -> Iterator[list[Line]]:
    """Part lines where more empty lines stand between two of them than the least there are."""
    least = min(line.gap for line in run)
    stretch = [run[0]]
    for line in run[1:]:
        if line.gap > least:
            yield stretch
            stretch = []
        stretch.append(line)
    yield stretch


def _is_narrow(line: Line) -> bool:
    return line.indent + len(line.text) <= WIDEST


def _stops_inside_words(stretch: Sequence[Line]) -> bool:
    """Tell whether enough lines of a stretch stop inside a word."""
    if len(stretch) < FEWEST_LINES:
        return False
    cuts = sum(_cuts_word(one, other) for one, other in pairwise(stretch))
    return cuts >= max(CUT_WORDS, len(stretch) // LINES_A_CUT)


def _cuts_word(line: Line, following: Line) -> bool:
    """Tell whether the end of a line and the beginning of the next one are a known word."""
    if following.indent or following.gap > line.gap:
        return False
    last = line.folded[-1]
    if last in LINE_PUNCTUATION:
        return False
    return is_word(last + following.folded[0])
