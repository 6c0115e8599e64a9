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

NamedValues = dict[str, str | Promise]

# What is stated as one of a few values, by the name of the value or by the field.
NAMED: dict[str, NamedValues] = {
    EventField.KIND: dict(Event.Kind.choices),
    EventField.PART_OF_DAY: dict(PartOfDay.choices),
    "body": dict(MeetingBody.Body.choices),
    "outcome": dict(Candidacy.Outcome.choices),
    "list_order": dict(Election.ListOrder.choices),
    "edge": dict(TenureBound.Edge.choices),
    "manner": dict(TenureBound.Manner.choices),
}
# What a number counts, or a day tells.
COUNTED: NamedValues = {
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
LIST_MARK = "\u3001"
BARE = "%(value)s"
ITEM = _("item %(value)s")
ITEMS = {Statement.AGENDA, Statement.RESOLUTION}


def value_words(fact: dict[str, Any]) -> str:
    """Return what a fact of a content states, in a line; what it states twice stands once."""
    words = _words(
        fact["field"],
        fact["value"],
    )
    once = dict.fromkeys(words)
    return " ".join(once)


def _words(field: str, stated: dict[str, Any]) -> Iterator[str]:
    for name in stated:
        value = stated[name]
        if _says_nothing(name, value):
            continue
        text = _text(value)
        known = NAMED.get(
            name,
            NAMED.get(field, {}),
        )
        form = _form(field, name)
        counted = form % {"value": text}
        yield str(
            known.get(
                text,
                counted,
            )
        )


def _says_nothing(name: str, value: Any) -> bool:
    """Tell whether nothing is stated: the first of somebody's roles is no number, either."""
    if value in (None, "", []):
        return True
    is_first = not value
    return name == "position" and is_first


def _form(field: str, name: str) -> str:
    is_item = field in ITEMS
    if name == "rank" and is_item:
        return str(ITEM)
    return str(COUNTED.get(name, BARE))


def _text(value: Any) -> str:
    if not isinstance(value, list):
        return str(value)
    texts = map(str, value)
    return LIST_MARK.join(texts)
