"""Reference lists of people: who stands where, from when, on whose authority."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models.membership import Membership
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


class RosterRow(models.Model):
    """A row of a roster file that is kept: evidence of its own kind, on the word of an authority
    and not of print.

    It makes nothing public. ``confirmed_by`` is a second person who compared it with the file."""

    sha256 = models.CharField(
        _("digest of the file"),
        max_length=64,
        validators=[RegexValidator(r"^[0-9a-f]{64}\Z")],
        help_text=_("SHA-256 of the roster file as it is kept."),
    )
    row = models.PositiveIntegerField(
        _("row"), help_text=_("As the file counts, from 1.")
    )
    words = models.CharField(
        _("words"), max_length=300, help_text=_("The row as it stands there.")
    )
    authority = models.CharField(
        _("authority"), max_length=200, help_text=_("Who keeps the roster.")
    )
    memberships = models.ManyToManyField(
        Membership,
        blank=True,
        related_name="roster_rows",
        verbose_name=_("memberships stated"),
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("entered by"),
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("confirmed by"),
    )

    class Meta:
        verbose_name = _("row of a roster file")
        verbose_name_plural = _("rows of roster files")
        ordering = ["sha256", "row"]
        constraints = [
            models.UniqueConstraint(
                fields=["sha256", "row"],
                name="roster_row_once",
                violation_error_message=_(
                    "This row of the file stands already."
                ),
            ),
            models.CheckConstraint(
                condition=Q(row__gte=1),
                name="roster_row_from_one",
                violation_error_message=_("Rows are counted from 1."),
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None)
                | ~Q(confirmed_by=F("entered_by")),
                name="roster_row_needs_two",
                violation_error_message=_(
                    "A second person must confirm the row."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority} {self.row} {self.words[:40]}"
