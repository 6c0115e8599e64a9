"""The photos in whose captions a person is named, and those that the person took."""

from __future__ import annotations

from django.db.models import QuerySet

from articles.models import PublicPhoto
from events.models import Statement

SHOWN = 6


def photos_naming(person: int) -> list[PublicPhoto]:
    """Return the newest photos whose captions name a person, one more than are shown."""
    named = Statement.objects.naming_in_captions(person)
    newest = named.newest_first()
    keys = newest.values_list("photo", flat=True)
    return _first_of(keys)


def photos_by(person: int) -> list[PublicPhoto]:
    """Return the newest photos that a person took, one more than are shown."""
    newest = Statement.objects.photographing(person).newest_first()
    keys = newest.values_list("photo", flat=True)
    return _first_of(keys)


def _first_of(keys: QuerySet) -> list[PublicPhoto]:
    """Return the first photos of these keys, one more than are shown."""
    most = SHOWN + 1
    first = list(keys[:most])
    return in_order_of_keys(first)


def in_order_of_keys(keys: list[int | None]) -> list[PublicPhoto]:
    """Return the photos of these keys in their order, each once."""
    once = dict.fromkeys(keys)
    photos = PublicPhoto.objects.listed()
    found = photos.in_bulk(once)
    return [found[key] for key in once if key in found]
