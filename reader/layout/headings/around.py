"""See what stands around the lines that may be headings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reader.layout.segments import Kind, Segment

OPENERS = frozenset({Kind.OPENING, Kind.BYLINE, Kind.JUMP_FROM})
BETWEEN = frozenset({Kind.CAPTION, Kind.CREDIT, Kind.QUOTE})
ENDS = frozenset({Kind.JUMP_ON, Kind.CLOSING, Kind.FURNITURE})
LONGEST_REPORT = 6


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around lines that may be headings.

    ``alone``: no other such line stands between the openings around; ``brief``: one paragraph alone
    stands below;
    ``report``: a short report ends above; ``essay``: that one paragraph leads in a group of
    pictures."""

    alone: bool
    brief: bool
    report: bool
    essay: bool


def surroundings(
    segments: list[Segment], runs: list[tuple[int, int]]
) -> list[Around]:
    """Return what is known around each run."""
    stretches = _stretches(segments)
    single = Counter(
        stretches[index][0]
        for index, end in runs
        if end == index + 1
        and (end == len(segments) or segments[end].kind not in OPENERS)
    )
    around = []
    for at, (index, end) in enumerate(runs):
        following = runs[at + 1][0] if at + 1 < len(runs) else len(segments)
        stretch, report = stretches[index]
        kinds = Counter(segment.kind for segment in segments[end:following])
        brief = kinds[Kind.TEXT] == 1
        essay = (
            brief
            and kinds[Kind.CAPTION] > 1
            and segments[following - 1].kind in BETWEEN
        )
        around.append(
            Around(
                alone=single[stretch] < 2,
                brief=brief,
                report=report,
                essay=essay,
            )
        )
    return around


def _stretches(segments: list[Segment]) -> list[tuple[int, bool]]:
    """Return for each segment in which stretch between two openings it lies, and whether a short
    report fills it so far.
    """
    found: list[tuple[int, bool]] = []
    number, texts, report = 0, 0, False
    for segment in segments:
        if segment.kind in OPENERS | ENDS or segment.kind is Kind.LABEL:
            number, texts, report = number + 1, 0, bool(segment.dateline.source)
        texts += segment.kind is Kind.TEXT
        found.append((number, report and texts <= LONGEST_REPORT))
    return found
