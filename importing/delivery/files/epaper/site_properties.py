"""What the program that made an e-paper site wrote of a file in comments, for itself."""

from __future__ import annotations

import re
from html import unescape

from importing.delivery.files.epaper.markup_lines import SPACE

# <!--enpproperty <founder-date>2021-09-28 …</founder-date>… /enpproperty-->
BEGINNING = re.compile(r"<!--\s{0,9}enpproperty\b", re.IGNORECASE)
END = "-->"
PROPERTY = re.compile(r"<([A-Za-z-]{2,30})>([^<]{1,2000})</\1>", re.IGNORECASE)
# The names of properties, and what they are of: the page, or ranks of an article's headings.
NAMES = {
    "founder-date": "date",
    "date": "date",
    "founder-pagenum": "page",
    "pagenum": "page",
    "founder-papername": "newspaper",
    "papername": "newspaper",
    "title": "headline",
    "introtitle": "kicker",
    "pretitle": "kicker",
    "subtitle": "subtitle",
    "author": "byline",
}


def site_properties(markup: str) -> dict[str, str]:
    """Return the properties that are known, each by what it is of; the first of each counts."""
    found: dict[str, str] = {}
    for block in _blocks(markup):
        for match in PROPERTY.finditer(block):
            key = match[1].lower()
            name = NAMES.get(key)
            if not name:
                continue
            value = unescape(match[2])
            words = SPACE.sub(" ", value).strip()
            if words:
                found.setdefault(name, words)
    return found


def _blocks(markup: str) -> list[str]:
    """Return what stands in the comments of properties; one that never ends holds none."""
    _before, *rest = BEGINNING.split(markup)
    if rest and END not in rest[-1]:
        rest = rest[:-1]
    return [block.partition(END)[0] for block in rest]
