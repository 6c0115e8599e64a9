"""What a sitting is: which body met, how the event is called in short, from when to when a congress
lasted, and what was decided.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.models.proceedings.fact import Fact
from records.choices import Choices


def bodies() -> Choices:
    return MeetingBody.Body.choices


class MeetingBody(Fact):
    """The body that met: the congress itself, its presidium, a delegation, a committee.

    A delegation has its number or its name, a committee and any other body its name, as printed.
    """

    class Body(models.TextChoices):
        PLENARY = "plenary", _("plenary")
        PRESIDIUM = "presidium", _("presidium")
        DELEGATION = "delegation", _("delegation")
        COMMITTEE = "committee", _("committee")
        OTHER = "other", _("other body")

    body = models.CharField(_("which body"), max_length=12, choices=bodies)
    number = models.PositiveIntegerField(
        _("number of the delegation"), null=True, blank=True
    )
    name = models.CharField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_("As printed; a committee has no number."),
    )

    class Meta:
        verbose_name = _("body that met")
        verbose_name_plural = _("body that met")
        default_related_name = "bodies"
        ordering = ["event"]
        constraints = [
            models.UniqueConstraint(fields=["event"], name="body_once"),
            models.CheckConstraint(
                condition=Q(number=None) | Q(body="delegation", number__gte=1),
                name="body_number_of_a_delegation",
                violation_error_message=_(
                    "Only a delegation has a number, counted from 1."
                ),
            ),
            models.CheckConstraint(
                condition=Q(body__in=["plenary", "presidium"])
                | Q(number__isnull=False)
                | ~Q(name=""),
                name="body_is_told_from_others",
                violation_error_message=_(
                    "Say which delegation or committee it was."
                ),
            ),
        ]

    def __str__(self) -> str:
        if self.number:
            form = gettext("delegation %(number)d")
            return form % {"number": self.number}
        return self.name or self.get_body_display()


class ShortTitle(Fact):
    """How print calls an event in short; there may be several such names."""

    text = models.CharField(
        _("short title"), max_length=60, help_text=_("As printed.")
    )

    class Meta:
        verbose_name = _("short title")
        verbose_name_plural = _("short titles")
        default_related_name = "short_titles"
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "text"], name="short_title_once"
            )
        ]

    def __str__(self) -> str:
        return self.text


class CongressSpan(Fact):
    """The first and the last day of a congress, both stated."""

    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))

    class Meta:
        verbose_name = _("span of the congress")
        verbose_name_plural = _("span of the congress")
        default_related_name = "spans"
        ordering = ["event"]
        constraints = [
            models.UniqueConstraint(fields=["event"], name="span_once"),
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="span_in_order",
                violation_error_message=_("It ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day:%Y-%m-%d}/{self.last_day:%Y-%m-%d}"

    def clean(self) -> None:
        """Refuse the span of anything but a congress."""
        if self.event.kind != self.event.Kind.CONGRESS:
            raise ValidationError(_("Only a congress has a span."))


class Resolution(Fact):
    """One thing a meeting decided, apart from the agenda, which says what it dealt with."""

    rank = models.PositiveIntegerField(
        _("number"), help_text=_("The place in print, from 1.")
    )
    text = models.CharField(
        _("decided"), max_length=200, help_text=_("As printed.")
    )

    class Meta:
        verbose_name = _("decision of a meeting")
        verbose_name_plural = _("decisions of a meeting")
        default_related_name = "resolutions"
        ordering = ["event", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "rank"], name="resolution_rank_once"
            ),
            models.UniqueConstraint(
                fields=["event", "text"], name="resolution_once"
            ),
            models.CheckConstraint(
                condition=Q(rank__gte=1),
                name="resolution_rank_from_one",
                violation_error_message=_(
                    "Places in a list are counted from 1."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text
