"""The filters of a congress as rows of links, each value with its number of events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.chronicle import People
from events.clauses import name_told
from events.models import MeetingBody, PublicEvent, Statement
from events.models.public_event import PublicEventQuerySet
from public.congress.asked import PERSON, TALLIED, Asked
from public.congress.tallies import DayTally, count_by

# So many values of a filter are linked, those of most events first but for days.
MOST_VALUES = 31
MOST_PEOPLE = 12
LABELS: dict[str, str | Promise] = {
    "day": pgettext_lazy("filter", "day"),
    "body": pgettext_lazy("filter", "body"),
    "kind": _("kind"),
    "place": _("place"),
    PERSON: _("person"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a filter: where it leads, how many events it keeps; ``is_printed`` tells words of
    the newspaper from ours.
    """

    text: str
    link: str
    count: int
    is_current: bool
    is_printed: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values; ``all_link`` takes it back."""

    key: str
    label: str
    all_link: str
    is_asked: bool
    values: list[Value]


def facets_of(
    asked: Asked,
    tallies: Sequence[DayTally],
    counts: Mapping[int, int],
    people: People,
) -> list[Facet]:
    """Return the filters that have more than one value; ``tallies`` are those of the person asked
    for, ``counts`` say in how many events which of the ``people`` were.
    """
    facets = [_tallied(key, asked, tallies) for key in TALLIED]
    facets.append(_people_facet(asked, counts, people))
    return [each for each in facets if len(each.values) > 1 or each.is_asked]


def _tallied(key: str, asked: Asked, tallies: Iterable[DayTally]) -> Facet:
    kept = [each for each in tallies if asked.keeps(each, but=key)]
    counts = count_by(kept, key)
    if key == "day":
        values = sorted(counts)
    else:
        values = [value for value, _count in counts.most_common()]
    links = [
        Value(
            text_of_value(key, value),
            asked.link(**{key: value}),
            counts[value],
            value == getattr(asked, key),
            is_printed=key == "place",
        )
        for value in values[:MOST_VALUES]
    ]
    return _facet(key, asked, links)


def _facet(key: str, asked: Asked, values: list[Value]) -> Facet:
    return Facet(
        key,
        str(LABELS[key]),
        asked.link(**{key: ""}),
        bool(getattr(asked, key)),
        values,
    )


def text_of_value(key: str, value: str) -> str:
    """Return a value of a tallied filter as readers read it."""
    if key == "day":
        day = dt.date.fromisoformat(value)
        return date_format(day, "MONTH_DAY_FORMAT")
    if key == "body":
        return str(MeetingBody.Body(value).label)
    if key == "kind":
        return str(PublicEvent.Kind(value).label)
    return value


def _people_facet(
    asked: Asked, counts: Mapping[int, int], people: People
) -> Facet:
    values = [
        Value(
            name_told(people[key], ""),
            asked.link(person=str(key)),
            count,
            str(key) == asked.person,
        )
        for key, count in counts.items()
        if key in people
    ]
    return _facet(PERSON, asked, values)


def most_seen(
    asked: Asked, events: PublicEventQuerySet, most: int = MOST_PEOPLE
) -> dict[int, int]:
    """Return the keys of the people of most events under the other filters, the most first,
    ``most`` at most, and the one asked for; each with the number of events.
    """
    kept = asked.narrow(events, but=PERSON)
    stated = Statement.objects.of_events(kept.order_by().values("pk"))
    people = (
        stated.appearances()
        .exclude(object=None)
        .order_by()
        .values_list("object")
    )
    counted = people.annotate(events=Count("subject", distinct=True))
    counts = dict(counted.order_by("-events", "object")[:most])
    if asked.person_key is not None:
        counts.setdefault(asked.person_key, 0)
    return counts
