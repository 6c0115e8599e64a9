"""One log of what the public sees change: written as the last act of a transaction, read by number.

A verb opens ``logged()`` instead of a bare transaction and notes which records it may have changed.
When the outermost ends, the log compares what of them is public with what it was, so that nobody
has to know beforehand whether a record appears, changes or goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from editorial.asking.gate import forget_tried, stop_if_held
from editorial.models import Change, ChangeCounter, WhatHappened
from editorial.public_records import (
    RecordKey,
    by_kind,
    seen_by_readers,
    stored_records,
)

# Rows written by one statement.
LOT = 200


@dataclass(slots=True)
class Noted:
    """What one transaction may have changed: records with the digest of what is shown, what was
    merged into what, and of which records more is gone than was before.
    """

    records: dict[RecordKey, str] = field(default_factory=dict)
    merged: dict[RecordKey, int] = field(default_factory=dict)
    gone: set[RecordKey] = field(default_factory=set)

    def take(self, other: Noted) -> None:
        """Take over what an inner transaction noted."""
        for record, digest in other.records.items():
            self.add(record, digest)
        self.merged |= other.merged
        self.gone |= other.gone

    def add(self, record: RecordKey, digest: str = "") -> None:
        """Note a record; a digest once known stays."""
        known = self.records.get(record, "")
        self.records[record] = digest or known


_noted: ContextVar[Noted | None] = ContextVar("noted", default=None)


# Writing


@contextmanager
def logged() -> Iterator[None]:
    """Open a transaction whose changes are written as its last act; inner ones leave that to the
    outermost.

    What is rolled back notes nothing. Raise ``StepWaits``, with nothing changed, when a second
    person has to confirm what was done.
    """
    outer = _noted.get()
    own = Noted()
    token = _noted.set(own)
    if outer is None:
        forget_tried()
    try:
        with transaction.atomic():
            yield
            if outer is None:
                stop_if_held()
                _write(own)
    finally:
        _noted.reset(token)
        if outer is None:
            forget_tried()
    if outer is not None:
        outer.take(own)


def note_changes(records: Iterable[RecordKey], digest: str = "") -> None:
    """Note records that this transaction may change for readers; ``digest`` is that of what is
    shown now.

    Raise ``LookupError`` outside of ``logged()``.
    """
    noted = _current()
    for record in records:
        noted.add(record, digest)


def note_merged(kind: str, former: int, into: int) -> None:
    """Note that a record is no more because it became another of its kind.

    Raise ``LookupError`` outside of ``logged()``.
    """
    noted = _current()
    noted.add((kind, former))
    noted.add((kind, into))
    noted.merged[kind, former] = into


def note_gone(record: RecordKey) -> None:
    """Note that more of a record is gone, whether or not readers saw it before: one of its earlier
    versions, say.

    Raise ``LookupError`` outside of ``logged()``.
    """
    noted = _current()
    noted.add(record)
    noted.gone.add(record)


def _current() -> Noted:
    noted = _noted.get()
    if noted is None:
        raise LookupError("a change is noted outside of logged()")
    return noted


def _write(noted: Noted) -> None:
    """Write one change for each noted record that is public now or was."""
    if not noted.records:
        return
    counter = _locked_counter()
    latest = _latest_of(noted.records)
    changes = list(_changes(noted, latest))
    if not changes:
        return
    for number, change in enumerate(changes, counter.last + 1):
        change.number = number
    _supersede(changes, latest)
    Change.objects.bulk_create(changes, batch_size=LOT)
    counter.last += len(changes)
    counter.save(update_fields=["last"])


def _locked_counter() -> ChangeCounter:
    """Return the counter, kept from others until the transaction ends.

    Whoever waits here sees all that those before have committed: what it compares is the truth."""
    counters = ChangeCounter.objects.select_for_update()
    counter, _is_new = counters.get_or_create(
        pk=ChangeCounter.ONLY, defaults={"last": last_number}
    )
    return counter


def _changes(noted: Noted, latest: dict[RecordKey, Change]) -> Iterator[Change]:
    """Yield, without numbers, what became of the noted records: what is seen first, what is gone
    after it.
    """
    was = _public_of(latest)
    public = seen_by_readers(noted.records)
    for record in noted.records:
        if record in public:
            happened = (
                WhatHappened.CHANGED
                if record in was
                else WhatHappened.PUBLISHED
            )
            yield _change(record, happened, digest=noted.records[record])
    lost = was | noted.gone
    gone = [key for key in noted.records if key in lost and key not in public]
    there = stored_records(gone)
    for record in gone:
        yield _farewell(record, noted, is_stored=record in there)


def _farewell(record: RecordKey, noted: Noted, *, is_stored: bool) -> Change:
    """Return the change of a record that readers see no more."""
    into = noted.merged.get(record)
    if into is not None:
        return _change(record, WhatHappened.MERGED, into=into)
    if is_stored:
        return _change(record, WhatHappened.WITHDRAWN)
    return _change(record, WhatHappened.DELETED)


def _change(record: RecordKey, happened: str, **fields: Any) -> Change:
    kind, key = record
    return Change(
        kind=kind, key=key, happened=happened, at=timezone.now(), **fields
    )


def _supersede(
    changes: Iterable[Change], latest: dict[RecordKey, Change]
) -> None:
    """Let what was the latest of these records be so no longer."""
    records = [(change.kind, change.key) for change in changes]
    numbers = [latest[key].number for key in records if key in latest]
    if numbers:
        former = Change.objects.filter(number__in=numbers)
        former.update(is_latest=False)


# What stands in the database


def public_before(records: Iterable[RecordKey]) -> set[RecordKey]:
    """Return those of these records that readers saw when the transaction began."""
    return _public_of(_latest_of(records))


def _public_of(latest: dict[RecordKey, Change]) -> set[RecordKey]:
    """Return those records that their last change left public."""
    return {key for key, change in latest.items() if change.leaves_it_public}


def _latest_of(records: Iterable[RecordKey]) -> dict[RecordKey, Change]:
    """Return the last change of each of these records that has one."""
    asked = Q(pk__in=[])
    for kind, keys in by_kind(records):
        asked |= Q(kind=kind, key__in=keys)
    found = Change.objects.last_of_each().filter(asked)
    return {(change.kind, change.key): change for change in found}


# Reading


def since(number: int, limit: int) -> list[Change]:
    """Return up to ``limit`` changes that follow the one of this number, in the order of commits.

    A follower that goes on with the last number it got misses none. The log is never cut.
    """
    return list(Change.objects.after(number)[:limit])


def last_number() -> int:
    """Return the number of the last change that is committed, 0 while there is none."""
    # Every kept page asks this; to put the question together would cost more than the answer.
    table = connection.ops.quote_name(Change._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT MAX(number) FROM {table}")  # noqa: S608
        (number,) = cursor.fetchone()
    return number or 0


def latest_change(kind: str, key: int) -> Change | None:
    """Return the last change of a record, None when readers never saw it."""
    return Change.objects.last_of_each().of(kind, [key]).first()


def last_moments(kind: str, keys: Any) -> dict[int, dt.datetime]:
    """Return when each of these records of one kind last changed for readers, by key; ``keys`` may
    be a question that finds them.
    """
    latest = Change.objects.last_of_each().of(kind, keys)
    return dict(latest.values_list("key", "at"))


def newest_moment(kind: str) -> dt.datetime | None:
    """Return when any record of a kind last changed for readers."""
    changes = Change.objects.filter(kind=kind).order_by("-number")
    return changes.values_list("at", flat=True).first()
