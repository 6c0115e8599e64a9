"""Saying what a picture shows, for those who cannot see it."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Photo
from editorial.photos.photo_act import photo_act


def describe_photo(photo: Photo, words: str, by: User) -> None:
    """Give a photo its alternative text; the step is undone as others are.

    Raise ``PermissionDenied``, or ``ValidationError`` for no words."""
    told = " ".join(words.split())
    if not told:
        raise ValidationError(_("Say in words what the picture shows."))
    with photo_act(photo, by) as step:
        step.watch_alone(photo)
        photo.alt_text = told
        photo.save(update_fields=["alt_text"])
