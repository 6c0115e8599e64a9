"""What was signed counts for the words and facts that were signed, and for no others."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from articles.models import Article, Publication
from editorial.publishing.resolving import resolved
from editorial.publishing.signed.article_content import signed_digest
from editorial.publishing.signed.canonical import content_digest

# States of work in which nothing is signed.
UNSIGNED = (Article.Status.IMPORTED, Article.Status.WITHDRAWN)


def reopen_changed(articles: Iterable[int]) -> None:
    """Void the standing reviews of those of these articles whose words or facts are no longer those
    that were signed or published; readers still see the last publication.
    """
    signed = Article.objects.filter(pk__in=articles).exclude(
        status__in=UNSIGNED
    )
    with transaction.atomic():
        for key in sorted(signed.values_list("pk", flat=True)):
            reopen_if_changed(Article.objects.locked(key))


def reopen_if_changed(article: Article) -> None:
    """Void the standing reviews of an article that is locked if it differs from what was signed or
    published.
    """
    if article.status in UNSIGNED:
        return
    if _signed(article) <= {signed_digest(article)}:
        return
    void_signatures(article)
    article.save(update_fields=["status", "modified_at"])


def void_signatures(article: Article) -> None:
    """Void the standing reviews and set the status back, unsaved."""
    article.reviews.void()
    if article.status in UNSIGNED:
        return
    article.status = Article.Status.IMPORTED


def _signed(article: Article) -> set[str]:
    """Return the digests of what stands as signed: of the publication, in which records that were
    merged since are one, or of the reviews.
    """
    if article.status == Article.Status.PUBLISHED:
        current = Publication.objects.current().filter(article=article)
        return {content_digest(resolved(each.content)) for each in current}
    approvals = article.reviews.approving()
    return set(approvals.values_list("sha256", flat=True))
