"""Hold the reader to front pages and others of papers of all kinds, one in traditional characters.

They were written, and their gold, before the rules that read them."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import cache

import pytest

from importing.delivery.other_characters import twin_of
from reader import PageContext, as_json, read_page
from tests.reader.gold_pages import GoldPages, Object
from tests.reader.scored_facts import facts
from tests.reader.scoring import score

PAGES = GoldPages("pages_of_papers")
# The means over all pages must not fall below these; raise them with the reader, never lower them.
FLOORS = {
    "articles": 0.97,
    "kicker": 0.95,
    "headline": 0.95,
    "subtitle": 0.95,
    "byline": 0.95,
    "paragraphs": 0.94,
    "photos": 0.95,
    "jumps": 0.95,
    "people": 0.92,
    "mentions": 0.96,
    "events": 0.87,
    "places": 0.87,
    "findings": 1.0,
    "no false alarm": 1.0,
    "told apart": 0.84,
    "who was there": 0.7,
    "posts": 0.82,
}


@cache
def scores(slug: str) -> dict[str, float]:
    _text, gold = PAGES.load(slug)
    reading = read_as_delivered(slug)
    return {**score(gold, reading), **facts(gold, reading)}


def read_as_delivered(slug: str) -> Object:
    """Return what is read of a page, one in traditional characters as its simplified twin."""
    text, gold = PAGES.load(slug)
    twin = twin_of(text)
    day = dt.date.fromisoformat(gold["date"])
    context = PageContext(gold["newspaper"], day, gold["page"])
    page = read_page(twin.simplified, twin.context(context))
    printed = twin.as_printed(page, context)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return json.loads(json.dumps(as_json(printed, sha256)))


def test_there_are_pages_of_several_kinds() -> None:
    years = {PAGES.load(slug)[1]["date"][:3] for slug in PAGES.slugs}
    assert len(PAGES.slugs) >= 6
    assert years == {"198", "199", "200", "201"}


@pytest.mark.parametrize("slug", PAGES.slugs)
def test_gold_spans_are_the_printed_words(slug: str) -> None:
    text, gold = PAGES.load(slug)
    for article in gold["articles"]:
        for paragraph in article["paragraphs"]:
            printed = [text[start:end] for start, end in paragraph["sources"]]
            assert "".join(printed) == paragraph["text"]
        for mention in article["mentions"]:
            start, end = mention["span"]
            assert "".join(text[start:end].split()) == mention["name"]


@pytest.mark.parametrize("measure", FLOORS)
def test_means_stay_above_their_floors(measure: str) -> None:
    slugs = PAGES.slugs
    mean = sum(scores(slug)[measure] for slug in slugs) / len(slugs)
    assert mean >= FLOORS[measure], round(mean, 4)
