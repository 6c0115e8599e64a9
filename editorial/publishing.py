"""Putting an article before readers, and taking it back."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.change_log import logged
from editorial.models import Review
from editorial.shown_in import note_shown
from records.history import note_next
from search.index import refresh

PERMISSION = "articles.publish_article"


def publish(article: Article, by: User) -> None:
    """Publish an article whose three reviews stand.

    Its date of publication is that of the first time. Facts whose words were edited away stay
    hidden, by ``published()`` of each. Raise ``PermissionDenied`` or ``ValidationError``.
    """
    with logged():
        current = _locked(article, by)
        _check(current)
        _publish(current)
        _save(current, by)
    article.refresh_from_db()


def _publish(article: Article) -> None:
    """Set what a published article has, unsaved."""
    article.status = Article.Status.PUBLISHED
    article.withdrawal_note = ""
    if article.published_at is None:
        article.published_at = timezone.now()


def _check(article: Article) -> None:
    """Refuse an article that is not reviewed or has nothing to read."""
    if not _is_reviewed(article):
        raise ValidationError(
            _(
                "Only an article that has passed the final review can be published."
            )
        )
    if article.is_empty:
        raise ValidationError(
            _("An article without headline and body cannot be published.")
        )


def _is_reviewed(article: Article) -> bool:
    """Tell whether the status and the standing approvals both say so."""
    if article.status != Article.Status.FINAL_REVIEWED:
        return False
    approvals = article.reviews.approving()
    return Review.next_step(approvals) is None


def withdraw(article: Article, by: User, note: str) -> None:
    """Take a published article back and show readers the note in its place.

    To return, it is reviewed anew. Raise ``PermissionDenied``, or ``ValidationError`` for an
    article that is not published or an empty note.
    """
    with logged():
        current = _locked(article, by)
        _check_withdrawal(current, note)
        _withdraw(current, note.strip())
        _save(current, by)
    article.refresh_from_db()


def _check_withdrawal(article: Article, note: str) -> None:
    """Refuse to withdraw what is not published, or without a word to readers."""
    if not article.is_published:
        raise ValidationError(_("Only a published article can be withdrawn."))
    if not note.strip():
        message = _("A withdrawal needs a note for readers.")
        raise ValidationError({"note": message})


def _withdraw(article: Article, note: str) -> None:
    """Void the standing reviews and show the note, unsaved."""
    article.reviews.void()
    article.status = Article.Status.WITHDRAWN
    article.withdrawal_note = note


def _locked(article: Article, by: User) -> Article:
    """Return the article as it stands now, kept from others until the end of the transaction."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    return Article.objects.locked(article.pk)


def _save(article: Article, by: User) -> None:
    note_next(article, by)
    article.save(
        update_fields=[
            "status",
            "published_at",
            "withdrawal_note",
            "modified_at",
        ]
    )
    refresh([article.pk])
    note_shown(Article, [article.pk])
