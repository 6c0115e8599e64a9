"""Hold the reader to pages of congresses and to what stands beside them, from papers of 1984 on."""

from __future__ import annotations

import sys
from functools import cache

import pytest

from tests.reader.gold_pages import GoldPages
from tests.reader.scored_facts import every_measure

# The means over all pages must not fall below these; raise them with the reader, never lower them.
FLOORS = {
    GoldPages("pages_of_congresses"): {
        "articles": 1.0,
        "kicker": 1.0,
        "headline": 1.0,
        "subtitle": 1.0,
        "byline": 1.0,
        "paragraphs": 1.0,
        "photos": 1.0,
        "jumps": 1.0,
        "people": 0.93,
        "mentions": 0.95,
        "events": 1.0,
        "places": 1.0,
        "findings": 1.0,
        "no false alarm": 1.0,
        "told apart": 0.99,
        "who was there": 0.92,
        "posts": 0.98,
    },
    GoldPages("pages_of_assemblies"): {
        "articles": 1.0,
        "kicker": 1.0,
        "headline": 1.0,
        "subtitle": 1.0,
        "byline": 1.0,
        "paragraphs": 1.0,
        "photos": 1.0,
        "jumps": 1.0,
        "people": 0.99,
        "mentions": 0.99,
        "events": 0.95,
        "places": 0.91,
        "findings": 1.0,
        "no false alarm": 1.0,
        "told apart": 0.93,
        "who was there": 0.91,
        "posts": 0.99,
    },
}
ALL = [(pages, slug) for pages in FLOORS for slug in pages.slugs]
MEASURES = [(pages, one) for pages, floors in FLOORS.items() for one in floors]


@cache
def scores(pages: GoldPages, slug: str) -> dict[str, float]:
    return every_measure(pages, slug)


def test_there_are_pages_of_four_decades() -> None:
    years = {pages.load(slug)[1]["date"][:3] for pages, slug in ALL}
    assert len(ALL) >= 26
    assert years >= {"198", "199", "200", "201", "202"}


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
    sys.stdout.write(f"{pages.folder} {measure} {mean:.3f}\n")
    assert mean >= FLOORS[pages][measure]
