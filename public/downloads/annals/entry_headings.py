"""What stands over the entries of a day, a month or a year."""

from __future__ import annotations

from django.utils.formats import date_format

from public.downloads.annals.told_entries import ToldEntry
from public.templatetags.event_tags import DAY, FORMATS


def heading_told(entry: ToldEntry) -> str:
    """Return the day with its name, or the month or the year that is known."""
    day, unit = entry.heading
    if unit in FORMATS:
        return date_format(day, FORMATS[unit])
    return f"{date_format(day, DAY)} {date_format(day, 'l')}"
