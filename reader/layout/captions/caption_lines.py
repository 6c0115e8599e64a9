"""Find the captions that only their place shows, and the lines a page quotes large from its own
text.
"""

from __future__ import annotations

from reader.layout.across import word_across
from reader.layout.bylines.signed_lines import signed_line
from reader.layout.captions.caption_patterns import (
    CAPTION_OPENER,
    LONGEST_CAPTION,
    MOST_CAPTIONS,
    ONE_SCENE,
    PHOTO_REPORT,
    PLACED,
    QUOTE_MARKS,
    RUNS,
    SCENE,
    SHORT_CAPTION,
)
from reader.layout.drafts import Draft
from reader.layout.headings.heading_patterns import LONGEST_LABEL, TOOK_PART
from reader.layout.headings.ranks import heads_a_group, is_known_label
from reader.layout.segments import Kind, Segment
from reader.patterns.alone import DAY_LINE
from reader.patterns.line_edges import CLOSED
from reader.results import Role

# A page that quotes itself does so a few times; no more lines than this are looked for in its text.
MOST_QUOTES = 40
LONGEST_QUOTE = 60
SHORTEST_QUOTE = 8
# Between paragraphs longer than this a shorter line may be a caption.
SHORTEST_PARAGRAPH = 36


def see_captions(run: list[Segment], usual_gap: int) -> None:
    """Settle what stands between the halves of a text, in place; ``run`` is the page without
    furniture.

    A credit of its own makes the lines above it captions; without any it is a byline.
    """
    _pull_quotes(run)
    _items(run)
    for index, segment in enumerate(run):
        if segment.kind is Kind.TEXT and (
            _shows(run, index) or _in_a_gap(run, index, usual_gap)
        ):
            segment.kind = Kind.CAPTION
        if segment.kind is not Kind.CREDIT or not segment.opens_line:
            continue
        taken = _above(run, index, usual_gap)
        for line in taken:
            line.kind = Kind.CAPTION
        if not taken and segment.credit and segment.credit.photographers:
            _as_byline(segment)


def _items(run: list[Segment]) -> None:
    """Let marked lines under the label of short pieces (简讯) be those pieces and no captions."""
    for index, segment in enumerate(run):
        if not segment.opens_line or not _is_column(segment):
            continue
        end = index + 1
        while (
            end < len(run)
            and run[end].kind is Kind.CAPTION
            and run[end].folded[0] == run[index + 1].folded[0]
        ):
            end += 1
        if end > index + 2 and (
            end == len(run) or run[end].kind is not Kind.CREDIT
        ):
            for item in run[index + 1 : end]:
                item.kind = Kind.TEXT


def _is_column(segment: Segment) -> bool:
    short = segment.kind is Kind.TEXT and len(segment.text) <= LONGEST_LABEL
    return short and heads_a_group(segment.folded)


def _shows(run: list[Segment], index: int) -> bool:
    """Tell whether a short line says where people stand in a picture, or between texts only what is
    seen in it.
    """
    segment = run[index]
    if len(segment.text) <= SHORT_CAPTION and PLACED.search(segment.folded):
        return True
    between = (
        0 < index < len(run) - 1
        and run[index - 1].kind is run[index + 1].kind is Kind.TEXT
    )
    return between and segment.opens_line and bool(SCENE.match(segment.folded))


def _open(segment: Segment) -> bool:
    """Tell whether a line is text that stops in the middle of a sentence."""
    return segment.kind is Kind.TEXT and not CLOSED.search(segment.folded)


def _in_a_gap(run: list[Segment], index: int, usual_gap: int) -> bool:
    """Tell whether a closed sentence stands where a picture was: behind a wide gap that cuts a
    sentence in two.
    """
    if not 0 < index < len(run) - 1:
        return False
    before, segment, after = run[index - 1 : index + 2]
    wide = segment.line.gap > usual_gap + 1 and after.line.gap <= usual_gap
    short = (
        segment.opens_line
        and len(segment.text) <= SHORT_CAPTION
        and not _open(segment)
    )
    return (
        wide
        and short
        and _open(before)
        and after.kind is Kind.TEXT
        and len(before.text) > 1
    )


def _pull_quotes(run: list[Segment]) -> None:
    """Set aside short lines that cut a sentence in two and stand word for word elsewhere in the
    page's text.
    """
    between = [
        segment
        for before, segment, after in zip(run, run[1:], run[2:], strict=False)
        if _open(before)
        and segment.kind is Kind.TEXT
        and segment.opens_line
        and after.kind is Kind.TEXT
        if not DAY_LINE.match(segment.folded)
        if SHORTEST_QUOTE <= len(segment.text) <= LONGEST_QUOTE
        and len(before.text) > len(segment.text)
    ]
    for segment in between[:MOST_QUOTES]:
        words = segment.folded.strip(QUOTE_MARKS)
        others = (
            one.folded
            for one in run
            if one is not segment and one.kind is Kind.TEXT
        )
        if len(words) >= SHORTEST_QUOTE and any(
            words in text and not text.endswith(words) for text in others
        ):
            segment.kind = Kind.QUOTE


def _above(run: list[Segment], index: int, usual_gap: int) -> list[Segment]:
    """Return the lines that the credit at ``index`` covers, nearest first: captions already, or
    short lines.
    """
    taken: list[Segment] = []
    for at in range(index - 1, -1, -1):
        segment, below = run[at], run[at + 1]
        if segment.kind is Kind.CAPTION:
            taken.append(segment)
            continue
        longest = SHORT_CAPTION if taken else LONGEST_CAPTION
        parted = bool(taken) and below.line.gap > usual_gap
        marked = any(CAPTION_OPENER.match(one.folded) for one in taken)
        if (
            segment.kind is not Kind.TEXT
            or len(segment.text) > longest
            or parted
            or marked
        ):
            break
        if len(taken) == MOST_CAPTIONS or is_known_label(segment.folded):
            break
        if (
            _titles(segment, taken)
            or _tells_on(run, at, bool(taken))
            or (not taken and _heads_a_report(run, index))
        ):
            break
        taken.append(segment)
    return taken


def _titles(segment: Segment, taken: list[Segment]) -> bool:
    """Tell whether a line stands as a title above captions: it alone of them is no sentence."""
    closed = bool(taken) and all(CLOSED.search(one.folded) for one in taken)
    return (
        closed
        and not CLOSED.search(segment.folded)
        and not RUNS.search(segment.folded)
    )


def _tells_on(run: list[Segment], at: int, further: bool) -> bool:
    """Tell whether the line at ``at`` belongs to the text above it.

    The line right above a credit does so only behind an opening; one ``further`` up also as the
    second half of a cut or as the sentence that says who took part.
    """
    before = run[at - 1] if at else None
    if before is not None and before.line is run[at].line:
        return True
    if not further or (before is not None and _goes_on_below(run, at, before)):
        return False
    long = before is not None and (
        len(before.text) > SHORT_CAPTION or RUNS.search(before.folded)
    )
    return bool(TOOK_PART.search(run[at].folded)) or (
        before is not None and bool(long) and _open(before)
    )


def _goes_on_below(run: list[Segment], at: int, before: Segment) -> bool:
    """Tell whether a word cut at the end of ``before`` ends under the pictures: then all between
    stands under them.
    """
    below = next(
        (
            one
            for one in run[at:]
            if one.kind not in (Kind.CAPTION, Kind.CREDIT)
            and one is not run[at]
        ),
        None,
    )
    return (
        _open(before)
        and below is not None
        and word_across(before.folded, below.folded)
    )


def _heads_a_report(run: list[Segment], index: int) -> bool:
    """Tell whether 甲乙 摄影报道 stands between a headline and its text: then it is the byline."""
    reports = PHOTO_REPORT.search(run[index].folded) and _open(run[index - 1])
    return (
        bool(reports)
        and index + 1 < len(run)
        and run[index + 1].kind in (Kind.TEXT, Kind.OPENING)
    )


def see_signed_pictures(drafts: list[Draft]) -> None:
    """Find, in place, the captions of articles whose byline credits pictures and that show none:
    lines telling one scene.
    """
    for draft in drafts:
        if any(one.pictures_by for one in draft.segments) and not draft.has(
            Kind.CAPTION, Kind.CREDIT
        ):
            body = draft.of(Kind.TEXT)
            for before, segment, after in zip(
                body, body[1:], body[2:], strict=False
            ):
                short = (
                    len(segment.text)
                    <= SHORTEST_PARAGRAPH
                    < min(len(before.text), len(after.text))
                )
                if (
                    short
                    and segment.opens_line
                    and ONE_SCENE.match(segment.folded)
                ):
                    segment.kind = Kind.CAPTION


def _as_byline(segment: Segment) -> None:
    found = signed_line(segment.line, segment.start, segment.end, Role.REPORTER)
    if found is not None:
        segment.kind, segment.byline, segment.pictures_by = (
            Kind.BYLINE,
            found.byline,
            found.pictures_by,
        )
