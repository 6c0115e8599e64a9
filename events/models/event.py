"""Event: what happened or will happen, and what it is part of (schema.org's terms)."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Evidence
from events.models.occurrence import Occurrence
from records.merged import Merged
from records.partial_dates import PartialDate


class EventQuerySet(models.QuerySet["Event"]):
    def on(self, date: dt.date) -> Self:
        """Keep the events that may fall on this day."""
        return self.filter(earliest__lte=date, latest__gte=date)

    def congresses(self) -> Self:
        return self.filter(kind=Event.Kind.CONGRESS)

    def in_time(self) -> Self:
        """Put in the order of a timeline: day, part of day, time."""
        return self.order_by("sort_key", "pk")


class Event(Occurrence):
    """Something that happened or will happen; ``parent`` is the event it is part of (schema.org
    superEvent).
    """

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    summary = models.CharField(
        _("sentence of the chronicle"),
        max_length=200,
        blank=True,
        help_text=_(
            "Instead of the one made from the facts; it is signed with them."
        ),
    )
    attendance_evidence = models.ForeignKey(
        Evidence,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="counted_events",
        verbose_name=_("words of the count"),
    )
    evidence = models.ManyToManyField(
        Evidence, blank=True, related_name="events", verbose_name=_("evidence")
    )

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["sort_key", "pk"]
        indexes = [
            models.Index(fields=["kind", "title"], name="event_kind_title")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(latest__gte=F("earliest")),
                name="event_days_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(parent=F("id")), name="event_is_not_its_own_part"
            ),
            models.CheckConstraint(
                condition=Q(attendance_evidence__isnull=False)
                | Q(
                    attendance_expected=None,
                    attendance_absent=None,
                    attendance_present=None,
                ),
                name="attendance_has_its_words",
                violation_error_message=_(
                    "Numbers of delegates need the words that state them."
                ),
            ),
        ]

    def clean(self) -> None:
        """Refuse a date that is no EDTF and a chain of parents that returns to this event."""
        try:
            PartialDate.parse(self.edtf)
        except ValueError as error:
            raise ValidationError({"edtf": _("Not an EDTF date.")}) from error
        if self.pk is not None and self._is_above_itself():
            message = _("An event cannot be a part of itself.")
            raise ValidationError({"parent": message})

    def _is_above_itself(self) -> bool:
        ancestor = self.parent
        while ancestor is not None:
            if ancestor.pk == self.pk:
                return True
            ancestor = ancestor.parent
        return False

    @property
    def titles(self) -> list[str]:
        """The title, and those of the events that were merged into this one."""
        titles = [self.title]
        if self.pk:
            titles += [merged.name for merged in self.merged.all()]
        return titles


class MergedEvent(Merged):
    stays = models.ForeignKey(
        Event, models.CASCADE, related_name="merged", verbose_name=_("event")
    )

    class Meta:
        verbose_name = _("merged event")
        verbose_name_plural = _("merged events")
        ordering = ["at", "pk"]
