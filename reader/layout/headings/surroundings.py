"""See what stands around the lines that may be headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.layout.headings.borders import BETWEEN, ENDS, OPENERS
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment

# What parts one stretch of a page from the next.
PARTING = OPENERS | ENDS | {Kind.LABEL}
LONGEST_REPORT = 6


@dataclass(frozen=True, slots=True)
class HeadingRun:
    """Lines that may be headings: those from ``index`` up to ``end`` of a page."""

    page: Neighbours
    index: int
    end: int

    @property
    def is_one_line(self) -> bool:
        """Tell whether it is a single line."""
        return self.end == self.index + 1


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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines between two openings: which stretch of the page, and whether a short report fills it
    so far.
    """

    number: int
    report: bool


def surroundings(page: Neighbours, runs: list[HeadingRun]) -> list[Around]:
    """Return what is known around each run."""
    stretches = list(_stretches(page.segments))
    numbers = [stretches[run.index].number for run in runs]
    single = Counter(
        number
        for run, number in zip(runs, numbers, strict=True)
        if _is_single(run)
    )
    return [
        _around(stretches[run.index], below, alone=single[number] < 2)
        for run, number, below in zip(
            runs, numbers, _below_each(page, runs), strict=True
        )
    ]


def _is_single(run: HeadingRun) -> bool:
    """Tell whether it is one line without an opening below."""
    return run.is_one_line and run.page.kind_at(run.end) not in OPENERS


def _below_each(
    page: Neighbours, runs: list[HeadingRun]
) -> Iterator[list[Segment]]:
    """Yield what stands between each run and the next."""
    ends = [run.index for run in runs[1:]]
    ends.append(len(page.segments))
    for run, end in zip(runs, ends, strict=False):
        yield page.segments[run.end : end]


def _around(stretch: _Stretch, below: list[Segment], *, alone: bool) -> Around:
    kinds = Counter(segment.kind for segment in below)
    brief = kinds[Kind.TEXT] == 1
    pictured = kinds[Kind.CAPTION] > 1 and below[-1].kind in BETWEEN
    return Around(alone, brief, stretch.report, essay=brief and pictured)


def _stretches(segments: list[Segment]) -> Iterator[_Stretch]:
    """Yield for each segment the stretch in which it lies."""
    number = texts = 0
    report = False
    for segment in segments:
        if segment.kind in PARTING:
            number += 1
            texts = 0
            report = bool(segment.dateline.source)
        texts += segment.is_text
        yield _Stretch(number, report and texts <= LONGEST_REPORT)
