"""Signing the three reviews (三审): first, second, final."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from editorial.contradictions import refuse_contradictions
from editorial.models import Review, Step
from editorial.photos.undescribed import refuse_undescribed
from editorial.publishing.reopening import reopen_changed
from editorial.publishing.signed.article_content import signed_digest
from editorial.steps.taking import taking_step

CHANGED = _(
    "Words or facts have changed since you opened it; read them again before signing."
)
STATUS_AFTER: dict[str, str] = {
    Review.Step.FIRST: Article.Status.FIRST_REVIEWED,
    Review.Step.SECOND: Article.Status.SECOND_REVIEWED,
    Review.Step.FINAL: Article.Status.FINAL_REVIEWED,
}


def sign(
    article: Article,
    *,
    step: str,
    decision: str,
    opinion: str,
    by: User,
    version: int,
    seen: str = "",
) -> Review:
    """Sign one step with an opinion, under the words and facts as they stand; ``version`` is the
    text that was read, ``seen`` the digest of words and facts, '' for who saw no facts.

    A return sends the article back to the desk: the approvals before it no longer count. Raise
    ``PermissionDenied`` without the permission for this step and ``ValidationError`` for whatever
    ``Review.clean`` refuses, for a picture without alternative text when a step is approved,
    and for contradictions when the last one is.
    """
    if step not in Review.Step.values or not _may(by, step):
        raise PermissionDenied
    reopen_changed([article.pk])
    refuse_contradictions(article, step, decision)
    if decision == Review.Decision.APPROVED:
        refuse_undescribed(article)
    with taking_step(
        Step.Kind.REVIEW, by, article=article, reason=opinion
    ) as taking:
        current = Article.objects.locked(article.pk)
        taking.watch_alone(current)
        stands = signed_digest(current)
        if seen and seen != stands:
            raise ValidationError(CHANGED)
        said = {"decision": decision, "opinion": opinion}
        signed = {"sha256": stands, "version": version}
        review = Review(article=current, step=step, by=by, **said, **signed)
        _carry_out(review)
        taking.watch_made(review)
    article.refresh_from_db()
    return review


def _may(by: User, step: str) -> bool:
    return by.has_perm(f"editorial.{step}_review")


def _carry_out(review: Review) -> None:
    """Store a review that nothing stands against, with what follows from it."""
    # The row is locked and ``clean`` says in words what the constraints would repeat by name.
    review.full_clean(exclude=["opinion"], validate_constraints=False)
    is_returned = review.decision == Review.Decision.RETURNED
    if is_returned:
        review.article.reviews.void()
    review.save()
    _move_on(review)


def obstacle(article: Article, step: str, by: User) -> str:
    """Return why this person cannot sign this step now, '' when nothing is in the way."""
    review = Review(
        article=article, step=step, opinion="-", by=by, version=article.version
    )
    try:
        review.clean()
    except ValidationError as refusal:
        return " ".join(refusal.messages)
    return ""


def step_to_sign(article: Article, by: User) -> str | None:
    """Return the step whose turn it is when this person holds its permission, else None."""
    step = _turn(article)
    if step and _may(by, step):
        return step
    return None


def _turn(article: Article) -> str | None:
    """Return the step whose turn it is, None when there is nothing to sign."""
    if article.status == Article.Status.PUBLISHED:
        return None
    signed = article.reviews.approving()
    return Review.next_step(signed)


def _move_on(review: Review) -> None:
    """Set the status that follows from a signed step.

    What readers see, or the note of a withdrawal, stays until it is published.
    """
    article = review.article
    status = _status_after(review)
    article.status = status
    article.save(update_fields=["status", "modified_at"])


def _status_after(review: Review) -> str:
    is_returned = review.decision == Review.Decision.RETURNED
    if is_returned:
        return Article.Status.IMPORTED
    return STATUS_AFTER[review.step]
