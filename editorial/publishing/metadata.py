"""What has no text of its own changed: the same words are published again in their new place."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User

from articles.models import Article, Publication
from editorial.change_log import logged
from editorial.office.counted_days import mark_counted_days
from editorial.publishing.publication_rows import new_publication
from editorial.publishing.shown import show


def publish_in_place(articles: Iterable[int], by: User) -> None:
    """Make the next publication of those of these articles that readers see and that are printed
    elsewhere than their publication says: another day, newspaper, edition or page.

    Words and facts stay as they were signed; at the desk, dates counted from the day before are to
    be looked at again."""
    articles = list(articles)
    with logged():
        mark_counted_days(articles)
        locked = [Article.objects.locked(key) for key in sorted(articles)]
        for article in locked:
            current = article.publications.current().first()
            if current is not None and _is_elsewhere(current, article):
                _publish_again(article, current, by)


def _is_elsewhere(publication: Publication, article: Article) -> bool:
    """Tell whether an article has another place than its publication says."""
    told = (
        publication.page_id,
        publication.newspaper_id,
        publication.day,
        publication.edition,
        publication.label,
    )
    stands = (
        article.page_id,
        article.newspaper_id,
        article.day,
        article.edition,
        article.page.label,
    )
    return told != stands


def _publish_again(article: Article, current: Publication, by: User) -> None:
    again = new_publication(
        article, current.content, by, Publication.Reason.METADATA
    )
    show(again)
