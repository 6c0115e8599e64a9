"""The passages of a text in which the words of a query stand, cut for showing them marked.

Words are marked where the query's own characters stand (by offset), never by a segmenter's tokens,
whose cuts differ between text and query.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.models.selector import TextRange
from search.folding import fold, fold_with_offsets

AROUND = 36
MOST_PASSAGES = 3
MOST_CHARACTERS = 200
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """Characters of a passage, all marked or none."""

    text: str
    marked: bool = False


def ranges_of(text: str, words: Iterable[str]) -> list[TextRange]:
    """Return where the folded words stand in the text: half-open Python offsets in order,
    overlapping ones joined.
    """
    return list(_joined(sorted(_found(text, words))))


def marked(text: str, words: Iterable[str]) -> list[MarkedRun]:
    """Return the whole text as runs, the words marked."""
    return _cut(text, ranges_of(text, words), 0, len(text))


def passages_of(
    lines: Sequence[str], words: Sequence[str]
) -> list[list[MarkedRun]]:
    """Return passages of the lines around the words: the lines with the most different words first,
    then in order.
    """
    best = _best(lines, words)
    return [_passage(line, ranges_of(line, words)) for line in best]


def _best(lines: Sequence[str], words: Sequence[str]) -> list[str]:
    """Return the lines with the most different words, at least one, best first."""
    scores = {line: _score(line, words) for line in lines}
    found = [line for line in lines if scores[line]]
    found.sort(key=lambda line: -scores[line])
    return found[:MOST_PASSAGES]


def _score(line: str, words: Sequence[str]) -> int:
    """Return how many of the folded words stand in a line."""
    folded = fold(line)
    return sum(word in folded for word in words)


def _found(text: str, words: Iterable[str]) -> Iterator[TextRange]:
    """Yield each place of each folded word in the text, word by word."""
    folded, offsets = fold_with_offsets(text)
    for word in words:
        for start in _starts(folded, word):
            last = start + len(word) - 1
            yield offsets[start], offsets[last] + 1


def _starts(folded: str, word: str) -> Iterator[int]:
    """Yield where a word begins, also within another place of its own."""
    start = folded.find(word)
    while start >= 0:
        yield start
        start = folded.find(word, start + 1)


def _joined(places: Iterable[TextRange]) -> Iterator[TextRange]:
    """Join places, given in order, that touch or overlap."""
    joined: TextRange | None = None
    for start, end in places:
        if joined is None:
            joined = (start, end)
        elif start <= joined[1]:
            joined = (joined[0], max(end, joined[1]))
        else:
            yield joined
            joined = (start, end)
    if joined is not None:
        yield joined


def _passage(line: str, places: Sequence[TextRange]) -> list[MarkedRun]:
    """Cut a window around the first place, as wide as further places need and ``MOST_CHARACTERS``
    allow.
    """
    start = max(places[0][0] - AROUND, 0)
    end = min(_last_near(places, start) + AROUND, len(line))
    runs = _cut(line, places, start, end)
    if start > 0:
        runs.insert(0, MarkedRun(ELLIPSIS))
    if end < len(line):
        runs.append(MarkedRun(ELLIPSIS))
    return runs


def _last_near(places: Iterable[TextRange], start: int) -> int:
    """Return where the last place that fits into a window from ``start`` ends."""
    limit = start + MOST_CHARACTERS
    last = limit
    for _start, end in places:
        if end <= limit:
            last = end
    return last


def _cut(
    text: str, places: Iterable[TextRange], start: int, end: int
) -> list[MarkedRun]:
    """Cut ``text[start:end]`` into runs at the places."""
    runs = []
    at = start
    for place in places:
        first = max(place[0], start)
        last = min(place[1], end)
        if first < last:
            runs.append(MarkedRun(text[at:first]))
            runs.append(MarkedRun(text[first:last], marked=True))
            at = last
    runs.append(MarkedRun(text[at:end]))
    return [run for run in runs if run.text]
