"""Measure the search over articles made up for it: recall, and the time of a query.

    DATABASE_URL=… python -m bench.search --articles 5000

Recall is counted against a substring scan. The database of ``DATABASE_URL`` must be empty: a
migrated one made for this. Nothing is left in it.
Beside each figure stands the scan of the same texts in memory, the least that finding without an
index costs."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.resources import files
from itertools import accumulate, islice

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zzcms.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402

from articles.models import (  # noqa: E402
    Article,
    Issue,
    Newspaper,
    Page,
    Publication,
)
from bench.published import publish_all  # noqa: E402
from search.folding import fold, words_of  # noqa: E402
from search.index import rebuild  # noqa: E402
from search.models import Entry  # noqa: E402
from search.query import ByRelevance, find, people_in, results_of  # noqa: E402

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊洋艳勇军杰娟涛明超霞平刚桂英华玉兰松溪翔泉清琼欣晚舟"
QUERIES_EACH = 40
RUNS = 3


class Writer:
    """Writes texts of dictionary words as frequent as in print, with people's names among them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        lines = (
            files("jieba")
            .joinpath("dict.txt")
            .read_text(encoding="utf-8")
            .splitlines()
        )
        entries = [line.split(" ") for line in lines]
        self.words = [entry[0] for entry in entries]
        self.weights = list(accumulate(int(entry[1]) for entry in entries))
        self.names = sorted({self._name() for _number in range(400)})
        self.chance.shuffle(self.names)

    def sentence(self, length: int) -> str:
        parts = self.chance.choices(
            self.words, cum_weights=self.weights, k=length
        )
        if self.chance.random() < 0.2:
            parts.insert(0, self.chance.choice(self.names))
        if self.chance.random() < 0.2:
            parts.append(f"{self.chance.randint(2, 9999)}人")
        return "".join(parts)

    def body(self) -> str:
        """Return about 1,200 characters in eight paragraphs."""
        return "\n".join(
            "，".join(self.sentence(11) for _part in range(7)) + "。"
            for _paragraph in range(8)
        )

    def _name(self) -> str:
        return self.chance.choice(SURNAMES) + "".join(
            self.chance.choices(GIVEN, k=self.chance.choice([1, 1, 2]))
        )


def articles(count: int, writer: Writer) -> Iterator[Article]:
    """Make the papers and pages, and yield the articles of each page unsaved: five on a page, a
    page a day.
    """
    newspaper = Newspaper.objects.create(name="Bench")
    for day in range((count + 4) // 5):
        issue = Issue.objects.create(
            newspaper=newspaper,
            date=dt.date(1990, 1, 1) + dt.timedelta(days=day),
        )
        page = Page.objects.create(
            issue=issue,
            label="A1",
            text="",
            sha256="",
            source_name="",
            coverage=1,
        )
        for position in range(1, 6):
            article = Article(
                page=page,
                position=position,
                address_number=position,
                start=0,
                end=1,
                headline=writer.sentence(5),
                body=writer.body(),
                status=Article.Status.PUBLISHED,
            )
            article.take_place()
            yield article


def queries(writer: Writer, texts: list[str]) -> dict[str, list[str]]:
    """Return queries by kind; the pieces are cut from the texts, so that each finds something."""
    chance = writer.chance
    names = writer.names

    def pieces(length: int) -> list[str]:
        lines = [
            line
            for text in chance.choices(texts, k=QUERIES_EACH)
            for line in [max(text.split("\n"), key=len)]
        ]
        starts = [
            (line, chance.randrange(len(line) - length)) for line in lines
        ]
        return [line[start : start + length] for line, start in starts]

    return {
        "one character": pieces(1),
        "two-character names": [one for one in names if len(one) == 2][
            :QUERIES_EACH
        ],
        "two characters": pieces(2),
        "six characters": pieces(6),
        "thirty characters": pieces(30),
        "two words": [
            " ".join(pair)
            for pair in zip(
                pieces(2), chance.choices(names, k=QUERIES_EACH), strict=True
            )
        ],
        "numbers": [
            str(chance.randint(100, 9999)) for _number in range(QUERIES_EACH)
        ],
        "not there": ["龘" + piece for piece in pieces(2)],
    }


def first_page(query: str) -> None:
    """Do what the results page does: count, find, fetch and mark the first twenty, count the
    people.
    """
    entries = find(query)
    entries.count()
    results_of(entries.newest_first().values_list("pk", flat=True)[:20], query)
    people_in(entries)


def ranked_page(query: str) -> None:
    results_of(ByRelevance(find(query), query)[0:20], query)


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def scan(texts: dict[int, str], query: str) -> set[int]:
    words = words_of(query)
    return {
        pk for pk, text in texts.items() if all(word in text for word in words)
    }


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered):8.2f} /{ordered[int(len(ordered) * 0.95)]:8.2f}"


def keys(query: str) -> list[int]:
    """Return the keys of the first twenty results."""
    return list(find(query).newest_first().values_list("pk", flat=True)[:20])


def run_times(work: Callable[[str], object], queries: list[str]) -> list[float]:
    """Return the milliseconds of each run of each query."""
    return [
        milliseconds(partial(work, query))
        for _run in range(RUNS)
        for query in queries
    ]


def measure(asked: dict[str, list[str]], texts: dict[int, str]) -> None:
    """Print a line for each kind of query, with how many find exactly what a scan finds."""
    works: dict[str, Callable[[str], object]] = {
        "keys": keys,
        "page": first_page,
        "ranked": ranked_page,
        "scan": partial(scan, texts),
    }
    print(
        f"{'milliseconds p50 / p95':22}{'hits':>8}{'recall':>8}"
        + "".join(f"{column:>20}" for column in works)
    )
    for kind, found in asked.items():
        exact = [
            set(find(query).values_list("pk", flat=True)) == scan(texts, query)
            for query in found
        ]
        hits = statistics.median(len(scan(texts, query)) for query in found)
        times = [run_times(work, found) for work in works.values()]
        columns = "".join(f"{spread(column):>20}" for column in times)
        print(f"{kind:22}{hits:8.0f}{sum(exact) / len(exact):8.0%}{columns}")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("--articles", type=int, default=5000)
    count = options.parse_args().articles
    assert not Article.objects.exists(), "the database must be empty"
    writer = Writer(seed=13)
    with transaction.atomic():
        made = articles(count, writer)
        while batch := list(islice(made, 500)):
            made_now = Article.objects.bulk_create(batch)
            publish_all(made_now, [None] * len(made_now))
    try:
        seconds = milliseconds(rebuild) / 1000
        texts = dict(Entry.objects.values_list("pk", "text"))
        length = statistics.mean(map(len, texts.values()))
        print(
            f"{connection.vendor}: {len(texts)} articles of {length:.0f} characters"
        )
        print(
            f"indexed in {seconds:.1f} s, {len(texts) / seconds:.0f} articles a second"
        )
        measure(
            queries(
                writer, [fold(text) for text in islice(texts.values(), 500)]
            ),
            texts,
        )
    finally:
        Publication.objects.all().delete()
        Article.objects.all().delete()
        for model in (Page, Issue, Newspaper):
            model.objects.all().delete()
        rebuild()


if __name__ == "__main__":
    main()
