"""Keep the index in step: whoever publishes, corrects or withdraws an article calls ``refresh``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from django.db import transaction
from django.db.models import Q

from articles.models import Article
from search.engine import engine_of
from search.folding import LINE_BREAK, fold
from search.keywords import keywords_of
from search.models import Entry

BATCH = 500


def refresh(article_pks: Iterable[int]) -> None:
    """Put those of these articles that are published into the index as they stand now, and take out
    all others.

    Their keywords are worked out anew as well.
    """
    with transaction.atomic():
        for pks in _batches(article_pks):
            _refresh(pks)


def rebuild(progress: Callable[[list[int]], Iterable[int]] = iter) -> int:
    """Make the index anew from all published articles, in one transaction; return how many there
    are.

    ``progress`` wraps the primary keys while they are worked through (tqdm, for one).
    """
    published = Article.objects.published().order_by("pk")
    pks = list(published.values_list("pk", flat=True))
    using = Entry.objects.db
    with transaction.atomic():
        _clear(using)
        refresh(progress(pks))
    engine = engine_of(using)
    engine.optimize(using)
    return len(pks)


def to_be_indexed() -> list[int]:
    """Return the keys of all articles that are published or stand in the index, oldest first."""
    published = Article.objects.published().values("pk")
    indexed = Entry.objects.values("pk")
    either = Q(pk__in=published) | Q(pk__in=indexed)
    articles = Article.objects.filter(either).order_by("pk")
    return list(articles.values_list("pk", flat=True))


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


def lines_of(article: Article) -> list[str]:
    """Return all words of an article that readers see, a line each: headings, bylines, paragraphs,
    captions.
    """
    bylines = (byline.name for byline in article.bylines.all())
    lines = [
        *_headings(article),
        *bylines,
        article.dateline_source,
        article.dateline_place,
        *article.paragraphs,
        *_lines_of_photos(article),
    ]
    return [line for line in lines if line]


def _lines_of_photos(article: Article) -> Iterator[str]:
    for photo in article.photos.all():
        yield from photo.caption.split("\n")
        yield from photo.creator_names


def _headings(article: Article) -> list[str]:
    return [article.kicker, article.headline, article.subtitle]


def _refresh(pks: list[int]) -> None:
    found = Article.objects.published().filter(pk__in=pks)
    published = list(found.listed().prefetch_related("photos"))
    _keep_keywords(published)
    _replace(pks, [_entry_of(article) for article in published])


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


def _keep_keywords(articles: list[Article]) -> None:
    changed = []
    for article in articles:
        words = LINE_BREAK.join([article.headline, article.body])
        keywords = keywords_of(words)
        if keywords == article.keywords:
            continue
        article.keywords = keywords
        changed.append(article)
    Article.objects.bulk_update(changed, ["keywords"])


def _entry_of(article: Article) -> Entry:
    issue = article.page.issue
    heading = LINE_BREAK.join(_headings(article))
    text = LINE_BREAK.join(lines_of(article))
    return Entry(
        article=article,
        newspaper_id=issue.newspaper_id,
        date=issue.date,
        heading=fold(heading),
        text=fold(text),
    )


def _batches(pks: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(pks)
    while batch := list(islice(rest, BATCH)):
        yield batch
