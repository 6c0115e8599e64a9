"""Article: as read, and as corrected."""

from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from articles.models.long_texts import TEXTS_AS_DELIVERED, UNLISTED
from articles.models.paper import Page
from people.models import Person
from records.choices import Choices

# What is read is kept with the page's loads; who changed what is each history row's own user.
UNTRACKED = [
    "read_kicker",
    "read_headline",
    "read_subtitle",
    "read_body",
    "paragraph_sources",
    "last_changed_by",
]


def states_of_work() -> Choices:
    return Article.Status.choices


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> Self:
        """Keep what readers may see; every public surface begins here."""
        return self.filter(status=Article.Status.PUBLISHED)

    def at_an_address(self) -> Self:
        """Keep the published, and those withdrawn whose address answers with its note until they
        are published again.
        """
        withdrawn = Q(published_at__isnull=False) & ~Q(withdrawal_note="")
        return self.filter(Q(status=Article.Status.PUBLISHED) | withdrawn)

    def on(self, date: dt.date) -> Self:
        """Keep the articles of the issues of this date."""
        return self.filter(page__issue__date=date)

    def in_newspaper(self, newspaper: int) -> Self:
        return self.filter(page__issue__newspaper=newspaper)

    def mentioning(self, person: Person) -> Self:
        """Keep the articles that name this person."""
        return self.filter(mentions__person=person).distinct()

    def with_page(self) -> Self:
        """Fetch page, issue and newspaper along: what an address and a citation need."""
        return self.select_related("page__issue__newspaper")

    def listed(self) -> Self:
        """Fetch what a list shows, address and bylines included, and leave the texts as read and
        delivered.
        """
        found = self.with_page().select_related("beginning")
        return found.prefetch_related("bylines").defer(*UNLISTED)

    def with_halves(self) -> Self:
        """Fetch what the page of one article shows: bylines, photos, names, and its other half."""
        return (
            self.with_page()
            .select_related(
                "continuation__page__issue__newspaper",
                "beginning__page__issue__newspaper",
            )
            .prefetch_related(
                "bylines",
                "photos",
                "continuation__bylines",
                "continuation__photos",
            )
            .defer(*TEXTS_AS_DELIVERED)
        )

    def locked(self, key: int) -> Article:
        """Return the article of this key, kept from others until the transaction ends."""
        return self.select_for_update(of=["self"]).get(pk=key)

    def newest_first(self) -> Self:
        return self.order_by(
            "-page__issue__date", "page__sort_label", "position", "pk"
        )


class Article(models.Model):
    """One article. ``read_*`` is what the machine read and is never edited; the plain fields are as
    corrected.

    ``body`` holds the paragraphs, separated by a newline. ``paragraph_sources`` gives for each
    paragraph as read its page spans ``[[start, end], …]``; ``heading_sources`` the same for each
    heading: two spans or more were joined."""

    class Status(models.TextChoices):
        IMPORTED = "imported", _("imported")
        FIRST_REVIEWED = "first_reviewed", _("passed first review")
        SECOND_REVIEWED = "second_reviewed", _("passed second review")
        FINAL_REVIEWED = "final_reviewed", _("passed final review")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    TEXT_FIELDS = ("kicker", "headline", "subtitle", "body")

    page = models.ForeignKey(
        Page, models.PROTECT, related_name="articles", verbose_name=_("page")
    )
    position = models.PositiveIntegerField(
        _("position on the page"), help_text=_("From 1, in reading order.")
    )
    start = models.PositiveIntegerField(editable=False)
    end = models.PositiveIntegerField(editable=False)

    kicker = models.CharField(_("kicker"), max_length=300, blank=True)
    headline = models.CharField(_("headline"), max_length=300, blank=True)
    subtitle = models.CharField(_("subtitle"), max_length=600, blank=True)
    dateline_source = models.CharField(
        _("dateline: source"), max_length=60, blank=True
    )
    dateline_place = models.CharField(
        _("dateline: place"), max_length=60, blank=True
    )
    dateline_date = models.DateField(_("dateline: date"), null=True, blank=True)
    body = models.TextField(
        _("body"), blank=True, help_text=_("Plain text, one paragraph a line.")
    )

    read_kicker = models.CharField(
        _("kicker as read"), max_length=300, blank=True, editable=False
    )
    read_headline = models.CharField(
        _("headline as read"), max_length=300, blank=True, editable=False
    )
    read_subtitle = models.CharField(
        _("subtitle as read"), max_length=600, blank=True, editable=False
    )
    read_body = models.TextField(_("body as read"), blank=True, editable=False)
    paragraph_sources = models.JSONField(default=list, editable=False)
    heading_sources = models.JSONField(default=dict, editable=False)

    continues_on = models.CharField(
        _("continues on page"), max_length=20, blank=True
    )
    continued_from = models.CharField(
        _("continued from page"), max_length=20, blank=True
    )
    continuation = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="beginning",
        verbose_name=_("continuation"),
        help_text=_(
            "The article on another page of the same issue that holds the rest."
        ),
    )

    status = models.CharField(
        _("status"),
        max_length=20,
        choices=states_of_work,
        default=Status.IMPORTED,
        editable=False,
        db_index=True,
    )
    version = models.PositiveIntegerField(
        _("version"), default=1, editable=False
    )
    last_changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("last changed by"),
        help_text=_(
            "The person who last changed what reviews are signed under; a load is nobody's change."
        ),
    )
    published_at = models.DateTimeField(
        _("published"), null=True, blank=True, editable=False
    )
    withdrawal_note = models.TextField(
        _("withdrawal note"),
        blank=True,
        help_text=_("Shown to readers in place of a withdrawn article."),
    )
    keywords = models.JSONField(_("keywords"), default=list, editable=False)
    modified_at = models.DateTimeField(_("modified"), auto_now=True)

    objects = ArticleQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=UNTRACKED)

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["page", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "position"], name="article_position_once"
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="article_span_in_order"
            ),
            models.CheckConstraint(
                condition=~Q(status="published")
                | Q(published_at__isnull=False),
                name="published_has_its_time",
            ),
        ]
        permissions = [
            ("publish_article", _("May publish and withdraw articles"))
        ]

    def __str__(self) -> str:
        # The headline first: a list has not fetched the body.
        text = self.headline or self.body[:30] or self.kicker
        text = text or self.subtitle[:30]
        number = {"position": self.position}
        return text or gettext("Article %(position)d") % number

    def get_absolute_url(self) -> str:
        issue = self.page.issue
        return reverse(
            "article",
            args=[
                issue.newspaper.slug,
                issue.date,
                self.page.label,
                self.position,
            ],
        )

    def clean(self) -> None:
        """Refuse a continuation on the same page, of another issue, or that goes on with this
        article itself.
        """
        rest = self.continuation
        if rest is not None and not self._goes_on_in(rest):
            reason = Article.continuation.field.help_text
            raise ValidationError({"continuation": reason})

    def _goes_on_in(self, rest: Article) -> bool:
        """Tell whether another article may hold the rest of this one."""
        if rest.page_id == self.page_id:
            return False
        if rest.page.issue_id != self.page.issue_id:
            return False
        return self.pk is None or rest.continuation_id != self.pk

    @property
    def title(self) -> str:
        """The headline; a continuation without one bears that of its beginning, if readers may see
        it.
        """
        beginning: Article | None = getattr(self, "beginning", None)
        if self.headline or beginning is None or not beginning.is_published:
            return str(self)
        return beginning.headline

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to read: no headline, no body, and no photo that says
        anything.
        """
        if self.headline.strip() or self.body.strip():
            return False
        return not self.photos.exclude(caption="").exists()

    @property
    def is_published(self) -> bool:
        """The same rule as ``published()``, for one article at hand."""
        return self.status == self.Status.PUBLISHED

    @property
    def is_corrected(self) -> bool:
        """Tell whether any text differs from what was read."""
        for name in self.TEXT_FIELDS:
            if getattr(self, name) != getattr(self, f"read_{name}"):
                return True
        return False

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs as corrected."""
        return self.body.split("\n") if self.body else []
