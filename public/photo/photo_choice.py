"""Which photos an address asks for: of one day, photographer, person or event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.models import PhotoCreator, PublicPhoto
from events.models import PublicEvent, Statement
from people.models import PublicPerson
from records.plaintext import key_in


@dataclass(frozen=True, slots=True)
class ChosenPhotos:
    """The keys of the photos asked for, the newest first; ``kind`` and ``label`` say what they have
    in common, '' for all; ``address`` leads to it.
    """

    keys: QuerySet[Any, Any]
    kind: str | Promise = ""
    label: str = ""
    address: str = ""


def chosen_photos(question: Mapping[str, str]) -> ChosenPhotos | None:
    """Return what the question of an address asks for; None when it asks for several things, or
    names nothing that readers see.
    """
    asked = [key for key in CHOICES if key in question]
    if not asked:
        photos = PublicPhoto.objects.newest_first()
        return ChosenPhotos(photos.values_list("pk", flat=True))
    if len(asked) > 1:
        return None
    key = asked[0]
    return CHOICES[key](question[key])


def _of_day(value: str) -> ChosenPhotos | None:
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return None
    photos = PublicPhoto.objects.on(day).newest_first()
    label = date_format(day)
    return ChosenPhotos(photos.values_list("pk", flat=True), _("Day"), label)


def _by(value: str) -> ChosenPhotos | None:
    taken = PhotoCreator.objects.filter(name=value).newest_first()
    return ChosenPhotos(
        taken.values_list("photo", flat=True), _("Photographer"), value
    )


def _of_person(value: str) -> ChosenPhotos | None:
    person = PublicPerson.objects.filter(pk=key_in(value)).first()
    if person is None:
        return None
    named = Statement.objects.naming_in_captions(person.pk)
    keys = named.newest_first().values_list("photo", flat=True)
    address = person.get_absolute_url()
    return ChosenPhotos(keys, _("Person"), person.name, address)


def _of_photographer(value: str) -> ChosenPhotos | None:
    person = PublicPerson.objects.filter(pk=key_in(value)).first()
    if person is None:
        return None
    taken = Statement.objects.photographing(person.pk).newest_first()
    keys = taken.values_list("photo", flat=True)
    address = person.get_absolute_url()
    return ChosenPhotos(keys, _("Photographer"), person.name, address)


def _of_event(value: str) -> ChosenPhotos | None:
    event = PublicEvent.objects.filter(pk=key_in(value)).first()
    if event is None:
        return None
    told = Statement.objects.telling().filter(subject=event.pk)
    reported = PublicPhoto.objects.filter(
        publication__in=told.values("publication")
    )
    keys = reported.newest_first().values_list("pk", flat=True)
    address = event.get_absolute_url()
    return ChosenPhotos(keys, _("Event"), event.title, address)


CHOICES: dict[str, Callable[[str], ChosenPhotos | None]] = {
    "day": _of_day,
    "by": _by,
    "photographer": _of_photographer,
    "person": _of_person,
    "event": _of_event,
}
