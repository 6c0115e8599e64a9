"""What each colleague did in the last seven days, for who leads the office."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, QuerySet
from django.utils import timezone

from editorial import publishing
from editorial.models import Review, Step
from editorial.office import keeping_colleagues
from editorial.office.reading_pace import FastSignature, fast_signatures

WEEK = dt.timedelta(days=7)
MOST_FAST = 3
# What is counted, by which of its fields; no two have a value in common.
COUNTED: tuple[tuple[type[Any], str], ...] = (
    (Step, "kind"),
    (Review, "decision"),
)


@dataclass(slots=True)
class WeekRow:
    """A colleague: steps by their kind, reviews by their outcome, signatures given too fast."""

    user: User
    counts: Counter[str] = field(default_factory=Counter)
    fast: list[FastSignature] = field(default_factory=list)

    @property
    def fastest(self) -> list[FastSignature]:
        return self.fast[:MOST_FAST]


def may_see_week(user: User) -> bool:
    """Tell whether somebody leads the office: a chief, or who keeps the colleagues."""
    if user.has_perm(publishing.PERMISSION):
        return True
    return user.has_perm(keeping_colleagues.PERMISSION)


def week_rows() -> list[WeekRow]:
    """Return a row for each who did something in the last seven days."""
    since = timezone.now() - WEEK
    counts = _counts(since)
    fast = _fast(since)
    colleagues = User.objects.filter(pk__in=counts)
    rows = []
    for each in colleagues.order_by("pk"):
        row = WeekRow(each)
        row.counts = counts[each.pk]
        row.fast = fast[each.pk]
        rows.append(row)
    return rows


def _counts(since: dt.datetime) -> dict[int, Counter[str]]:
    """Return how often each did what, by the key of the person."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for model, what in COUNTED:
        recent = model.objects.filter(at__gte=since)
        for by, kind, count in _counted(recent, what):
            counts[by][kind] = count
    return counts


def _counted(acts: QuerySet[Any], what: str) -> QuerySet[Any]:
    kinds = acts.order_by().values_list("by", what)
    return kinds.annotate(count=Count("pk"))


def _fast(since: dt.datetime) -> dict[int, list[FastSignature]]:
    found: dict[int, list[FastSignature]] = defaultdict(list)
    for each in fast_signatures(since):
        by = each.review.by_id
        found[by].append(each)
    return found
