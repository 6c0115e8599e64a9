"""See where articles begin: the runs of lines that are headings, weighed against crossheads and
lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.layout.across import word_across
from reader.layout.bylines.signatures import is_names_line, looks_like_name
from reader.layout.headings.around import (
    BETWEEN,
    ENDS,
    OPENERS,
    Around,
    surroundings,
)
from reader.layout.headings.heading_patterns import (
    BRACKETED_LINE,
    DOCUMENT,
    LONG_LIST,
    NEWS_START,
    NOT_HEADING_END,
    SENTENCE_INSIDE,
    SPEAKER,
    SUBTITLE_MARK,
    TURN,
)
from reader.layout.headings.label_patterns import DRESSED
from reader.layout.headings.ranks import heads_a_group, is_known_label
from reader.layout.jump_line_patterns import JUMP_FROM, JUMP_ON
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import (
    DAY_BELOW,
    DAY_LINE,
    GREETING,
    LIST_HEAD,
    NO_HEADINGS,
    SCHEDULE_LINE,
)
from reader.patterns.line_edges import CANNOT_BEGIN, CLOSED, ITEM

HEADING_LONGEST = 48
HEADING_LINES = 5
# From so many points on, lines that nothing else settles begin an article.
ENOUGH = 3
LONG_HEADING = 8
SHORT_HEADING = 5
MANY_COMMAS = 2
LONGEST_SPEAKER = 24


@dataclass(frozen=True, slots=True)
class _Place:
    """Lines that may be headings, ``segments[index:end]``, and the text ``below`` them."""

    segments: list[Segment]
    index: int
    end: int
    below: Segment
    usual_gap: int
    around: Around

    @property
    def first(self) -> Segment:
        return self.segments[self.index]


def headingish(segment: Segment) -> bool:
    """Tell whether a line could be a heading by its own form."""
    words = segment.folded
    return (
        segment.kind in (Kind.TEXT, Kind.LABEL)
        and segment.opens_line
        and (segment.end == len(segment.line.text) or _jumps_behind(segment))
        and len(words) <= HEADING_LONGEST
        and not NOT_HEADING_END.search(words)
        and not CANNOT_BEGIN.match(words)
        and not DAY_LINE.match(words)
        and not SCHEDULE_LINE.match(words)
        and not SENTENCE_INSIDE.search(words)
        and not TURN.match(words)
        and not LONG_LIST.match(words)
        and not any(form.match(words) for form in NO_HEADINGS)
        and not is_names_line(words)
        and (not LIST_HEAD.match(words) or bool(BRACKETED_LINE.match(words)))
    )


def _jumps_behind(segment: Segment) -> bool:
    """Tell whether only a jump line stands behind the words on their line (某题(下转A3版))."""
    behind = segment.line.folded[segment.end :]
    return bool(JUMP_ON.match(behind) or JUMP_FROM.match(behind))


def see_labels(run: list[Segment]) -> None:
    """Mark column heads: known words wherever they stand, dressed ones only above a heading or an
    opening.
    """
    for index, segment in enumerate(run):
        if not headingish(segment):
            continue
        after = run[index + 1] if index + 1 < len(run) else None
        heads = after is not None and (
            after.kind in OPENERS or headingish(after)
        )
        dressed = heads and DRESSED.match(segment.folded)
        if dressed or is_known_label(segment.folded):
            segment.kind = Kind.LABEL


def see_headings(segments: list[Segment], usual_gap: int) -> None:
    """Mark the runs of lines that are the headings of an article."""
    runs = list(_runs(segments))
    grouped = False
    for (index, end), around in zip(
        runs, surroundings(segments, runs), strict=True
    ):
        first = _first_heading(segments, index, end, usual_gap, around)
        if (
            first == end
            and grouped
            and end == index + 1
            and _heads_an_item(segments, index)
        ):
            first = index
        item = grouped and first == index == end - 1
        grouped = item or any(
            heads_a_group(one.folded) for one in segments[first:end]
        )
        if first < end:
            _lead_in(segments, first)
            first -= _speaks_first(segments, first)
        for segment in segments[first:end]:
            segment.kind = Kind.HEADING
    for segment in segments:
        if segment.kind is Kind.LABEL:
            segment.kind = Kind.HEADING


def _lead_in(segments: list[Segment], first: int) -> None:
    """Let a byline that stands above the headings at ``first``, apart from the text above it, open
    their article.
    """
    above = segments[first - 1] if first else None
    if (
        above is not None
        and above.kind is Kind.BYLINE
        and _above_headings(segments, first - 1)
    ):
        above.kind = Kind.OPENING


def _speaks_first(segments: list[Segment], first: int) -> bool:
    """Tell whether the line above the headings at ``first`` says whose words they are (市民刘先生:)."""
    if not first:
        return False
    above = segments[first - 1]
    short = (
        above.kind is Kind.TEXT
        and above.opens_line
        and len(above.text) <= LONGEST_SPEAKER
    )
    new = above.line.gap == segments[first].line.gap and _closed_before(
        segments, first - 1
    )
    speaker = SPEAKER.fullmatch(above.folded) if short and new else None
    return speaker is not None and (
        not speaker["name"] or looks_like_name(speaker["name"])
    )


def _above_headings(segments: list[Segment], at: int) -> bool:
    """Tell whether the byline at ``at`` stands above its headline: nothing or a wider gap in front
    of it.
    """
    before = segments[at - 1] if at else None
    if before is None or before.kind in ENDS:
        return True
    heading = before.kind is Kind.HEADING or headingish(before)
    return not heading and segments[at].line.gap > segments[at + 1].line.gap


def _runs(segments: list[Segment]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines that could be headings as ``(index, end)``."""
    start: int | None = None
    for index, segment in enumerate(segments):
        if headingish(segment):
            start = index if start is None else start
        elif start is not None:
            yield start, index
            start = None
    if start is not None:
        yield start, len(segments)


def _heads_an_item(segments: list[Segment], index: int) -> bool:
    """Tell whether a line heads one of several short articles under one label (会场花絮)."""
    below = _below(segments, index + 1)
    return (
        _closed_before(segments, index)
        and below is not None
        and below.kind is Kind.TEXT
    )


def _first_heading(
    segments: list[Segment],
    index: int,
    end: int,
    usual_gap: int,
    around: Around,
) -> int:
    """Return where in ``segments[index:end]`` the headings begin; ``end`` when these lines are
    none.
    """
    while index < end and _explains(segments[index].folded):
        index += 1
    label = next(
        (
            at
            for at in range(end - 1, index - 1, -1)
            if segments[at].kind is Kind.LABEL
        ),
        None,
    )
    if label is not None:
        return label
    below = _below(segments, end)
    if below is None:
        pictures = end < len(segments) and segments[end].kind in BETWEEN
        return (
            max(index, end - HEADING_LINES)
            if pictures and _closed_before(segments, index)
            else end
        )
    if below.kind in OPENERS:
        return _less_tail(
            segments, max(index, end - HEADING_LINES), end, usual_gap
        )
    for at in range(max(index, end - HEADING_LINES), end):
        apart = at > index and segments[at].line.gap > usual_gap
        place = _Place(segments, at, end, below, usual_gap, around)
        if (at == index or apart) and _begins(
            place, closed=apart or _closed_before(segments, index)
        ):
            return at
    return end


def _explains(words: str) -> bool:
    """Tell whether a line can stand only under another (in brackets, or behind a dash: who said
    it).
    """
    return bool(BRACKETED_LINE.match(words) or SUBTITLE_MARK.match(words))


def _less_tail(
    segments: list[Segment], index: int, end: int, usual_gap: int
) -> int:
    """Return where the headings begin once the lines that belong to the text above them are left
    out.

    Such lines break off in a sentence, or stand close to that text and apart from the headings (who
    signed a notice)."""
    close = index > 0 and segments[index].line.gap <= usual_gap
    for at in range(end - 2, index - 1, -1):
        commas, wider = (
            segments[at].folded.count(","),
            segments[at + 1].line.gap > segments[at].line.gap,
        )
        open_above = commas and wider and not _closed_before(segments, at)
        if (
            commas >= MANY_COMMAS
            or open_above
            or (close and segments[at + 1].line.gap > usual_gap)
        ):
            return at + 1
    return index


def _below(segments: list[Segment], end: int) -> Segment | None:
    """Return what comes behind a run of lines and the pictures under it; None at the end of the
    text.
    """
    for at in range(end, len(segments)):
        segment = segments[at]
        if segment.kind in BETWEEN or segment.kind is Kind.FURNITURE:
            continue
        return None if headingish(segment) else segment
    return None


def _closed_before(segments: list[Segment], index: int) -> bool:
    """Tell whether the text above has come to its end."""
    for at in range(index - 1, -1, -1):
        segment = segments[at]
        if segment.kind in BETWEEN or segment.kind is Kind.FURNITURE:
            continue
        return segment.kind is not Kind.TEXT or _comes_to_an_end(segment.folded)
    return True


def _comes_to_an_end(words: str) -> bool:
    return bool(
        CLOSED.search(words) or SCHEDULE_LINE.match(words)
    ) or is_names_line(words)


# What speaks for a new article


def fresh(segments: list[Segment], index: int, usual_gap: int) -> bool:
    """Tell whether something new must begin here: page start, the end of an article, or a wider
    gap.
    """
    if _behind_an_end(segments, index):
        return True
    under = segments[index - 1].kind in BETWEEN | OPENERS
    return (
        segments[index].line.gap > usual_gap
        and not under
        and _closed_before(segments, index)
    )


def _behind_an_end(segments: list[Segment], index: int) -> bool:
    before = segments[index - 1] if index else None
    if before is None or before.kind in ENDS:
        return True
    if before.kind is Kind.BYLINE:
        return _above_headings(segments, index - 1)
    return before.kind is Kind.ALONE and any(
        form.match(before.folded) for form in DAY_BELOW
    )


def _far_apart(place: _Place) -> bool:
    parted = place.first.line.gap > max(place.usual_gap, 1)
    return parted and place.segments[place.index - 1].kind not in BETWEEN


def _set_apart(place: _Place) -> bool:
    return place.below.line.gap <= place.usual_gap < place.first.line.gap


# Points for and against. A crosshead is short, one of several, numbered, and set like the text
# around it; the half of a cut paragraph runs on over commas, a picture below it.
EVIDENCE: tuple[tuple[int, Callable[[_Place], bool]], ...] = (
    (6, lambda place: _behind_an_end(place.segments, place.index)),
    (5, _far_apart),
    (
        2,
        lambda place: (
            place.index > 0
            and place.segments[place.index - 1].kind is Kind.JUMP_FROM
        ),
    ),
    (2, _set_apart),
    (4, lambda place: place.end - place.index > 1),
    (1, lambda place: place.around.alone),
    (-1, lambda place: not (place.around.alone or place.around.brief)),
    (1, lambda place: place.around.report),
    (1, lambda place: len(place.first.text) >= LONG_HEADING),
    (2, lambda place: bool(DOCUMENT.search(place.first.folded))),
    (
        2,
        lambda place: (
            bool(LIST_HEAD.match(place.below.folded))
            or is_names_line(place.below.folded)
        ),
    ),
    (3, lambda place: bool(GREETING.match(place.below.folded))),
    (3, lambda place: place.around.essay),
    (1, lambda place: bool(NEWS_START.match(place.below.folded))),
    (-1, lambda place: len(place.first.text) <= SHORT_HEADING),
    (-1, lambda place: place.segments[place.end].kind in BETWEEN),
    (-2, lambda place: "," in place.first.folded),
    (-3, lambda place: bool(ITEM.match(place.first.folded))),
)


def _begins(place: _Place, *, closed: bool) -> bool:
    """Tell whether the evidence is enough.

    An open sentence above goes on unless its article has ended; a line goes on itself where a word
    lies across its end."""
    if not closed and not _behind_an_end(place.segments, place.index):
        return False
    enough = sum(points for points, holds in EVIDENCE if holds(place)) >= ENOUGH
    return enough and not word_across(
        place.segments[place.end - 1].folded, place.below.folded
    )
