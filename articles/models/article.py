"""Article: as read, and as corrected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models.article_queries import ArticleQuerySet, StandingArticles
from articles.models.newspaper import Newspaper
from articles.models.paper import Page
from articles.models.states import StateOfWork, states_of_work


class Article(models.Model):
    """One article. ``read_*`` is what the machine read and is never edited; the plain fields are as
    corrected.

    Its texts are what its blocks make up (``articles/composing.py``); ``body`` holds the
    paragraphs, separated by a newline. An article that was ``joined_to`` another has no words any
    more: only ``every`` finds it. ``day``, ``newspaper``, ``edition`` and ``sort_label`` repeat
    what the page says, so that lists in the order of print read one index and no other table."""

    Status = StateOfWork
    TEXT_FIELDS = ("kicker", "headline", "subtitle", "body")

    page = models.ForeignKey(
        Page, models.PROTECT, related_name="articles", verbose_name=_("page")
    )
    position = models.PositiveIntegerField(
        _("position on the page"), help_text=_("From 1, in reading order.")
    )
    address_number = models.PositiveIntegerField(
        _("number in the address"),
        editable=False,
        help_text=_(
            "Given once and to no other article of the page, whatever its position becomes."
        ),
    )
    start = models.PositiveIntegerField(editable=False)
    end = models.PositiveIntegerField(editable=False)
    day = models.DateField(_("date"), editable=False)
    newspaper = models.ForeignKey(
        Newspaper,
        models.PROTECT,
        editable=False,
        # The index below begins with it.
        db_index=False,
        related_name="articles",
        verbose_name=_("newspaper"),
    )
    edition = models.SlugField(
        max_length=40, blank=True, db_index=False, editable=False
    )
    sort_label = models.CharField(max_length=40, editable=False)

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

    joined_to = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="joined",
        verbose_name=_("joined to"),
        help_text=_(
            "The article that its words went to; its address leads there."
        ),
    )

    status = models.CharField(
        _("status"),
        max_length=20,
        choices=states_of_work,
        default=Status.IMPORTED,
        editable=False,
    )
    version = models.PositiveIntegerField(
        _("version"), default=1, editable=False
    )
    modified_at = models.DateTimeField(_("modified"), auto_now=True)

    objects = StandingArticles.from_queryset(ArticleQuerySet)()
    every = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["page", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "position"], name="article_position_once"
            ),
            models.UniqueConstraint(
                fields=["page", "address_number"],
                name="article_address_number_once",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="article_span_in_order"
            ),
        ]
        indexes = [
            models.Index(
                "status",
                F("day").desc(),
                "edition",
                "sort_label",
                "position",
                name="article_newest_first",
            ),
            models.Index(fields=["status", "day", "id"], name="article_by_day"),
            models.Index(
                fields=["newspaper", "status", "day", "id"],
                name="article_by_newspaper",
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        is_new = self.pk is None
        if is_new:
            self.take_place()
        if self.address_number is None:
            self.address_number = self.page.take_address_number()
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        issue = self.page.issue
        return reverse(
            "article",
            args=[
                *issue.place,
                self.page.label,
                self.address_number,
            ],
        )

    def clean(self) -> None:
        """Refuse a continuation on the same page, of another issue, or that goes on with this
        article itself.
        """
        rest = self.continuation
        if rest is None or self._goes_on_in(rest):
            return
        reason = Article.continuation.field.help_text
        raise ValidationError({"continuation": reason})

    def _goes_on_in(self, rest: Article) -> bool:
        """Tell whether another article may hold the rest of this one."""
        if rest.page_id == self.page_id:
            return False
        if rest.page.issue_id != self.page.issue_id:
            return False
        if self.pk is None:
            return True
        return rest.continuation_id != self.pk

    def take_place(self) -> None:
        """Repeat, unsaved, what the page says of day, newspaper, edition and order; who creates
        rows in bulk calls it.
        """
        page = self.page
        issue = page.issue
        self.day = issue.date
        self.newspaper_id = issue.newspaper_id
        self.edition = issue.edition
        self.sort_label = page.sort_label

    def take_texts(self, texts: Mapping[str, str]) -> None:
        """Take the texts that blocks make up, by part, unsaved."""
        for part, text in texts.items():
            setattr(self, part, text)

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
        """The same rule as ``published()``, for one article at hand: readers see a publication,
        whatever has changed at the desk since.
        """
        published = type(self).objects.published()
        return published.filter(pk=self.pk).exists()

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs as corrected."""
        return self.body.split("\n") if self.body else []
