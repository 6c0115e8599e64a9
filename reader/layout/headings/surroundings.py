"""See what stands around the lines that may be headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reader.layout.headings.borders import BETWEEN, ENDS, OPENERS
from reader.layout.headings.heading_patterns import DOCUMENT
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment

# What parts one stretch of a page from the next.
PARTING = OPENERS | ENDS | {Kind.LABEL}
LONGEST_REPORT = 6


@dataclass(frozen=True, slots=True)
class HeadingRun:
    """Lines that may be headings: those from ``start`` up to ``end`` of a page."""

    page: Neighbours
    start: int
    end: int

    @property
    def is_one_line(self) -> bool:
        """Tell whether it is a single line."""
        last = self.end - 1
        return self.start == last

    def lines(self) -> list[Segment]:
        """Return the lines."""
        segments = self.page.segments
        return segments[self.start : self.end]


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
    found: list[Around] = []
    of_lines = list(_stretches(page.segments))
    stretches = [of_lines[run.start] for run in runs]
    alone = _alone_in(stretches, runs)
    below_each = _below_each(page, runs)
    for stretch, below in zip(stretches, below_each, strict=True):
        is_alone = stretch.number in alone
        found.append(_around(stretch, below, alone=is_alone))
    return found


def _alone_in(stretches: list[_Stretch], runs: list[HeadingRun]) -> set[int]:
    """Return the numbers of the stretches with one single line, or none."""
    single: Counter[int] = Counter()
    for stretch, run in zip(stretches, runs, strict=True):
        single[stretch.number] += _is_single(run)
    return {number for number, count in single.items() if count < 2}


def _is_single(run: HeadingRun) -> bool:
    """Tell whether it is one line without an opening below."""
    if not run.is_one_line or _names_a_document(run):
        return False
    below = run.page.kind_at(run.end)
    return below not in OPENERS


def _names_a_document(run: HeadingRun) -> bool:
    """Tell whether the line is the title of a document, as no crosshead is."""
    lines = run.lines()
    first = lines[0]
    return first.holds(DOCUMENT)


def _below_each(
    page: Neighbours, runs: list[HeadingRun]
) -> Iterator[list[Segment]]:
    """Yield what stands between each run and the next."""
    behind_last = len(page.segments)
    ends = [run.start for run in runs]
    ends.append(behind_last)
    for run, end in zip(runs, ends[1:], strict=True):
        yield page.segments[run.end : end]


def _around(stretch: _Stretch, below: list[Segment], *, alone: bool) -> Around:
    kinds = [segment.kind for segment in below]
    brief = kinds.count(Kind.TEXT) == 1
    essay = False
    if brief and kinds.count(Kind.CAPTION) > 1:
        essay = kinds[-1] in BETWEEN
    return Around(alone, brief, stretch.report, essay)


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
