"""Telling readers of a public article that a correction is under way, and taking that back."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import AnnouncedCorrection, Article, Publication
from editorial.change_log import logged, note_changes
from editorial.models import RecordKind, Step
from editorial.publishing.publish import locked
from editorial.steps.taking import taking_step


def announce_correction(article: Article, by: User) -> None:
    """Tell readers of what is published of an article that a correction is under way, until the
    next publication or a withdrawal.

    Raise ``PermissionDenied`` for who may not publish, and ``ValidationError`` for an article that
    readers do not see, or that says so already."""
    with logged(), taking_step(Step.Kind.NOTICE, by, article=article) as step:
        publication = _current(article, by)
        if is_announced(publication):
            raise ValidationError(_("Readers are told so already."))
        told = AnnouncedCorrection.objects.create(publication=publication)
        step.watch_made(told)
        tell_announced([publication])


def end_announcement(article: Article, by: User) -> None:
    """Tell readers no more that a correction is under way.

    Raise ``PermissionDenied`` for who may not publish, and ``ValidationError`` where they are not
    told so."""
    with logged(), taking_step(Step.Kind.NOTICE, by, article=article) as step:
        publication = _current(article, by)
        if not is_announced(publication):
            raise ValidationError(_("Readers are not told so."))
        step.watch_alone(publication.announced_correction)
        publication.announced_correction.delete()
        tell_announced([publication])


def is_announced(publication: Publication) -> bool:
    """Tell whether readers of this publication are told that a correction is under way."""
    return hasattr(publication, "announced_correction")


def tell_announced(publications: Iterable[Publication]) -> None:
    """Tell the log that readers see something else beside these publications, if they see them."""
    for publication in publications:
        if publication.is_current:
            record = RecordKind.ARTICLE, publication.article_id
            note_changes([record], publication.sha256)


def _current(article: Article, by: User) -> Publication:
    """Return what readers see of an article, which is kept from others."""
    held = locked(article, by)
    current = held.publications.current()
    publication = current.select_related("announced_correction").first()
    if publication is None:
        message = _("Readers see nothing of this article.")
        raise ValidationError(message)
    return publication
