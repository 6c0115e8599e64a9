"""What a fact states, in words: each number with what it counts, each code by its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.models import (
    Candidacy,
    Election,
    Event,
    EventField,
    MeetingBody,
    Statement,
    TenureBound,
)
from events.models.part_of_day import PartOfDay

Names = dict[str, str | Promise]

# What is stated as one of a few values, by the name of the value or by the field.
NAMED: dict[str, Names] = {
    EventField.KIND: dict(Event.Kind.choices),
    EventField.PART_OF_DAY: dict(PartOfDay.choices),
    "body": dict(MeetingBody.Body.choices),
    "outcome": dict(Candidacy.Outcome.choices),
    "list_order": dict(Election.ListOrder.choices),
    "edge": dict(TenureBound.Edge.choices),
    "manner": dict(TenureBound.Manner.choices),
}
# What a number counts, or a day tells.
COUNTED: Names = {
    "rank": _("place %(value)s"),
    "position": _("role no. %(value)s"),
    "number": _("delegation %(value)s"),
    "delegations": _("delegation %(value)s"),
    "expected": _("expected %(value)s"),
    "absent": _("absent %(value)s"),
    "present": _("present %(value)s"),
    "in_favour": _("%(value)s in favour"),
    "against": _("%(value)s against"),
    "abstained": _("%(value)s abstained"),
    "seats": _("%(value)s seats"),
    "votes": _("%(value)s votes"),
    "start_date": _("from %(value)s"),
    "end_date": _("until %(value)s"),
    "stated_on": _("printed on %(value)s"),
}
ITEM = _("item %(value)s")
ITEMS = {Statement.AGENDA, Statement.RESOLUTION}


def value_words(fact: dict[str, Any]) -> str:
    """Return what a fact of a content states, in a line."""
    field = fact["field"]
    stated = fact["value"].items()
    return " ".join(_words(field, stated))


def _words(field: str, stated: Any) -> Iterator[str]:
    for name, value in stated:
        if _says_nothing(name, value):
            continue
        text = _text(value)
        known = NAMED.get(name) or NAMED.get(field, {})
        counted = _form(field, name) % {"value": text}
        yield str(known.get(text, counted))


def _says_nothing(name: str, value: Any) -> bool:
    """Tell whether nothing is stated: the first of somebody's roles is no number, either."""
    if value in (None, "", []):
        return True
    return name == "position" and not value


def _form(field: str, name: str) -> str:
    if name == "rank" and field in ITEMS:
        return str(ITEM)
    return str(COUNTED.get(name, "%(value)s"))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\u3001".join(map(str, value))
    return str(value)
