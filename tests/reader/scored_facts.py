"""What the measures of a page leave out: events of one hour apart, who was there, posts."""

from __future__ import annotations

from collections import Counter

from tests.reader.gold_pages import GoldPages, Object
from tests.reader.scoring import fold, overlap, paired, score

Measures = dict[str, float]


def every_measure(pages: GoldPages, slug: str) -> Measures:
    """Return every measure of one page."""
    _text, gold = pages.load(slug)
    read = pages.as_json(slug)
    return {**score(gold, read), **facts(gold, read)}


def facts(gold: Object, read: Object) -> Measures:
    """Score what the measures of a page leave out.

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
