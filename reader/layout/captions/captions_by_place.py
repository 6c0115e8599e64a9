"""Find the captions that only their place shows."""

from __future__ import annotations

from reader.layout.bylines.signed_lines import read_byline
from reader.layout.captions.above_credits import captions_above
from reader.layout.captions.caption_patterns import (
    PLACED,
    SCENE,
    SHORT_CAPTION,
)
from reader.layout.captions.marked_items import see_marked_items
from reader.layout.captions.pull_quotes import see_pull_quotes
from reader.layout.neighbours import Neighbours
from reader.layout.segments import Kind, Segment
from reader.results import Role


def see_captions(page: Neighbours) -> None:
    """Settle what stands between the halves of a text, in place; ``page`` is without furniture.

    A credit of its own makes the lines above it captions; without any it is a byline.
    """
    see_pull_quotes(page.segments)
    see_marked_items(page.segments)
    for at, segment in enumerate(page.segments):
        if segment.is_text and _is_caption(page, at):
            segment.kind = Kind.CAPTION
        if _is_own_credit(segment):
            _see_above(page, at)


def _is_own_credit(segment: Segment) -> bool:
    if segment.kind is not Kind.CREDIT:
        return False
    return segment.opens_line


def _is_caption(page: Neighbours, at: int) -> bool:
    if _shows(page, at):
        return True
    return _fills_a_gap(page, at)


def _see_above(page: Neighbours, at: int) -> None:
    """Make captions of the lines above the credit at ``at``, or a byline of the credit."""
    captions = captions_above(page, at)
    if not captions:
        _as_byline(page.segments[at])
    for caption in captions:
        caption.kind = Kind.CAPTION


def _as_byline(credit: Segment) -> None:
    """Make a byline of a credit that names people (甲乙 摄影报道)."""
    if credit.credit is None or not credit.credit.photographers:
        return
    names = credit.excerpt()
    found = read_byline(names, Role.REPORTER)
    if found is not None:
        credit.kind = Kind.BYLINE
        credit.byline = found.byline
        credit.pictures_by = found.pictures_by


def _shows(page: Neighbours, at: int) -> bool:
    """Tell whether a short line says where people stand in a picture, or between texts only what is
    seen in it.
    """
    segment = page.segments[at]
    if segment.size <= SHORT_CAPTION and segment.holds(PLACED):
        return True
    if not segment.opens_line or not page.is_amid_text(at):
        return False
    return segment.matches(SCENE)


def _fills_a_gap(page: Neighbours, at: int) -> bool:
    """Tell whether a closed sentence stands where a picture was: behind a wide gap that cuts a
    sentence in two.
    """
    if not page.is_amid_text(at):
        return False
    if not _is_behind_wide_gap(page, at):
        return False
    before = page.segments[at - 1]
    cut = before.size > 1 and before.breaks_off
    return cut and _is_short_sentence(page.segments[at])


def _is_behind_wide_gap(page: Neighbours, at: int) -> bool:
    if page.stands_apart(at + 1):
        return False
    return page.segments[at].gap > page.usual_gap + 1


def _is_short_sentence(segment: Segment) -> bool:
    short = segment.size <= SHORT_CAPTION
    return short and segment.opens_line and segment.closes
