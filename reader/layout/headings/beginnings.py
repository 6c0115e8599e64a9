"""See where articles begin: the runs of lines that are headings, weighed against crossheads and
lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.layout.bylines.signed_names import looks_like_name
from reader.layout.headings.borders import (
    BETWEEN,
    OPENERS,
    closed_before,
    is_listed,
    is_signature,
    stands_above_headings,
    text_below,
)
from reader.layout.headings.heading_lines import explains, may_be_heading
from reader.layout.headings.heading_patterns import NOTICE_TITLE, SPEAKER
from reader.layout.headings.heading_weights import HeadingPlace, begins_article
from reader.layout.headings.labels import heads_a_group
from reader.layout.headings.surroundings import (
    Around,
    HeadingRun,
    surroundings,
)
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment

HEADING_LINES = 5
MANY_COMMAS = 2
LONGEST_SPEAKER = 24
# A shorter title may be the second line of one (面向全市的 | 征文).
NOTICE_SIZE = 4


def see_headings(page: Neighbours) -> None:
    """Mark the runs of lines that are the headings of an article."""
    runs = list(_runs(page))
    known = surroundings(page, runs)
    grouped = False
    for run, around in zip(runs, known, strict=True):
        headings = _headings_in(run, around, grouped=grouped)
        item = grouped and run.is_one_line and len(headings) == 1
        grouped = item or _is_group(headings)
        if headings:
            _mark(page, run.end - len(headings), run.end)
    _mark_labels(page)


def _headings_in(
    run: HeadingRun, around: Around, *, grouped: bool
) -> list[Segment]:
    """Return the lines at the end of a run that are headings; one of several short articles may
    stand under a label that groups them.
    """
    first = _first_heading(run, around)
    if grouped and first == run.end and _heads_an_item(run):
        first = run.start
    return run.page.segments[first : run.end]


def _mark_labels(page: Neighbours) -> None:
    """Let the column heads that are left be headings."""
    for segment in page.segments:
        if segment.kind is Kind.LABEL:
            segment.kind = Kind.HEADING


def _runs(page: Neighbours) -> Iterator[HeadingRun]:
    """Yield the runs of lines that could be headings."""
    start: int | None = None
    for at, segment in enumerate(page.segments):
        if may_be_heading(segment) and not _is_of_text(page, at):
            start = at if start is None else start
        elif start is not None:
            yield HeadingRun(page, start, at)
            start = None
    if start is not None:
        yield HeadingRun(page, start, len(page.segments))


def _is_of_text(page: Neighbours, at: int) -> bool:
    """Tell whether the place of a line says that it is of a text: of a list, or who signs."""
    return is_listed(page, at) or is_signature(page, at)


def _is_group(headings: list[Segment]) -> bool:
    """Tell whether headings stand over several short articles (会场花絮)."""
    for line in headings:
        label = line.folded
        if heads_a_group(label):
            return True
    return False


def _heads_an_item(run: HeadingRun) -> bool:
    """Tell whether one line heads one of several short articles under one label."""
    below = text_below(run.page, run.end)
    if below is None or not below.is_text:
        return False
    return run.is_one_line and closed_before(run.page, run.start)


def _mark(page: Neighbours, first: int, end: int) -> None:
    """Mark the headings from ``first`` up to ``end``, with who speaks above them."""
    _lead_in(page, first)
    if _is_spoken(page, first):
        first -= 1
    for segment in page.segments[first:end]:
        segment.kind = Kind.HEADING


def _lead_in(page: Neighbours, first: int) -> None:
    """Let a byline that stands above the headings at ``first``, apart from the text above it, open
    their article.
    """
    above = page.above(first)
    if above is None:
        return
    is_byline = above.kind is Kind.BYLINE
    if is_byline and stands_above_headings(page, first - 1):
        above.kind = Kind.OPENING


def _is_spoken(page: Neighbours, first: int) -> bool:
    """Tell whether the line above the headings at ``first`` says whose words they are (市民刘先生:)."""
    above = page.above(first)
    if above is None or not _names_a_speaker(above):
        return False
    heading = page.segments[first]
    together = above.gap == heading.gap
    return together and closed_before(page, first - 1)


def _names_a_speaker(line: Segment) -> bool:
    if not line.is_text_line or line.size > LONGEST_SPEAKER:
        return False
    speaker = SPEAKER.fullmatch(line.folded)
    if speaker is None:
        return False
    name = speaker["name"]
    return not name or looks_like_name(name)


# Where in a run the headings begin


def _first_heading(run: HeadingRun, around: Around) -> int:
    """Return where in a run the headings begin; its end when these lines are none."""
    run = _without_explanations(run)
    label = _last_label(run)
    if label is not None:
        return label
    below = text_below(run.page, run.end)
    if below is None:
        return _first_above_pictures(run)
    if below.kind in OPENERS:
        return _first_above_opening(run)
    return _first_weighed(run, below, around)


def _without_explanations(run: HeadingRun) -> HeadingRun:
    """Return the run without the lines in front that can stand only under another."""
    first = run.start
    for line in run.lines():
        if not explains(line.folded):
            break
        first += 1
    return replace(run, start=first)


def _last_label(run: HeadingRun) -> int | None:
    last = run.end - 1
    for at in range(last, run.start - 1, -1):
        kind = run.page.kind_at(at)
        if kind is Kind.LABEL:
            return at
    return None


def _first_possible(run: HeadingRun) -> int:
    """Return the first line of as many as headings may have."""
    first = run.end - HEADING_LINES
    return max(run.start, first)


def _first_above_pictures(run: HeadingRun) -> int:
    """Return where the headings begin under which only pictures stand."""
    page = run.page
    below = page.kind_at(run.end)
    if below in BETWEEN and closed_before(page, run.start):
        return _first_possible(run)
    return run.end


def _first_weighed(run: HeadingRun, below: Segment, around: Around) -> int:
    """Return the first line, of those at the top or set apart, that has weight enough."""
    page = run.page
    last = run.end - 1
    if page.segments[last].size >= NOTICE_SIZE and _is_notice(page, last):
        return last
    closed = closed_before(page, run.start)
    for at in range(_first_possible(run), run.end):
        inside = at > run.start
        apart = inside and page.stands_apart(at)
        if inside and not apart:
            continue
        place = HeadingPlace(
            page,
            at,
            run.end,
            below,
            around,
        )
        if begins_article(place, closed=apart or closed):
            return at
    return run.end


def _is_notice(page: Neighbours, at: int) -> bool:
    """Tell whether a line is the title of a notice, which has no other heading above it."""
    words = page.segments[at].folded
    return NOTICE_TITLE.fullmatch(words) is not None


def _first_above_opening(run: HeadingRun) -> int:
    """Return where the headings begin once the lines that belong to the text above them are left
    out.

    Such lines break off in a sentence, or stand close to that text and apart from the headings (who
    signed a notice)."""
    page = run.page
    first = _first_possible(run)
    close = first > 0 and not page.stands_apart(first)
    for below in range(run.end - 1, first, -1):
        apart = close and page.stands_apart(below)
        if apart or _runs_out(page, below - 1):
            return below
    return first


def _runs_out(page: Neighbours, at: int) -> bool:
    """Tell whether a line breaks off in a sentence that began above."""
    line = page.segments[at]
    below = page.segments[at + 1]
    commas = line.folded.count(",")
    wider = below.gap > line.gap
    began_above = commas > 0 and wider and not closed_before(page, at)
    return began_above or commas >= MANY_COMMAS
