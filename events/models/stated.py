"""What is stated of an event: who took part, delegations, the agenda, votes; none exists without
the words that say so.
"""

from __future__ import annotations

from typing import Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Evidence
from articles.models.article_queries import unread
from people.models import Person


class StatedQuerySet(models.QuerySet):
    def with_words(self) -> Self:
        """Fetch the words and the address of the article they stand in."""
        article = (
            "evidence__article__page__issue__newspaper",
            "evidence__article__beginning",
        )
        return self.select_related(*article).defer(*unread("evidence__article"))


class ParticipationQuerySet(StatedQuerySet):
    def in_printed_order(self) -> Self:
        """Put by role, in the order of the printed list; who stands in no list comes first."""
        return self.order_by(
            "event", "position", F("rank").asc(nulls_first=True), "pk"
        )


class Participation(models.Model):
    """A person's part in an event; it cannot exist without the words that state it."""

    event = models.ForeignKey(
        "events.Event",
        models.CASCADE,
        related_name="participations",
        verbose_name=_("event"),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="participations",
        verbose_name=_("person"),
    )
    role = models.CharField(
        _("role"), max_length=60, help_text=_("As printed: 执行主席, 主持人.")
    )
    rank = models.PositiveIntegerField(
        _("place in the list"),
        null=True,
        blank=True,
        help_text=_(
            "The place of the person in the printed list of "
            "this role, from 1; empty if there is no list."
        ),
    )
    position = models.PositiveIntegerField(
        _("order of the role"),
        default=0,
        help_text=_(
            "Which role stands first on the page: all who have "
            "the same role have the same number, from 0."
        ),
    )
    delegations = models.JSONField(
        _("delegations"),
        default=list,
        blank=True,
        help_text=_("Numbers of the delegations visited, in printed order."),
    )
    evidence = models.ForeignKey(
        Evidence,
        models.PROTECT,
        related_name="participations",
        verbose_name=_("evidence"),
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["event", "position", "rank", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person", "role"], name="participation_once"
            ),
            models.CheckConstraint(
                condition=Q(rank=None) | Q(rank__gte=1),
                name="rank_from_one",
                violation_error_message=_(
                    "Places in a list are counted from 1."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"

    def clean(self) -> None:
        """Refuse delegations that are not numbered from 1 in four digits at most."""
        if not all(map(_numbers_a_delegation, self.delegations)):
            message = _("Delegations have numbers from 1 to 9999.")
            raise ValidationError({"delegations": message})


def _numbers_a_delegation(number: object) -> bool:
    if type(number) is not int:
        return False
    return 1 <= number <= 9999


class Delegation(models.Model):
    """A delegation in an event, with the place or body it comes from, as printed."""

    event = models.ForeignKey(
        "events.Event",
        models.CASCADE,
        related_name="delegations",
        verbose_name=_("event"),
    )
    number = models.PositiveIntegerField(_("number"))
    origin = models.CharField(
        _("from"), max_length=120, help_text=_("As printed.")
    )
    evidence = models.ForeignKey(
        Evidence,
        models.PROTECT,
        related_name="delegations",
        verbose_name=_("evidence"),
    )

    objects = StatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["event", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "number"], name="delegation_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.origin}"


class AgendaItem(models.Model):
    """One thing a meeting dealt with, at its place in the printed agenda."""

    event = models.ForeignKey(
        "events.Event",
        models.CASCADE,
        related_name="agenda",
        verbose_name=_("event"),
    )
    rank = models.PositiveIntegerField(
        _("number"), help_text=_("The place in the printed agenda, from 1.")
    )
    text = models.CharField(
        _("agenda item"), max_length=200, help_text=_("As printed.")
    )
    evidence = models.ForeignKey(
        Evidence,
        models.PROTECT,
        related_name="agenda",
        verbose_name=_("evidence"),
    )

    objects = StatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda")
        ordering = ["event", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "rank"], name="agenda_rank_once"
            ),
            models.CheckConstraint(
                condition=Q(rank__gte=1),
                name="agenda_rank_from_one",
                violation_error_message=_(
                    "Places in a list are counted from 1."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Vote(models.Model):
    """A printed count of votes in an event; without a subject the page does not say what was voted
    on.
    """

    event = models.ForeignKey(
        "events.Event",
        models.CASCADE,
        related_name="votes",
        verbose_name=_("event"),
    )
    subject = models.CharField(
        _("voted on"),
        max_length=200,
        blank=True,
        help_text=_("As printed; empty if the page does not say."),
    )
    in_favour = models.PositiveIntegerField(_("in favour"))
    against = models.PositiveIntegerField(_("against"), null=True, blank=True)
    abstained = models.PositiveIntegerField(
        _("abstentions"),
        null=True,
        blank=True,
        help_text=_("Empty if the page gives no number."),
    )
    evidence = models.ForeignKey(
        Evidence,
        models.PROTECT,
        related_name="votes",
        verbose_name=_("evidence"),
    )

    objects = StatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["event", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "subject"],
                condition=~Q(subject=""),
                name="vote_once",
                violation_error_message=_(
                    "This event has a vote on the same subject already."
                ),
            ),
            models.UniqueConstraint(
                fields=["event", "evidence"], name="vote_words_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.counts}".strip()

    @property
    def counts(self) -> str:
        """The numbers as minutes write them: in favour, against, abstentions; one that is not
        printed is a dash.
        """
        numbers = (self.in_favour, self.against, self.abstained)
        printed = (
            "\u2013" if number is None else str(number) for number in numbers
        )
        return ":".join(printed)
