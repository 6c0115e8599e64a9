"""What the templates ask of events: day, time as printed, participants by role."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils import dateformat, timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from editorial.publishing.signed.event_fields import ABOUT
from events.models import EventField, PartOfDay, PublicEvent, Statement
from events.models.occurrence import Occurrence
from events.telling import ToldFacts, adds_up, roles_of
from public.congress.entries import EntryDay
from public.person.appearances import DayOfAppearances
from public.templatetags.congress_tags import days_told

register = template.Library()
DAY = "DATE_FORMAT"
MONTH = "YEAR_MONTH_FORMAT"
YEAR = "Y"
# How a date is written and what a machine reads, where less than the day is known.
FORMATS: dict[str, str] = {
    Occurrence.Precision.MONTH: MONTH,
    Occurrence.Precision.YEAR: YEAR,
}
MACHINE_FORMATS: dict[str, str] = {
    Occurrence.Precision.MONTH: "Y-m",
    Occurrence.Precision.YEAR: "Y",
}
LATE = (PartOfDay.AFTERNOON, PartOfDay.EVENING)


@register.filter
def heading(day: EntryDay | DayOfAppearances) -> str:
    """Return what stands over the events of a day, a month or a year."""
    written = FORMATS.get(day.unit, DAY)
    return date_format(day.date, written)


@register.filter
def day_of_week(day: EntryDay | DayOfAppearances) -> str:
    """Return the day's name; empty for a month or a year."""
    if day.unit != Occurrence.Precision.DAY:
        return ""
    return date_format(day.date, "l")


@register.filter
def day(event: Occurrence) -> str:
    """Return the date as far as it is known: a day, a month, a year, or the first and the last
    day; of a congress the days that are stated or of which its events tell.
    """
    if isinstance(event, PublicEvent) and event.kind == event.Kind.CONGRESS:
        return days_told(event.span)
    written = FORMATS.get(event.precision, DAY)
    days = date_format(event.earliest, written)
    if event.precision == Occurrence.Precision.INTERVAL:
        last = date_format(event.latest, DAY)
        ends = {"first": days, "last": last}
        days = _("%(first)s to %(last)s") % ends
    if event.edtf.endswith("~"):
        return _about(days)
    return days


@register.filter
def clock(event: Occurrence) -> str:
    """Return part of day and time as a source states them, in the twelve hours of print; empty
    without either.
    """
    part = _part_of_day(event)
    if event.time is None:
        return part
    time = _clock_time(event.time, event.part_of_day)
    if event.approximate:
        time = _about(time)
    if not part:
        return time
    return _("%(part)s, %(time)s") % {"part": part, "time": time}


@register.filter
def under_its_day(event: PublicEvent) -> str:
    """Return what the heading of its day leaves to be said of the time of an event: the days where
    there are several, part of day and time.
    """
    is_longer = event.precision == Occurrence.Precision.INTERVAL
    if is_longer or event.kind == event.Kind.CONGRESS:
        return f"{day(event)} {clock(event)}".strip()
    return clock(event)


def _about(time: str) -> str:
    return _("about %(time)s") % {"time": time}


def _part_of_day(event: Occurrence) -> str:
    if not event.part_of_day:
        return ""
    return str(PartOfDay(event.part_of_day).label)


def _clock_time(time: dt.time, part: str) -> str:
    hour = time.hour
    if part in LATE and hour > 12:
        hour -= 12
    if time.minute:
        values = {"hour": hour, "minute": time.minute}
        return _("%(hour)d:%(minute)02d") % values
    return _("%(hour)d o’clock") % {"hour": hour}


@register.filter
def machine_day(event: Occurrence) -> str:
    """Return the ``datetime`` attribute for the first day, or for the month or year that is
    known.
    """
    written = MACHINE_FORMATS.get(event.precision, "Y-m-d")
    return dateformat.format(event.earliest, written)


@register.filter
def machine_time(event: Occurrence) -> str:
    """Return the ``datetime`` attribute for the day, with the time where one is stated."""
    if event.time is None:
        return machine_day(event)
    if event.precision != Occurrence.Precision.DAY:
        return machine_day(event)
    moment = dt.datetime.combine(
        event.earliest,
        event.time,
        tzinfo=timezone.get_default_timezone(),
    )
    return moment.isoformat(timespec="minutes")


register.filter(adds_up)


@register.filter
def by_role(
    participations: list[Statement],
) -> list[tuple[str, list[Statement]]]:
    """Group participations by role, roles and people in printed order."""
    roles = roles_of(participations)
    return list(roles.items())


@register.filter
def also_stated(
    told: ToldFacts, event: PublicEvent
) -> list[tuple[str, str, Statement]]:
    """Return what other publications state of an event otherwise: the field, the value, the
    words.
    """
    stated = []
    # A database keeps no order of the fields.
    for field in EventField:
        others = event.other_values.get(field.value, [])
        for words in told.fields.get(field.value, []):
            value = words.value["value"]
            if value in others:
                shown = _told_value(field, value, event)
                stated.append((str(field.label), shown, words))
    return stated


def _told_value(field: str, value: str, event: PublicEvent) -> str:
    """Return the value of a field, kept as text, as readers read it."""
    if field == EventField.KIND:
        kind = PublicEvent.Kind(value)
        return str(kind.label)
    if field == EventField.PART_OF_DAY:
        part = PartOfDay(value)
        return str(part.label)
    if field == EventField.EDTF:
        return day(_on(value))
    if field == EventField.TIME:
        return _told_time(value, event.part_of_day)
    return value


def _on(edtf: str) -> PublicEvent:
    event = PublicEvent(edtf=edtf)
    event.fill_dates()
    return event


def _told_time(value: str, part: str) -> str:
    exact = dt.time.fromisoformat(value.removesuffix(ABOUT))
    time = _clock_time(exact, part)
    return _about(time) if value.endswith(ABOUT) else time
