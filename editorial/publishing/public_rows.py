"""The rows that lists of events and people read: made anew from what the current publications
state.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from editorial.publishing.rows.person_rows import refresh_people
from editorial.publishing.rows.row_storing import store_over
from editorial.publishing.signed.event_fields import ABOUT
from editorial.publishing.statements import Touched
from events.address_words import give_words
from events.models import EventField, MeetingBody, PublicEvent, Statement
from events.outline import DECIDING, OUTLINED, outline_of
from records.grouping import grouped

# Of one record; its other rows are told by the same statements.
OF_AN_EVENT = (
    Statement.TOLD,
    Statement.PARENT,
    Statement.ATTENDANCE,
    Statement.BODY,
    Statement.SHORT_TITLE,
    Statement.SPAN,
    Statement.TENURE,
    *OUTLINED,
    *EventField.values,
)


def refresh_rows(touched: Touched) -> None:
    """Make the rows of these events and people anew, and take out those that nothing current
    states.
    """
    refresh_events(touched.events)
    refresh_people(touched.people)


def refresh_events(keys: Iterable[int]) -> None:
    """Make the rows of these events from the statements about them."""
    keys = set(keys)
    before = _places_of(keys)
    stated = stated_of_events(keys)
    events = [
        event_row(key, told)
        for key, told in stated.items()
        if any(each.field == Statement.TOLD for each in told)
    ]
    standing = {event.pk for event in events}
    PublicEvent.objects.filter(pk__in=keys - standing).delete()
    store_over(PublicEvent, events)
    after = _places_of(keys)
    moved = {key for key in keys if before.get(key) != after.get(key)}
    PublicEvent.objects.filter(pk__in=keys).take_congress()
    PublicEvent.objects.at_or_under(moved).take_congress()
    _call(PublicEvent.objects.filter(pk__in=keys))
    _call(PublicEvent.objects.at_or_under(moved))


def _call(events: Iterable[PublicEvent]) -> None:
    """Let events bear the words of their addresses."""
    called = list(events)
    give_words(called)
    PublicEvent.objects.bulk_update(called, ["word"])


def _places_of(keys: Iterable[int]) -> dict[int, tuple[str, int | None]]:
    """Return what these events are, and what they are part of: the timelines of their parts follow
    from it.
    """
    events = PublicEvent.objects.filter(pk__in=keys)
    rows = events.values_list("pk", "kind", "parent")
    return {key: (kind, parent) for key, kind, parent in rows}


def stated_of_events(keys: Iterable[int]) -> dict[int, list[Statement]]:
    """Return what is stated of the fields of these events, that of the newest publication first."""
    stated = Statement.objects.of_events(keys).filter(field__in=OF_AN_EVENT)
    statements = stated.select_related("publication")
    newest_first = statements.defer("publication__content").order_by(
        "-publication__at", "place", "pk"
    )
    return grouped((each.subject, each) for each in newest_first)


def event_row(key: int, stated: list[Statement]) -> PublicEvent:
    """Return the row of an event, unsaved, from what is stated of it, the newest first."""
    values = values_by_field(stated)
    event = PublicEvent(key=key)
    for field in EventField:
        given = values.get(field.value)
        if given:
            _take(event, field, given[0])
    event.other_values = {
        field: given[1:] for field, given in values.items() if len(given) > 1
    }
    for each in reversed(stated):
        if each.field == Statement.PARENT:
            event.parent = each.object
        if each.field == Statement.ATTENDANCE:
            _take_count(event, each.value)
        _take_sitting(event, each)
    event.outline = outline_of(stated)
    event.has_figures = _has_figures(event, stated)
    if event.body == MeetingBody.Body.OTHER and "visits" in event.outline:
        event.body = MeetingBody.Body.DELEGATION
    event.fill_dates()
    return event


def _has_figures(event: PublicEvent, stated: Iterable[Statement]) -> bool:
    """Tell whether something was decided, or how many came is stated."""
    if event.attendance_expected is not None:
        return True
    fields = {each.field for each in stated}
    return not fields.isdisjoint(DECIDING)


def _take_sitting(event: PublicEvent, stated: Statement) -> None:
    """Let a row have the body that met, the short title or the span that is stated."""
    value = stated.value
    if stated.field == Statement.BODY:
        event.body = value["body"]
        event.body_number = value["number"]
        event.body_name = value["name"]
    elif stated.field == Statement.SHORT_TITLE:
        event.short_title = value["text"]
    elif stated.field == Statement.SPAN:
        event.first_day = dt.date.fromisoformat(value["first_day"])
        event.last_day = dt.date.fromisoformat(value["last_day"])


def values_by_field(stated: Iterable[Statement]) -> dict[str, list[str]]:
    """Return the different values stated of each field, in the order given."""
    values: dict[str, list[str]] = {}
    for each in stated:
        if each.field not in EventField.values:
            continue
        given = values.setdefault(each.field, [])
        value = each.value["value"]
        if value not in given:
            given.append(value)
    return values


def _take(event: PublicEvent, field: EventField, value: str) -> None:
    if field != EventField.TIME:
        setattr(event, field.value, value)
        return
    event.approximate = value.endswith(ABOUT)
    event.time = dt.time.fromisoformat(value.removesuffix(ABOUT))


def _take_count(event: PublicEvent, count: dict[str, Any]) -> None:
    event.attendance_expected = count["expected"]
    event.attendance_absent = count["absent"]
    event.attendance_present = count["present"]
