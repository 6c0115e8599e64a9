"""Keep the index in step: whoever publishes, corrects or withdraws an article calls ``refresh``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from django.db import transaction

from articles.models import Publication
from search.engine import engine_of
from search.folding import LINE_BREAK, fold
from search.models import Entry

BATCH = 500


def refresh(article_pks: Iterable[int]) -> None:
    """Put what is published of these articles into the index, and take out all others."""
    with transaction.atomic():
        for pks in _batches(article_pks):
            _refresh(pks)


def rebuild(progress: Callable[[list[int]], Iterable[int]] = iter) -> int:
    """Make the index anew from all published articles, in one transaction; return how many there
    are.

    ``progress`` wraps the primary keys while they are worked through (tqdm, for one).
    """
    published = Publication.objects.current().order_by("article")
    pks = list(published.values_list("article", flat=True))
    using = Entry.objects.db
    with transaction.atomic():
        _clear(using)
        refresh(progress(pks))
    engine = engine_of(using)
    engine.optimize(using)
    return len(pks)


def to_be_indexed() -> list[int]:
    """Return the keys of all articles that are published or stand in the index, oldest first."""
    current = Publication.objects.current().order_by()
    published = current.values_list("article", flat=True)
    indexed = Entry.objects.values_list("pk", flat=True)
    return sorted({*published, *indexed})


def renew(article_pks: Iterable[int]) -> Iterator[int]:
    """Refresh these articles, a batch a transaction, and yield after each how many it held.

    The search goes on meanwhile and misses nothing, and nobody waits for more than one batch. An
    index that is damaged, or of another version, needs ``rebuild``.
    """
    for batch in _batches(article_pks):
        refresh(batch)
        yield len(batch)
    using = Entry.objects.db
    engine_of(using).optimize(using)


def _clear(using: str) -> None:
    engine_of(using).clear(using)
    Entry.objects.all().delete()


def lines_of(publication: Publication) -> list[str]:
    """Return all words of an article that readers see, a line each: headings, bylines, paragraphs,
    captions.
    """
    content = publication.content
    dateline = content["dateline"]
    lines = [
        *_headings(publication),
        *(byline["name"] for byline in content["bylines"]),
        dateline["source"],
        dateline["place"],
        *content["body"].split("\n"),
        *_lines_of_photos(content["photos"]),
    ]
    return [line for line in lines if line]


def _lines_of_photos(photos: Iterable[dict[str, str]]) -> Iterator[str]:
    for photo in photos:
        yield from photo["caption"].split("\n")
        yield from photo["creators"].split("\n")


def _headings(publication: Publication) -> list[str]:
    return [publication.kicker, publication.headline, publication.subtitle]


def _refresh(pks: list[int]) -> None:
    published = Publication.objects.current().filter(article__in=pks)
    _replace(pks, [_entry_of(each) for each in published])


def _replace(pks: list[int], entries: list[Entry]) -> None:
    """Let these entries stand for the articles of these keys, and no others."""
    new = {entry.pk: entry.text for entry in entries}
    indexed = Entry.objects.filter(pk__in=pks)
    old = dict(indexed.values_list("pk", "text"))
    indexed.exclude(pk__in=new).delete()
    _store(entries)
    engine_of(indexed.db).replace(indexed.db, old, new)


def _store(entries: list[Entry]) -> None:
    """Write entries, over those of the same articles."""
    Entry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["newspaper", "date", "heading", "text"],
    )


def _entry_of(publication: Publication) -> Entry:
    heading = LINE_BREAK.join(_headings(publication))
    text = LINE_BREAK.join(lines_of(publication))
    return Entry(
        article_id=publication.article_id,
        newspaper_id=publication.newspaper_id,
        date=publication.day,
        heading=fold(heading),
        text=fold(text),
    )


def _batches(pks: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(pks)
    while batch := list(islice(rest, BATCH)):
        yield batch
