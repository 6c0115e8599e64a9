"""Which files stand beside which pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.citations.citation_files import CITATION_FILES

TEXT = "text/plain"
DATA = "application/ld+json"
CALENDAR = "text/calendar"
FEED = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Alternate:
    """A file beside a page: its address, its media type, and what it is."""

    address: str
    media_type: str
    title: str


# The files by the names of their addresses, for each page by the name of its own.
Files = tuple[tuple[str, str, str | Promise], ...]
BESIDE: dict[str, Files] = {
    "newspaper": (
        ("newspaper-text", TEXT, _("Text")),
        ("newspaper-data", DATA, "JSON-LD"),
        ("newspaper-feed", FEED, _("Feed")),
    ),
    "issue": (
        ("issue-text", TEXT, _("Text")),
        ("issue-data", DATA, "JSON-LD"),
    ),
    "page": (
        ("page-text", TEXT, _("Text")),
        ("page-data", DATA, "JSON-LD"),
    ),
    "article": (
        ("article-text", TEXT, _("Text")),
        ("article-data", DATA, "JSON-LD"),
    ),
    "photo": (
        ("photo-text", TEXT, _("Text")),
        ("photo-data", DATA, "JSON-LD"),
    ),
    "person": (
        ("person-text", TEXT, _("Text")),
        ("person-data", DATA, "JSON-LD"),
        ("person-calendar", CALENDAR, _("Calendar")),
        ("person-feed", FEED, _("Feed")),
    ),
    "event": (
        ("event-text", TEXT, _("Text")),
        ("event-data", DATA, "JSON-LD"),
    ),
    "congress": (
        ("congress-text", TEXT, _("Text")),
        ("congress-data", DATA, "JSON-LD"),
        ("congress-calendar", CALENDAR, _("Calendar")),
        ("congress-timeline", "application/json", "TimelineJS"),
        ("congress-feed", FEED, _("Feed")),
    ),
}
CITED = {"article": "article-cite", "event": "event-cite"}


def alternates_of(page: str, keys: dict[str, Any]) -> list[Alternate]:
    """Return the files beside the page of an address's name and keys."""
    return [*_files(page, keys), *reference_files(page, keys)]


def _files(page: str, keys: dict[str, Any]) -> Iterator[Alternate]:
    for name, media_type, title in BESIDE.get(page, ()):
        address = reverse(name, kwargs=keys)
        yield Alternate(address, media_type, str(title))


def reference_files(page: str, keys: dict[str, Any]) -> Iterator[Alternate]:
    """Yield the references, which programs that keep references look for."""
    name = CITED.get(page)
    if name is None:
        return
    for form, file in CITATION_FILES.items():
        address = reverse(name, kwargs=keys | {"form": form})
        yield Alternate(address, file.media_type, file.name)


def link_header(alternates: list[Alternate]) -> str:
    """Return the files as the ``Link`` header names them (RFC 8288)."""
    links = [
        f'<{each.address}>; rel="alternate"; type="{each.media_type}"'
        for each in alternates
    ]
    return ", ".join(links)
