"""Doubt which edition of its day a page is of: a word of the head may be one, or a section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.layout.lines import Line
from reader.layout.page_head.head_patterns import MAY_BE_EDITION
from reader.layout.page_head.heads import Head
from reader.results import ReadFinding
from reader.vocabulary import LayoutRule, Severity


def doubtful_editions(
    lines: Sequence[Line], heads: Mapping[int, Head], known: Head
) -> Iterator[ReadFinding]:
    """Yield the words of page heads, by their lines, that may name another edition than the page is
    known to be of.
    """
    for at in heads:
        line = lines[at]
        for found in MAY_BE_EDITION.finditer(line.folded):
            if found[0] == known.edition:
                continue
            start, end = line.span_between(*found.span())
            yield ReadFinding(
                LayoutRule.DOUBTFUL_EDITION,
                Severity.SUGGESTION,
                start,
                end,
                f"版头印有“{found[0]}”,请核对这一版属于当天的哪一期",
            )
