"""What is linked to records by a table of its own: newspapers, evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet


@dataclass(frozen=True)
class Links:
    """What is linked to a record by a table of its own: that table, its column for the record, its
    column for what is linked.
    """

    through: type[Model]
    column: str
    other: str

    @property
    def label(self) -> str:
        """How editors call what is linked."""
        field = self.through._meta.get_field(self.other)
        linked: Any = field.related_model
        return str(linked._meta.verbose_name_plural)

    @property
    def model_label(self) -> str:
        """The table as what is remembered of a merger names it."""
        return self.through._meta.label

    def of(self, records: Sequence[Model]) -> dict[int, dict[int, str]]:
        """Return what is linked to each record: key and name."""
        linked: dict[int, dict[int, str]] = {}
        for link in self._those_of(records):
            record = getattr(link, f"{self.column}_id")
            other = getattr(link, self.other)
            names = linked.setdefault(record, {})
            names[other.pk] = str(other)
        return linked

    def _those_of(self, records: Sequence[Model]) -> QuerySet:
        found = self.through._default_manager.filter(
            **{f"{self.column}__in": records}
        )
        return found.select_related(self.other).order_by("pk")

    def relink(self, into: Mapping[int, int]) -> None:
        """Let what is linked to these keys be linked to those that stay, once each."""
        if not into:
            return
        table = self.through._default_manager
        among_them = {f"{self.column}__in": into}
        found = table.filter(**among_them)
        links = list(self._links(found, into))
        table.bulk_create(links, ignore_conflicts=True)
        found.delete()

    def _links(
        self, found: QuerySet, into: Mapping[int, int]
    ) -> Iterator[Model]:
        """Yield a new link in place of each that was found."""
        column = f"{self.column}_id"
        other = f"{self.other}_id"
        for one, another in found.values_list(column, other):
            yield self.through(**{column: into[one], other: another})
