"""The photos that readers see: rows made from the current publications."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Self

from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.publication import Publication
from records.different_values import different_values

# IPTC's fields of a photo that are words.
PHOTO_WORDS = (
    "caption",
    "read_caption",
    "creators",
    "creator_job_title",
    "credit_line",
    "source",
    "copyright_notice",
    "alt_text",
)
LONGEST_NAME = 60


class PublicPhotoQuerySet(models.QuerySet["PublicPhoto"]):
    def listed(self) -> Self:
        """Fetch the address of the article along, not its texts."""
        found = self.select_related("publication__page__issue__newspaper")
        return found.defer(
            "publication__content",
            "publication__page__text",
        )

    def newest_first(self) -> Self:
        return self.order_by("-day", "sort_label", "place", "pk")

    def on(self, date: dt.date) -> Self:
        """Keep those of the issues of this date."""
        return self.filter(day=date)


class PublicPhoto(models.Model):
    """A photo of a current publication, under the key of the photo at the desk.

    ``place`` puts the photos of one page in order."""

    key = models.PositiveBigIntegerField(_("photo"), primary_key=True)
    publication = models.ForeignKey(
        Publication,
        models.CASCADE,
        related_name="photos",
        verbose_name=_("publication"),
    )
    day = models.DateField(_("date"))
    sort_label = models.CharField(max_length=40)
    place = models.CharField(max_length=12)
    image = models.ImageField(_("picture"), blank=True)
    caption = models.TextField(_("caption"), blank=True)
    read_caption = models.TextField(_("caption as read"), blank=True)
    creators = models.TextField(_("photographers"), blank=True)
    creator_job_title = models.CharField(
        _("photographers' job title"), max_length=60, blank=True
    )
    credit_line = models.CharField(_("credit line"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    date_created = models.DateField(_("date taken"), null=True)
    copyright_notice = models.CharField(
        _("copyright notice"), max_length=200, blank=True
    )
    alt_text = models.TextField(_("alternative text"), blank=True)

    objects = PublicPhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("public photo")
        verbose_name_plural = _("public photos")
        indexes = [
            models.Index(
                F("day").desc(),
                "sort_label",
                "place",
                "key",
                name="public_photo_newest_first",
            ),
            models.Index(fields=["day", "key"], name="public_photo_by_day"),
        ]

    def __str__(self) -> str:
        return (self.caption or self.publication.title)[:40]

    def get_absolute_url(self) -> str:
        return reverse("photo", args=[self.pk])

    def get_picture_url(self, size: str) -> str:
        """Return where the picture in a size stands: one address for all languages."""
        return reverse("photo-picture", args=[self.pk, size])

    @property
    def creator_names(self) -> list[str]:
        """The photographers' names in printed order."""
        return self.creators.split("\n") if self.creators else []


class PhotoCreatorQuerySet(models.QuerySet["PhotoCreator"]):
    def names(self, most: int) -> list[str]:
        """Return who took photos, each once, at most so many."""
        return different_values(self.model, "name", most)

    def newest_first(self) -> Self:
        return self.order_by("-day", "sort_label", "place", "photo")


class PhotoCreator(models.Model):
    """Who took a public photo; ``day``, ``sort_label`` and ``place`` are the photo's, so that a
    list reads one index.
    """

    photo = models.ForeignKey(
        PublicPhoto,
        models.CASCADE,
        related_name="taken_by",
        verbose_name=_("photo"),
    )
    name = models.CharField(_("photographer"), max_length=60)
    day = models.DateField(_("date"))
    sort_label = models.CharField(max_length=40)
    place = models.CharField(max_length=12)

    objects = PhotoCreatorQuerySet.as_manager()

    class Meta:
        verbose_name = _("photographer of a photo")
        verbose_name_plural = _("photographers of photos")
        indexes = [
            models.Index(
                "name",
                F("day").desc(),
                "sort_label",
                "place",
                "photo",
                name="photo_creator_newest_first",
            )
        ]

    def __str__(self) -> str:
        return self.name


def creators_of(photos: Iterable[PublicPhoto]) -> Iterator[PhotoCreator]:
    """Yield who took each of these photos, unsaved, each once."""
    for photo in photos:
        for name in dict.fromkeys(photo.creator_names):
            yield PhotoCreator(
                photo=photo,
                name=name[:LONGEST_NAME],
                day=photo.day,
                sort_label=photo.sort_label,
                place=photo.place,
            )


def photos_in(publication: Publication) -> Iterator[PublicPhoto]:
    """Yield the photos that a publication holds as rows, unsaved."""
    for rank, photo in enumerate(publication.content["photos"]):
        yield _photo(publication, photo, rank)


def _photo(
    publication: Publication, photo: dict[str, Any], rank: int
) -> PublicPhoto:
    words = {name: photo[name] for name in PHOTO_WORDS}
    taken = photo["date_created"]
    return PublicPhoto(
        key=photo["photo"],
        publication=publication,
        day=publication.day,
        sort_label=publication.sort_label,
        place=f"{publication.position:05}/{rank:03}",
        image=photo["image"],
        date_created=dt.date.fromisoformat(taken) if taken else None,
        **words,
    )
