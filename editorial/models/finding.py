"""What the machine doubts, and what somebody decided about it."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Page, Photo
from articles.models.selector import parts_of_an_article
from editorial.models.rules import Severity, finding_rules
from records.choices import Choices

USER = settings.AUTH_USER_MODEL


def severities() -> Choices:
    return Severity.choices


def finding_origins() -> Choices:
    return Finding.Origin.choices


def finding_states() -> Choices:
    return Finding.Status.choices


class FindingQuerySet(models.QuerySet["Finding"]):
    def open(self) -> Self:
        """Keep those nobody has decided yet, deferred ones included."""
        return self.filter(
            status__in=[Finding.Status.OPEN, Finding.Status.DEFERRED]
        )

    def about(self, article: Article) -> Self:
        """Keep those about this article, and those about its page as a whole."""
        of_page = Q(article=None, page=article.page_id)
        return self.filter(Q(article=article) | of_page)

    def worst_first(self) -> Self:
        return self.order_by("severity", "page", "page_start", "pk")


class Finding(models.Model):
    """Something the machine doubts. ``page_start``/``page_end`` count in the page's text as
    delivered;
    ``part``/``start``/``end`` in the article's text as corrected, when the words stand in one part
    of it."""

    class Origin(models.TextChoices):
        TRANSCRIPTION = "transcription", _("our reading went wrong")
        PRINT = "print", _("the paper itself was wrong")

    class Status(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        DISMISSED = "dismissed", _("dismissed")
        DEFERRED = "deferred", _("deferred")

    page = models.ForeignKey(
        Page, models.CASCADE, related_name="findings", verbose_name=_("page")
    )
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("article"),
    )
    rule = models.CharField(
        _("rule"), max_length=40, choices=finding_rules, db_index=True
    )
    severity = models.PositiveSmallIntegerField(
        _("severity"), choices=severities, default=Severity.NOTICE
    )
    origin = models.CharField(
        _("origin"),
        max_length=15,
        choices=finding_origins,
        default=Origin.PRINT,
    )
    message = models.TextField(_("message"))
    page_start = models.PositiveIntegerField(editable=False)
    page_end = models.PositiveIntegerField(editable=False)
    part = models.CharField(
        _("part"), max_length=10, choices=parts_of_an_article, blank=True
    )
    photo = models.ForeignKey(
        Photo,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("photo"),
    )
    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    exact = models.TextField(_("words"), blank=True)
    # Null is "nothing to offer", the empty string "delete the words".
    replacement = models.TextField(  # noqa: DJ001
        _("replacement"),
        null=True,
        blank=True,
        help_text=_("Empty deletes the words; none means there is no offer."),
    )
    status = models.CharField(
        _("status"),
        max_length=10,
        choices=finding_states,
        default=Status.OPEN,
        db_index=True,
    )
    decided_by = models.ForeignKey(
        USER,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["severity", "page", "page_start", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "rule", "page_start", "page_end", "message"],
                name="finding_once",
            ),
            models.CheckConstraint(
                condition=Q(page_end__gte=F("page_start")),
                name="finding_span_in_order",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["open", "deferred"])
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="decided_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rule_display()}: {self.exact[:30]}"

    def text_in(self, article: Article) -> str:
        """Return the text of its article that ``start`` and ``end`` count in: a caption's or a
        part's; '' for a finding that has no such place.
        """
        if self.photo:
            return self.photo.caption
        return getattr(article, self.part, "")

    def decide(self, status: str, by: User, reason: str = "") -> None:
        """Note what somebody decided, and when; saving is the caller's."""
        self.status = status
        self.reason = reason
        self.decided_by = by
        self.decided_at = timezone.now()
