"""Attaching the picture that a caption was printed under."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _

from articles.models import Article, Photo
from editorial.correcting import touch
from editorial.deciding import accept_missing_pictures
from editorial.models import Step
from editorial.steps.taking import taking_step

PERMISSION = "articles.change_photo"


def attach_picture(
    photo: Photo, picture: File, by: User, instead: str = ""
) -> None:
    """Give a photo its picture, which the caller has looked through; findings that missed it are
    accepted. ``instead`` is the path of the one that makes way, "" for none.

    Raise ``PermissionDenied``, or ``ValidationError`` where the photo has another picture by now.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.PHOTO, by, article=photo.article) as step:
        article = Article.objects.locked(photo.article_id)
        photo.refresh_from_db(fields=["image"])
        _refuse_another(photo, instead)
        step.watch_alone(photo)
        name = picture.name or "picture"
        photo.image.save(name, picture, save=False)
        photo.save(update_fields=["image"])
        touch(article, article.version)
        accept_missing_pictures(article, by)
    photo.article.refresh_from_db()


def _refuse_another(photo: Photo, instead: str) -> None:
    """Raise ``ValidationError`` if a photo has another picture than the one that makes way."""
    present = str(photo.image)
    if present != instead:
        raise ValidationError(
            _("Somebody has given this photo another picture meanwhile.")
        )
