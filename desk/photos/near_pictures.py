"""Photos whose pictures look alike, for an editor to compare: nothing is decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import IO

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import ngettext

from articles.fingerprints import fingerprint_of
from articles.models import Photo, PictureBand

MOST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class NearPhoto:
    """A photo and in how many bits its picture differs; none at all is the same picture."""

    photo: Photo
    bits: int


def near_photos(photo: Photo) -> list[NearPhoto]:
    """Return the photos with pictures near to that of a photo, the nearest first."""
    if not photo.image:
        return []
    others = Photo.objects.exclude(pk=photo.pk)
    return _of_files(others, _apart_from(photo))


def photos_near_file(file: IO[bytes]) -> list[NearPhoto]:
    """Return the photos with pictures near to that of a file which is nobody's yet."""
    fingerprint = fingerprint_of(file)
    apart = PictureBand.objects.near_to(fingerprint)
    return _of_files(Photo.objects.all(), apart)


def _apart_from(photo: Photo) -> dict[str, int]:
    """Return the files near to a photo's, its own with them, each with how far it is apart."""
    near = PictureBand.objects.near(photo.image)
    own = {str(photo.image): 0}
    return near | own


def _of_files(
    photos: QuerySet[Photo], apart: dict[str, int]
) -> list[NearPhoto]:
    """Return those of the photos that have one of these files, the nearest first."""
    if not apart:
        return []
    having = photos.filter(image__in=apart)
    found = [_near(each, apart) for each in _shown(having)]
    return sorted(found, key=attrgetter("bits"))


def _shown(photos: QuerySet[Photo]) -> QuerySet[Photo]:
    """Keep so many as are shown, with all that is told of each."""
    listed = photos.select_related("article__page__issue__newspaper")
    return listed.order_by("pk")[:MOST_SHOWN]


def _near(photo: Photo, apart: dict[str, int]) -> NearPhoto:
    file = str(photo.image)
    return NearPhoto(photo, apart[file])


def tell_near(request: HttpRequest, photo: Photo) -> None:
    """Say to who has sent a picture that others look like it, and where they stand side by side."""
    count = len(near_photos(photo))
    if not count:
        return
    address = reverse("desk-photo", args=[photo.pk])
    said = _count_told(count)
    told = format_html('{} <a href="{}#near">{}</a>', said, address, photo)
    messages.warning(request, told)


def _count_told(count: int) -> str:
    said = ngettext(
        "%(count)d photo on record looks like this picture:",
        "%(count)d photos on record look like this picture:",
        count,
    )
    return said % {"count": count}
