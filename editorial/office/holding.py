"""Reserving a page or an article for a quarter of an hour: colleagues see it and take others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils import timezone

from editorial.models import Hold

LASTS = dt.timedelta(minutes=15)


def reserve(subject: str, by: User) -> bool:
    """Reserve a subject, or renew one's own reservation; return whether nobody else holds it."""
    now = timezone.now()
    until = now + LASTS
    free = Hold.objects.filter(subject=subject).filter(
        Q(by=by) | Q(until__lte=now)
    )
    # Where two ask at once, the database lets one of them through.
    if free.update(
        by=by,
        until=until,
    ):
        return True
    made = Hold(
        subject=subject,
        by=by,
        until=until,
    )
    Hold.objects.bulk_create(
        [made],
        ignore_conflicts=True,
    )
    return Hold.objects.filter(subject=subject, by=by).exists()


def take_first(subjects: Iterable[str], by: User) -> str | None:
    """Reserve the first of these that nobody else holds, and let go of what was held before;
    return it, None when others hold them all.
    """
    for subject in subjects:
        if reserve(subject, by):
            Hold.objects.filter(by=by).exclude(subject=subject).delete()
            return subject
    return None


def keep_reserved(subject: str, by: User) -> None:
    """Let one's own reservation last longer; there is none without having taken it."""
    until = timezone.now() + LASTS
    own = Hold.objects.filter(
        subject=subject,
        by=by,
    )
    own.update(until=until)


def release(subject: str, by: User) -> None:
    Hold.objects.filter(subject=subject, by=by).delete()


def held_by_others(subjects: Iterable[str], user: User) -> dict[str, Hold]:
    """Return the reservations of colleagues among these subjects, by subject."""
    others = Hold.objects.of_others(user).filter(subject__in=list(subjects))
    return {hold.subject: hold for hold in others.select_related("by")}
