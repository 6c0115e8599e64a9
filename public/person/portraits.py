"""The photos in whose captions a person is named."""

from __future__ import annotations

from articles.models import PublicPhoto
from events.models import Statement

SHOWN = 6


def photos_naming(person: int) -> list[PublicPhoto]:
    """Return the newest photos whose captions name a person, one more than are shown."""
    named = Statement.objects.naming(person).in_captions()
    keys = named.newest_first().values_list("photo", flat=True)
    return in_order_of_keys(list(keys[: SHOWN + 1]))


def in_order_of_keys(keys: list[int | None]) -> list[PublicPhoto]:
    """Return the photos of these keys in their order, each once."""
    found = PublicPhoto.objects.listed().in_bulk(dict.fromkeys(keys))
    return [found[key] for key in dict.fromkeys(keys) if key in found]
