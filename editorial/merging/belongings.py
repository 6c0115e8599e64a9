"""The rows that belong to records which prove to be one: what moves, what is there twice, what
contradicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from django.db.models import Model, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editorial.merging.joining_facts import (
    EMPTY,
    column_value,
    join_facts,
    shown,
)
from records.bulk import delete

BATCH = 200


@dataclass(frozen=True)
class Rows:
    """The rows of one model that point to a record by ``link``, named to editors by the fields in
    ``name``.

    Two that agree in one of the groups of fields in ``same`` are one and the same, and may not
    contradict each other in ``facts``; where there may be ``only_one``, any two are. ``placed`` are
    further fields that moving changes, ``along`` the records that a row is named by, ``own`` the
    rows that belong to a row.
    """

    model: type[Model]
    link: str
    name: tuple[str, ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    facts: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    along: tuple[str, ...] = ()
    own: tuple[Rows, ...] = ()
    only_one: bool = False

    @cached_property
    def words(self) -> str:
        """The field with the words that state the row, '' when it has none of its own."""
        fields = {each.name for each in self.model._meta.concrete_fields}
        return "evidence" if "evidence" in fields else ""

    @property
    def label(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    @property
    def model_label(self) -> str:
        """The model as what is remembered of a merger names it."""
        return self.model._meta.label

    @property
    def table(self) -> Any:
        return self.model._default_manager

    @property
    def one(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def changing(self) -> list[str]:
        """The fields that moving a row or joining another to it changes."""
        fields = [self.link, *self.facts, *self.placed]
        words = self.words
        if words:
            fields.append(words)
        return fields

    def of(self, records: Sequence[Model]) -> list[Model]:
        """Return the rows of these records, those of the first one first."""
        order = {record.pk: place for place, record in enumerate(records)}
        rows = self._fetched(records)
        return sorted(rows, key=lambda row: order[self.owner(row)])

    def _fetched(self, records: Sequence[Model]) -> QuerySet:
        """Fetch the rows of these records with what they are named by."""
        condition = {f"{self.link}__in": records}
        found = self.table.filter(**condition)
        if self.words:
            found = found.with_words()
        return found.select_related(*self.along).order_by("pk")

    def owner(self, row: Model) -> int:
        column = f"{self.link}_id"
        return getattr(row, column)

    def named(self, row: Model) -> str:
        """Return what editors read of a row."""
        parts = (shown(row, name) for name in self.name)
        return " ".join(filter(None, parts))

    def keys(self, row: Model) -> Iterator[tuple[object, ...]]:
        """Yield what makes another row the same as this one; a group without any value says
        nothing.
        """
        if self.only_one:
            yield ("only one",)
        for group in self.same:
            values = [column_value(row, name) for name in group]
            if not _says_nothing(values):
                yield (group, *values)

    def join(self, row: Model, twin: Model) -> list[str]:
        """Give ``twin`` what only ``row`` states; return a line for each contradiction."""
        return join_facts(twin, row, self.facts, self.words)


def _says_nothing(values: Iterable[object]) -> bool:
    return all(value in EMPTY for value in values)


@dataclass
class SortedRows:
    """What becomes of the rows of one model: each moves or is folded into one that is there
    already.
    """

    rows: Rows
    into: Mapping[int, Model]
    held: dict[int, list[Model]] = field(default_factory=dict)
    moved: list[Model] = field(default_factory=list)
    folded: list[tuple[Model, Model]] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    nested: list[SortedRows] = field(default_factory=list)
    # The rows that stand, by what makes another row the same; read only while rows are sorted.
    _known: dict[tuple[object, ...], Model] = field(
        default_factory=dict, init=False, repr=False
    )

    @classmethod
    def of(cls, rows: Rows, stays: Model, goes: Sequence[Model]) -> Self:
        """Sort out what happens to the rows of records that become one."""
        records = [stays, *goes]
        into = {record.pk: stays for record in records}
        return cls._sorted(rows, records, into)

    @classmethod
    def _sorted(
        cls, rows: Rows, records: Sequence[Model], into: Mapping[int, Model]
    ) -> Self:
        """Sort the rows of these records; ``into`` says by key which one takes the place of
        each.
        """
        sorted_rows = cls(rows, into)
        for row in rows.of(records):
            owner = rows.owner(row)
            sorted_rows.held.setdefault(owner, []).append(row)
            sorted_rows._sort(row, into[owner].pk)
        sorted_rows._sort_own()
        return sorted_rows

    def _sort_own(self) -> None:
        """Sort what belongs to rows that are there twice."""
        if not self.folded:
            return
        into = {row.pk: twin for row, twin in self.folded}
        twins = {twin.pk: twin for twin in into.values()}
        records = [*twins.values(), *self._gone]
        for rows in self.rows.own:
            own = type(self)._sorted(rows, records, twins | into)
            self.conflicts += own.conflicts
            self.nested.append(own)

    @property
    def names_moved(self) -> list[str]:
        rows = self.rows
        if not rows.name:
            return []
        return [rows.named(row) for row in self.moved]

    @property
    def names_folded(self) -> list[str]:
        return [self.rows.named(row) for row in self._gone]

    @property
    def _gone(self) -> list[Model]:
        """The rows that are there twice."""
        return [row for row, _twin in self.folded]

    @property
    def _changed(self) -> list[Model]:
        """The rows that move, and those that others were folded into, once each."""
        twins = (twin for _row, twin in self.folded)
        return list(dict.fromkeys([*self.moved, *twins]))

    def keys_of(self, record: Model) -> dict[str, list[int]]:
        """Return the keys of the rows that were this record's: those that move, those that were
        there twice.
        """
        own = self.held.get(record.pk, [])
        keys = {
            "moved": _keys_in_both(self.moved, own),
            "folded": _keys_in_both(self._gone, own),
        }
        return {name: found for name, found in keys.items() if found}

    def keys_nested(self, record: Model) -> dict[str, dict[str, list[int]]]:
        """Return by model the keys of what belonged to rows of this record that were there
        twice.
        """
        keys: dict[str, dict[str, list[int]]] = {}
        for row in self._gone:
            if self.rows.owner(row) != record.pk:
                continue
            for own in self.nested:
                for name, found in own.keys_of(row).items():
                    of_model = keys.setdefault(own.rows.model_label, {})
                    of_model.setdefault(name, []).extend(found)
        return keys

    def carry_out(self) -> None:
        """Move the rows to the record that stays; what was there twice stands once, with all that
        belonged to either.
        """
        for own in self.nested:
            own.carry_out()
        self._delete_folded()
        self._link()
        self._save_changed()

    def _link(self) -> None:
        for row in self.moved:
            stays = self.into[self.rows.owner(row)]
            setattr(row, self.rows.link, stays)

    def _save_changed(self) -> None:
        changed = self._changed
        if not changed:
            return
        table = self.rows.table
        fields = self.rows.changing
        table.bulk_update(changed, fields, batch_size=BATCH)

    def _delete_folded(self) -> None:
        gone = self._gone
        if not gone:
            return
        keys = [row.pk for row in gone]
        stored = self.rows.table.filter(pk__in=keys)
        delete(stored)

    def _sort(self, row: Model, stays: int) -> None:
        """Let a row stay, move, or be folded into its twin of the record that stays."""
        is_own = self.rows.owner(row) == stays
        keys = [(stays, *key) for key in self.rows.keys(row)]
        twins = {} if is_own else self._twins(keys)
        if twins:
            self._fold(row, *twins.values())
            return
        if not is_own:
            self.moved.append(row)
        for key in keys:
            self._known.setdefault(key, row)

    def _twins(self, keys: Sequence[tuple[object, ...]]) -> dict[int, Model]:
        """Return the rows before it, by key, that a row with these marks is the same as."""
        known = (self._known[key] for key in keys if key in self._known)
        return {twin.pk: twin for twin in known}

    def _fold(self, row: Model, twin: Model, *others: Model) -> None:
        """Fold a row into its twin; with another twin it contradicts itself."""
        self.folded.append((row, twin))
        lines = self.rows.join(row, twin)
        if others:
            lines.append(_same_as_both(twin, others[0]))
        name = f"{self.rows.one} {self.rows.named(row)}"
        self.conflicts += [f"{name}: {line}" for line in lines]


def _same_as_both(one: Model, other: Model) -> str:
    message = _("it is the same as %(one)s and as %(other)s")
    records = {"one": one, "other": other}
    return message % records


def _keys_in_both(rows: Iterable[Model], own: Iterable[Model]) -> list[int]:
    """Return the keys of these rows that are among a record's own."""
    held = set(own)
    return [row.pk for row in rows if row in held]
