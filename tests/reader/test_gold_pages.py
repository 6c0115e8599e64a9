"""Hold the reader to pages that a person read first; every run prints what it gained and lost."""

from __future__ import annotations

import hashlib
import sys
from functools import cache

import pytest

from reader import as_json
from tests.reader.gold_pages import GoldPages
from tests.reader.scoring import score

PAGES = GoldPages("pages")
SLUGS = PAGES.slugs
# The means over all pages must not fall below these; raise them with the reader, never lower them.
FLOORS = {
    "articles": 0.99,
    "kicker": 0.985,
    "headline": 0.99,
    "subtitle": 0.99,
    "byline": 0.99,
    "paragraphs": 0.99,
    "photos": 0.99,
    "jumps": 1.0,
    "people": 0.965,
    "mentions": 0.965,
    "events": 0.98,
    "places": 0.98,
    "findings": 0.985,
    "no false alarm": 1.0,
}


load = PAGES.load
read = PAGES.read


@cache
def scores(slug: str) -> dict[str, float]:
    _text, gold = load(slug)
    return score(gold, PAGES.as_json(slug))


def test_there_are_enough_pages_of_enough_papers() -> None:
    papers = {load(slug)[1]["newspaper"] for slug in SLUGS}
    assert len(SLUGS) >= 62
    assert len(papers) >= 55


@pytest.mark.parametrize("slug", SLUGS)
def test_gold_spans_are_the_printed_words(slug: str) -> None:
    text, gold = load(slug)
    for article in gold["articles"]:
        for paragraph in article["paragraphs"]:
            assert (
                "".join(text[start:end] for start, end in paragraph["sources"])
                == paragraph["text"]
            )
        for mention in article["mentions"]:
            start, end = mention["span"]
            assert "".join(text[start:end].split()) == mention["name"]
        for photo in article["photos"]:
            start, end = photo["span"]
            assert photo["caption"] in text[start:end]
        for event in article["events"]:
            assert (
                article["span"][0]
                <= event["span"][0]
                < event["span"][1]
                <= article["span"][1]
            )
    for words in [*gold["findings"], *gold["quiet"]]:
        assert text[words["start"] : words["end"]] == words["quote"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_character_has_its_block(slug: str) -> None:
    page = read(slug)
    assert page.coverage == 1.0
    ends = [0, *(block.end for block in page.blocks)]
    assert all(
        end <= block.start < block.end
        for end, block in zip(ends, page.blocks, strict=False)
    )


@pytest.mark.parametrize("slug", SLUGS)
def test_everything_read_lies_on_the_page(slug: str) -> None:
    page = read(slug)
    for article in page.articles:
        for paragraph in article.paragraphs:
            assert (
                "".join(
                    page.text[start:end] for start, end in paragraph.sources
                )
                == paragraph.text
            )
        for photo in article.photos:
            start, end = photo.caption_span
            assert photo.caption in (
                "",
                "".join(page.text[start:end].split("\n")),
            )
        for name in (*article.mentions, *article.byline):
            assert name.name == "".join(page.text[slice(*name.span)].split())


def test_means_stay_above_their_floors(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = {slug: scores(slug) for slug in SLUGS}
    measures = list(next(iter(table.values())))
    means = {
        name: sum(row[name] for row in table.values()) / len(table)
        for name in measures
    }
    with capsys.disabled():
        sys.stdout.write(
            "\n"
            + "".join(
                _line(slug, row)
                for slug, row in [*table.items(), ("mean", means)]
            )
        )
    low = {
        name: round(means[name], 3)
        for name, floor in FLOORS.items()
        if means[name] < floor
    }
    assert not low


def _line(slug: str, row: dict[str, float]) -> str:
    """Return a page's total and what it lost, one line."""
    lost = " ".join(
        f"{name} {value:.2f}"
        for name, value in row.items()
        if slug == "mean" or value < 1
    )
    return f"{slug:28} {sum(row.values()) / len(row):.3f}  {lost}\n"


def test_the_json_object_has_the_agreed_fields() -> None:
    slug = "yunjiang-2019-01-08-a2"
    text, gold = load(slug)
    reading = as_json(read(slug), gold["sha256"])
    assert reading["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert set(reading) == {
        "newspaper",
        "date",
        "page",
        "sha256",
        "coverage",
        "articles",
        "posts",
        "findings",
    }
    assert set(reading["articles"][0]) == {
        *(
            "span",
            "kicker",
            "headline",
            "subtitle",
            "byline",
            "dateline",
            "paragraphs",
            "photos",
        ),
        *("continues_on", "continued_from", "mentions", "events"),
    }
    assert set(reading["findings"][0]) == {
        "rule",
        "severity",
        "start",
        "end",
        "replacement",
        "message",
    }
    assert reading["coverage"] == 1.0
