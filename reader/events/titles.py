"""Name an event in a few printed words and say what kind it is."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.patterns import events as patterns

_LONGEST = 40


def kind_of(text: str) -> str:
    """Return the kind of the event a sentence states, ``other`` when no row of the table fits."""
    return next(
        (kind for kind, pattern in patterns.KINDS if pattern.search(text)), "other"
    )


def title_of(before: str, after: str, headline: str) -> str:
    """Return the event's name from the words around its time, else the headline, else the clause
    itself.

    ``before`` and ``after`` are the sentence in front of and behind the time; the place is taken
    out already."""
    subject = patterns.COMING.sub("", patterns.CLAUSES.split(before)[-1])
    clause = subject + after.lstrip(",\uff0c 、")
    for pattern, wording in _WORDINGS:
        match = pattern.match(clause)
        if match and len(title := wording(match)) <= _LONGEST:
            return title
    return headline or patterns.CLAUSES.split(clause)[0][:_LONGEST]


def _body_and_meeting(match: re.Match[str]) -> str:
    return (
        match["who"] + match["what"]
        if patterns.NEEDS_BODY.match(match["what"])
        else match["what"]
    )


_WORDINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (patterns.SEES, lambda match: match["what"]),
    (patterns.OPENS, lambda match: match["who"] + match["verb"]),
    (patterns.HOLDS, _body_and_meeting),
    (patterns.IS_HELD, lambda match: match["what"]),
)
