"""Rules about numbers, counts and sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.events.meetings import attendances
from reader.findings.copy import CRITICAL, NOTICE, SUGGESTION, WARNING, Copy, finding
from reader.moments import numeral
from reader.passages import Passage, Stretch
from reader.patterns import findings as patterns
from reader.results import BlockKind, ReadFinding

_WAVE = "\uff5e"
# A list that names all but one of many and ends in 等 is worth a question; fewer are an open list.
_NEARLY_ALL = 4
# An enumeration is followed so far inside its paragraph.
_ENUMERATION = 1500


def number_range(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a hyphen between two numbers with a measure word (GB/T 15835-2011: a wave dash)."""
    for passage in copy.passages:
        for match in patterns.NUMBER_RANGE.finditer(passage.text):
            yield finding(
                "number_range",
                NOTICE,
                passage,
                *match.span("mark"),
                "数值范围宜用浪纹线",
                _WAVE,
            )


def attendance_arithmetic(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt an attendance whose parts do not add up; silent when a part is not printed."""
    for passage in copy.passages:
        for count in attendances(Stretch(passage, 0, len(passage.text))):
            if count.expected is None or count.absent is None or count.present is None:
                continue
            if count.expected - count.absent != count.present:
                message = f"应到{count.expected},请假{count.absent},实到{count.present}:相减不符"
                yield ReadFinding(
                    "attendance_arithmetic", CRITICAL, *count.evidence, message
                )


def unit_mismatch(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt 人数 counted in 人次."""
    for passage in copy.passages:
        for match in patterns.UNIT_MISMATCH.finditer(passage.text):
            yield finding(
                "unit_mismatch", NOTICE, passage, *match.span(), "“人数”与“人次”混用"
            )


def count_claim(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a stated number of items that the list beside it does not have."""
    for group, article in zip(copy.by_article, copy.articles, strict=True):
        paragraphs = [
            passage for passage in group if passage.kind is BlockKind.PARAGRAPH
        ]
        for index, passage in enumerate(paragraphs):
            yield from _quoted(passage)
            yield from _listed(passage)
            if article.continues_on is None:
                yield from _enumerated(passage, paragraphs[index + 1 : index + 9])


def _claim(
    passage: Passage, match: re.Match[str], severity: int, counted: int
) -> ReadFinding:
    message = f"称“{match['claimed']}”,列出{counted}项"
    return finding("count_claim", severity, passage, *match.span(), message)


def _quoted(passage: Passage) -> Iterator[ReadFinding]:
    for match in patterns.QUOTED_CLAIM.finditer(passage.text):
        claimed, counted = (
            _claimed(match),
            len(patterns.QUOTED_ITEM.findall(match["items"])),
        )
        open_list = match["open"] and counted < claimed
        if open_list and claimed - counted == 1 and counted >= _NEARLY_ALL:
            yield _claim(passage, match, SUGGESTION, counted)
        elif counted != claimed and not open_list:
            yield _claim(passage, match, WARNING, counted)
    for match in patterns.QUOTED_LIST.finditer(passage.text):
        counted = match["items"].count("、") + 1
        if counted != _claimed(match) and not match["open"]:
            yield _claim(passage, match, NOTICE, counted)


def _listed(passage: Passage) -> Iterator[ReadFinding]:
    for match in patterns.LISTED_CLAIM.finditer(passage.text):
        items = match["items"].split("、")
        claimed, counted = _claimed(match), len(items)
        joined = sum(
            item.count("和") + item.count("与") + item.count("及") for item in items
        )
        if (
            items[-1].endswith("等")
            or counted < 3
            or claimed in range(counted, counted + joined + 1)
        ):
            continue
        if abs(claimed - counted) <= 2:
            yield _claim(passage, match, NOTICE, counted)


def _enumerated(
    passage: Passage, following: Sequence[Passage]
) -> Iterator[ReadFinding]:
    for match in patterns.ORDINAL_CLAIM.finditer(passage.text):
        told = [
            passage.text[match.end() - 1 : match.end() + _ENUMERATION],
            *(one.text for one in following),
        ]
        counted = _ordinals("\u3002".join(told))
        if counted > 1 and counted != _claimed(match):
            yield _claim(passage, match, WARNING, counted)


def _ordinals(text: str) -> int:
    """Return how far 一是, 二是, 三是 … count on without a gap."""
    counted = 0
    for ordinal in patterns.ORDINAL.finditer(text):
        if numeral(ordinal["ordinal"] or ordinal["counted"]) != counted + 1:
            break
        counted += 1
    return counted


def _claimed(match: re.Match[str]) -> int:
    return numeral(match["claimed"].replace("两", "二"))
