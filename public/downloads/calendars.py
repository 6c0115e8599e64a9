"""Events as a calendar that programs subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vText

from editorial.change_log import last_moments
from editorial.models import RecordKind
from public.congress.tallies import COARSE
from public.downloads.annals.told_entries import ToldEntry
from records.plaintext import plain_line

MEDIA_TYPE = "text/calendar"
PRODUCT = "-//Printed Record//zzcms//ZH"
DAY = dt.timedelta(days=1)
# When a record changed of which no change is known.
UNKNOWN = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def calendar_bytes(name: str, entries: Sequence[ToldEntry], host: str) -> bytes:
    """Return a calendar of the entries of which the day is known; ``host`` makes their names unique
    in the world.
    """
    keys = [entry.event.pk for entry in entries]
    changed = last_moments(RecordKind.EVENT, keys)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", plain_line(name))
    calendar.add("x-wr-calname", plain_line(name))
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    for entry in entries:
        if entry.event.precision not in COARSE:
            at = changed.get(entry.event.pk, UNKNOWN)
            calendar.add_component(_event(entry, host, at))
    # Zones are named in the times; programs want them described.
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _event(entry: ToldEntry, host: str, changed: dt.datetime) -> Event:
    told = entry.event
    event = Event()
    event.add("uid", f"event-{told.pk}@{host}")
    event.add("dtstamp", changed.astimezone(dt.UTC))
    event.add("summary", plain_line(told.title))
    _add_time(event, told)
    if told.place:
        event.add("location", plain_line(told.place))
    notes = [entry.sentence, *entry.references, *entry.rights]
    event.add("description", "\n".join(map(plain_line, notes)))
    event.add("url", entry.address)
    event.add("categories", [str(told.get_kind_display())])
    if told.congress:
        event["related-to"] = vText(f"event-{told.congress}@{host}")
    return event


def _add_time(event: Event, told: Any) -> None:
    """Add the hour where one is stated, else the days; the last one is not reached (3.6.1)."""
    if told.time is None or told.earliest != told.latest:
        event.add("dtstart", told.earliest)
        event.add("dtend", told.latest + DAY)
        event.add("transp", "TRANSPARENT")
        return
    zone = get_default_timezone()
    starts = dt.datetime.combine(told.earliest, told.time, tzinfo=zone)
    event.add("dtstart", starts)
    if told.approximate:
        event.add("comment", _("The hour is approximate."))
