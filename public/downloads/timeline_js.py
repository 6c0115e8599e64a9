"""The events of a congress as TimelineJS reads them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from html import escape
from typing import Any

from events.models import PublicEvent
from public.downloads.annals.told_entries import ToldEntry


def timeline_json(title: str, entries: Iterable[ToldEntry]) -> str:
    """Return a timeline: a title and a slide an entry. Texts are HTML, as TimelineJS takes them."""
    slides = [_slide(entry) for entry in entries]
    timeline = {"title": _text(title, ""), "events": slides}
    return json.dumps(timeline, ensure_ascii=False)


def _slide(entry: ToldEntry) -> dict[str, Any]:
    event = entry.event
    lines = [*entry.references, *entry.rights]
    notes = "<br>".join(map(escape, lines))
    kind = event.get_kind_display()
    text = f"<p>{escape(entry.sentence)}</p><p><small>{notes}</small></p>"
    slide = {
        "unique_id": f"event-{event.pk}",
        "start_date": _start(event),
        "group": str(kind),
        "link": entry.address,
        **_text(event.title, text),
    }
    if event.precision == PublicEvent.Precision.INTERVAL:
        slide["end_date"] = _date(event.latest)
    return slide


def _text(headline: str, text: str) -> dict[str, Any]:
    return {"text": {"headline": escape(headline), "text": text}}


def _start(event: PublicEvent) -> dict[str, int]:
    """Return the first day as far as it is known, with the hour where one is stated."""
    date = _date(event.earliest)
    if event.precision == PublicEvent.Precision.YEAR:
        return {"year": date["year"]}
    if event.precision == PublicEvent.Precision.MONTH:
        return {"year": date["year"], "month": date["month"]}
    if event.time is not None:
        date |= {"hour": event.time.hour, "minute": event.time.minute}
    return date


def _date(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
