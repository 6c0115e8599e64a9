"""What merging shares, whatever is merged: see it first, then do it in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max, Model, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.change_log import logged
from editorial.merging.belongings import Rows, SortedRows
from editorial.merging.joining_facts import join_facts
from editorial.merging.links import Links
from editorial.models import StepRow
from editorial.publishing.following import readers_follow
from editorial.publishing.reopening import reopen_changed
from editorial.stating import articles_stating
from editorial.steps.taking import taking_step
from editorial.steps.tracked import tracked, tracked_kind
from people.models import Person
from records.merged import Merged

# As many as a page shows side by side; a list of all people is no set of records that are one.
MOST = 10

Record = TypeVar("Record", bound=Model)


class Merger(Generic[Record]):
    """Records that prove to be one: what each has, what would move to the one that stays, what
    stands against it.
    """

    model: type[Record]
    memory: ClassVar[type[Merged]]
    rows: ClassVar[tuple[Rows, ...]]
    links: ClassVar[tuple[Links, ...]]
    facts: ClassVar[tuple[str, ...]]

    def __init__(self, stays: Record, goes: Sequence[Record]) -> None:
        self.stays = stays
        self.goes = list(goes)
        self.records = [stays, *self.goes]
        self.sorted_rows = [
            SortedRows.of(rows, stays, self.goes) for rows in self.rows
        ]
        self.linked = [(links, links.of(self.records)) for links in self.links]
        self.disputes = self.join_records()

    @property
    def conflicts(self) -> list[str]:
        """What stands against it: contradictions of the records and of their rows."""
        lines = list(self.disputes)
        for sorted_rows in self.sorted_rows:
            lines += sorted_rows.conflicts
        return lines

    @classmethod
    def find(
        cls, keys: Sequence[int], *, locked: bool = False
    ) -> dict[int, Record]:
        """Return the records by key, in the order of their keys; ``locked`` keeps others from
        them.
        """
        found = cls.fetched(cls.model._default_manager.filter(pk__in=keys))
        found = found.order_by("pk")
        if locked:
            found = found.select_for_update(of=["self"])
        return {record.pk: record for record in found}

    @classmethod
    def permissions(cls) -> tuple[str, ...]:
        """Merging changes one record and does away with another."""
        options = cls.model._meta
        return tuple(
            f"{options.app_label}.{get_permission_codename(act, options)}"
            for act in ("change", "delete")
        )

    @cached_property
    def seen(self) -> str:
        """What changes with everything the page shows: who confirms has seen this and nothing
        else.
        """
        what = (
            self.stays.pk,
            _keys_of(self.goes),
            self._latest_step(),
            list(self._values()),
            [linked for _links, linked in self.linked],
        )
        return hashlib.sha256(repr(what).encode()).hexdigest()

    def _values(self) -> Iterator[list[object]]:
        """Yield what each of the rows stores."""
        for sorted_rows in self._every_rows():
            for held in sorted_rows.held.values():
                yield from map(_values_of, held)

    def _every_rows(self) -> Iterator[SortedRows]:
        """Yield the rows of the records, then those that belong to rows which are there twice."""
        for sorted_rows in self.sorted_rows:
            yield sorted_rows
            yield from sorted_rows.nested

    def _latest_step(self) -> int | None:
        """Return the key of the latest step that changed these records."""
        rows = StepRow.objects.of_records(
            tracked_kind(self.model), _keys_of(self.records)
        )
        return rows.aggregate(latest=Max("step"))["latest"]

    def join_records(self) -> list[str]:
        """Give the record that stays what only the others state, and return where they contradict
        it.
        """
        return self._join_facts(self.facts)

    def _join_facts(self, facts: Sequence[str], words: str = "") -> list[str]:
        """Do so with these facts, which stand with their words if a field of ``words`` is named."""
        return [
            f"{record}: {line}"
            for record in self.goes
            for line in join_facts(self.stays, record, facts, words)
        ]

    def carry_out(self, by: User, reason: str) -> None:
        """Move everything, remember who went where, and let the others go."""
        memories = [self._memory(record, by, reason) for record in self.goes]
        self._relink()
        for sorted_rows in self.sorted_rows:
            self.before(sorted_rows)
            sorted_rows.carry_out()
        self._remember(memories)
        self.finish()
        self._let_go()

    def _let_go(self) -> None:
        """Delete the others and save the one that stays."""
        for record in self.goes:
            record.delete()
        self.stays.save()

    def _relink(self) -> None:
        into = {record.pk: self.stays.pk for record in self.goes}
        for links in self.links:
            links.relink(into)

    def _remember(self, memories: Sequence[Merged]) -> None:
        """Keep these memories, and let those of the others be of the one that stays."""
        table: Any = self.memory._default_manager
        table.filter(stays__in=self.goes).update(stays=self.stays)
        table.bulk_create(memories)

    def _memory(self, record: Record, by: User, reason: str) -> Merged:
        """Return what is to be remembered of a record that goes."""
        memory: Any = self.memory
        return memory(
            former=record.pk,
            name=str(record),
            stays=self.stays,
            reason=reason,
            moved=self._moved_from(record),
            by=by,
        )

    def _moved_from(self, record: Record) -> dict[str, dict[str, list[int]]]:
        """Return by model the keys of what moves from a record, and of what was there twice."""
        return {**self._rows_of(record), **self._links_of(record)}

    def _rows_of(self, record: Record) -> dict[str, dict[str, list[int]]]:
        rows = {}
        for sorted_rows in self.sorted_rows:
            if keys := sorted_rows.keys_of(record):
                rows[sorted_rows.rows.model_label] = keys
            rows |= sorted_rows.keys_nested(record)
        return rows

    def _links_of(self, record: Record) -> dict[str, dict[str, list[int]]]:
        moved = {}
        for links, linked in self.linked:
            if record.pk in linked:
                others = list(linked[record.pk])
                moved[links.model_label] = {"moved": others}
        return moved

    # What a kind of record adds

    @classmethod
    def fetched(cls, records: QuerySet[Record]) -> QuerySet[Record]:
        """Fetch what the facts of a record need."""
        return records

    def before(self, sorted_rows: SortedRows) -> None:
        """Do what must be done before these rows move."""

    def finish(self) -> None:
        """Do what is to be done before the others go."""


def _keys_of(records: Sequence[Model]) -> list[int]:
    return [record.pk for record in records]


def _values_of(row: Model) -> list[object]:
    """Return what a row stores, field by field."""
    return [getattr(row, each.attname) for each in row._meta.concrete_fields]


def merge(
    merger: type[Merger[Record]],
    stays: int,
    goes: Sequence[int],
    *,
    by: User,
    reason: str,
    seen: str | None = None,
) -> Record:
    """Make several records one and return the one that stays; keys name them, ``seen`` is what the
    person was shown.

    Raise ``PermissionDenied``, or ``ValidationError`` for records that are gone or contradict each
    other, for a missing reason and when anything has changed since it was shown. Then nothing is
    changed."""
    if not by.has_perms(merger.permissions()):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("Merging needs a reason.")})
    kind = tracked_kind(merger.model)
    act = taking_step(tracked(kind).step, by, reason=reason.strip())
    with logged(), act as step:
        plan = _planned(merger, stays, goes)
        _check(plan, seen)
        articles = _locked_articles(plan.records)
        step.watch(*plan.records, wholly=True)
        plan.carry_out(by, reason.strip())
        reopen_changed(articles)
        readers_follow(kind, stays, goes)
    return plan.stays


def _locked_articles(records: Sequence[Model]) -> list[int]:
    """Return the articles that state facts of these records, each kept from others; those in review
    that name one of them too, for reviews sign to whom a name leads.
    """
    keys: set[int] = set()
    for record in records:
        keys |= articles_stating(record)
    if isinstance(records[0], Person):
        in_review = Article.objects.in_review()
        for way in ("mentions", "photos__photographers"):
            naming = in_review.filter(**{f"{way}__person__in": records})
            keys |= set(naming.values_list("pk", flat=True))
    locked = Article.objects.filter(pk__in=keys).select_for_update(of=["self"])
    return list(locked.order_by("pk").values_list("pk", flat=True))


def _planned(
    merger: type[Merger[Record]], stays: int, goes: Sequence[int]
) -> Merger[Record]:
    """Return what merging these records would do, each of them kept from others."""
    wanted = {stays, *goes}
    is_list_of_others = goes and stays not in goes
    found = merger.find([stays, *goes], locked=True)
    if not is_list_of_others or found.keys() != wanted:
        raise ValidationError(_("Two records that exist are needed."))
    others = [found[key] for key in goes]
    return merger(found[stays], others)


def _check(plan: Merger[Record], seen: str | None) -> None:
    """Refuse what has changed since it was seen, and what contradicts itself."""
    if seen is not None and plan.seen != seen:
        raise ValidationError(
            _(
                "Something here has changed since you looked; look again before you merge."
            )
        )
    if plan.conflicts:
        raise ValidationError(
            _("These records contradict each other, so they are not merged.")
        )
