"""The sitemap as a crawler reads it: the index, then every page that it names."""

from __future__ import annotations

import re

from django.test import Client

PAGE = re.compile(r"<loc>http://testserver(/sitemap-[^<]+)</loc>")


def read_sitemap(client: Client) -> str:
    """Return all pages of the sitemap, one behind the other."""
    index = client.get("/sitemap.xml").content.decode()
    addresses = [
        address.replace("&amp;", "&") for address in PAGE.findall(index)
    ]
    pages = [client.get(address).content.decode() for address in addresses]
    return "\n".join(pages)
