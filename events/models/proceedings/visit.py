"""Visits: who came to which delegation."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.proceedings.fact import Fact
from people.models import Person


class Visit(Fact):
    """A person's visit to one delegation during an event; ``rank`` is its place among those that
    print lists.
    """

    person = models.ForeignKey(Person, models.PROTECT, verbose_name=_("person"))
    number = models.PositiveIntegerField(_("number of the delegation"))
    rank = models.PositiveIntegerField(
        _("place in the list"),
        null=True,
        blank=True,
        help_text=_("Among the visits of this person, as printed, from 1."),
    )

    class Meta:
        verbose_name = _("visit to a delegation")
        verbose_name_plural = _("visits to delegations")
        default_related_name = "visits"
        ordering = ["event", "person", "rank", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person", "number"],
                name="visit_once",
                violation_error_message=_(
                    "This visit of the person to the delegation stands already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1),
                name="visit_number_from_one",
                violation_error_message=_("Delegations are counted from 1."),
            ),
            models.CheckConstraint(
                condition=Q(rank=None) | Q(rank__gte=1),
                name="visit_rank_from_one",
                violation_error_message=_(
                    "Places in a list are counted from 1."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.number}"
