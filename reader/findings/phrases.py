"""Rules about fixed expressions, read from a table with dates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reader.findings.checked_page import (
    NORMAL,
    CheckedPage,
    Doubt,
    Plain,
    doubt,
)
from reader.results import FixedExpression, Span
from reader.vocabulary import Severity

# Shorter phrases differ from ordinary words by one character too easily.
_LONG = 8


@lru_cache(4096)
def _normal(phrase: str) -> str:
    """Return a phrase without marks and spaces, as passages are searched."""
    return "".join(NORMAL.findall(phrase))


def _places(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


def fixed_expression(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a phrase for which the table prefers another on the issue date.

    Quotation marks inside do not hide it.
    """
    for expression in page.context.fixed_expressions:
        phrase = _normal(expression.phrase)
        if not phrase or phrase not in page.all_plain:
            continue
        preferred = _normal(expression.preferred)
        if phrase == preferred or not expression.is_valid_on(page.context.date):
            continue
        for line in page.plain:
            for at in _places(line.text, phrase):
                if not _preferred_here(line.text, at, phrase, preferred):
                    span = line.span(at, at + len(phrase))
                    yield _prefer(line, span, expression)


def _preferred_here(text: str, at: int, phrase: str, preferred: str) -> bool:
    """Say whether the phrase stands inside its preferred wording already."""
    for inside in _places(preferred, phrase):
        if inside <= at and text.startswith(preferred, at - inside):
            return True
    return False


def _prefer(line: Plain, span: Span, expression: FixedExpression) -> Doubt:
    start, end = _with_opening_quote(line.passage.text, span)
    wording = expression.preferred
    if wording.startswith(expression.phrase):
        added = wording[len(expression.phrase) :]
        wording = line.passage.text[start:end] + added
    message = f"规范表述为“{expression.preferred}”"
    if expression.authority:
        message += f"({expression.authority})"
    return doubt(Severity.WARNING, line.passage, (start, end), message, wording)


def _with_opening_quote(text: str, span: Span) -> Span:
    """Return the run with the mark before it that opens its quotation: “甲乙”战略."""
    start, end = span
    run = text[start:end]
    closes = "\u201d" in run and "\u201c" not in run
    if closes and text[:start].endswith("\u201c"):
        return start - 1, end
    return span


def extra_char(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a run that is a phrase of the table with one character too many."""
    for line, phrase, at, spot in _near_phrases(page, longer=1):
        span = line.span(at + spot, at + spot + 1)
        message = f"疑多字:规范表述为“{phrase}”"
        yield doubt(Severity.NOTICE, line.passage, span, message, "")


def missing_char(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a run that is a phrase of the table with one character missing."""
    for line, phrase, at, spot in _near_phrases(page, longer=-1):
        span = line.span(at + spot - 1, at + spot + 1)
        printed = line.passage.text[slice(*span)]
        missing = _normal(phrase)[spot]
        wording = printed[0] + missing + printed[1:]
        message = f"疑漏字:规范表述为“{phrase}”"
        yield doubt(Severity.NOTICE, line.passage, span, message, wording)


def _near_phrases(
    page: CheckedPage, *, longer: int
) -> Iterator[tuple[Plain, str, int, int]]:
    """Yield each run one inner character longer or shorter than a phrase.

    A run is its line, the phrase, its offset in the line and the spot where it departs. One half
    of the phrase stands unharmed in such a run, so only its occurrences are looked at.
    """
    for phrase in _valid_phrases(page):
        wanted = _normal(phrase)
        if len(wanted) < _LONG or not _half_stands(page.all_plain, wanted):
            continue
        size = len(wanted) + longer
        for line in page.plain:
            for at in _candidates(line.text, wanted, longer):
                run = line.text[at : at + size]
                spot = _one_edit(run, wanted, longer)
                if spot is not None:
                    yield line, phrase, at, spot


def _valid_phrases(page: CheckedPage) -> list[str]:
    """Return the preferred wordings valid on the issue date, each once."""
    phrases = dict.fromkeys(
        expression.preferred
        for expression in page.context.fixed_expressions
        if expression.is_valid_on(page.context.date)
    )
    return list(phrases)


def _half_stands(text: str, wanted: str) -> bool:
    half = len(wanted) // 2
    return wanted[:half] in text or wanted[half:] in text


def _candidates(text: str, wanted: str, longer: int) -> list[int]:
    """Return where a run may begin: with its first half, or so far before its second."""
    half = len(wanted) // 2
    starts = set(_places(text, wanted[:half]))
    for at in _places(text, wanted[half:]):
        if at >= half + longer:
            starts.add(at - half - longer)
    return sorted(starts)


def _one_edit(run: str, wanted: str, longer: int) -> int | None:
    """Return where the run departs from the phrase when one inner character is all that differs."""
    if len(run) != len(wanted) + longer:
        return None
    spot = _first_difference(run, wanted)
    if not spot:
        return None
    if longer > 0:
        alike = run[spot + 1 :] == wanted[spot:]
    else:
        alike = run[spot:] == wanted[spot + 1 :]
    return spot if alike else None


def _first_difference(run: str, wanted: str) -> int | None:
    for at, (one, other) in enumerate(zip(run, wanted, strict=False)):
        if one != other:
            return at
    return None
