"""The rows that belong to records which prove to be one: what moves, what is there twice, what
contradicts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editorial.merging.joining_facts import EMPTY, fold, shown
from records.history import note

BATCH = 200


@dataclass(frozen=True)
class Rows:
    """The rows of one model that point to a record by ``link``, named to editors by the fields in
    ``name``.

    Two that agree in one of the groups of fields in ``same`` are one and the same, and may not
    contradict each other in
    ``facts``. ``placed`` are further fields that moving changes.
    """

    model: type[Model]
    link: str
    name: tuple[str, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    facts: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    along: tuple[str, ...] = ()

    @cached_property
    def words(self) -> str:
        """The field with the words that state the row, '' when it has none of its own."""
        if "evidence" in {
            each.name for each in self.model._meta.concrete_fields
        }:
            return "evidence"
        return ""

    @property
    def label(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    def of(self, records: Sequence[Model]) -> list[Model]:
        """Return the rows of these records, those of the first one first."""
        found: QuerySet = self.model.objects.all()
        found = (found.with_words() if self.words else found).filter(
            **{f"{self.link}__in": records}
        )
        order = {record.pk: place for place, record in enumerate(records)}
        return sorted(
            found.select_related(*self.along).order_by("pk"),
            key=lambda row: order[self.owner(row)],
        )

    def owner(self, row: Model) -> int:
        return getattr(row, f"{self.link}_id")

    def named(self, row: Model) -> str:
        return " ".join(filter(None, (shown(row, name) for name in self.name)))

    def keys(self, row: Model) -> Iterator[tuple[object, ...]]:
        """Yield what makes another row the same as this one; a group without any value says
        nothing.
        """
        for group in self.same:
            values = [
                getattr(row, self.model._meta.get_field(name).attname)
                for name in group
            ]
            if any(value not in EMPTY for value in values):
                yield (group, *values)


@dataclass
class Settled:
    """What becomes of the rows of one model: each moves or is folded into one that is there
    already.
    """

    rows: Rows
    held: dict[int, list[Model]] = field(default_factory=dict)
    moved: list[Model] = field(default_factory=list)
    folded: list[tuple[Model, Model]] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    @property
    def names_moved(self) -> list[str]:
        return (
            [self.rows.named(row) for row in self.moved]
            if self.rows.name
            else []
        )

    @property
    def names_folded(self) -> list[str]:
        return [self.rows.named(row) for row, _twin in self.folded]

    def keys_of(self, record: Model) -> dict[str, list[int]]:
        """Return the keys of the rows that were this record's: those that move, those that were
        there twice.
        """
        own = {row.pk for row in self.held.get(record.pk, [])}
        twice = [row.pk for row, _twin in self.folded if row.pk in own]
        moved = [row.pk for row in self.moved if row.pk in own]
        return {
            name: keys
            for name, keys in (("moved", moved), ("folded", twice))
            if keys
        }

    def carry_out(self, stays: Model, by: User, reason: str) -> None:
        """Move the rows to the record that stays, each with a row of history; what was there twice
        stands once.
        """
        self._delete_folded(by, reason)
        for row in self.moved:
            setattr(row, self.rows.link, stays)
        changed = {
            row.pk: row
            for row in (*self.moved, *(twin for _row, twin in self.folded))
        }
        if changed:
            fields = [
                self.rows.link,
                *self.rows.facts,
                *self.rows.placed,
                *filter(None, [self.rows.words]),
            ]
            self.rows.model.objects.bulk_update(
                changed.values(), fields, batch_size=BATCH
            )
            note(list(changed.values()), by, reason, "~")

    def _delete_folded(self, by: User, reason: str) -> None:
        gone = [row for row, _twin in self.folded]
        if gone:
            note(gone, by, reason, "-")
            # Deleting by the usual way writes a second row of history for each, one by one and
            # without the reason.
            found = self.rows.model.objects.filter(
                pk__in=[row.pk for row in gone]
            )
            found._raw_delete(found.db)


def settle(rows: Rows, stays: Model, goes: Sequence[Model]) -> Settled:
    """Sort out what happens to the rows of records that become one."""
    settled = Settled(rows)
    known: dict[tuple[object, ...], Model] = {}
    for row in rows.of([stays, *goes]):
        settled.held.setdefault(rows.owner(row), []).append(row)
        keys = list(rows.keys(row))
        twins = {known[key].pk: known[key] for key in keys if key in known}
        if rows.owner(row) != stays.pk and twins:
            _fold(settled, row, list(twins.values()))
            continue
        if rows.owner(row) != stays.pk:
            settled.moved.append(row)
        for key in keys:
            known.setdefault(key, row)
    return settled


def _fold(settled: Settled, row: Model, twins: list[Model]) -> None:
    rows = settled.rows
    twin = twins[0]
    settled.folded.append((row, twin))
    lines = fold(twin, row, rows.facts, rows.words)
    if len(twins) > 1:
        lines.append(
            _("it is the same as %(one)s and as %(other)s")
            % {"one": twins[0], "other": twins[1]}
        )
    settled.conflicts += [
        f"{rows.model._meta.verbose_name} {rows.named(row)}: {line}"
        for line in lines
    ]


def relink(through: type[Model], column: str, into: dict[int, int]) -> None:
    """Let what is linked to these keys be linked to those that stay, once each."""
    if not into:
        return
    other = next(
        each.name
        for each in through._meta.fields
        if each.is_relation and each.name != column
    )
    found = through.objects.filter(**{f"{column}__in": into})
    pairs = found.values_list(f"{column}_id", f"{other}_id")
    links = [
        through(**{f"{column}_id": into[one], f"{other}_id": another})
        for one, another in pairs
    ]
    through.objects.bulk_create(links, ignore_conflicts=True)
    found.delete()
