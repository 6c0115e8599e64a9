"""What was public once, stands at an address no more, and leads nowhere else."""

from __future__ import annotations

from typing import Any

from django.urls import ResolverMatch

from articles.models import Publication
from editorial.change_log import latest_change
from editorial.models import Change, RecordKind
from events.address_words import congress_called

# The records whose addresses hold their key, by the first word of the address's name.
BY_KEY = {
    "photo": RecordKind.PHOTO,
    "person": RecordKind.PERSON,
    "event": RecordKind.EVENT,
    "timeline": RecordKind.EVENT,
}
# The columns of a publication that say where it was printed, by what addresses call them.
PRINTED = {
    "slug": "newspaper__slug",
    "date": "day",
    "edition": "edition",
    "label": "label",
}


def gone_at(match: ResolverMatch | None) -> Change | None:
    """Return the change with which readers lost what stood at an address; None where nothing did,
    or where the record itself is still public.
    """
    if match is None or match.url_name is None:
        return None
    noun, *_more = match.url_name.split("-")
    record = _record(noun, match.kwargs)
    if record is None:
        return None
    change = latest_change(*record)
    if change is None or change.leaves_it_public:
        return None
    return change


def _record(noun: str, keys: dict[str, Any]) -> tuple[str, int] | None:
    """Return the kind and the key of what an address names, None where it never was public."""
    if noun in BY_KEY:
        return BY_KEY[noun], keys["pk"]
    if noun == "congress":
        key = congress_called(keys["word"])
        return (RecordKind.EVENT, key) if key else None
    if noun in ("issue", "page"):
        return _printed(noun, keys)
    return None


def _printed(noun: str, keys: dict[str, Any]) -> tuple[str, int] | None:
    """Return the issue or the page of which something was published at an address."""
    asked = {
        column: keys[name] for name, column in PRINTED.items() if name in keys
    }
    column = "page" if noun == "page" else "page__issue"
    published = Publication.objects.filter(**asked).order_by()
    key = published.values_list(column, flat=True).first()
    return (noun, key) if key else None
