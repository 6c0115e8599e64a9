"""What merging shares, whatever is merged: see it first, then do it in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max, Model, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editorial.merging.belongings import Rows, Settled, relink, settle
from editorial.merging.joining_facts import fold
from records.merged import Merged

# As many as a page shows side by side; a list of all people is no set of records that are one.
MOST = 10
# What a row of history holds.
REASON_LENGTH = 100


@dataclass(frozen=True)
class Links:
    """What is linked to a record by a table of its own: that table, its column for the record, how
    editors call it.
    """

    through: type[Model]
    column: str
    other: str

    @property
    def label(self) -> str:
        return str(
            self.through._meta.get_field(
                self.other
            ).related_model._meta.verbose_name_plural
        )

    def of(self, records: Sequence[Model]) -> dict[int, dict[int, str]]:
        """Return what is linked to each record: key and name."""
        found = (
            self.through.objects.filter(**{f"{self.column}__in": records})
            .select_related(self.other)
            .order_by("pk")
        )
        linked: dict[int, dict[int, str]] = {}
        for link in found:
            other = getattr(link, self.other)
            linked.setdefault(getattr(link, f"{self.column}_id"), {})[
                other.pk
            ] = str(other)
        return linked


class Merger:
    """Records that prove to be one: what each has, what would move to the one that stays, what
    stands against it.
    """

    model: ClassVar[type[Model]]
    memory: ClassVar[type[Merged]]
    rows: ClassVar[tuple[Rows, ...]]
    links: ClassVar[tuple[Links, ...]]
    facts: ClassVar[tuple[str, ...]]

    def __init__(self, stays: Model, goes: Sequence[Model]) -> None:
        self.stays = stays
        self.goes = list(goes)
        self.records = [stays, *self.goes]
        self.settled: list[Settled] = [
            settle(rows, stays, self.goes) for rows in self.rows
        ]
        self.linked = [(links, links.of(self.records)) for links in self.links]
        self.conflicts = self.disputed() + [
            line for settled in self.settled for line in settled.conflicts
        ]

    @classmethod
    def find(
        cls, keys: Sequence[int], *, locked: bool = False
    ) -> dict[int, Model]:
        """Return the records by key, in the order of their keys; ``locked`` keeps others from
        them.
        """
        found = cls.fetched(cls.model.objects.filter(pk__in=keys)).order_by(
            "pk"
        )
        return {
            record.pk: record
            for record in (
                found.select_for_update(of=["self"]) if locked else found
            )
        }

    @classmethod
    def permissions(cls) -> tuple[str, str]:
        """Merging changes one record and does away with another."""
        name = cls.model._meta
        return (
            f"{name.app_label}.change_{name.model_name}",
            f"{name.app_label}.delete_{name.model_name}",
        )

    @cached_property
    def seen(self) -> str:
        """What changes with everything the page shows: who confirms has seen this and nothing
        else.
        """
        rows = [
            [getattr(row, each.attname) for each in row._meta.concrete_fields]
            for settled in self.settled
            for held in settled.held.values()
            for row in held
        ]
        latest = self.model.history.filter(
            id__in=[record.pk for record in self.records]
        )
        stamp = latest.aggregate(latest=Max("history_id"))["latest"]
        what = (
            self.stays.pk,
            [record.pk for record in self.goes],
            stamp,
            rows,
            [linked for _links, linked in self.linked],
        )
        return hashlib.sha256(repr(what).encode()).hexdigest()

    def disputed(self) -> list[str]:
        """Give the record that stays what only the others state, and return where they contradict
        it.
        """
        return [
            f"{record}: {line}"
            for record in self.goes
            for line in fold(self.stays, record, self.facts)
        ]

    def carry_out(self, by: User, reason: str) -> None:
        """Move everything, remember who went where, and let the others go."""
        short = (_("merged: %(reason)s") % {"reason": reason})[:REASON_LENGTH]
        memories = [self._memory(record, by, reason) for record in self.goes]
        into = {record.pk: self.stays.pk for record in self.goes}
        for links, _linked in self.linked:
            relink(links.through, links.column, into)
        for settled in self.settled:
            self.before(settled)
            settled.carry_out(self.stays, by, short)
        self.memory.objects.filter(stays__in=self.goes).update(stays=self.stays)
        self.memory.objects.bulk_create(memories)
        self.finish(by, short)
        for record in self.goes:
            record._history_user = by
            record._change_reason = short
            record.delete()
        self.stays._history_user = by
        self.stays._change_reason = short
        self.stays.save()

    def _memory(self, record: Model, by: User, reason: str) -> Merged:
        moved = {
            settled.rows.model._meta.label: keys
            for settled in self.settled
            if (keys := settled.keys_of(record))
        }
        for links, linked in self.linked:
            moved |= (
                {links.through._meta.label: {"moved": list(linked[record.pk])}}
                if record.pk in linked
                else {}
            )
        return self.memory(
            former=record.pk,
            name=str(record),
            stays=self.stays,
            reason=reason,
            moved=moved,
            by=by,
        )

    # What a kind of record adds

    @classmethod
    def fetched(cls, records: QuerySet) -> QuerySet:
        """Fetch what the facts of a record need."""
        return records

    def before(self, settled: Settled) -> None:
        """Do what must be done before these rows move."""

    def finish(self, by: User, reason: str) -> None:
        """Do what is to be done before the others go."""


def merge(
    merger: type[Merger],
    stays: int,
    goes: Sequence[int],
    *,
    by: User,
    reason: str,
    seen: str | None = None,
) -> Model:
    """Make several records one and return the one that stays; keys name them, ``seen`` is what the
    person was shown.

    Raise ``PermissionDenied``, or ``ValidationError`` for records that are gone or contradict each
    other, for a missing reason and when anything has changed since it was shown. Then nothing is
    changed."""
    if not by.has_perms(merger.permissions()):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("Merging needs a reason.")})
    with transaction.atomic():
        found = merger.find([stays, *goes], locked=True)
        if stays in goes or not goes or found.keys() != {stays, *goes}:
            raise ValidationError(_("Two records that exist are needed."))
        plan = merger(found[stays], [found[key] for key in goes])
        if seen is not None and plan.seen != seen:
            raise ValidationError(
                _(
                    "Something here has changed since you looked; look again before you merge."
                )
            )
        if plan.conflicts:
            raise ValidationError(
                _(
                    "These records contradict each other, so they are not merged."
                )
            )
        plan.carry_out(by, reason.strip())
    return plan.stays
