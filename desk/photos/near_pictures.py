"""Photos whose pictures look alike, for an editor to compare: nothing is decided about them."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import ngettext

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
    own = {str(photo.image): 0}
    apart = PictureBand.objects.near(photo.image) | own
    photos = Photo.objects.filter(image__in=apart).exclude(pk=photo.pk)
    listed = photos.select_related("article__page__issue__newspaper")
    found = [
        NearPhoto(each, apart[str(each.image)])
        for each in listed.order_by("pk")[:MOST_SHOWN]
    ]
    return sorted(found, key=lambda near: near.bits)


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
