"""Rules about fixed expressions, read from a table with dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.findings.checked_page import (
    NORMAL,
    CheckedPage,
    Doubt,
    Plain,
    doubt,
    plain_of,
)
from reader.passages import Passage
from reader.results import FixedExpression, Span
from reader.vocabulary import BlockKind, Severity

# Shorter phrases differ from ordinary words by one character too easily.
_LONG = 8


@lru_cache(4096)
def _normal(phrase: str) -> str:
    """Return a phrase without marks and spaces, as passages are searched."""
    return "".join(NORMAL.findall(phrase))


def _starts(text: str, phrase: str) -> Iterator[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)


# Phrases for which another is preferred


def fixed_expression(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a phrase for which the table prefers another on the issue date.

    Quotation marks inside do not hide it.
    """
    for expression in _superseded(page):
        for line in page.plain:
            for span in _outdated(line, expression):
                yield _prefer(line, span, expression)


def outdated_in(text: str, expression: FixedExpression) -> Iterator[Span]:
    """Yield where a text has a phrase for which another is preferred, as offsets in it."""
    phrase = _normal(expression.phrase)
    preferred = _normal(expression.preferred)
    if not phrase or phrase == preferred:
        return
    passage = Passage(BlockKind.PARAGRAPH, text, ())
    yield from _outdated(plain_of(passage), expression)


def _superseded(page: CheckedPage) -> Iterator[FixedExpression]:
    """Yield the expressions that stand on the page though another is preferred."""
    for expression in page.expressions:
        phrase = _normal(expression.phrase)
        if not phrase or phrase == _normal(expression.preferred):
            continue
        if phrase in page.all_plain:
            yield expression


def _outdated(line: Plain, expression: FixedExpression) -> Iterator[Span]:
    """Yield where a line has the phrase and not the preferred wording around it."""
    phrase = _normal(expression.phrase)
    preferred = _normal(expression.preferred)
    for at in _starts(line.text, phrase):
        if not _is_preferred_here(line.text, at, phrase, preferred):
            yield line.span(at, at + len(phrase))


def _is_preferred_here(text: str, at: int, phrase: str, preferred: str) -> bool:
    """Tell whether the phrase stands inside its preferred wording already."""
    for inside in _starts(preferred, phrase):
        if inside <= at and text.startswith(preferred, at - inside):
            return True
    return False


def _prefer(line: Plain, span: Span, expression: FixedExpression) -> Doubt:
    start, end = _with_opening_quote(line.passage.text, span)
    printed = line.passage.text[start:end]
    return doubt(
        Severity.WARNING,
        line.passage,
        (start, end),
        _prescribed(expression),
        _wording(printed, expression),
    )


def _prescribed(expression: FixedExpression) -> str:
    message = f"规范表述为“{expression.preferred}”"
    if not expression.authority:
        return message
    return f"{message}({expression.authority})"


def _wording(printed: str, expression: FixedExpression) -> str:
    """Return the preferred wording, the printed words kept where it only adds to them."""
    preferred = expression.preferred
    if not preferred.startswith(expression.phrase):
        return preferred
    added = preferred.removeprefix(expression.phrase)
    return printed + added


def _with_opening_quote(text: str, span: Span) -> Span:
    """Return the run with the mark before it that opens its quotation: “甲乙”战略."""
    start, end = span
    run = text[start:end]
    closes = "\u201d" in run and "\u201c" not in run
    if not closes:
        return span
    if text[:start].endswith("\u201c"):
        return start - 1, end
    return span


# Phrases with a character too many or too few


@dataclass(frozen=True, slots=True)
class _Near:
    """A run of a line that departs from a phrase in one inner character, at ``spot`` of the line.

    ``inside`` is the spot in the phrase.
    """

    line: Plain
    phrase: str
    spot: int
    inside: int

    @property
    def wanted(self) -> str:
        """Return the character that the phrase has there."""
        phrase = _normal(self.phrase)
        return phrase[self.inside]

    def around(self, before: int, behind: int) -> Span:
        """Return the passage offsets from so far before the spot to so far behind it."""
        start = self.spot - before
        end = self.spot + behind
        return self.line.span(start, end)

    def doubt(self, span: Span, what: str, replacement: str) -> Doubt:
        """Return a doubt about a span of the passage that says ``what`` is wrong there."""
        return doubt(
            Severity.NOTICE,
            self.line.passage,
            span,
            f"{what}:规范表述为“{self.phrase}”",
            replacement,
        )


def extra_char(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a run that is a phrase of the table with one character too many."""
    for near in _near_phrases(page, longer=1):
        span = near.around(0, 1)
        yield near.doubt(span, "疑多字", "")


def missing_char(page: CheckedPage) -> Iterator[Doubt]:
    """Doubt a run that is a phrase of the table with one character missing."""
    for near in _near_phrases(page, longer=-1):
        start, end = near.around(1, 1)
        printed = near.line.passage.text[start:end]
        wording = printed[0] + near.wanted + printed[1:]
        yield near.doubt((start, end), "疑漏字", wording)


def _near_phrases(page: CheckedPage, *, longer: int) -> Iterator[_Near]:
    """Yield each run one inner character longer or shorter than a phrase.

    One half of the phrase stands unharmed in such a run, so only its occurrences are looked at.
    """
    for phrase in _valid_phrases(page):
        wanted = _normal(phrase)
        if len(wanted) < _LONG or not _has_half(page.all_plain, wanted):
            continue
        for line in page.plain:
            for at, inside in _departures(line.text, wanted, longer):
                yield _Near(line, phrase, at + inside, inside)


def _departures(
    text: str, wanted: str, longer: int
) -> Iterator[tuple[int, int]]:
    """Yield where runs begin that depart in one character, and where in the phrase they do."""
    size = len(wanted) + longer
    for at in _candidates(text, wanted, longer):
        run = text[at : at + size]
        inside = _one_edit(run, wanted, longer)
        if inside is not None:
            yield at, inside


def _valid_phrases(page: CheckedPage) -> list[str]:
    """Return the preferred wordings valid on the issue date, each once."""
    preferred = (expression.preferred for expression in page.expressions)
    return list(dict.fromkeys(preferred))


def _halves(phrase: str) -> tuple[str, str]:
    middle = len(phrase) // 2
    return phrase[:middle], phrase[middle:]


def _has_half(text: str, wanted: str) -> bool:
    first, second = _halves(wanted)
    return first in text or second in text


def _candidates(text: str, wanted: str, longer: int) -> list[int]:
    """Return where a run may begin: with its first half, or so far before its second."""
    first, second = _halves(wanted)
    starts = set(_starts(text, first))
    before = len(first) + longer
    for at in _starts(text, second):
        if at >= before:
            starts.add(at - before)
    return sorted(starts)


def _one_edit(run: str, wanted: str, longer: int) -> int | None:
    """Return where the run departs from the phrase when one inner character is all that differs."""
    if len(run) != len(wanted) + longer:
        return None
    spot = _first_difference(run, wanted)
    if not spot:
        return None
    in_run = spot
    if longer > 0:
        in_run += 1
    in_phrase = in_run - longer
    if run[in_run:] != wanted[in_phrase:]:
        return None
    return spot


def _first_difference(run: str, wanted: str) -> int | None:
    for at, (one, other) in enumerate(zip(run, wanted, strict=False)):
        if one != other:
            return at
    return None
