"""Compose pages of other habits from the gold pages, and measure how they are read.

    python -m bench.compose [--pages 600] [--seed 1]

Articles of several pages of ``tests/pages`` are put on one page with the habits of another paper:
their order, the head, what stands between them, how paragraphs begin, where columns cut them, lines
that belong to no article, wide and narrow characters. What a careful person would read stays known
exactly, since none of this changes the words. Printed is the mean of each measure over all pages,
then, for each habit, how far the pages that have it fall behind. The same seed makes the same
pages."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from reader import PageContext, as_json, read_page
from tests.reader.scoring import fold, score

PAGES: Final = Path(__file__).resolve().parent.parent / "tests" / "pages"
PAPER: Final = "云汀日报"
DAY: Final = dt.date(2014, 9, 12)
LABEL: Final = "3"
# Measures that a change of neighbours does not change by itself.
MEASURES: Final = (
    "articles",
    "kicker",
    "headline",
    "subtitle",
    "byline",
    "paragraphs",
    "photos",
    "people",
    "mentions",
)
ARTICLES: Final = range(3, 7)
HEADS: Final = {
    "no head": "",
    "head on one line": "云汀日报　2014年9月12日　星期五　第3版\n\n",
    "head on lines": "云汀日报\n2014年9月12日 星期五\n第03版：要闻\n\n",
    "head in Chinese numerals": "２０１４年９月１２日　星期五　第三版　云汀日报\n",
}
GAPS: Final = {"no gap": "\n", "gap": "\n\n", "wide gap": "\n\n\n\n"}
INDENTS: Final = {
    "indents as printed": None,
    "no indents": "",
    "wide indents": "\u3000\u3000",
    "narrow indents": "    ",
}
FURNITURE: Final = {
    "no furniture": (),
    "editors": ("责任编辑：宗可人　美术编辑：费小满　校对：荀一川",),
    "furniture": (
        "版权所有 未经授权不得转载",
        "新闻热线：0799-6630110",
        "责编/宗可人 版式/费小满 校对/荀一川",
    ),
}
NARROW: Final = str.maketrans("，：；（）？！", ",:;()?!")
WIDE: Final = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
WIDTHS: Final = {
    "widths as printed": {},
    "narrow marks": NARROW,
    "wide digits": WIDE,
}
CUTS: Final = {"no cuts": 0.0, "cuts": 0.3}
# A paragraph is cut so far from its ends, and not behind a mark that ends a sentence.
FROM_ENDS: Final = 14
ENDS: Final = re.compile("[。！？!?：:；;”」)）]")
INDENT: Final = re.compile("^[ \u3000]+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """An article as printed, what a person read in it, and where its paragraphs stand."""

    text: str
    gold: dict[str, Any]
    paragraphs: tuple[tuple[int, int], ...]

    def at(self, start: int) -> Block:
        """Return the block with paragraphs counted from ``start`` on."""
        moved = [
            (first - start, last - start) for first, last in self.paragraphs
        ]
        return replace(self, paragraphs=tuple(moved))


@dataclass(frozen=True, slots=True)
class ComposedPage:
    """A page of other habits, with what a person would read on it."""

    text: str
    gold: dict[str, Any]
    habits: tuple[str, ...]


@cache
def blocks() -> tuple[Block, ...]:
    """Return the articles that stand alone on their page, so that they can be moved."""
    found: list[Block] = []
    for path in sorted(PAGES.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        printed = path.with_name(path.name.replace(".gold.json", ".txt"))
        found += _movable(printed.read_bytes().decode(), gold["articles"])
    return tuple(found)


def _movable(text: str, articles: Sequence[dict[str, Any]]) -> Iterator[Block]:
    """Yield the articles of a page that have a heading, no jump, and nothing of others inside."""
    for article in articles:
        if article["continues_on"] or article["continued_from"]:
            continue
        if not article["headline"] or not _stands_alone(article, articles):
            continue
        start, end = article["span"]
        sources = [
            (first, last)
            for paragraph in article["paragraphs"]
            for first, last in paragraph["sources"]
        ]
        block = Block(text[start:end], article, tuple(sources))
        yield block.at(start)


def _stands_alone(
    article: dict[str, Any], articles: Sequence[dict[str, Any]]
) -> bool:
    """Tell whether no other article begins or ends inside an article."""
    start, end = article["span"]
    others = (one["span"] for one in articles if one is not article)
    return all(last <= start or first >= end for first, last in others)


def compose(seed: int) -> ComposedPage:
    """Return the page of a seed."""
    chance = random.Random(seed)
    chosen = chance.sample(blocks(), chance.choice(ARTICLES))
    habits = [
        chance.choice(sorted(row))
        for row in (HEADS, GAPS, INDENTS, FURNITURE, WIDTHS, CUTS)
    ]
    head, gap, indent, furniture, width, cut = habits
    printed = [_printed(block, chance, indent, cut) for block in chosen]
    body = GAPS[gap].join([*printed, *FURNITURE[furniture]])
    text = (HEADS[head] + body + "\n").translate(WIDTHS[width])
    return ComposedPage(text, _gold(chosen), tuple(habits))


def _printed(block: Block, chance: random.Random, indent: str, cut: str) -> str:
    """Return an article with column cuts and with paragraphs that begin as the habit says."""
    text = block.text
    for start, end in reversed(block.paragraphs):
        if chance.random() < CUTS[cut]:
            text = _cut(text, start + FROM_ENDS, end - FROM_ENDS, chance)
    beginning = INDENTS[indent]
    if beginning is None:
        return text.strip("\n")
    return INDENT.sub(beginning, text).strip("\n")


def _cut(text: str, first: int, last: int, chance: random.Random) -> str:
    """Return a text with a column break somewhere between two offsets, none behind a full stop."""
    if first >= last:
        return text
    at = chance.randrange(first, last)
    if ENDS.match(text, at - 1) or "\n" in text[at - 1 : at + 1]:
        return text
    return text[:at] + "\n\n" + text[at:]


def words_of(page: ComposedPage) -> str:
    """Return all characters of a page in the form in which texts are compared."""
    return fold(page.text)


def _gold(chosen: Sequence[Block]) -> dict[str, Any]:
    articles = [{**block.gold, "events": []} for block in chosen]
    return {"articles": articles, "findings": [], "quiet": []}


def measured(page: ComposedPage) -> dict[str, float]:
    """Return the measures of a page that its habits may change."""
    context = PageContext(PAPER, DAY, LABEL)
    digest = hashlib.sha256(page.text.encode()).hexdigest()
    reading = as_json(read_page(page.text, context), digest)
    every = score(page.gold, json.loads(json.dumps(reading)))
    return {name: every[name] for name in MEASURES}


def means(seeds: Sequence[int]) -> dict[str, dict[str, float]]:
    """Return the mean of each measure over the pages of ``seeds``, for all and for each habit."""
    rows: defaultdict[str, list[dict[str, float]]] = defaultdict(list)
    for seed in seeds:
        page = compose(seed)
        result = measured(page)
        for habit in ("all", *page.habits):
            rows[habit].append(result)
    return {habit: _mean(results) for habit, results in rows.items()}


def _mean(results: Sequence[dict[str, float]]) -> dict[str, float]:
    return {
        name: sum(result[name] for result in results) / len(results)
        for name in MEASURES
    }


def main() -> None:
    """Print a line for all pages and one for each habit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    table = means(range(options.seed, options.seed + options.pages))
    print(f"{'habit':26}", *(f"{name[:8]:>8}" for name in MEASURES), "    mean")
    for habit, row in table.items():
        mean = sum(row.values()) / len(row)
        print(
            f"{habit:26}",
            *(f"{row[name]:8.3f}" for name in MEASURES),
            f"{mean:8.3f}",
        )


if __name__ == "__main__":
    main()
