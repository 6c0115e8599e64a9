"""The kinds of public pages, found as a reader finds them: by links from the home page."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

from django.urls import resolve

if TYPE_CHECKING:
    from tests.browser.conftest import Site

PUBLIC = (
    "home",
    "about",
    "report",
    "congresses",
    "congress",
    "congress-day",
    "congress-who",
    "congress-with",
    "congress-election",
    "event",
    "newspapers",
    "newspaper",
    "issue",
    "page",
    "article",
    "photos",
    "photo",
    "people",
    "organizations",
    "person",
    "search",
)


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        # The switch leads to the same page in English.
        if tag == "a" and "hreflang" not in dict(attrs):
            self.found += [
                value for name, value in attrs if name == "href" and value
            ]


def addresses_of(site: Site) -> dict[str, str]:
    """Follow the site's own links from its home, and return one address for each kind of page that
    they reach.
    """
    found: dict[str, str] = {}
    waiting = [f"{site.address}/"]
    seen: set[str] = set()
    while waiting and len(found) < len(PUBLIC):
        address = waiting.pop(0)
        name = resolve(urlsplit(address).path).url_name
        if address in seen or name in found or name not in PUBLIC:
            continue
        if name == "report" and "?about=" not in address:
            continue
        seen.add(address)
        found[name] = address
        with urlopen(address, timeout=20) as answer:  # noqa: S310
            links = Links(answer.read().decode()).found
        waiting += [
            link
            for link in (urljoin(address, href) for href in links)
            if link.startswith(site.address)
        ]
    found["search"] = f"{site.address}/search/?q=党代会"
    return found
