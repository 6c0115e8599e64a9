"""Occurrence: what an event is for editors and readers alike."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.part_of_day import SOMETIME, parts_of_day, place_in_day
from records.choices import Choices
from records.partial_dates import PartialDate


def event_kinds() -> Choices:
    return Occurrence.Kind.choices


def date_precisions() -> Choices:
    return Occurrence.Precision.choices


class Occurrence(models.Model):
    """Title, kind, date, place and count of something that happened or will happen.

    ``edtf`` is the date as known (EDTF level 1); ``earliest``, ``latest`` and ``precision`` follow
    from it."""

    class Kind(models.TextChoices):
        CONGRESS = "congress", _("congress")
        SESSION = "session", _("session")
        DELIBERATION = "deliberation", _("deliberation")
        MEETING = "meeting", _("meeting")
        PERFORMANCE = "performance", _("performance")
        CEREMONY = "ceremony", _("ceremony")
        VISIT = "visit", _("visit")
        ACTIVITY = "activity", _("activity")
        OTHER = "other", _("other")

    class Precision(models.TextChoices):
        DAY = "day", _("day")
        MONTH = "month", _("month")
        YEAR = "year", _("year")
        INTERVAL = "interval", _("interval")

    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(
        _("kind"), max_length=20, choices=event_kinds, default=Kind.OTHER
    )
    edtf = models.CharField(
        _("date"),
        max_length=60,
        help_text=_(
            "EDTF: 2021-09-27, 2021-09, 2021-09-27/2021-09-29, 2021-09~."
        ),
    )
    earliest = models.DateField(
        _("earliest day"), editable=False, db_index=True
    )
    latest = models.DateField(_("latest day"), editable=False)
    precision = models.CharField(
        _("precision"), max_length=10, choices=date_precisions, editable=False
    )
    part_of_day = models.CharField(
        _("part of day"),
        max_length=10,
        choices=parts_of_day,
        blank=True,
        help_text=_("Only if a source states it."),
    )
    time = models.TimeField(
        _("time"),
        null=True,
        blank=True,
        help_text=_("Only if a source states it."),
    )
    approximate = models.BooleanField(_("approximate time"), default=False)
    sort_key = models.CharField(max_length=24, editable=False, db_index=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    attendance_expected = models.PositiveIntegerField(
        _("delegates due"), null=True, blank=True
    )
    attendance_absent = models.PositiveIntegerField(
        _("delegates absent"), null=True, blank=True
    )
    attendance_present = models.PositiveIntegerField(
        _("delegates present"), null=True, blank=True
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_dates()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        is_congress = self.kind == self.Kind.CONGRESS
        return reverse("timeline" if is_congress else "event", args=[self.pk])

    def fill_dates(self) -> None:
        """Derive the days, the precision and the place in the timeline from what is stated."""
        date = PartialDate.parse(self.edtf)
        self.earliest = date.earliest
        self.latest = date.latest
        self.precision = date.precision
        self.sort_key = self._sort_key()

    def _sort_key(self) -> str:
        """Return what puts the event in its place: first day, part of the day, clock time."""
        place = place_in_day(self.part_of_day, self.time)
        if not place and self.precision == self.Precision.DAY:
            place = SOMETIME
        clock = str(self.time)[:5] if self.time else ""
        return f"{self.earliest:%Y-%m-%d} {place} {clock}".strip()
