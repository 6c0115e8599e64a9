"""Hold the reader to pages of congresses and to what stands beside them, from papers of 1984 on."""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache

import pytest

from tests.reader.gold_pages import GoldPages, Object
from tests.reader.scoring import fold, overlap, paired, score

PAGES = GoldPages("pages_of_congresses")
SLUGS = PAGES.slugs
# The means over all pages must not fall below these; raise them with the reader, never lower them.
FLOORS = {
    "articles": 1.0,
    "kicker": 1.0,
    "headline": 1.0,
    "subtitle": 1.0,
    "byline": 1.0,
    "paragraphs": 1.0,
    "photos": 1.0,
    "jumps": 1.0,
    "people": 0.88,
    "mentions": 0.92,
    "events": 1.0,
    "places": 0.98,
    "findings": 1.0,
    "no false alarm": 1.0,
    "told apart": 0.97,
    "who was there": 0.85,
    "posts": 0.96,
}
load = PAGES.load


@cache
def scores(slug: str) -> dict[str, float]:
    _text, gold = load(slug)
    read = PAGES.as_json(slug)
    return {**score(gold, read), **facts(gold, read)}


def facts(gold: Object, read: Object) -> dict[str, float]:
    """Score what the measures of a page leave out: events of one hour apart, who was there, posts.

    The printed list of who came is no part of the gold, so those found there are only recalled.
    """
    pairs = paired(gold["articles"], read["articles"])
    wanted = [who for one, _ in pairs for who in present(one)]
    found = Counter(who for _, one in pairs for who in present(one))
    seen = (Counter(wanted) & found).total()
    meant = [key for one, _ in pairs for key in apart(one)]
    told = [key for _, one in pairs for key in apart(one)]
    return {
        "told apart": overlap(meant, told),
        "who was there": seen / len(wanted) if wanted else 1.0,
        "posts": overlap(held(gold), held(read)),
    }


def moment(event: Object) -> tuple[str | None, ...]:
    return event["date"], event["part_of_day"], event["time"]


def apart(article: Object | None) -> list[tuple[str | None, ...]]:
    events = article["events"] if article else []
    return [(*moment(event), fold(event["place"])) for event in events]


def present(article: Object | None) -> list[tuple[str | None, ...]]:
    events = article["events"] if article else []
    return [
        (*moment(event), one["name"])
        for event in events
        for one in event["participants"]
    ]


def held(page: Object) -> set[tuple[str, str]]:
    return {(post["name"], post["post"]) for post in page["posts"]}


def test_there_are_pages_of_four_decades() -> None:
    years = {load(slug)[1]["date"][:3] for slug in SLUGS}
    assert len(SLUGS) >= 16
    assert years >= {"198", "199", "200", "201", "202"}


@pytest.mark.parametrize("slug", SLUGS)
def test_gold_spans_are_the_printed_words(slug: str) -> None:
    text, gold = load(slug)
    for article in gold["articles"]:
        for paragraph in article["paragraphs"]:
            printed = [text[start:end] for start, end in paragraph["sources"]]
            assert "".join(printed) == paragraph["text"]
        for mention in article["mentions"]:
            start, end = mention["span"]
            assert "".join(text[start:end].split()) == mention["name"]


@pytest.mark.parametrize("measure", FLOORS)
def test_means_stay_above_their_floors(measure: str) -> None:
    mean = sum(scores(slug)[measure] for slug in SLUGS) / len(SLUGS)
    sys.stdout.write(f"{measure} {mean:.3f}\n")
    assert mean >= FLOORS[measure]
