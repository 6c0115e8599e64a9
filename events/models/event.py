"""Event: what happened or will happen, and what it is part of (schema.org's terms)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Prefetch, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models import Evidence
from articles.models.long_texts import unread
from events.models.occurrence import Occurrence
from events.models.stated import (
    AgendaItem,
    Delegation,
    Participation,
    Vote,
    publicly_told,
)
from records.merged import Merged
from records.partial_dates import PartialDate


class EventQuerySet(models.QuerySet["Event"]):
    def published(self) -> Self:
        """Keep the events whose words stand in a published article."""
        return self.filter(publicly_told("pk"))

    def on(self, date: dt.date) -> Self:
        """Keep the events that may fall on this day."""
        return self.filter(earliest__lte=date, latest__gte=date)

    def congresses(self) -> Self:
        return self.filter(kind=Event.Kind.CONGRESS)

    def within(self, event: Event) -> Self:
        """Keep the parts of this event and the parts of those."""
        return self.filter(Q(parent=event) | Q(parent__parent=event))

    def with_facts(self) -> Self:
        """Fetch what a timeline shows, only what is public: ``sources`` and the facts as
        ``public_participations`` etc.
        """
        counted = self.select_related(
            "attendance_evidence__article__page__issue__newspaper",
            "attendance_evidence__article__beginning",
        ).defer(*unread("attendance_evidence__article"))
        words = Evidence.objects.published().with_article().newest_first()
        sources = Prefetch("evidence", words, to_attr="sources")
        return counted.prefetch_related(sources, *_public_facts())

    def in_time(self) -> Self:
        """Put in the order of a timeline: day, part of day, time."""
        return self.order_by("sort_key", "pk")


def _public_facts() -> Iterator[Prefetch]:
    """Yield how to fetch the facts of an event, each as ``public_…``, with the words that state
    them.
    """
    facts: dict[str, Any] = {
        "participations": Participation.objects.in_printed_order(),
        "delegations": Delegation.objects.order_by("event", "number"),
        "agenda": AgendaItem.objects.order_by("event", "rank"),
        "votes": Vote.objects.order_by("event", "pk"),
    }
    for name, found in facts.items():
        public = found.published().with_words()
        yield Prefetch(name, public, to_attr=f"public_{name}")


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
    history = HistoricalRecords()

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

    @property
    def count_words(self) -> Evidence | None:
        """The words of the count while readers may see them; without them the count is hidden."""
        words = self.attendance_evidence
        if words and not words.check_again and words.article.is_published:
            return words
        return None


class MergedEvent(Merged):
    stays = models.ForeignKey(
        Event, models.CASCADE, related_name="merged", verbose_name=_("event")
    )

    class Meta:
        verbose_name = _("merged event")
        verbose_name_plural = _("merged events")
        ordering = ["at", "pk"]
