"""Issue (one date of a newspaper) > Page (版)."""

from __future__ import annotations

from typing import Any, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from articles.editions import edition_word_of
from articles.models import printed_numbers
from articles.models.newspaper import Newspaper, current_publications


class IssueQuerySet(models.QuerySet["Issue"]):
    def published(self) -> Self:
        """Keep the issues with a published article."""
        current = current_publications().filter(
            newspaper=OuterRef("newspaper"),
            day=OuterRef("date"),
            edition=OuterRef("edition"),
        )
        return self.filter(Exists(current))

    def called(self, edition: str) -> Self:
        """Keep those of an edition, by its printed name; "" is the ordinary one."""
        word = edition_word_of(edition)
        return self.filter(Q(edition_name=edition) | Q(edition=word))


class Issue(models.Model):
    newspaper = models.ForeignKey(
        Newspaper,
        models.PROTECT,
        related_name="issues",
        verbose_name=_("newspaper"),
    )
    date = models.DateField(_("date"), db_index=True)
    number = models.PositiveIntegerField(
        _("number of the issue"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
    )
    edition_name = models.CharField(
        _("edition"),
        max_length=20,
        blank=True,
        help_text=_(
            "As printed, where a newspaper has more than one issue of a date: 号外, 下午版. Empty for "
            "the ordinary one."
        ),
    )
    edition = models.SlugField(
        _("edition in addresses"),
        max_length=40,
        blank=True,
        help_text=_("Left empty: by the name of the edition."),
    )

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        ordering = ["-date", "newspaper", "edition"]
        indexes = [
            models.Index(fields=["edition", "date"], name="issue_by_edition")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["newspaper", "date", "edition"], name="issue_once"
            ),
            models.CheckConstraint(
                condition=Q(edition="", edition_name="")
                | ~Q(edition="") & ~Q(edition_name=""),
                name="edition_with_its_name",
                violation_error_message=_(
                    "An edition needs the name that is printed."
                ),
            ),
        ]

    def __str__(self) -> str:
        printed = f"{self.newspaper} {self.date:%Y-%m-%d}"
        return f"{printed} {self.edition_name}".rstrip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let the articles follow where day, newspaper or edition is another one."""
        known = self.pk is not None
        self.clean()
        super().save(*args, **kwargs)
        if known:
            article: Any = Page.articles.rel.related_model
            others = article.objects.filter(page__issue=self).exclude(
                day=self.date, newspaper=self.newspaper, edition=self.edition
            )
            others.update(
                day=self.date, newspaper=self.newspaper, edition=self.edition
            )
            self.pages.exclude(day=self.date).update(day=self.date)

    def get_absolute_url(self) -> str:
        return reverse("issue", args=self.place)

    def clean(self) -> None:
        """Make the word of the edition in addresses of its name if there is none."""
        self.edition = self.edition or edition_word_of(self.edition_name)

    @property
    def dated(self) -> str:
        """Its date in the language spoken, and its edition as printed."""
        return f"{date_format(self.date)} {self.edition_name}".rstrip()

    @property
    def place(self) -> list[Any]:
        """Where it stands in print, as an address says it: newspaper, date, edition."""
        return [self.newspaper.slug, self.date, self.edition]


class PageQuerySet(models.QuerySet["Page"]):
    def published(self) -> Self:
        """Keep the pages with a published article."""
        current = current_publications().filter(page=OuterRef("pk"))
        return self.filter(Exists(current))

    def knowing_if_whole(self) -> Self:
        """Tell of each page, as ``is_wholly_public``, whether its picture may show all of it."""
        article: Any = self.model.articles.rel.related_model
        publication: Any = self.model.publications.rel.related_model
        on_page = article.objects.filter(page=OuterRef("pk"))
        current = current_publications().filter(article=OuterRef("pk"))
        hidden = on_page.exclude(Exists(current))
        forbidden = publication.objects.filter(
            page=OuterRef("pk"), reach=publication.Reach.EVERYTHING
        )
        whole = ~Exists(hidden) & ~Exists(forbidden)
        return self.annotate(is_wholly_public=whole)

    def listed(self) -> Self:
        """Leave the text as delivered, which no list shows."""
        return self.defer("text")

    def in_order(self) -> Self:
        """Put in the order of the printed paper: C2 before C10."""
        paper = "issue__newspaper__name"
        return self.order_by(
            "issue__date", paper, "issue__edition", "sort_label"
        )


class Page(models.Model):
    """One page: the text exactly as delivered, never edited; ``day`` repeats the issue's, so that
    lists by day read one index.
    """

    issue = models.ForeignKey(
        Issue, models.PROTECT, related_name="pages", verbose_name=_("issue")
    )
    label = models.CharField(
        _("page"),
        max_length=20,
        help_text=_("As printed, without 第 and 版: C2."),
    )
    sort_label = models.CharField(max_length=40, editable=False)
    day = models.DateField(_("date"), editable=False)
    # Of the articles, those that were deleted included: no number is given twice.
    last_address_number = models.PositiveIntegerField(default=0, editable=False)
    section = models.CharField(
        _("section"),
        max_length=60,
        blank=True,
        help_text=_("The section named in the page head."),
    )
    text = models.TextField(
        _("text as delivered"),
        editable=False,
        help_text=_(
            "Of a file that is not plain text: as it was "
            "extracted from the file, and never changed since."
        ),
    )
    sha256 = models.CharField(
        _("SHA-256 of the delivered bytes"),
        max_length=64,
        editable=False,
        db_index=True,
        help_text=_(
            "Of the file itself, also where its text was "
            "extracted; of several files, one after the other."
        ),
    )
    picture = models.ImageField(
        _("picture of the page"),
        upload_to="pages/%Y/%m/",
        blank=True,
        editable=False,
    )
    source_name = models.CharField(_("file"), max_length=255, editable=False)
    coverage = models.FloatField(
        _("coverage"),
        editable=False,
        help_text=_("Of what the file shows, the share in exactly one block."),
    )
    loaded_at = models.DateTimeField(_("loaded"), auto_now_add=True)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ["issue", "sort_label"]
        indexes = [models.Index(fields=["day", "id"], name="page_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["issue", "label"], name="page_once"
            ),
            models.CheckConstraint(
                condition=models.Q(coverage__gte=0, coverage__lte=1),
                name="coverage_is_a_share",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue} {self.label}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and let the articles follow where label or issue is another one."""
        self._take_order()
        known = self.pk
        super().save(*args, **kwargs)
        if known:
            self._follow()

    def get_absolute_url(self) -> str:
        return reverse("page", args=[*self.issue.place, self.label])

    def _take_order(self) -> None:
        """Repeat, unsaved, what places the page among others: its label and its day."""
        label = self.label
        issue = self.issue
        self.sort_label = printed_numbers.sort_label_of(label)
        self.day = issue.date

    def _follow(self) -> None:
        """Write what follows from label and issue: who saves some fields alone does not name it."""
        label = self.sort_label
        day = self.day
        paper = self.issue.newspaper_id
        own = Page.objects.filter(pk=self.pk)
        own.exclude(sort_label=label, day=day).update(sort_label=label, day=day)
        edition = self.issue.edition
        others = self.articles.exclude(
            sort_label=label, day=day, newspaper=paper, edition=edition
        )
        others.update(
            sort_label=label, day=day, newspaper=paper, edition=edition
        )

    def get_picture_url(self, size: str) -> str:
        """Return where the picture in a size stands: one address for all languages."""
        place = [*self.issue.place, self.label, size]
        return reverse("page-picture", args=place)

    def take_address_number(self) -> int:
        """Return a number for the address of a new article of this page that none had before."""
        pages = Page.objects.filter(pk=self.pk)
        pages.update(last_address_number=F("last_address_number") + 1)
        self.refresh_from_db(fields=["last_address_number"])
        return self.last_address_number
