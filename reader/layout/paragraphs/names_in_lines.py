"""Find the last line of a list of names that is set in lines."""

from __future__ import annotations

from itertools import pairwise

from reader.layout.bylines.signed_names import is_names_line
from reader.layout.segments import Kind, Segment

# The last line of a list set in lines may hold so few names.
FEWEST_NAMES = 2


def see_names_in_lines(run: list[Segment]) -> None:
    """Let a line of two names under a line of names be the rest of that list, and one padded name
    that stands no farther below.
    """
    for before, segment in pairwise(run):
        if _may_be_rest(segment, before) and _lists(before):
            segment.kind = Kind.ALONE


def _may_be_rest(segment: Segment, before: Segment) -> bool:
    if not segment.is_text_line or " " not in segment.folded:
        return False
    if _holds_names(segment):
        return True
    return segment.gap <= before.gap and is_names_line(segment.folded, least=1)


def _lists(before: Segment) -> bool:
    """Tell whether a line lists names, or ends a list of them."""
    if not before.is_body or not before.opens_line:
        return False
    if not _holds_names(before):
        return False
    ends_list = before.kind is Kind.ALONE
    return ends_list or is_names_line(before.folded)


def _holds_names(segment: Segment) -> bool:
    return is_names_line(segment.folded, least=FEWEST_NAMES)
