"""Taking back what was published, with a note in its place."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Article, Publication
from editorial.change_log import logged, note_gone
from editorial.models import RecordKind, Step
from editorial.publishing.publish import locked, save_state
from editorial.publishing.shown import hide
from editorial.steps.taking import taking_step


def withdraw(
    article: Article, by: User, note: str, *, everything: bool = False
) -> None:
    """Take what readers see of an article back and show them the note in its place.

    ``everything``: earlier versions and the printed words too (a minor's name, a court's order). To
    return, the article is reviewed anew. Raise ``PermissionDenied``, or ``ValidationError`` for an
    article of which readers see nothing, or an empty note.
    """
    with (
        logged(),
        taking_step(
            Step.Kind.WITHDRAWAL, by, article=article, reason=note.strip()
        ) as step,
    ):
        current = locked(article, by)
        step.watch_alone(current)
        published = _publications(current, everything)
        if not note.strip():
            message = _("A withdrawal needs a note for readers.")
            raise ValidationError({"note": message})
        for publication in published:
            _mark(publication, note.strip(), everything)
        current.reviews.void()
        save_state(current, Article.Status.WITHDRAWN)
    article.refresh_from_db()


def _publications(article: Article, everything: bool) -> list[Publication]:
    """Return what is to be withdrawn; refuse when readers see nothing of it."""
    publications = Publication.objects.of_article(article.pk)
    if everything:
        found = list(publications.exclude(reach=Publication.Reach.EVERYTHING))
    else:
        found = list(publications.current())
    if not found:
        raise ValidationError(_("Only a published article can be withdrawn."))
    return found


def _mark(publication: Publication, note: str, everything: bool) -> None:
    """Note the withdrawal, and take the publication from readers if they see it."""
    reach = Publication.Reach.CURRENT
    if everything:
        reach = Publication.Reach.EVERYTHING
    publication.withdrawn_at = timezone.now()
    publication.withdrawal_note = note
    publication.reach = reach
    if publication.is_current:
        hide(publication)
    else:
        publication.save(
            update_fields=["withdrawn_at", "withdrawal_note", "reach"]
        )
        note_gone((RecordKind.ARTICLE, publication.article_id))
