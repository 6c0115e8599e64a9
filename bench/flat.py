"""Measure what an address costs in a small archive and in a large one: it is to be the same.

    DATABASE_URL=… python -m bench.flat [--sizes 2000 100000] [--events 2 2000] [--runs 7] \
        [--analyze]

The database of ``DATABASE_URL`` must be empty: a migrated one made for this. Nothing is left in it.
For each address and both sizes: the queries, the bytes of the answer, the median of the processor
time in milliseconds; then the ratio of the times."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TypeVar

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zzcms.settings")
os.environ.setdefault("API_RATE", "1000000/min")
os.environ.setdefault("KEPT_PAGES_BYTES", "0")
django.setup()

from django.core.cache import cache  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import Model  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from articles.models import (  # noqa: E402
    Article,
    Issue,
    Newspaper,
    Page,
    PublicPhoto,
)
from bench.published import EVENT_KEYS, publish_all  # noqa: E402
from events.models import PublicEvent  # noqa: E402
from people.models import Person  # noqa: E402

BATCH = 2_000
PAGES_A_DAY = 1
ARTICLES_A_PAGE = 5
PEOPLE = 400
# Every so many articles name the person whose page is asked for: in both archives more than a page
# of the list holds.
NAMED_EVERY = 20
LAST_DAY = dt.date(2020, 12, 31)
SENTENCE = "代表们认真审议报告，一致认为报告实事求是、催人奋进。"
# What is asked for; the article, the photo and the issue are the newest.
ADDRESSES = (
    "/",
    "/newspapers/",
    "/newspapers/bench/",
    "{issue}",
    "{page}",
    "{article}",
    "/en{article}",
    "{article_file}.json",
    "/photos/",
    "/photos/?day={day}",
    "{photo}",
    "/people/",
    "/people/?surname=人",
    "{person}",
    "{person}events/",
    "/congresses/",
    "{congress}",
    "{congress}?person={person_key}",
    "{congress}2021-09-28/",
    "{congress}who/",
    "{event}",
    "/chronicle/",
    "/feed/",
    "/newspapers/bench/feed/",
    "{person}feed/",
    "{congress}feed/",
    "/sitemap.xml",
    "/sitemap-articles.xml",
    "/sitemap-people.xml",
    "/sitemap-photos.xml",
    "/api/v1/articles/",
    "/api/v1/articles/?newspaper=bench",
    "/api/v1/articles/?ordering=date",
    "/api/v1/articles/?date_from=2020-01-03",
    "/api/v1/articles/?person={person_key}",
    "/api/v1/photos/",
    "/api/v1/pages/",
    "/api/v1/issues/",
    "/api/v1/newspapers/",
    "/api/v1/people/",
    "/api/v1/organizations/",
    "/api/v1/events/",
    "/api/v1/events/?kind=session",
    "/api/v1/changes/",
)

Record = TypeVar("Record", bound=Model)


class Cost(NamedTuple):
    """What one address costs: queries, bytes of the answer, milliseconds of processor time."""

    queries: int
    size: int
    milliseconds: float


def fill(count: int, events: int) -> dict[str, str]:
    """Make so many published articles, and events of one congress among what they tell; return
    what the addresses of the newest of each kind are made of.
    """
    newspaper = Newspaper.objects.create(name="Bench", slug="bench")
    people = created(Person, people_of(PEOPLE))
    per_day = PAGES_A_DAY * ARTICLES_A_PAGE
    issues = created(Issue, issues_of(newspaper, -(-count // per_day)))
    pages = created(Page, pages_of(issues))
    articles = created(Article, islice(articles_of(pages), count))
    publish_all(articles, named_by(count, people), count // events)
    return addresses_of(articles[-1], people[0])


def named_by(count: int, people: Sequence[Person]) -> list[int]:
    """Return the key of the person whom each article names."""
    chance = random.Random(7)
    named = [chance.choice(people).pk for _ in range(count)]
    named[::NAMED_EVERY] = [people[0].pk] * len(named[::NAMED_EVERY])
    return named


def addresses_of(newest: Article, person: Person) -> dict[str, str]:
    """Return the parts of the addresses of what is newest, of a person and of the congress."""
    congress, event = EVENT_KEYS
    article = newest.get_absolute_url()
    photo = PublicPhoto.objects.newest_first().first()
    return {
        "congress": PublicEvent.objects.get(pk=congress).get_absolute_url(),
        "event": f"/events/{event}/",
        "issue": newest.page.issue.get_absolute_url(),
        "day": newest.page.issue.date.isoformat(),
        "page": newest.page.get_absolute_url(),
        "article": article,
        "article_file": article.removesuffix("/"),
        "photo": photo.get_absolute_url() if photo else "",
        "person": person.get_absolute_url(),
        "person_key": str(person.pk),
    }


def created(model: type[Record], records: Iterator[Record]) -> list[Record]:
    """Create the records lot by lot and return them."""
    made: list[Record] = []
    while lot := list(islice(records, BATCH)):
        made += model._default_manager.bulk_create(lot)
    return made


def people_of(count: int) -> Iterator[Person]:
    for number in range(count):
        name = f"人{chr(0x4E00 + number)}"
        yield Person(name=name, sort_name=f"ren{number:04}")


def issues_of(newspaper: Newspaper, days: int) -> Iterator[Issue]:
    first_day = LAST_DAY - dt.timedelta(days=days - 1)
    for day in range(days):
        yield Issue(
            newspaper=newspaper, date=first_day + dt.timedelta(days=day)
        )


def pages_of(issues: Sequence[Issue]) -> Iterator[Page]:
    for issue in issues:
        for number in range(1, PAGES_A_DAY + 1):
            yield Page(
                issue=issue,
                label=f"A{number}",
                sort_label=f"A{number:04}",
                day=issue.date,
                text=SENTENCE * 20,
                sha256="",
                source_name="",
                coverage=1,
            )


def articles_of(pages: Sequence[Page]) -> Iterator[Article]:
    for page in pages:
        for position in range(1, ARTICLES_A_PAGE + 1):
            article = Article(
                page=page,
                position=position,
                address_number=position,
                start=0,
                end=1,
                headline="代表团审议报告",
                body="\n".join([SENTENCE * 3] * 6),
                status=Article.Status.PUBLISHED,
            )
            article.take_place()
            yield article


def cost(client: Client, address: str, runs: int) -> Cost:
    """Ask for an address so many times, nothing kept from before, and return its median cost."""
    times = []
    for _ in range(runs):
        cache.clear()
        begun = time.process_time()
        response = client.get(address)
        times.append((time.process_time() - begun) * 1000)
        if response.status_code != 200:
            raise SystemExit(f"{address} answers {response.status_code}")
    with CaptureQueriesContext(connection) as queries:
        size = len(client.get(address).content)
    return Cost(len(queries), size, statistics.median(times))


def measure(
    count: int, events: int, runs: int, *, analyze: bool
) -> dict[str, Cost]:
    """Return what each address costs in an archive of so many articles with a congress of so many
    events, and leave nothing.
    """
    client = Client()
    with transaction.atomic():
        newest = fill(count, events)
        if analyze:
            connection.cursor().execute("ANALYZE")
        client.get("/")
        costs = {
            address: cost(client, address.format(**newest), runs)
            for address in ADDRESSES
        }
        transaction.set_rollback(True)
    return costs


def show(small: dict[str, Cost], large: dict[str, Cost]) -> None:
    """Print a line for each address."""
    line: Callable[..., str] = (
        "{:36}{:>9}{:>9}{:>10}{:>10}{:>9}{:>9}{:>8}".format
    )
    print(line("", "queries", "", "bytes", "", "ms", "", "ratio"))
    for address, one in small.items():
        other = large[address]
        ratio = other.milliseconds / one.milliseconds
        print(
            line(
                address,
                one.queries,
                other.queries,
                one.size,
                other.size,
                f"{one.milliseconds:.1f}",
                f"{other.milliseconds:.1f}",
                f"{ratio:.2f}",
            )
        )


def main() -> None:
    """Read what is asked for, measure both sizes and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs=2, default=[2_000, 100_000])
    parser.add_argument("--events", type=int, nargs=2, default=[2, 2_000])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument(
        "--analyze", action="store_true", help="count for the planner first"
    )
    options = parser.parse_args()
    small, large = (
        measure(count, events, options.runs, analyze=options.analyze)
        for count, events in zip(options.sizes, options.events, strict=True)
    )
    show(small, large)


if __name__ == "__main__":
    main()
