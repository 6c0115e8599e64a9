"""Read the opening of a report (电头): its dateline, and the byline in or without brackets."""

from __future__ import annotations

from reader.layout.bylines.byline_patterns import (
    BRACKETED,
    REPORTS,
    REPORTS_FROM,
    RUN_IN,
)
from reader.layout.bylines.dateline_patterns import DATELINE
from reader.layout.bylines.datelines import read_dateline
from reader.layout.bylines.signed_lines import read_byline
from reader.layout.lines import Excerpt
from reader.layout.segments import Kind, Segment, segment_of
from reader.results import Role


def opening(words: Excerpt) -> Segment | None:
    """Read the dateline in front and the byline behind it; None when neither stands there."""
    found = words.match(DATELINE)
    if found is None:
        return _reporters(words, None)
    end = found.end()
    signed = _reporters(words.behind(end), Role.REPORTER)
    if signed is None:
        signed = segment_of(Kind.OPENING, words.before(end))
    signed.start = words.start
    signed.dateline = read_dateline(words.line, found)
    return signed


def _reporters(words: Excerpt, role: Role | None) -> Segment | None:
    """Read the byline in front; behind a dateline names without a role get ``role``, and a rare
    surname is believed.
    """
    sure = role is not None
    for form in (BRACKETED, REPORTS_FROM, REPORTS, RUN_IN):
        found = words.match(form)
        if found is None:
            continue
        names = words.group(found, 1)
        signed = read_byline(names, role, sure=sure)
        if signed is not None:
            signed.kind = Kind.OPENING
            signed.start = words.start
            signed.end = found.end()
            return signed
    return None
