"""Reference lists of people: who stands where, from when, on whose authority."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from people.models.person import Person
from records.dated import BEGINNING, Dated


class RosterEntry(Dated):
    """A place in a reference list of people, with the post it gives them."""

    roster = models.CharField(_("roster"), max_length=100)
    rank = models.PositiveIntegerField(_("rank"))
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="roster_entries",
        verbose_name=_("person"),
    )
    post = models.CharField(_("post"), max_length=120, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("roster entry")
        verbose_name_plural = _("roster entries")
        ordering = ["roster", "rank"]
        constraints = [
            models.UniqueConstraint(
                "roster",
                "rank",
                BEGINNING,
                name="roster_rank_once",
                violation_error_message=_(
                    "This place in the roster is taken already, from the same day."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.roster} {self.rank} {self.person}"
