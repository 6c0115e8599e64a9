"""A chronicle as lines of a table and as JSON, an event each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from public.downloads.annals.editing_rules import Annals
from public.downloads.annals.told_entries import ToldEntry


def table_heads() -> list[str]:
    """Return what stands over the columns."""
    return [
        _("date"),
        _("part of day"),
        _("time"),
        _("kind"),
        _("which body"),
        _("place"),
        _("sentence"),
        _("sources"),
        _("words"),
        _("rights"),
        _("address"),
    ]


def table_lines(entries: Iterable[ToldEntry]) -> Iterator[list[str]]:
    """Yield a line an entry; several sources stand in one cell, each on a line of its own."""
    for entry in entries:
        event = entry.event
        yield [
            event.edtf,
            entry.part,
            entry.clock,
            event.get_kind_display(),
            event.body_name or event.get_body_display(),
            event.place,
            entry.sentence,
            "\n".join(entry.references),
            "\n".join(exact for exact, _address in entry.words),
            "\n".join(entry.rights),
            entry.address,
        ]


def json_parts(annals: Annals) -> Iterator[str]:
    """Yield one object: title, address, rules, and ``events`` in the order of time."""
    head = {
        "title": annals.title,
        "made": annals.made,
        "address": annals.address,
        "rules": annals.rules,
    }
    yield _written(head)[:-1] + ', "events": ['
    comma = ""
    for entry in annals.entries:
        yield f"{comma}\n{_written(_described(entry))}"
        comma = ","
    yield "\n]}\n"


def _described(entry: ToldEntry) -> dict[str, Any]:
    event = entry.event
    time = event.time
    return {
        "title": event.title,
        "kind": event.kind,
        "date": event.edtf,
        "part_of_day": event.part_of_day,
        "time": time.isoformat(timespec="minutes") if time else None,
        "approximate": event.approximate,
        "body": event.body,
        "body_name": event.body_name,
        "place": event.place,
        "sentence": entry.sentence,
        "address": entry.address,
        "sources": [
            {"reference": reference, "words": exact, "address": address}
            for reference, (exact, address) in zip(
                entry.references, entry.words, strict=True
            )
        ],
        "rights": entry.rights,
    }


def _written(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)
