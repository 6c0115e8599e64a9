"""Saying who a name in the credit of a photo is; names alike are never linked by the machine."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Photo, Photographer
from editorial.casework.naming import WhoItIs, person_meant
from editorial.photos.photo_act import photo_act
from editorial.steps.taking import TakingStep
from people.models import Person


def say_photographer(
    photo: Photo, name: str, who: WhoItIs, by: User
) -> Photographer:
    """Say that a name in the credit is somebody, somebody new, or nobody on record, and return what
    was said; a reading that comes later leaves it so.

    Raise ``PermissionDenied``, or ``ValidationError`` for a name that the credit does not hold and
    for a person who does not bear it."""
    with photo_act(photo, by) as step:
        if name not in photo.creator_names:
            raise ValidationError(_("The credit does not hold this name."))
        said = _said(photo, name, step)
        among = Person.objects.named(name)
        said.person = person_meant(who, name, among, step)
        said.full_clean()
        is_new = said.pk is None
        said.save()
        if is_new:
            step.watch_made_alone(said)
    return said


def _said(photo: Photo, name: str, step: TakingStep) -> Photographer:
    """Return what was said of the name before, else a row that says nothing yet."""
    known = photo.photographers.filter(name=name).first()
    if known is None:
        return Photographer(photo=photo, name=name)
    step.watch_alone(known)
    return known
