"""Newspapers, and the addresses that they had before."""

from __future__ import annotations

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from articles.models import printed_numbers
from people.models import Organization, Person
from people.pinyin import sort_name_of


def current_publications() -> models.QuerySet[Any]:
    """Return what readers see; asked for when all models are known."""
    publication: Any = Newspaper.publications.rel.related_model
    return publication.objects.current()


class NewspaperQuerySet(models.QuerySet["Newspaper"]):
    def published(self) -> Self:
        """Keep the newspapers with a published article."""
        current = current_publications().filter(newspaper=OuterRef("pk"))
        return self.filter(Exists(current))

    def knowing_days(self) -> Self:
        """Tell of each newspaper the ``first_day`` and ``last_day`` of what is published."""
        current = current_publications().filter(newspaper=OuterRef("pk"))
        first = current.order_by("day").values("day")[:1]
        last = current.order_by("-day").values("day")[:1]
        return self.annotate(first_day=Subquery(first), last_day=Subquery(last))


class Newspaper(models.Model):
    name = models.CharField(_("name"), max_length=60, unique=True)
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Part of every public address of this paper."),
    )
    cn_number = models.CharField(
        _("CN number"),
        max_length=7,
        blank=True,
        validators=[printed_numbers.check_cn_number],
        help_text=_("As in the masthead, without CN: 43-0013."),
    )
    issn = models.CharField(
        "ISSN",
        max_length=9,
        blank=True,
        validators=[printed_numbers.check_issn],
    )
    organization = models.ForeignKey(
        Organization,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="newspapers",
        verbose_name=_("publisher"),
    )
    people = models.ManyToManyField(
        Person,
        blank=True,
        related_name="newspapers",
        verbose_name=_("authority list"),
        help_text=_(
            "The people this paper writes about; names on its pages are matched within this list."
        ),
    )

    objects = NewspaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("newspaper")
        verbose_name_plural = _("newspapers")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and keep the address that readers had, if this is another one.

        Raise ``ValidationError`` for an address that they have of another newspaper."""
        self.clean()
        with transaction.atomic():
            self._keep_former_slug()
            super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("newspaper", args=[self.slug])

    def clean(self) -> None:
        """Make an address of the name if there is none; refuse one that readers have of another
        newspaper.
        """
        self._fill_slug()
        if self._has_slug_of_another():
            message = _("Readers have this address of another newspaper.")
            raise ValidationError({"slug": message})

    def _has_slug_of_another(self) -> bool:
        former = FormerSlug.objects.filter(slug=self.slug)
        others = former.exclude(newspaper=self.pk)
        return others.exists()

    def _fill_slug(self) -> None:
        if not self.slug:
            pinyin = sort_name_of(self.name)
            self.slug = slugify(pinyin.replace(" ", ""))

    def _keep_former_slug(self) -> None:
        stored = Newspaper.objects.filter(pk=self.pk).exclude(slug=self.slug)
        renamed = stored.first()
        if renamed is not None and renamed.publications.exists():
            FormerSlug.objects.get_or_create(
                slug=renamed.slug, defaults={"newspaper": self}
            )


class FormerSlug(models.Model):
    """An address that a newspaper had when readers saw something of it: it leads to the newspaper
    for ever, and no other gets it.
    """

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    newspaper = models.ForeignKey(
        Newspaper,
        models.PROTECT,
        related_name="former_slugs",
        verbose_name=_("newspaper"),
    )

    class Meta:
        verbose_name = _("former address of a newspaper")
        verbose_name_plural = _("former addresses of newspapers")
        ordering = ["slug"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.slug
