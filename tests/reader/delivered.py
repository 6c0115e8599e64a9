"""What is read of a gold page as it is delivered: one in traditional characters as its twin."""

from __future__ import annotations

import datetime as dt
import hashlib
import json

from importing.delivery.other_characters import twin_of
from reader import PageContext, as_json, read_page
from tests.reader.gold_pages import GoldPages, Object


def read_as_delivered(pages: GoldPages, slug: str) -> Object:
    """Return what is read of a page, one in traditional characters as its simplified twin."""
    text, gold = pages.load(slug)
    twin = twin_of(text)
    day = dt.date.fromisoformat(gold["date"])
    context = PageContext(gold["newspaper"], day, gold["page"])
    page = read_page(twin.simplified, twin.context(context))
    printed = twin.as_printed(page, context)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return json.loads(json.dumps(as_json(printed, sha256)))
