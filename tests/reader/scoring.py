"""Compare a reading of a page with what a careful person read: one number per measure, 1.0 is
perfect.

Text is compared without white space and with full-width punctuation folded, so a reader may keep or
widen it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Any

Object = dict[str, Any]
Pair = tuple[Object, Object | None]
RANKS = ("kicker", "headline", "subtitle")
# Layout facts are no false alarms: the reader reports them wherever it used them.
LAYOUT_RULES = {
    "halfwidth_punctuation",
    "cut_paragraph",
    "missing_text",
    "jump_line",
    "caption_in_column",
}


def fold(text: str | None) -> str:
    """Return the form in which texts are compared."""
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def overlap(gold: Iterable[Hashable], read: Iterable[Hashable]) -> float:
    """Return the F1 of two multisets, 1.0 when both are empty."""
    wanted, found = Counter(gold), Counter(read)
    size = wanted.total() + found.total()
    return 2 * (wanted & found).total() / size if size else 1.0


def paired(gold: list[Object], read: list[Object]) -> list[Pair]:
    """Pair gold articles with read ones by a shared heading line, else by a shared paragraph."""
    free, pairs = list(read), []
    for wanted in gold:
        match = next(
            (one for one in free if _headings(wanted) & _headings(one)), None
        )
        match = match or next(
            (one for one in free if _bodies(wanted) & _bodies(one)), None
        )
        if match is not None:
            free.remove(match)
        pairs.append((wanted, match))
    return pairs


def _headings(article: Object) -> set[str]:
    return {fold(article[rank]) for rank in RANKS} - {""}


def _bodies(article: Object) -> set[str]:
    return {fold(paragraph["text"]) for paragraph in article["paragraphs"]}


def heading(gold: Object, read: Object, rank: str) -> float:
    """Score one rank; where the page leaves two lines open, either order counts."""
    if fold(gold[rank]) == fold(read[rank]):
        return 1.0
    return float(
        any(
            {fold(line) for line in pair} == _headings(read)
            for pair in gold.get("headline_alternatives", [])
        )
    )


def paragraphs(gold: Object, read: Object) -> float:
    """Score the paragraphs; one that may be read in two ways counts in either."""
    free = Counter(fold(paragraph["text"]) for paragraph in read["paragraphs"])
    hits = 0
    for paragraph in gold["paragraphs"]:
        forms = [
            fold(form)
            for form in (paragraph["text"], *paragraph.get("alternatives", []))
        ]
        form = next((form for form in forms if free[form]), None)
        if form is not None:
            free[form] -= 1
            hits += 1
    size = len(gold["paragraphs"]) + len(read["paragraphs"])
    return 2 * hits / size if size else 1.0


def score(gold: Object, read: Object) -> dict[str, float]:
    """Return every measure of a page."""
    pairs = paired(gold["articles"], read["articles"])
    rows = {
        "articles": 2
        * sum(1 for _, one in pairs if one)
        / (len(pairs) + len(read["articles"]))
    }
    measures = {
        **{rank: lambda a, b, rank=rank: heading(a, b, rank) for rank in RANKS},
        "byline": lambda a, b: overlap(_signed(a), _signed(b)),
        "paragraphs": paragraphs,
        "photos": lambda a, b: overlap(_pictures(a), _pictures(b)),
        "jumps": lambda a, b: float(_jumps(a) == _jumps(b)),
        "people": lambda a, b: overlap(_people(a), _people(b)),
    }
    for name, measure in measures.items():
        rows[name] = _mean(
            [measure(wanted, one) if one else 0.0 for wanted, one in pairs]
        )
    rows["mentions"] = overlap(
        (
            (at, name)
            for at, (wanted, _) in enumerate(pairs)
            for name in _people(wanted)
        ),
        (
            (at, name)
            for at, (_, one) in enumerate(pairs)
            if one
            for name in _people(one)
        ),
    )
    rows["events"] = _mean(
        [
            overlap(set(_events(a)), set(_events(b))) if b else 0.0
            for a, b in pairs
        ]
    )
    rows["places"] = _mean(
        [
            float(_placed(event, b))
            for a, b in pairs
            for event in a["events"]
            if event["place"]
        ]
    )
    rows["findings"] = _recall(gold, read["findings"])
    rows["no false alarm"] = 1.0 - min(
        1.0, len(false_alarms(gold, read)) / max(1, len(gold["quiet"]))
    )
    return rows


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def _signed(article: Object) -> list[tuple[str, str]]:
    return [(fold(one["name"]), one["role"]) for one in article["byline"]]


def _pictures(article: Object) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (fold(one["caption"]), tuple(sorted(map(fold, one["photographers"]))))
        for one in article["photos"]
    ]


def _jumps(article: Object) -> tuple[str | None, str | None]:
    return article["continues_on"], article["continued_from"]


def _people(article: Object) -> list[str]:
    return [fold(one["name"]) for one in article["mentions"]]


def _key(event: Object) -> tuple[str | None, str | None, str | None]:
    return event["date"], event["part_of_day"], event["time"]


def _events(article: Object) -> list[tuple[str | None, str | None, str | None]]:
    return [_key(event) for event in article["events"]]


def _placed(event: Object, read: Object | None) -> bool:
    others = read["events"] if read else []
    return any(
        _key(one) == _key(event) and fold(one["place"]) == fold(event["place"])
        for one in others
    )


def _touches(one: Object, other: Object, less: int = 0) -> bool:
    return (
        max(one["start"], other["start"])
        <= min(one["end"], other["end"]) - less
    )


def _recall(gold: Object, findings: list[Object]) -> float:
    certain = [
        one
        for one in gold["findings"]
        if one.get("certainty", "certain") == "certain"
    ]
    hits = [
        one
        for one in certain
        if any(one["rule"] == f["rule"] and _touches(one, f) for f in findings)
    ]
    return len(hits) / len(certain) if certain else 1.0


def false_alarms(gold: Object, read: Object) -> list[Object]:
    """Return the findings on words that are known to be right."""
    return [
        finding
        for finding in read["findings"]
        if finding["rule"] not in LAYOUT_RULES
        for quiet in gold["quiet"]
        if {"*content*", finding["rule"]} & set(quiet["rules"])
        and _touches(finding, quiet, less=1)
    ]
