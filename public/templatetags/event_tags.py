"""What the templates ask of events: day, time as printed, participants by role."""

from __future__ import annotations

import datetime as dt

from django import template
from django.db.models import QuerySet
from django.utils import dateformat, timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from articles.models import Article
from events.models import Event, Participation, PartOfDay
from public.timeline import Day

register = template.Library()
DAY = "DATE_FORMAT"
MONTH = "YEAR_MONTH_FORMAT"
YEAR = "Y"
FORMATS = {Event.Precision.MONTH: MONTH, Event.Precision.YEAR: YEAR}


@register.filter
def heading(day: Day) -> str:
    """Return what stands over the events of a day, a month or a year."""
    return date_format(day.date, FORMATS.get(day.unit, DAY))


@register.filter
def day_of_week(day: Day) -> str:
    """Return the day's name; empty for a month or a year."""
    return date_format(day.date, "l") if day.unit == Event.Precision.DAY else ""


@register.filter
def day(event: Event) -> str:
    """Return the date as far as it is known: a day, a month, a year, or the first and the last
    day.
    """
    first = date_format(event.earliest, FORMATS.get(event.precision, DAY))
    if event.precision == Event.Precision.INTERVAL:
        first = _("%(first)s to %(last)s") % {
            "first": first,
            "last": date_format(event.latest, DAY),
        }
    return (
        _("about %(time)s") % {"time": first}
        if event.edtf.endswith("~")
        else first
    )


@register.filter
def clock(event: Event) -> str:
    """Return part of day and time as a source states them, in the twelve hours of print; empty
    without either.
    """
    part = PartOfDay(event.part_of_day).label if event.part_of_day else ""
    if event.time is None:
        return str(part)
    time = _clock_time(event.time, event.part_of_day)
    time = _("about %(time)s") % {"time": time} if event.approximate else time
    return (
        _("%(part)s, %(time)s") % {"part": part, "time": time} if part else time
    )


def _clock_time(time: dt.time, part: str) -> str:
    late = part in (PartOfDay.AFTERNOON, PartOfDay.EVENING) and time.hour > 12
    hour = time.hour - 12 if late else time.hour
    if time.minute:
        return _("%(hour)d:%(minute)02d") % {
            "hour": hour,
            "minute": time.minute,
        }
    return _("%(hour)d o’clock") % {"hour": hour}


@register.filter
def machine_day(event: Event) -> str:
    """Return the ``datetime`` attribute for the first day, or for the month or year that is
    known.
    """
    forms = {Event.Precision.MONTH: "Y-m", Event.Precision.YEAR: "Y"}
    return dateformat.format(
        event.earliest, forms.get(event.precision, "Y-m-d")
    )


@register.filter
def machine_time(event: Event) -> str:
    """Return the ``datetime`` attribute for the day, with the time where one is stated."""
    if event.time is None or event.precision != Event.Precision.DAY:
        return machine_day(event)
    moment = dt.datetime.combine(
        event.earliest, event.time, timezone.get_default_timezone()
    )
    return moment.isoformat(timespec="minutes")


@register.filter
def by_role(
    participations: list[Participation],
) -> list[tuple[str, list[Participation]]]:
    """Group participations by role, roles and people in printed order."""
    roles: dict[str, list[Participation]] = {}
    for participation in participations:
        roles.setdefault(participation.role, []).append(participation)
    return list(roles.items())


@register.simple_tag
def events_stated_in(article: Article) -> QuerySet[Event]:
    """Return the published events that words of this article state."""
    return (
        Event.objects.published()
        .filter(evidence__in=article.evidence.published())
        .distinct()
        .in_time()
    )
