"""Photos of an article, with IPTC's fields; who took them, and what their pictures look like."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.fields.files import FieldFile
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.fingerprints import (
    NEAR,
    bands_near,
    bands_of,
    bits_apart,
    fingerprint_of_stored,
)
from articles.models.article import Article
from people.models import Person

# At most so many pictures that share a quarter of their fingerprint are compared.
MOST_COMPARED = 2_000
# A picture of which nobody has said yet what it shows.
UNDESCRIBED = Q(alt_text="") & ~Q(image="")


class PhotoQuerySet(models.QuerySet["Photo"]):
    def undescribed(self) -> Self:
        """Keep those whose picture has no alternative text."""
        return self.filter(UNDESCRIBED)

    def in_order(self) -> Self:
        """Put those of one article in their order."""
        return self.order_by("position", "pk")


class Photo(models.Model):
    """A photo with IPTC's fields; ``read_caption`` is what the machine read and is never edited.

    ``creators`` holds the photographers' names as printed, in order, one a line.
    """

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="photos",
        verbose_name=_("article"),
    )
    position = models.PositiveIntegerField(_("position"), default=1)
    image = models.ImageField(
        _("picture"), upload_to="photos/%Y/%m/", blank=True
    )
    caption = models.TextField(_("caption"), blank=True)
    read_caption = models.TextField(
        _("caption as read"), blank=True, editable=False
    )
    creators = models.TextField(
        _("photographers"), blank=True, help_text=_("One name a line.")
    )
    creator_job_title = models.CharField(
        _("photographers' job title"), max_length=60, blank=True
    )
    credit_line = models.CharField(_("credit line"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=120, blank=True)
    date_created = models.DateField(_("date taken"), null=True, blank=True)
    copyright_notice = models.CharField(
        _("copyright notice"), max_length=200, blank=True
    )
    alt_text = models.TextField(
        _("alternative text"),
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    start = models.PositiveIntegerField(null=True, editable=False)
    end = models.PositiveIntegerField(null=True, editable=False)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["article", "position", "pk"]
        indexes = [
            models.Index(fields=["image"], name="photo_by_picture"),
            models.Index(
                fields=["id"], condition=UNDESCRIBED, name="photo_undescribed"
            ),
        ]

    def __str__(self) -> str:
        return (self.caption or str(self.article))[:40]

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        written = kwargs.get("update_fields")
        if self.image and (written is None or "image" in written):
            PictureBand.objects.keep_stored(self.image)

    def get_absolute_url(self) -> str:
        return reverse("photo", args=[self.pk])

    def get_picture_url(self, size: str) -> str:
        """Return where the picture in a size stands: one address for all languages."""
        return reverse("photo-picture", args=[self.pk, size])

    @property
    def is_undescribed(self) -> bool:
        """Tell whether it has a picture of which nobody has said what it shows."""
        return bool(self.image) and not self.alt_text

    @property
    def creator_names(self) -> list[str]:
        """The photographers' names in printed order."""
        return self.creators.split("\n") if self.creators else []


class PhotographerQuerySet(models.QuerySet["Photographer"]):
    def of_article(self, article: int) -> Self:
        """Keep those of an article's photos, in the order of the photos, their people fetched."""
        of_photos = self.filter(photo__article=article, person__isnull=False)
        return of_photos.select_related("photo", "person").order_by(
            "photo__position", "photo", "pk"
        )


class Photographer(models.Model):
    """Who a name in the credit of a photo is, as an editor said; without a person, nobody known.

    The name in ``creators`` of the photo is its evidence: while the credit does not hold it,
    nothing is stated."""

    photo = models.ForeignKey(
        Photo,
        models.CASCADE,
        related_name="photographers",
        verbose_name=_("photo"),
    )
    name = models.CharField(_("name"), max_length=60)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="photographs",
        verbose_name=_("person"),
    )

    objects = PhotographerQuerySet.as_manager()

    class Meta:
        verbose_name = _("photographer on record")
        verbose_name_plural = _("photographers on record")
        ordering = ["photo", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "name"], name="photographer_once_per_photo"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def article_id(self) -> int:
        """The key of the article that has the photo."""
        return self.photo.article_id

    @property
    def stands(self) -> bool:
        """Tell whether the credit holds the name."""
        return self.name in self.photo.creator_names


class PictureBandQuerySet(models.QuerySet["PictureBand"]):
    def keep(self, file: str, fingerprint: str) -> None:
        """Keep the fingerprint of a file; '' is none, and a file never becomes another."""
        bands = bands_of(fingerprint) if fingerprint else []
        rows = [
            PictureBand(file=file, fingerprint=fingerprint, band=band)
            for band in bands
        ]
        self.bulk_create(rows, ignore_conflicts=True)

    def keep_stored(self, image: FieldFile) -> None:
        """Keep the fingerprint of a picture's file, unless it is kept already."""
        name = str(image)
        if not self.filter(file=name).exists():
            self.keep(name, fingerprint_of_stored(image))

    def near(self, image: FieldFile) -> dict[str, int]:
        """Return the files of the pictures near to one, its own left out, each with the number of
        bits that differ; of very many that share a quarter not all are compared.
        """
        name = str(image)
        own = self.filter(file=name).first()
        if own is None:
            return {}
        found = self.near_to(own.fingerprint)
        found.pop(name, None)
        return found

    def near_to(self, fingerprint: str) -> dict[str, int]:
        """Return the same of a picture that is not kept, by its fingerprint; '' is near to none."""
        if not fingerprint:
            return {}
        bands = bands_near(fingerprint)
        sharing = self.filter(band__in=list(bands))
        compared = sharing.values_list("file", "fingerprint")[:MOST_COMPARED]
        apart = {
            file: bits_apart(fingerprint, other) for file, other in compared
        }
        return {file: bits for file, bits in apart.items() if bits <= NEAR}


class PictureBand(models.Model):
    """A quarter of the fingerprint of a picture's file, by which near ones are found: ``band`` is
    its number and its bits (``articles/fingerprints.py``), ``fingerprint`` the whole in hexadecimal
    digits.
    """

    file = models.CharField(max_length=100)
    fingerprint = models.CharField(max_length=16)
    band = models.PositiveIntegerField(db_index=True)

    objects = PictureBandQuerySet.as_manager()

    class Meta:
        verbose_name = _("band of a picture")
        verbose_name_plural = _("bands of pictures")
        constraints = [
            models.UniqueConstraint(
                fields=["file", "band"], name="picture_band_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.file}: {self.fingerprint}"
