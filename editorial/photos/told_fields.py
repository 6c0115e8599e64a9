"""What the file of a photo's picture says beside what the record has, field by field."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.iptc.iptc_names import IN_XMP, PEOPLE_SHOWN
from articles.iptc.stated_by_file import StatedFields, stated_by_file
from articles.models import Mention, Photo

CAPTION = "caption"
DATE = "date_created"
# What the name of a person who is shown is offered under.
SHOWN = "shown:"
# Fields of several lines; each other one is a line.
OF_LINES = frozenset({CAPTION, "creators", "alt_text"})


@dataclass(frozen=True, slots=True)
class ToldField:
    """What the file says of one field, as it would be stored, and what the record has; of a person
    shown the name. ``hindrance`` says why it cannot be taken, ``waits`` that it can with the
    caption alone.
    """

    key: str
    label: str | Promise
    told: str
    ours: str = ""
    hindrance: str = ""
    waits: bool = False

    @property
    def is_person(self) -> bool:
        return self.key.startswith(SHOWN)

    @property
    def replaces(self) -> bool:
        """Tell whether something the record has would make way."""
        return bool(self.ours)

    @property
    def adds(self) -> bool:
        """Tell whether the record lacks it, and could have it as it is."""
        return not (self.ours or self.hindrance or self.waits)


def told_fields(photo: Photo) -> list[ToldField]:
    """Return what the file of a photo says that the record does not say too; nothing without a
    picture.
    """
    stated = stated_by_file(photo.image)
    told = list(_differing(photo, stated))
    told += _people(photo, stated)
    return told


def digest_of_told(fields: Sequence[ToldField]) -> str:
    """Return what stands for these offers as somebody saw them."""
    offered = [(each.key, each.told, each.ours) for each in fields]
    seen = repr(offered).encode()
    digest = hashlib.sha256(seen)
    return digest.hexdigest()[:32]


def told_value(key: str, told: str) -> str | dt.date:
    """Return what is stored of what a file says."""
    if key == DATE:
        return dt.date.fromisoformat(told)
    return told


def _differing(photo: Photo, stated: StatedFields) -> Iterator[ToldField]:
    for name in IN_XMP:
        if name == PEOPLE_SHOWN or name not in stated:
            continue
        field: Any = Photo._meta.get_field(name)
        told = _fitting(field, str(stated[name]))
        ours = getattr(photo, name)
        held = str(ours) if ours else ""
        if told and told != held:
            hindrance = _hindrance(field, told)
            yield ToldField(name, field.verbose_name, told, held, hindrance)


def _fitting(field: Any, words: str) -> str:
    """Return words as a field holds them: one line where it is a line."""
    if field.name in OF_LINES:
        return words
    pieces = words.split()
    return " ".join(pieces)


def _hindrance(field: Any, told: str) -> str:
    """Return why a field would not hold what is told, "" where it would: a text is never cut."""
    try:
        field.run_validators(told)
    except ValidationError as refusal:
        return " ".join(refusal.messages)
    return ""


def _people(photo: Photo, stated: StatedFields) -> Iterator[ToldField]:
    """Yield the people shown whose names nobody has marked in the caption."""
    names = str(stated.get(PEOPLE_SHOWN, "")).split("\n")
    marked = set(names_marked(photo))
    told_caption = str(stated.get(CAPTION, ""))
    for name in dict.fromkeys(filter(None, names)):
        if name in marked:
            continue
        stands = name in photo.caption
        waits = not stands and name in told_caption
        hindrance = "" if stands or waits else _("not named in the caption")
        key = f"{SHOWN}{name}"
        yield ToldField(
            key,
            _("person shown"),
            name,
            hindrance=hindrance,
            waits=waits,
        )


def names_marked(photo: Photo) -> list[str]:
    """Return the names of people that stand marked in the caption of a photo."""
    standing = Mention.objects.standing()
    marks = standing.filter(photo=photo)
    in_order = marks.order_by("start")
    names = in_order.values_list("name", flat=True)
    return list(names)
