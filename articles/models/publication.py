"""Publication: one signed, numbered state of an article, which readers see until the next one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.article_queries import PublicationQuerySet
from articles.models.newspaper import Newspaper
from articles.models.paper import Page
from records.choices import Choices

# What a publication may change in its row after it was stored.
MUTABLE = frozenset(
    {
        "is_current",
        "withdrawn_at",
        "withdrawal_note",
        "reach",
        # They follow from others: from the beginning of a continuation, and from the dictionary.
        "title",
        "keywords",
    }
)


def publication_reasons() -> Choices:
    return Publication.Reason.choices


def withdrawal_reaches() -> Choices:
    return Publication.Reach.choices


class Publication(models.Model):
    """What was signed of an article, ready to be shown: ``content`` holds words, marks and facts
    (``editorial/publishing/signed/article_content.py`` tells its form), ``sha256`` the digest of
    its canonical form.

    The other columns repeat what lists show and are put in order by, so that no list loads the
    content. A row is never changed but for what a later publication or a withdrawal says of it."""

    class Reason(models.TextChoices):
        SIGNED = "signed", _("signed by three reviews")
        METADATA = "metadata", _("what has no text of its own changed")

    class Reach(models.TextChoices):
        """How far a withdrawal reaches."""

        CURRENT = "current", _("this publication")
        EVERYTHING = "everything", _("earlier versions and printed words too")

    article = models.ForeignKey(
        Article,
        models.PROTECT,
        related_name="publications",
        verbose_name=_("article"),
    )
    number = models.PositiveIntegerField(
        _("number"), help_text=_("From 1, given once.")
    )
    reason = models.CharField(
        _("reason"),
        max_length=10,
        choices=publication_reasons,
        default=Reason.SIGNED,
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"))
    first_at = models.DateTimeField(
        _("first published"), help_text=_("When the article first was.")
    )
    is_current = models.BooleanField(_("current"), default=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True)
    withdrawal_note = models.TextField(_("withdrawal note"), blank=True)
    reach = models.CharField(
        _("reach of the withdrawal"),
        max_length=10,
        blank=True,
        choices=withdrawal_reaches,
    )
    follows_report = models.BooleanField(
        _("after a reader's report"), default=False
    )
    correction_note = models.TextField(
        _("note on the correction"),
        blank=True,
        help_text=_("What readers are told of what changed."),
    )

    page = models.ForeignKey(
        Page,
        models.PROTECT,
        related_name="publications",
        verbose_name=_("page"),
    )
    newspaper = models.ForeignKey(
        Newspaper,
        models.PROTECT,
        # The index below begins with it.
        db_index=False,
        related_name="publications",
        verbose_name=_("newspaper"),
    )
    day = models.DateField(_("date"))
    edition = models.SlugField(
        _("edition"), max_length=40, blank=True, db_index=False
    )
    label = models.CharField(_("page"), max_length=20)
    sort_label = models.CharField(max_length=40)
    address_number = models.PositiveIntegerField(_("number in the address"))
    position = models.PositiveIntegerField(_("position on the page"))
    title = models.CharField(_("title"), max_length=300)
    kicker = models.CharField(_("kicker"), max_length=300, blank=True)
    headline = models.CharField(_("headline"), max_length=300, blank=True)
    subtitle = models.CharField(_("subtitle"), max_length=600, blank=True)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("How the body begins.")
    )
    bylines = models.JSONField(_("bylines"), default=list)
    keywords = models.JSONField(_("keywords"), default=list)
    continued_from = models.CharField(
        _("continued from page"), max_length=20, blank=True
    )
    continuation = models.PositiveBigIntegerField(
        _("continuation"), null=True, db_index=True
    )

    regions = models.JSONField(
        _("places on the page"),
        default=list,
        help_text=_(
            "Left, top, right and bottom edges in ten-thousandths of the page."
        ),
    )
    content = models.JSONField(_("content"))
    form = models.PositiveSmallIntegerField(
        _("form"), help_text=_("The version of the form of the content.")
    )
    sha256 = models.CharField("SHA-256", max_length=64)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        # By key: the order of articles themselves would join their pages.
        ordering = ["article_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], name="publication_number_once"
            ),
            models.UniqueConstraint(
                fields=["article"],
                condition=Q(is_current=True),
                name="one_current_publication",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, reach="")
                | Q(withdrawn_at__isnull=False, is_current=False)
                & ~Q(withdrawal_note="")
                & ~Q(reach=""),
                name="withdrawn_with_a_note",
            ),
        ]
        indexes = [
            models.Index(
                F("day").desc(),
                "edition",
                "sort_label",
                "position",
                "id",
                condition=Q(is_current=True),
                name="publication_newest_first",
            ),
            models.Index(
                fields=["day", "article"],
                condition=Q(is_current=True),
                name="publication_by_day",
            ),
            models.Index(
                fields=["edition", "day", "article"],
                condition=Q(is_current=True),
                name="publication_by_edition",
            ),
            models.Index(
                fields=["at", "article"],
                condition=Q(is_current=True),
                name="publication_by_time",
            ),
            models.Index(
                fields=["newspaper", "day", "address_number"],
                name="publication_by_address",
            ),
            models.Index(
                fields=["newspaper", "day", "article"],
                condition=Q(is_current=True),
                name="publication_by_newspaper",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new publication, or what may change of a stored one.

        Raise ``ValidationError`` for any other change: what was signed stays."""
        if self.pk is not None:
            fields = kwargs.get("update_fields")
            _refuse_to_change(fields or ())
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """The address of the article, which shows its current publication."""
        return reverse("article", args=self._place)

    def get_version_url(self) -> str:
        """The address of this publication, which shows it for ever."""
        return reverse("version", args=[*self._place, self.number])

    @property
    def _place(self) -> list[Any]:
        """Where the article was printed when this was published, as an address says it."""
        newspaper = self.page.issue.newspaper
        issue = [newspaper.slug, self.day, self.edition]
        return [*issue, self.label, self.address_number]

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_corrected(self) -> bool:
        """Tell whether any text differs from what was read."""
        read = self.content["read"]
        return any(self.content[name] != text for name, text in read.items())


def _refuse_to_change(fields: Iterable[str]) -> None:
    """Raise ``ValidationError`` unless only what may change of a publication is named."""
    named = set(fields)
    may_change = named and named <= MUTABLE
    if not may_change:
        raise ValidationError(_("A publication is never changed."))
