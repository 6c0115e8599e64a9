"""Organizations, their posts and who held them (Popolo's terms)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from people.models.person import Person
from records.choices import Choices
from records.dated import NO_DAY
from records.partial_dates import PartialDate


def classifications() -> Choices:
    return Organization.Classification.choices


class Organization(models.Model):
    class Classification(models.TextChoices):
        PARTY = "party", _("party body")
        GOVERNMENT = "government", _("government body")
        CONGRESS = "congress", _("congress or assembly")
        NEWS = "news", _("news organization")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=120, unique=True)
    classification = models.CharField(
        _("classification"),
        max_length=20,
        choices=classifications,
        default=Classification.OTHER,
    )
    parent = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    label = models.CharField(
        _("label"), max_length=120, help_text=_("The post in full, as printed.")
    )
    role = models.CharField(
        _("role"),
        max_length=60,
        blank=True,
        help_text=_("The function alone: secretary, mayor."),
    )
    organization = models.ForeignKey(
        Organization,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("organization"),
    )
    has_one_holder = models.BooleanField(
        _("one holder at a time"),
        null=True,
        blank=True,
        help_text=_("Unknown: the function tells, as with a mayor."),
    )

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(
                "label",
                Coalesce("organization", 0),
                name="post_once",
                violation_error_message=_(
                    "This organization has a post of the same label already."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Membership(models.Model):
    """A post that somebody held; it is public only while the words that state it are (see
    Evidence).
    """

    person = models.ForeignKey(
        Person,
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("person"),
    )
    post = models.ForeignKey(
        Post, models.PROTECT, related_name="memberships", verbose_name=_("post")
    )
    role = models.CharField(_("role"), max_length=60, blank=True)
    rank = models.PositiveIntegerField(
        _("rank"),
        null=True,
        blank=True,
        help_text=_("The place in the printed list, from 1."),
    )
    start_date = models.CharField(
        _("from"),
        max_length=40,
        blank=True,
        help_text=_("EDTF: 2021, 2021-09, 2021-09-27."),
    )
    end_date = models.CharField(
        _("until"),
        max_length=40,
        blank=True,
        help_text=_("EDTF: 2021, 2021-09, 2021-09-27."),
    )
    stated_on = models.DateField(
        _("stated on"),
        null=True,
        blank=True,
        help_text=_("The date of the issue that states the post."),
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["person", "stated_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                "person",
                "post",
                Coalesce("stated_on", NO_DAY),
                name="membership_once",
                violation_error_message=_(
                    "This person has the same post, stated on the same day, already."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.post}"

    def clean(self) -> None:
        """Refuse a day that is no EDTF date, and an end before the begin."""
        begins = _parsed("start_date", self.start_date)
        ends = _parsed("end_date", self.end_date)
        if begins and ends and ends.latest < begins.earliest:
            message = _("It ends before it begins.")
            raise ValidationError({"end_date": message})


def _parsed(name: str, edtf: str) -> PartialDate | None:
    """Return a day as given, None for none; raise ``ValidationError`` for the field's name."""
    if not edtf:
        return None
    try:
        return PartialDate.parse(edtf)
    except ValueError as error:
        raise ValidationError({name: _("Not an EDTF date.")}) from error
