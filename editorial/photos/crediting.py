"""Saying who a name in the credit of a photo is; names alike are never linked by the machine."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from articles.models import Photo, Photographer
from editorial.casework.naming import WhoItIs
from editorial.photos.photo_act import photo_act
from editorial.steps.taking import TakingStep
from people.models import Person


def people_called(name: str) -> QuerySet[Person]:
    """Return the people of a name, by their own or another name."""
    bears = Q(name=name) | Q(other_names__name=name)
    return Person.objects.filter(bears).distinct().order_by("pk")


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
        said.person = _person(name, who, step)
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


def _person(name: str, who: WhoItIs, step: TakingStep) -> Person | None:
    if who.is_nobody:
        return None
    if who.is_new:
        person = Person(name=name)
        person.save()
        step.watch_made(person)
        return person
    found = people_called(name).filter(pk__in=[who.person]).first()
    if found is None:
        raise ValidationError(_("Nobody of this number bears that name."))
    return found
