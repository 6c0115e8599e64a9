"""Which words state a field of an event: its title, date, part of the day, time, place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Evidence
from records.choices import Choices


class EventField(models.TextChoices):
    """The fields of an event that words state, by the names they have there."""

    TITLE = "title", _("title")
    KIND = "kind", _("kind")
    EDTF = "edtf", _("date")
    PART_OF_DAY = "part_of_day", _("part of day")
    TIME = "time", _("time")
    PLACE = "place", _("place")


def event_fields() -> Choices:
    return EventField.choices


class FieldEvidenceQuerySet(models.QuerySet["FieldEvidence"]):
    def standing(self) -> Self:
        """Keep those whose words have not been edited away."""
        return self.filter(evidence__check_again=False)

    def to_check(self) -> Self:
        """Keep the dates worked out from an issue's date that is another one now."""
        return self.filter(check_again=True)

    def of_articles(self, articles: Iterable[int]) -> Self:
        """Keep what the words of the articles with these keys state."""
        return self.filter(evidence__article__in=articles)


class FieldEvidence(models.Model):
    """These words state this field of an event, with the value they give it, as text (a time as
    08:30).
    """

    event = models.ForeignKey(
        "events.Event",
        models.CASCADE,
        related_name="field_evidence",
        verbose_name=_("event"),
    )
    field = models.CharField(_("field"), max_length=12, choices=event_fields)
    value = models.CharField(_("value"), max_length=200)
    evidence = models.ForeignKey(
        Evidence,
        models.CASCADE,
        related_name="event_fields",
        verbose_name=_("evidence"),
    )
    counted_from = models.DateField(
        _("counted from"),
        null=True,
        editable=False,
        help_text=_(
            "The date of the issue from which the words tell the value (yesterday, 27 September); "
            "empty where they print it whole."
        ),
    )
    check_again = models.BooleanField(
        _("check again"),
        default=False,
        editable=False,
        help_text=_("The issue has another date now."),
    )

    objects = FieldEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("words of a field")
        verbose_name_plural = _("words of fields")
        ordering = ["event", "field", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "field", "evidence"],
                name="field_evidence_once",
            ),
            models.CheckConstraint(
                condition=Q(check_again=False) | Q(counted_from__isnull=False),
                name="checked_where_counted",
            ),
        ]
        indexes = [
            models.Index(
                fields=["evidence"],
                name="dates_to_check",
                condition=Q(check_again=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_field_display()}: {self._value_named()}"

    def _value_named(self) -> str:
        """Return the value as the event's own field calls it, one of a few by its name."""
        event = self._meta.get_field("event")
        model: Any = event.related_model
        field = model._meta.get_field(self.field)
        names = dict(field.flatchoices)
        named = names.get(self.value)
        return str(named or self.value)
