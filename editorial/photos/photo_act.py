"""What every act on a photo shares: the right to it, one step, and a change of its article."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.models import Article, Photo
from editorial.correcting import touch
from editorial.models import Step
from editorial.steps.taking import TakingStep, taking_step

PERMISSION = "articles.change_photo"


@contextmanager
def photo_act(photo: Photo, by: User) -> Iterator[TakingStep]:
    """Open one step of a person on a photo as it is stored, its article kept from others; what was
    signed of it otherwise is signed again.

    Raise ``PermissionDenied``, or ``Photo.DoesNotExist`` for one that is gone."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.PHOTO, by, article=photo.article) as step:
        key = photo.article_id
        article = Article.objects.locked(key)
        photo.refresh_from_db()
        yield step
        touch(article, article.version)
