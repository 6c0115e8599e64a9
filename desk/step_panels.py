"""Steps as the desk shows them: who did what, which characters changed, and what can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.admin.utils import display_for_value
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Count, Model, QuerySet
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from desk.forms.editor_names import name_of
from editorial.models import Step, StepRow
from editorial.steps.stored_rows import StoredRows, Values, stored_rows
from editorial.steps.tracked import PLACE, tracked
from editorial.steps.undoing import may_undo

# Of a step that changed many records, the others are counted.
MOST_ROWS = 20
# What a record is named by, the first two that it has.
NAMED_BY = (
    "name",
    "title",
    "label",
    "headline",
    "exact",
    "person_id",
    "text",
    "caption",
    "role",
    "number",
    "office",
    "subject",
    "phrase",
    "character",
    "message",
    "date",
)
MOST_OF_A_NAME = 40
# What follows by itself and editors still look at.
FOLLOWING_SHOWN = frozenset({"status", "check_again"})


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One field of a record: its label, what it was and what it became."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """What a step changed of one record."""

    what: str
    name: str
    act: str
    changes: list[ShownChange]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step of a list: ``more`` records are not shown; ``beside`` are the other steps of its
    group that stand.
    """

    step: Step
    who: str
    confirmed_by: str
    rows: list[ShownRow]
    more: int
    undone_by: str
    can_undo: bool
    beside: int


@dataclass(frozen=True, slots=True)
class ShownAct:
    """What an act that waits would change; ``more`` records are not shown."""

    rows: list[ShownRow]
    more: int


def shown_acts(acts: Iterable[Iterable[StepRow]]) -> list[ShownAct]:
    """Return acts, each by the rows of the step it would be, as a person decides about them."""
    told = [list(filter(_is_shown, rows)) for rows in acts]
    names = _Names.of(row for rows in told for row in rows[:MOST_ROWS])
    return [
        ShownAct(
            rows=[names.row(row) for row in rows[:MOST_ROWS]],
            more=max(0, len(rows) - MOST_ROWS),
        )
        for rows in told
    ]


def shown_steps(steps: QuerySet[Step], user: User) -> list[ShownStep]:
    """Return steps as a list shows them to this person; what is shown costs the same number of
    queries for one step and for many.
    """
    found = list(
        steps.select_related(
            "by", "confirmed_by", "undone_by__by"
        ).prefetch_related("rows")
    )
    rows = [row for step in found for row in _rows_of(step)[:MOST_ROWS]]
    names = _Names.of(rows)
    groups = _standing_in_groups(found)
    return [
        _shown(step, names, user, groups.get(step.group, 1) - 1)
        for step in found
    ]


def _standing_in_groups(steps: list[Step]) -> dict[UUID | None, int]:
    """Return how many steps of each group of these stand."""
    groups = {step.group for step in steps if step.group}
    standing = Step.objects.filter(group__in=groups, undone_by=None)
    counted = standing.order_by().values_list("group").annotate(Count("pk"))
    return dict(counted)


def _rows_of(step: Step) -> list[StepRow]:
    return [row for row in step.rows.all() if _is_shown(row)]


def _is_shown(row: StepRow) -> bool:
    if row.kind == "correction":
        return False
    if not row.computed:
        return True
    return bool(row.fields & FOLLOWING_SHOWN)


def _shown(step: Step, names: _Names, user: User, beside: int) -> ShownStep:
    rows = _rows_of(step)
    undoing: Step | None = getattr(step, "undone_by", None)
    is_open = undoing is None and not step.is_final
    undone_by = ""
    if undoing is not None:
        undone_by = name_of(undoing.by)
    shown = [names.row(row) for row in rows[:MOST_ROWS]]
    return ShownStep(
        step=step,
        who=name_of(step.by),
        confirmed_by=name_of(step.confirmed_by),
        rows=shown,
        more=len(rows) - len(shown),
        undone_by=undone_by,
        can_undo=is_open and may_undo(step, user),
        beside=beside,
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """What the records of rows are named by, and the records that they point to."""

    stored: StoredRows
    records: dict[tuple[type[Model], Any], str]

    @classmethod
    def of(cls, rows: Iterable[StepRow]) -> _Names:
        rows = list(rows)
        stored = stored_rows([(row.kind, row.key) for row in rows])
        asked: dict[type[Model], set[Any]] = {}
        for row in rows:
            values = [stored.get((row.kind, row.key)), row.before, row.after]
            for state in filter(None, values):
                for model, key in _pointed_to(row.kind, state):
                    asked.setdefault(model, set()).add(key)
        records = {
            (model, record.pk): _named(record)
            for model, keys in asked.items()
            for record in model._base_manager.filter(pk__in=keys)
        }
        return cls(stored, records)

    def row(self, row: StepRow) -> ShownRow:
        model = tracked(row.kind).model
        return ShownRow(
            what=capfirst(_kind_named(model)),
            name=self._name(row),
            act=_act(row),
            changes=list(self._changes(row)),
        )

    def _name(self, row: StepRow) -> str:
        """Name a record by what it is stored with, or was."""
        values = self.stored.get((row.kind, row.key))
        values = values or row.before or row.after or {}
        told = (
            self._value(row.kind, name, values[name])
            for name in NAMED_BY
            if name in values
        )
        return " ".join(list(filter(None, told))[:2])[:MOST_OF_A_NAME]

    def _changes(self, row: StepRow) -> Iterator[ShownChange]:
        """Yield the fields that editors type or choose and whose value is another one."""
        names = list({**(row.before or {}), **(row.after or {})})
        for name in names:
            field: Any = tracked(row.kind).model._meta.get_field(name)
            if not _is_told(field):
                continue
            old = self._value(row.kind, name, (row.before or {}).get(name))
            new = self._value(row.kind, name, (row.after or {}).get(name))
            if old != new:
                yield ShownChange(_field_named(field), old, new)

    def _value(self, kind: str, name: str, value: Any) -> str:
        """Return a value in words: that of a choice, the name of a record."""
        field: Any = tracked(kind).model._meta.get_field(name)
        if value is None or value == "":
            return ""
        if field.is_relation:
            gone = _("no longer there (%(key)s)") % {"key": value}
            return self.records.get((field.related_model, value), gone)
        if field.choices:
            return str(dict(field.flatchoices).get(value, value))
        if isinstance(field, models.DateTimeField):
            value = localtime(field.to_python(value))
        if isinstance(value, list):
            return ", ".join(map(str, value))
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        return value if isinstance(value, str) else display_for_value(value, "")


def _is_told(field: Any) -> bool:
    """Tell whether editors type or choose a field, so that its change tells them something."""
    name = field.name
    is_place = name in PLACE and name not in FOLLOWING_SHOWN
    if is_place or field.primary_key:
        return False
    return field.editable or bool(field.choices)


def _kind_named(model: Any) -> str:
    """Return what a record is called; one that only links two others is called by both."""
    options = model._meta
    if options.auto_created:
        return _link_named(options.fields)
    return str(options.verbose_name)


def _link_named(fields: Iterable[Any]) -> str:
    links = [field for field in fields if field.is_relation]
    return " – ".join(map(_field_named, links))


def _field_named(field: Any) -> str:
    """Return what a field is called; one of a mere link is called as what it leads to."""
    if not field.model._meta.auto_created:
        return str(field.verbose_name)
    linked = field.related_model
    return str(linked._meta.verbose_name)


def _pointed_to(kind: str, values: Values) -> Iterator[tuple[type[Model], Any]]:
    model = tracked(kind).model
    for name, key in values.items():
        field: Any = model._meta.get_field(name)
        if field.is_relation and key is not None:
            yield field.related_model, key


def _named(record: Model) -> str:
    return name_of(record) if isinstance(record, User) else str(record)


def _act(row: StepRow) -> str:
    if row.before is None:
        return _("added")
    return _("deleted") if row.after is None else ""
