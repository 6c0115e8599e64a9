"""Publishing: what three reviews signed becomes what readers see."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.models import Article, Publication
from editorial.change_log import logged
from editorial.models import Review, Step
from editorial.photos.undescribed import refuse_undescribed
from editorial.publishing.publication_rows import new_publication
from editorial.publishing.reopening import reopen_changed
from editorial.publishing.shown import lead_joined_on, show
from editorial.publishing.signed.article_content import content_of
from editorial.publishing.signed.canonical import content_digest
from editorial.steps.taking import taking_step

PERMISSION = "articles.publish_article"


class SignedOtherwiseError(ValidationError):
    """Says that words or facts are not those any more that were signed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Words or facts have changed since they were signed; the article is reviewed again."
            )
        )


def publish(article: Article, by: User, note: str = "") -> Publication:
    """Publish an article whose three reviews stand; return the publication. ``note`` tells readers
    of one that was published before what was corrected.

    Until the next one, readers see it as it was signed, whatever changes at the desk. Raise
    ``PermissionDenied`` or ``ValidationError``.
    """
    try:
        publication = _publish(article, by, note.strip())
    except SignedOtherwiseError:
        reopen_changed([article.pk])
        raise
    finally:
        article.refresh_from_db()
    return publication


def _publish(article: Article, by: User, note: str) -> Publication:
    with (
        logged(),
        taking_step(
            Step.Kind.PUBLICATION, by, article=article, reason=note
        ) as step,
    ):
        current = locked(article, by)
        step.watch_alone(current)
        content = content_of(current)
        _check(current, content_digest(content))
        publication = new_publication(current, content, by)
        _note(publication, note)
        show(publication)
        lead_joined_on(current)
        save_state(current, Article.Status.PUBLISHED)
    return publication


def _note(publication: Publication, note: str) -> None:
    """Let a publication say what was corrected since an earlier one."""
    if note and publication.number == 1:
        raise ValidationError(
            _("What is published for the first time has no correction to note.")
        )
    publication.correction_note = note


def locked(article: Article, by: User) -> Article:
    """Return the article as it stands now, kept from others until the end of the transaction.

    Raise ``PermissionDenied`` for who may not publish."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    return Article.objects.locked(article.pk)


def save_state(article: Article, status: str) -> None:
    """Write how far the work has come."""
    article.status = status
    article.save(update_fields=["status", "modified_at"])


def _check(article: Article, sha256: str) -> None:
    """Refuse an article that is not reviewed as it stands, has nothing to read, or shows a picture
    that nobody has described.
    """
    if not _is_reviewed(article):
        raise ValidationError(
            _(
                "Only an article that has passed the final review can be published."
            )
        )
    approvals = article.reviews.approving()
    if approvals.exclude(sha256=sha256).exists():
        raise SignedOtherwiseError
    refuse_undescribed(article)
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
