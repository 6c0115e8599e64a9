"""Read the opening of a report (电头): its dateline, and the byline in brackets or run in behind it."""

from __future__ import annotations

from dataclasses import replace

from reader.layout.bylines.byline_patterns import BRACKETED, REPORTS
from reader.layout.bylines.dateline_patterns import DATELINE
from reader.layout.bylines.datelines import read_dateline
from reader.layout.bylines.signed_lines import read_byline
from reader.layout.lines import Excerpt
from reader.layout.segments import Kind, Segment
from reader.results import Role


def opening(words: Excerpt) -> Segment | None:
    """Read the dateline in front and the byline behind it; None when neither stands there."""
    found = words.match(DATELINE)
    if found is None:
        return _reporters(words, None)
    dateline = read_dateline(words.line, found)
    signed = _reporters(words.behind(found.end()), Role.REPORTER)
    if signed is not None:
        return replace(signed, start=words.start, dateline=dateline)
    return Segment(
        Kind.OPENING, words.line, words.start, found.end(), dateline=dateline
    )


def _reporters(words: Excerpt, role: Role | None) -> Segment | None:
    """Read the byline in front; behind a dateline names without a role get ``role``, and a rare
    surname is believed.
    """
    for form in (BRACKETED, REPORTS):
        found = words.match(form)
        if found is None:
            continue
        names = words.group(found, 1)
        signed = read_byline(names, role, sure=role is not None)
        if signed is not None:
            return replace(
                signed, start=words.start, end=found.end(), kind=Kind.OPENING
            )
    return None
