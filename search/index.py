"""Keep the index in step: whoever publishes, corrects or withdraws an article calls ``refresh``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from django.db import transaction

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
    pks = list(
        Article.objects.published().order_by("pk").values_list("pk", flat=True)
    )
    with transaction.atomic():
        engine_of(Entry.objects.db).clear(Entry.objects.db)
        Entry.objects.all().delete()
        refresh(progress(pks))
    engine_of(Entry.objects.db).settle(Entry.objects.db)
    return len(pks)


def lines_of(article: Article) -> list[str]:
    """Return all words of an article that readers see, a line each: headings, bylines, paragraphs,
    captions.
    """
    heading = [article.kicker, article.headline, article.subtitle]
    bylines = [byline.name for byline in article.bylines.all()]
    dateline = [article.dateline_source, article.dateline_place]
    captions = [
        line
        for photo in article.photos.all()
        for line in [*photo.caption.split("\n"), *photo.creator_names]
    ]
    return [
        line
        for line in [
            *heading,
            *bylines,
            *dateline,
            *article.paragraphs,
            *captions,
        ]
        if line
    ]


def _refresh(pks: list[int]) -> None:
    published = list(
        Article.objects.published()
        .filter(pk__in=pks)
        .listed()
        .prefetch_related("photos")
    )
    _keep_keywords(published)
    entries = [_entry_of(article) for article in published]
    new = {entry.pk: entry.text for entry in entries}
    indexed = Entry.objects.filter(pk__in=pks)
    old = dict(indexed.values_list("pk", "text"))
    indexed.exclude(pk__in=new).delete()
    Entry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["newspaper", "date", "heading", "text"],
    )
    engine_of(indexed.db).replace(indexed.db, old, new)


def _keep_keywords(articles: list[Article]) -> None:
    changed = []
    for article in articles:
        keywords = keywords_of(
            LINE_BREAK.join([article.headline, article.body])
        )
        if keywords != article.keywords:
            article.keywords = keywords
            changed.append(article)
    Article.objects.bulk_update(changed, ["keywords"])


def _entry_of(article: Article) -> Entry:
    return Entry(
        article=article,
        newspaper_id=article.page.issue.newspaper_id,
        date=article.page.issue.date,
        heading=fold(
            LINE_BREAK.join(
                [article.kicker, article.headline, article.subtitle]
            )
        ),
        text=fold(LINE_BREAK.join(lines_of(article))),
    )


def _batches(pks: Iterable[int]) -> Iterator[list[int]]:
    rest = iter(pks)
    while batch := list(islice(rest, BATCH)):
        yield batch
