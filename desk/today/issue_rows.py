"""How each issue stands: coverage, what is doubted, states of its articles, errors of the print."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Avg, Count

from articles.models import Article, Issue, Page
from desk.proofs.proof_lines import ProofLine, proof_lines
from editorial.models import Severity
from editorial.office.scoring import ErrorRate, error_rates
from editorial.office.waiting import findings_to_clear
from records.grouping import grouped

SHOWN = 10
# How wide the bar of states is drawn, in units of its own.
BAR = 300
TINTS: dict[str, str] = {
    Article.Status.IMPORTED: "soft",
    Article.Status.FIRST_REVIEWED: "s2",
    Article.Status.SECOND_REVIEWED: "s3",
    Article.Status.FINAL_REVIEWED: "by",
    Article.Status.PUBLISHED: "ok",
    Article.Status.WITHDRAWN: "s1",
}


@dataclass(frozen=True, slots=True)
class StateShare:
    """The articles of one state: how many, and where their stretch of the bar lies."""

    label: str
    tint: str
    count: int
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class IssueRow:
    issue: Issue
    pages: list[Page]
    coverage: float
    doubts: list[tuple[int, str, int]]
    states: list[StateShare]
    errors: ErrorRate
    proofs: list[ProofLine]

    @property
    def coverage_percent(self) -> float:
        return self.coverage * 100


def issue_rows() -> list[IssueRow]:
    """Return the newest issues."""
    issues = list(Issue.objects.select_related("newspaper")[:SHOWN])
    keys = [issue.pk for issue in issues]
    pages = _pages(keys)
    coverage = _coverage(keys)
    doubts = _doubts(keys)
    states = _states(keys)
    errors = error_rates(keys)
    proofs = proof_lines(keys)
    return [
        IssueRow(
            issue,
            pages.get(issue.pk, []),
            coverage.get(issue.pk, 0.0),
            _by_severity(doubts[issue.pk]),
            _shares(states[issue.pk]),
            errors[issue.pk],
            proofs[issue.pk],
        )
        for issue in issues
    ]


def _pages(issues: list[int]) -> dict[int, list[Page]]:
    pages = Page.objects.listed().filter(issue__in=issues)
    return grouped(
        (each.issue_id, each) for each in pages.order_by("sort_label")
    )


def _coverage(issues: list[int]) -> dict[int, float]:
    pages = Page.objects.filter(issue__in=issues).order_by()
    return dict(pages.values_list("issue").annotate(share=Avg("coverage")))


def _doubts(issues: list[int]) -> dict[int, dict[int, int]]:
    """Return how many open findings each issue has of each severity."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    waiting = findings_to_clear().filter(page__issue__in=issues).order_by()
    counted = waiting.values_list("page__issue", "severity")
    for issue, severity, count in counted.annotate(count=Count("pk")):
        found[issue][severity] = count
    return found


def _by_severity(counts: dict[int, int]) -> list[tuple[int, str, int]]:
    return [
        (each.value, str(each.label), counts[each.value])
        for each in Severity
        if each.value in counts
    ]


def _states(issues: list[int]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    articles = Article.objects.filter(page__issue__in=issues).order_by()
    counted = articles.values_list("page__issue", "status")
    for issue, status, count in counted.annotate(count=Count("pk")):
        found[issue][status] = count
    return found


def _shares(counts: dict[str, int]) -> list[StateShare]:
    """Cut the bar by the states of an issue's articles, those nearest to readers first."""
    total = sum(counts.values())
    start = 0
    shares = []
    for status in reversed(Article.Status):
        count = counts.get(status, 0)
        if count:
            width = BAR * count // total
            label = str(status.label)
            shares.append(
                StateShare(
                    label,
                    TINTS[status],
                    count,
                    start,
                    width,
                )
            )
            start += width
    return shares
