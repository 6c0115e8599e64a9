"""Which files of a delivery belong together: the HTML files of one day, wherever they lie, and the
printed pages beside them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Hashable, Iterable, Iterator, Sequence

from django.conf import settings

from importing.delivery.encoding import ending_of
from importing.delivery.files.epaper.dated_folders import folder_day
from importing.delivery.files.epaper.epaper_markup import read_markup
from importing.delivery.files.sources import DeliveredFile, Source
from importing.refusal import ImportRefused

LINK = re.compile(rb"""href\s*=\s*["']?([^"'\s>]{1,500})""", re.IGNORECASE)

PDF = ".pdf"

FileSet = set[DeliveredFile]
Days = dict[DeliveredFile, dt.date | None]


def read_together(
    files: Sequence[DeliveredFile],
) -> dict[DeliveredFile, Hashable]:
    """Return for each file what is the same for all that are read with it: where it lies, and the
    day that its folders name.

    A file in folders without a day goes with the one day whose files link to it, or to which it
    links; all others of a delivery are read together."""
    by_source: dict[Source, list[DeliveredFile]] = {}
    for file in files:
        by_source.setdefault(file.source, []).append(file)
    keys: dict[DeliveredFile, Hashable] = {}
    for source, held in by_source.items():
        days = _days_of(held)
        keys |= {file: (source, day) for file, day in days.items()}
    return keys


def printed_again(files: Sequence[DeliveredFile]) -> set[DeliveredFile]:
    """Return the PDF files that are pages of an e-paper printed once more: its index leads to
    them, and to articles that are there.
    """
    found: set[DeliveredFile] = set()
    printed = set(filter(_is_print, files))
    sources = {file.source for file in printed}
    pages = set(files) - printed
    for file in pages:
        if file.source in sources:
            found |= _printed_from(file, printed, pages)
    return found


def _printed_from(
    file: DeliveredFile, printed: FileSet, pages: FileSet
) -> FileSet:
    """Return the prints that an index leads to, none if it leads to no article."""
    linked = set(_linked_from(file))
    again = linked & printed
    if not again:
        return set()
    articles = map(_is_article, linked & pages)
    return again if any(articles) else set()


def _is_print(file: DeliveredFile) -> bool:
    ending = ending_of(file.path)
    return ending == PDF


def _is_article(file: DeliveredFile) -> bool:
    try:
        data = file.read(settings.MAX_PAGE_BYTES)
        return bool(read_markup(data, file).lines)
    except ImportRefused:
        return False


def _days_of(files: list[DeliveredFile]) -> Days:
    """Return the day of each file of one source, None where nothing tells it."""
    days: Days = {file: folder_day(file.path) for file in files}
    undated = {file for file, day in days.items() if day is None}
    if not undated or len(undated) == len(files):
        return days
    linked = _days_linked(days, undated)
    for file, found in linked.items():
        if len(found) == 1:
            days[file] = found.pop()
    return days


def _days_linked(
    days: Days, undated: set[DeliveredFile]
) -> dict[DeliveredFile, set[dt.date]]:
    """Return for files without a day the days of those that link to them or that they link to."""
    linked: dict[DeliveredFile, set[dt.date]] = {}
    for file, day in list(days.items()):
        for target in _linked_from(file):
            other = days.get(target)
            if day and target in undated:
                linked.setdefault(target, set()).add(day)
            elif other and file in undated:
                linked.setdefault(file, set()).add(other)
    return linked


def _linked_from(file: DeliveredFile) -> Iterator[DeliveredFile]:
    for link in _links_in(file):
        path = file.path_to(link)
        if path:
            yield DeliveredFile(file.source, path)


def _links_in(file: DeliveredFile) -> Iterable[str]:
    try:
        data = file.read(settings.MAX_PAGE_BYTES)
    except ImportRefused:
        return ()
    found = {match[1] for match in LINK.finditer(data)}
    return [link.decode("utf-8", "replace") for link in found]
