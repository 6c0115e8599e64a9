"""Saying what a picture shows, for those who cannot see it."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Photo
from editorial.photos.photo_act import photo_act


def describe_photo(
    photo: Photo, words: str, by: User, base: str | None = None
) -> None:
    """Give a photo its alternative text; the step is undone as others are. ``base`` is the text in
    whose place it was typed, None for whatever stands.

    Raise ``PermissionDenied``, or ``ValidationError`` for no words and where a colleague has given
    it others meanwhile."""
    told = _in_a_line(words)
    if not told:
        raise ValidationError(_("Say in words what the picture shows."))
    with photo_act(photo, by) as step:
        if base is not None:
            _refuse_newer(photo, base)
        step.watch_alone(photo)
        photo.alt_text = told
        photo.save(update_fields=["alt_text"])


def _in_a_line(words: str) -> str:
    return " ".join(words.split())


def _refuse_newer(photo: Photo, base: str) -> None:
    """Raise ``ValidationError`` if other words stand than those that were changed."""
    stands = _in_a_line(photo.alt_text)
    if stands == _in_a_line(base):
        return
    message = _(
        "A colleague has described this picture since you opened it: “%(words)s”"
    )
    raise ValidationError(message % {"words": photo.alt_text})
