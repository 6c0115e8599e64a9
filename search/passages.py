"""The passages of a text in which the words of a query stand, cut for showing them marked.

Words are marked where the query's own characters stand (by offset), never by a segmenter's tokens,
whose cuts differ between text and query.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.folding import fold, fold_with_offsets

AROUND = 36
MOST_PASSAGES = 3
MOST_CHARACTERS = 200
ELLIPSIS = "…"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a passage, all marked or none."""

    text: str
    marked: bool = False


def spans_of(text: str, words: Iterable[str]) -> list[Span]:
    """Return where the folded words stand in the text: half-open Python offsets in order,
    overlapping ones joined.
    """
    folded, offsets = fold_with_offsets(text)
    found = sorted(
        (offsets[at], offsets[at + len(word) - 1] + 1)
        for word in words
        for at in _places(folded, word)
    )
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def marked(text: str, words: Iterable[str]) -> list[Run]:
    """Return the whole text as runs, the words marked."""
    return _cut(text, spans_of(text, words), 0, len(text))


def passages_of(lines: Iterable[str], words: Sequence[str]) -> list[list[Run]]:
    """Return passages of the lines around the words: the lines with the most different words first,
    then in order.
    """
    scored = [
        (sum(word in folded for word in words), line)
        for line, folded in ((line, fold(line)) for line in lines)
    ]
    best = sorted(
        (item for item in scored if item[0]), key=lambda item: -item[0]
    )[:MOST_PASSAGES]
    return [_passage(line, spans_of(line, words)) for _score, line in best]


def _places(folded: str, word: str) -> list[int]:
    places = []
    at = folded.find(word)
    while at >= 0:
        places.append(at)
        at = folded.find(word, at + 1)
    return places


def _passage(line: str, spans: list[Span]) -> list[Run]:
    """Cut a window around the first span, as wide as further spans need and ``MOST_CHARACTERS``
    allow.
    """
    start = max(spans[0][0] - AROUND, 0)
    near = [end for _start, end in spans if end - start <= MOST_CHARACTERS] or [
        start + MOST_CHARACTERS
    ]
    end = min(near[-1] + AROUND, len(line))
    runs = _cut(line, spans, start, end)
    return (
        [Run(ELLIPSIS)] * (start > 0)
        + runs
        + [Run(ELLIPSIS)] * (end < len(line))
    )


def _cut(text: str, spans: Iterable[Span], start: int, end: int) -> list[Run]:
    runs = []
    at = start
    for first, last in spans:
        first = max(first, start)
        last = min(last, end)
        if first >= last:
            continue
        runs += [Run(text[at:first]), Run(text[first:last], marked=True)]
        at = last
    return [run for run in [*runs, Run(text[at:end])] if run.text]
