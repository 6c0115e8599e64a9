"""The events that readers see: rows made from what the current publications state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple, Self

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.occurrence import Occurrence
from events.models.proceedings.sitting import MeetingBody, bodies


class DaysOfEvent(NamedTuple):
    """A span of days, both included."""

    first: dt.date
    last: dt.date


class PublicEventQuerySet(models.QuerySet["PublicEvent"]):
    def on(self, date: dt.date) -> Self:
        """Keep the events that may fall on this day."""
        return self.filter(earliest__lte=date, latest__gte=date)

    def congresses(self) -> Self:
        return self.filter(kind=PublicEvent.Kind.CONGRESS)

    def within(self, congress: int) -> Self:
        """Keep the parts of the congress of this key and the parts of those."""
        return self.filter(congress=congress)

    def knowing_days(self) -> Self:
        """Tell of each congress the first and the last day of which its events tell
        (``told_first``, ``told_last``).
        """
        parts = PublicEvent.objects.filter(congress=OuterRef("pk"))
        first = parts.order_by("earliest").values("earliest")[:1]
        last = parts.order_by("-latest").values("latest")[:1]
        return self.annotate(
            told_first=Subquery(first), told_last=Subquery(last)
        )

    def parts_of(self, key: int) -> Self:
        """Keep the parts of the event of this key."""
        return self.filter(parent=key)

    def at_or_under(self, keys: Iterable[int]) -> Self:
        """Keep the events of these keys, their parts and the parts of those."""
        parts = PublicEvent.objects.filter(parent__in=keys)
        under = Q(parent__in=keys) | Q(parent__in=parts.values("pk"))
        return self.filter(Q(pk__in=keys) | under)

    def take_congress(self) -> int:
        """Note of each event the congress it is part of, or a part of a part; return how many were
        gone through.
        """
        congresses = PublicEvent.objects.congresses()
        own = congresses.filter(pk=OuterRef("parent"))
        whole = PublicEvent.objects.filter(pk=OuterRef(OuterRef("parent")))
        of_whole = congresses.filter(pk__in=whole.values("parent"))
        nearest = Coalesce(
            Subquery(own.values("pk")), Subquery(of_whole.values("pk"))
        )
        return self.update(congress=nearest)

    def in_time(self) -> Self:
        """Put in the order of a timeline: day, part of day, time."""
        return self.order_by("sort_key", "pk")


class PublicEvent(Occurrence):
    """An event that a current publication tells of, under the key of the event at the desk.

    ``parent`` is the key of the event it is part of, which need not be public; ``congress`` that of
    the public one in whose timeline it stands. Where publications
    state different values, the columns hold those of the newest one, and ``other_values`` the
    others by field.

    ``word`` is what the event is called in addresses; ``body`` which body met, ``other`` where
    nothing says it; ``outline`` what a sentence about it is made of (``events.outline``), and
    ``has_figures`` whether it counts among what its congress did in numbers."""

    key = models.PositiveBigIntegerField(_("event"), primary_key=True)
    parent = models.PositiveBigIntegerField(_("part of"), null=True)
    congress = models.PositiveBigIntegerField(_("congress"), null=True)
    other_values = models.JSONField(_("other values stated"), default=dict)
    word = models.CharField(_("word of the address"), max_length=80, blank=True)
    body = models.CharField(
        _("which body"),
        max_length=12,
        choices=bodies,
        default=MeetingBody.Body.OTHER,
    )
    body_number = models.PositiveIntegerField(
        _("number of the delegation"), null=True
    )
    body_name = models.CharField(_("name"), max_length=120, blank=True)
    short_title = models.CharField(_("short title"), max_length=60, blank=True)
    first_day = models.DateField(_("first day"), null=True)
    last_day = models.DateField(_("last day"), null=True)
    outline = models.JSONField(_("outline"), default=dict)
    has_figures = models.BooleanField(_("has figures"), default=False)

    # Fetched along by ``knowing_days``.
    told_first: dt.date | None = None
    told_last: dt.date | None = None

    objects = PublicEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("public event")
        verbose_name_plural = _("public events")
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(
                fields=["kind", "sort_key", "key"], name="public_event_by_kind"
            ),
            models.Index(
                fields=["parent", "sort_key", "key"],
                name="public_event_by_parent",
            ),
            models.Index(
                fields=["congress", "sort_key", "key"],
                name="public_event_by_congress",
            ),
            models.Index(
                fields=["congress", "earliest"], name="public_event_first_days"
            ),
            models.Index(
                fields=["congress", "latest"], name="public_event_last_days"
            ),
            models.Index(
                fields=["congress", "sort_key"],
                name="public_event_with_figures",
                condition=Q(has_figures=True),
            ),
            models.Index(
                fields=["sort_key", "key"], name="public_event_in_time"
            ),
        ]

    def get_absolute_url(self) -> str:
        if self.kind != self.Kind.CONGRESS:
            return reverse("event", args=[self.pk])
        if self.word:
            return reverse("congress", args=[self.word])
        return reverse("timeline", args=[self.pk])

    @property
    def span(self) -> DaysOfEvent:
        """The first and the last day: as stated, or as far as the events of a congress tell, or the
        event's own.
        """
        if self.first_day and self.last_day:
            return DaysOfEvent(self.first_day, self.last_day)
        first = min(self.told_first or self.earliest, self.earliest)
        last = max(self.told_last or self.latest, self.latest)
        return DaysOfEvent(first, last)
