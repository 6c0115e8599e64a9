"""Hold the reader to front pages and others of papers of all kinds, two in traditional characters.

They were written, and their gold, before the rules that read them: those of papers first, then
those in other habits (schedules in columns, motions with fields, lists of appointments, circulars,
letters and their replies, verse, programmes, captions in narrow lines)."""

from __future__ import annotations

from functools import cache

import pytest

from tests.reader.delivered import read_as_delivered
from tests.reader.gold_pages import GoldPages
from tests.reader.scored_facts import facts
from tests.reader.scoring import score

# The means over all pages must not fall below these; raise them with the reader, never lower them.
FLOORS = {
    GoldPages("pages_of_papers"): {
        "articles": 1.0,
        "kicker": 1.0,
        "headline": 1.0,
        "subtitle": 1.0,
        "byline": 1.0,
        "paragraphs": 1.0,
        "photos": 1.0,
        "jumps": 1.0,
        "people": 0.98,
        "mentions": 0.98,
        "events": 0.91,
        "places": 0.91,
        "findings": 1.0,
        "no false alarm": 1.0,
        "told apart": 0.86,
        "who was there": 0.85,
        "posts": 0.88,
    },
    GoldPages("pages_of_habits"): {
        "articles": 1.0,
        "kicker": 1.0,
        "headline": 1.0,
        "subtitle": 1.0,
        "byline": 1.0,
        "paragraphs": 0.99,
        "photos": 0.98,
        "jumps": 1.0,
        "people": 0.89,
        "mentions": 0.89,
        "events": 0.96,
        "places": 0.87,
        "findings": 1.0,
        "no false alarm": 1.0,
        "told apart": 0.9,
        "who was there": 0.78,
        "posts": 0.82,
    },
}
ALL = [(pages, slug) for pages in FLOORS for slug in pages.slugs]
MEASURES = [(pages, one) for pages, floors in FLOORS.items() for one in floors]


@cache
def scores(pages: GoldPages, slug: str) -> dict[str, float]:
    _text, gold = pages.load(slug)
    reading = read_as_delivered(pages, slug)
    return {**score(gold, reading), **facts(gold, reading)}


def test_there_are_pages_of_several_kinds() -> None:
    years = {pages.load(slug)[1]["date"][:3] for pages, slug in ALL}
    assert len(ALL) >= 16
    assert years == {"198", "199", "200", "201", "202"}


@pytest.mark.parametrize(("pages", "slug"), ALL)
def test_gold_spans_are_the_printed_words(pages: GoldPages, slug: str) -> None:
    text, gold = pages.load(slug)
    for article in gold["articles"]:
        for paragraph in article["paragraphs"]:
            printed = [text[start:end] for start, end in paragraph["sources"]]
            assert "".join(printed) == paragraph["text"]
        for mention in article["mentions"]:
            start, end = mention["span"]
            assert "".join(text[start:end].split()) == mention["name"]


@pytest.mark.parametrize(("pages", "measure"), MEASURES)
def test_means_stay_above_their_floors(pages: GoldPages, measure: str) -> None:
    slugs = pages.slugs
    mean = sum(scores(pages, slug)[measure] for slug in slugs) / len(slugs)
    assert mean >= FLOORS[pages][measure], round(mean, 4)
