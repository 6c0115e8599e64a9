"""A chronicle as Markdown with footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from public.downloads.annals.editing_rules import Annals
from public.downloads.annals.entry_headings import heading_told
from public.downloads.annals.told_entries import ToldEntry

# What Markdown reads as a mark.
MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
SEPARATOR = "\uff1b"


def markdown_lines(annals: Annals) -> Iterator[str]:
    """Yield the file in parts: title, rules, entries by day and part of day, notes."""
    yield from _opening(annals)
    notes = []
    above: tuple[object, ...] = ()
    for number, entry in enumerate(annals.entries, 1):
        yield from _headings(entry, above)
        above = (entry.heading, entry.part)
        yield _told(entry, number)
        notes.append(f"[^{number}]: {_escaped(note_of(entry))}\n")
    yield "\n"
    yield from notes


def _opening(annals: Annals) -> Iterator[str]:
    """Yield the title and the rules."""
    yield f"# {_escaped(annals.title)}\n\n"
    yield f"{_escaped(annals.made)}\n\n"
    yield f"## {_('Editing rules')}\n\n"
    for place, rule in enumerate(annals.rules, 1):
        yield f"{place}. {_escaped(rule)}\n"


def _told(entry: ToldEntry, number: int) -> str:
    clock = f"{entry.clock} " if entry.clock else ""
    return f"- {clock}{_escaped(entry.sentence)}[^{number}]\n"


def _headings(entry: ToldEntry, above: tuple[object, ...]) -> Iterator[str]:
    """Yield the day and the part of the day where they are not those above."""
    if not above or entry.heading != above[0]:
        yield f"\n## {heading_told(entry)}\n"
    elif entry.part == above[1]:
        return
    yield f"\n### {entry.part}\n\n" if entry.part else "\n"


def note_of(entry: ToldEntry) -> str:
    """Return the note to an entry: its references, then whose texts and photos are."""
    return SEPARATOR.join([*entry.references, *entry.rights])


def _escaped(text: str) -> str:
    return MARKS.sub(r"\\\1", text)
