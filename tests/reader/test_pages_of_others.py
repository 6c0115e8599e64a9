"""Hold the reader to pages written, with their gold, before anything of it was measured on them.

Congresses of four cities, two county papers, fields and letters, a supplement, 1985, and one page
in traditional characters."""

from __future__ import annotations

import sys
from functools import cache

import pytest

from tests.reader.delivered import read_as_delivered
from tests.reader.gold_pages import GoldPages
from tests.reader.scored_facts import facts
from tests.reader.scoring import score

PAGES = GoldPages("pages_of_others")
# The means over all pages must not fall below these; raise them with the reader, never lower them.
FLOORS = {
    "articles": 1.0,
    "kicker": 1.0,
    "headline": 1.0,
    "subtitle": 1.0,
    "byline": 0.98,
    "paragraphs": 0.99,
    "photos": 0.99,
    "jumps": 1.0,
    "people": 0.97,
    "mentions": 0.97,
    "events": 0.97,
    "places": 0.9,
    "findings": 1.0,
    "no false alarm": 1.0,
    "told apart": 0.87,
    "who was there": 0.64,
    "posts": 0.77,
}


@cache
def scores(slug: str) -> dict[str, float]:
    _text, gold = PAGES.load(slug)
    reading = read_as_delivered(PAGES, slug)
    return {**score(gold, reading), **facts(gold, reading)}


def test_there_are_pages_of_five_decades() -> None:
    years = {PAGES.load(slug)[1]["date"][:3] for slug in PAGES.slugs}
    assert len(PAGES.slugs) >= 10
    assert years == {"198", "199", "200", "201", "202"}


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
    sys.stdout.write(f"{PAGES.folder} {measure} {mean:.3f}\n")
    assert mean >= FLOORS[measure]
