"""Elections: how many seats, in which order the list stands, who was elected and who is an
alternate.
"""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Evidence
from events.models.proceedings.fact import Fact
from events.models.stated import StatedQuerySet
from people.models import Person
from records.choices import Choices


def list_orders() -> Choices:
    return Election.ListOrder.choices


def election_outcomes() -> Choices:
    return Candidacy.Outcome.choices


class Election(Fact):
    """An election in an event: to which office, for how many seats, in which order print lists the
    names.
    """

    class ListOrder(models.TextChoices):
        STROKES = "strokes", _("by strokes of the surname")
        VOTES = "votes", _("by votes")
        RANK = "rank", _("by rank of the post")

    office = models.CharField(
        _("elected to"), max_length=120, help_text=_("As printed.")
    )
    seats = models.PositiveIntegerField(
        _("seats"),
        null=True,
        blank=True,
        help_text=_("Only if the page says how many."),
    )
    list_order = models.CharField(
        _("order of the list"),
        max_length=10,
        choices=list_orders,
        blank=True,
        help_text=_("Only if the page says it."),
    )

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        default_related_name = "elections"
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "office"],
                name="election_once",
                violation_error_message=_(
                    "This event has an election to the same office already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(seats=None) | Q(seats__gte=1),
                name="election_has_a_seat",
                violation_error_message=_(
                    "An election fills one seat at least."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.office


class CandidacyQuerySet(StatedQuerySet):
    def in_printed_order(self) -> Self:
        """Put the elected first, then the alternates, each in the order of the list."""
        place = models.Case(
            *(
                models.When(outcome=word, then=number)
                for number, word in enumerate(Candidacy.Outcome.values)
            ),
            output_field=models.IntegerField(),
        )
        in_list = F("rank").asc(nulls_last=True)
        return self.order_by("election", place, in_list, "pk")


class Candidacy(models.Model):
    """A person on the list of an election, with what came of it and the votes if they are
    printed.
    """

    class Outcome(models.TextChoices):
        ELECTED = "elected", _("elected")
        ALTERNATE = "alternate", _("alternate")
        DEFEATED = "defeated", _("not elected")
        CANDIDATE = "candidate", _("candidate")

    election = models.ForeignKey(
        Election, models.CASCADE, verbose_name=_("election")
    )
    person = models.ForeignKey(Person, models.PROTECT, verbose_name=_("person"))
    outcome = models.CharField(
        _("outcome"), max_length=10, choices=election_outcomes
    )
    rank = models.PositiveIntegerField(
        _("place in the list"),
        null=True,
        blank=True,
        help_text=_("Among those of the same outcome, as printed, from 1."),
    )
    votes = models.PositiveIntegerField(
        _("votes received"),
        null=True,
        blank=True,
        help_text=_("Only if printed."),
    )
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, verbose_name=_("evidence")
    )

    objects = CandidacyQuerySet.as_manager()

    class Meta:
        verbose_name = _("candidacy")
        verbose_name_plural = _("candidacies")
        default_related_name = "candidacies"
        ordering = ["election", "outcome", "rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["election", "person"],
                name="candidacy_once",
                violation_error_message=_(
                    "This person stands in the election already."
                ),
            ),
            models.UniqueConstraint(
                fields=["election", "outcome", "rank"],
                condition=Q(rank__isnull=False),
                name="candidacy_rank_once",
                violation_error_message=_(
                    "This place in the list is taken already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(rank=None) | Q(rank__gte=1),
                name="candidacy_rank_from_one",
                violation_error_message=_(
                    "Places in a list are counted from 1."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.get_outcome_display()}"
