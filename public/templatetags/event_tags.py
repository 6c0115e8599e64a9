"""What the templates ask of events: day, time as printed, participants by role."""

from __future__ import annotations

import datetime as dt

from django import template
from django.utils import dateformat, timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from events.models import Event, Participation, PartOfDay
from public.timeline import Day

register = template.Library()
DAY = "DATE_FORMAT"
MONTH = "YEAR_MONTH_FORMAT"
YEAR = "Y"
# How a date is written and what a machine reads, where less than the day is known.
FORMATS: dict[str, str] = {
    Event.Precision.MONTH: MONTH,
    Event.Precision.YEAR: YEAR,
}
MACHINE_FORMATS: dict[str, str] = {
    Event.Precision.MONTH: "Y-m",
    Event.Precision.YEAR: "Y",
}
LATE = (PartOfDay.AFTERNOON, PartOfDay.EVENING)


@register.filter
def heading(day: Day) -> str:
    """Return what stands over the events of a day, a month or a year."""
    written = FORMATS.get(day.unit, DAY)
    return date_format(day.date, written)


@register.filter
def day_of_week(day: Day) -> str:
    """Return the day's name; empty for a month or a year."""
    if day.unit != Event.Precision.DAY:
        return ""
    return date_format(day.date, "l")


@register.filter
def day(event: Event) -> str:
    """Return the date as far as it is known: a day, a month, a year, or the first and the last
    day.
    """
    written = FORMATS.get(event.precision, DAY)
    days = date_format(event.earliest, written)
    if event.precision == Event.Precision.INTERVAL:
        last = date_format(event.latest, DAY)
        ends = {"first": days, "last": last}
        days = _("%(first)s to %(last)s") % ends
    if event.edtf.endswith("~"):
        return _about(days)
    return days


@register.filter
def clock(event: Event) -> str:
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


def _about(time: str) -> str:
    return _("about %(time)s") % {"time": time}


def _part_of_day(event: Event) -> str:
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
def machine_day(event: Event) -> str:
    """Return the ``datetime`` attribute for the first day, or for the month or year that is
    known.
    """
    written = MACHINE_FORMATS.get(event.precision, "Y-m-d")
    return dateformat.format(event.earliest, written)


@register.filter
def machine_time(event: Event) -> str:
    """Return the ``datetime`` attribute for the day, with the time where one is stated."""
    if event.time is None:
        return machine_day(event)
    if event.precision != Event.Precision.DAY:
        return machine_day(event)
    moment = dt.datetime.combine(
        event.earliest,
        event.time,
        tzinfo=timezone.get_default_timezone(),
    )
    return moment.isoformat(timespec="minutes")


@register.filter
def by_role(
    participations: list[Participation],
) -> list[tuple[str, list[Participation]]]:
    """Group participations by role, roles and people in printed order."""
    roles: dict[str, list[Participation]] = {}
    for participation in participations:
        alike = roles.setdefault(participation.role, [])
        alike.append(participation)
    return list(roles.items())
