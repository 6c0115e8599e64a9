"""What begins and what ends a post that somebody held: an election, an appointment, a removal."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from articles.models import Evidence
from events.models.stated import StatedQuerySet
from people.models import Membership
from records.choices import Choices


def tenure_edges() -> Choices:
    return TenureBound.Edge.choices


def tenure_manners() -> Choices:
    return TenureBound.Manner.choices


class TenureBound(models.Model):
    """The words that begin or end a membership, the manner, and the event in which it happened; the
    day itself stands on the membership.
    """

    class Edge(models.TextChoices):
        BEGINS = "begins", _("begins")
        ENDS = "ends", _("ends")

    class Manner(models.TextChoices):
        ELECTION = "election", _("by election")
        APPOINTMENT = "appointment", _("by appointment")
        REMOVAL = "removal", _("by removal")
        RESIGNATION = "resignation", _("by resignation")
        TERM = "term", _("by the end of the term")

    membership = models.ForeignKey(
        Membership, models.CASCADE, verbose_name=_("membership")
    )
    edge = models.CharField(
        _("what it does"), max_length=6, choices=tenure_edges
    )
    manner = models.CharField(
        _("manner"), max_length=12, choices=tenure_manners
    )
    event = models.ForeignKey(
        "events.Event",
        models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("event"),
        help_text=_("The session in which it happened, if it is on record."),
    )
    evidence = models.ForeignKey(
        Evidence, models.PROTECT, verbose_name=_("evidence")
    )

    objects = StatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("begin or end of a post")
        verbose_name_plural = _("begin and end of a post")
        default_related_name = "tenure_bounds"
        ordering = ["membership", "edge"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "edge"],
                name="tenure_bound_once",
                violation_error_message=_(
                    "What begins or ends this post stands already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(
                    edge="begins", manner__in=["election", "appointment"]
                )
                | Q(
                    edge="ends",
                    manner__in=["removal", "resignation", "term"],
                ),
                name="tenure_manner_fits",
                violation_error_message=_(
                    "Elections and appointments begin a post, all else ends it."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_edge_display()} {self.get_manner_display()}"

    def clean(self) -> None:
        """Refuse to begin or end a post for which no such day is given."""
        name = self._name_of_day()
        if not getattr(self.membership, name):
            message = _("Give the membership the day first.")
            raise ValidationError({"edge": message})

    def _name_of_day(self) -> str:
        if self.edge == self.Edge.BEGINS:
            return "start_date"
        return "end_date"
