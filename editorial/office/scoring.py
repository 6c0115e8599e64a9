"""How many errors an issue was printed with, in points for ten thousand characters.

Source: annex of 报纸期刊质量管理规定 (国新出发〔2020〕10号); the pass mark of a newspaper is that of
CY/T 266-2023. Only what the paper itself got wrong counts, never what our reading did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import F, Sum
from django.db.models.functions import Length

from articles.models import Article
from articles.models.selector import Part
from editorial.models import Finding, Rule
from records.diff import changes

PASS_MARK = Decimal(3)
PER_CHARACTERS = 10_000
# The same error counts so many times an issue.
MOST_OF_THE_SAME = 3
# What counts twice: a heading, a name.
TWICE = Decimal(2)
PUNCTUATION = Decimal("0.1")
NUMBER_STYLE = Decimal("0.1")
MOST_NUMBER_STYLE = Decimal(1)
FACT = Decimal(1)
# Wrong, extra or missing text: up to so many characters so many points, more the last.
TEXT = ((1, Decimal(1)), (5, Decimal(2)))
LONG_TEXT = Decimal(4)

NAMES = frozenset({Rule.NAME_NEAR_MISS, Rule.NAME_ORDER, Rule.POST_AT_DATE})
WORDING = frozenset({Rule.FIXED_EXPRESSION, Rule.EXTRA_CHAR, Rule.MISSING_CHAR})
HEADINGS = frozenset({Part.KICKER, Part.HEADLINE, Part.SUBTITLE})


@dataclass(frozen=True, slots=True)
class ErrorRate:
    """Points and the characters they are counted against: those that were read, a lower bound of
    the type area, so that the rate is an upper one.
    """

    points: Decimal
    characters: int

    @property
    def rate(self) -> Decimal | None:
        """Points for ten thousand characters, None where nothing was read."""
        if not self.characters:
            return None
        exact = self.points * PER_CHARACTERS / self.characters
        return exact.quantize(Decimal("0.1"))

    @property
    def passes(self) -> bool:
        rate = self.rate
        if rate is None:
            return True
        return rate <= PASS_MARK


def error_rates(issues: Iterable[int]) -> dict[int, ErrorRate]:
    """Return the error rate of each of these issues by its key."""
    keys = list(issues)
    errors: dict[int, list[Finding]] = {key: [] for key in keys}
    for finding in _misprints(keys):
        errors[finding.page.issue_id].append(finding)
    characters = _characters(keys)
    return {
        key: ErrorRate(points_of(found), characters.get(key, 0))
        for key, found in errors.items()
    }


def _misprints(issues: list[int]) -> Iterable[Finding]:
    """Return what editors found the paper to have got wrong."""
    accepted = Finding.objects.filter(
        page__issue__in=issues,
        origin=Finding.Origin.PRINT,
        status=Finding.Status.ACCEPTED,
    )
    return accepted.select_related("page").defer("page__text")


def _characters(issues: list[int]) -> dict[int, int]:
    """Return how many characters were read of each issue's articles."""
    long = sum(
        (Length(f"read_{name}") for name in Article.TEXT_FIELDS[1:]),
        start=Length("read_kicker"),
    )
    articles = Article.objects.filter(page__issue__in=issues).order_by()
    counted = articles.values(issue=F("page__issue"))
    totals = counted.annotate(total=Sum(long))
    return {row["issue"]: row["total"] or 0 for row in totals}


def points_of(errors: Iterable[Finding]) -> Decimal:
    """Add up the errors of one issue, the caps kept."""
    seen: Counter[tuple[str, str, str | None]] = Counter()
    style = Decimal(0)
    total = Decimal(0)
    for error in errors:
        same = (error.rule, error.exact, error.replacement)
        seen[same] += 1
        if error.rule == Rule.NUMBER_RANGE:
            style += NUMBER_STYLE
        elif seen[same] <= MOST_OF_THE_SAME:
            total += points_for(error)
    return total + min(style, MOST_NUMBER_STYLE)


def points_for(error: Finding) -> Decimal:
    """Return the points of one error."""
    rule = error.rule
    if rule == Rule.NUMBER_RANGE:
        return NUMBER_STYLE
    if rule == Rule.UNBALANCED_MARKS:
        return PUNCTUATION
    points = _for_text(error) if rule in WORDING else FACT
    if rule in NAMES or error.part in HEADINGS:
        return points * TWICE
    return points


def _for_text(error: Finding) -> Decimal:
    """Return the points of wrong text, by how many characters are wrong, extra or missing."""
    wrong = sum(
        max(len(run.old), len(run.new))
        for run in changes(error.exact, error.replacement or "")
    )
    for most, points in TEXT:
        if wrong <= most:
            return points
    return LONG_TEXT
