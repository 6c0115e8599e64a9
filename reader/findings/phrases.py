"""Rules about fixed expressions, read from a table with dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from reader.findings.copy import NOTICE, WARNING, Copy, Plain, finding
from reader.patterns import findings as patterns
from reader.results import FixedExpression, ReadFinding

# Shorter phrases differ from ordinary words by one character too easily.
_LONG = 8


@lru_cache(4096)
def _normal(phrase: str) -> str:
    return "".join(patterns.NORMAL.findall(phrase))


def _valid(expression: FixedExpression, date: dt.date | None) -> bool:
    first, last = expression.valid_from, expression.valid_to
    if date is None:
        return first is None and last is None
    return (first is None or first <= date) and (last is None or date <= last)


def _finds(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


def fixed_expression(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a phrase for which the table prefers another on the issue date; quotation marks inside
    do not hide it.
    """
    for expression in copy.context.fixed_expressions:
        phrase, preferred = _normal(expression.phrase), _normal(expression.preferred)
        stands = bool(phrase) and phrase in copy.all_plain
        if (
            not stands
            or phrase == preferred
            or not _valid(expression, copy.context.date)
        ):
            continue
        for line in copy.plain:
            for at in _finds(line.text, phrase):
                if not _preferred_here(line.text, at, phrase, preferred):
                    yield _prefer(line, at, len(phrase), expression)


def _preferred_here(text: str, at: int, phrase: str, preferred: str) -> bool:
    """Say whether the phrase stands inside its preferred wording already."""
    return any(
        text.startswith(preferred, at - inside)
        for inside in _finds(preferred, phrase)
        if inside <= at
    )


def _prefer(
    line: Plain, at: int, length: int, expression: FixedExpression
) -> ReadFinding:
    start, end = line.span(at, at + length)
    start -= _opens_before(line.passage.text, start, end)
    printed = line.passage.text[start:end]
    added = expression.preferred.startswith(expression.phrase)
    wording = (
        printed + expression.preferred[len(expression.phrase) :]
        if added
        else expression.preferred
    )
    authority = f"({expression.authority})" if expression.authority else ""
    message = f"规范表述为“{expression.preferred}”{authority}"
    return finding(
        "fixed_expression", WARNING, line.passage, start, end, message, wording
    )


def _opens_before(text: str, start: int, end: int) -> bool:
    """Say whether the quotation that closes inside the run opens just before it: “甲乙”战略."""
    return (
        "\u201d" in text[start:end]
        and "\u201c" not in text[start:end]
        and text[:start].endswith("\u201c")
    )


def extra_char(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a run that is a phrase of the table with one character too many."""
    for line, phrase, at, spot in _near_phrases(copy, longer=1):
        start, end = line.span(at + spot, at + spot + 1)
        yield finding(
            "extra_char",
            NOTICE,
            line.passage,
            start,
            end,
            f"疑多字:规范表述为“{phrase}”",
            "",
        )


def missing_char(copy: Copy) -> Iterator[ReadFinding]:
    """Doubt a run that is a phrase of the table with one character missing."""
    for line, phrase, at, spot in _near_phrases(copy, longer=-1):
        start, end = line.span(at + spot - 1, at + spot + 1)
        printed = line.passage.text[start:end]
        wording = printed[0] + _normal(phrase)[spot] + printed[1:]
        yield finding(
            "missing_char",
            NOTICE,
            line.passage,
            start,
            end,
            f"疑漏字:规范表述为“{phrase}”",
            wording,
        )


def _near_phrases(copy: Copy, *, longer: int) -> Iterator[tuple[Plain, str, int, int]]:
    """Yield each run that is one inner character longer or shorter than a phrase: line, phrase,
    offset, the spot.

    One half of the phrase stands unharmed in such a run, so only its occurrences are looked at.
    """
    phrases = dict.fromkeys(
        expression.preferred
        for expression in copy.context.fixed_expressions
        if _valid(expression, copy.context.date)
    )
    for phrase in phrases:
        wanted = _normal(phrase)
        half = len(wanted) // 2
        if len(wanted) < _LONG or not (
            wanted[:half] in copy.all_plain or wanted[half:] in copy.all_plain
        ):
            continue
        for line in copy.plain:
            for at in sorted(_candidates(line.text, wanted, longer)):
                spot = _one_edit(
                    line.text[at : at + len(wanted) + longer], wanted, longer
                )
                if spot is not None:
                    yield line, phrase, at, spot


def _candidates(text: str, wanted: str, longer: int) -> set[int]:
    half = len(wanted) // 2
    heads = set(_finds(text, wanted[:half]))
    return heads | {
        at - half - longer for at in _finds(text, wanted[half:]) if at >= half + longer
    }


def _one_edit(run: str, wanted: str, longer: int) -> int | None:
    """Return where the run departs from the phrase when one inner character is all that differs."""
    if len(run) != len(wanted) + longer:
        return None
    spot = next(
        (
            at
            for at, (one, other) in enumerate(zip(run, wanted, strict=False))
            if one != other
        ),
        None,
    )
    if not spot:
        return None
    rest = (
        run[spot + 1 :] == wanted[spot:]
        if longer > 0
        else run[spot:] == wanted[spot + 1 :]
    )
    return spot if rest else None
