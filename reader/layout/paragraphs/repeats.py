"""Find long runs of text that a page prints twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.layout.lines import fold
from reader.patterns.line_edges import CANNOT_BEGIN
from reader.results import Paragraph, ReadFinding

SHORTEST = 60
STEP = 20
SENTENCE_ENDS = "。!?\uff01\uff1f"


def repeated_runs(paragraphs: Sequence[Paragraph]) -> Iterator[ReadFinding]:
    """Yield both copies of each run of 60 characters or more that stands in two places of the
    page's text.

    A copy that begins in the middle of a sentence may have overwritten how the sentence went on:
    that is a gap."""
    for one, other in _pairs(paragraphs):
        for (paragraph, start, end), (twin, twin_start, _) in (
            (one, other),
            (other, one),
        ):
            first, last = paragraph.on_page(start, end)
            there = twin.on_page(twin_start, twin_start + 1)[0]
            yield ReadFinding(
                "repeated_run",
                2,
                first,
                last,
                f"这一段文字在本版第{there}字处又出现一次,疑为重排",
            )
            if start and paragraph.text[start - 1] not in SENTENCE_ENDS:
                yield ReadFinding(
                    "missing_text",
                    2,
                    first,
                    first,
                    "重复文字可能覆盖了原句的结尾,疑有缺文",
                )


Run = tuple[Paragraph, int, int]


def _pairs(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Run, Run]]:
    """Yield the two places of each repeated run; every character is looked up once, so time grows
    with the page.
    """
    seen: dict[str, tuple[int, int]] = {}
    for index, paragraph in enumerate(paragraphs):
        text, told = paragraph.text, 0
        for at in [
            at
            for at in range(len(text) - STEP + 1)
            if text[at : at + STEP] in seen
        ]:
            run = (
                _stretch(paragraphs, seen[text[at : at + STEP]], index, at)
                if at >= told
                else None
            )
            if run is not None:
                yield run
                told = run[1][2]
        for start in range(0, len(text) - STEP + 1, STEP):
            seen.setdefault(text[start : start + STEP], (index, start))


def _stretch(
    paragraphs: Sequence[Paragraph], place: tuple[int, int], index: int, at: int
) -> tuple[Run, Run] | None:
    """Stretch a match to both sides; None when the run stays short."""
    one, other = paragraphs[place[0]], paragraphs[index]
    start, twin = place[1], at
    while start and twin and one.text[start - 1] == other.text[twin - 1]:
        start, twin = start - 1, twin - 1
    size = at - twin
    while (
        start + size < len(one.text)
        and twin + size < len(other.text)
        and one.text[start + size] == other.text[twin + size]
    ):
        size += 1
    while size and CANNOT_BEGIN.match(fold(one.text[start])):
        start, twin, size = start + 1, twin + 1, size - 1
    if size < SHORTEST:
        return None
    return (one, start, start + size), (other, twin, twin + size)
