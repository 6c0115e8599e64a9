"""Which words state a field of an event: its title, date, part of the day, time, place."""

from __future__ import annotations

from typing import Self

from django.db import models
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

    objects = FieldEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("words of a field")
        verbose_name_plural = _("words of fields")
        ordering = ["event", "field", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "field", "evidence"],
                name="field_evidence_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_field_display()}: {self.value}"
