"""Two records of one event become one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from editorial.merging.belongings import Rows, SortedRows
from editorial.merging.links import Links
from editorial.merging.merger import Merger
from events.models import (
    AgendaItem,
    Candidacy,
    CongressSpan,
    Delegation,
    Election,
    Event,
    FieldEvidence,
    MeetingBody,
    MergedEvent,
    Participation,
    Resolution,
    ShortTitle,
    TenureBound,
    Visit,
    Vote,
)

COUNT = ("attendance_expected", "attendance_absent", "attendance_present")


class FieldLinks(Links):
    """Which words state which field of an event, each with the value they give it."""

    @property
    def label(self) -> str:
        return str(self.through._meta.verbose_name_plural)

    def _links(
        self, found: QuerySet, into: Mapping[int, int]
    ) -> Iterator[Model]:
        for row in found:
            yield FieldEvidence(
                event_id=into[row.event_id],
                field=row.field,
                value=row.value,
                evidence_id=row.evidence_id,
                counted_from=row.counted_from,
                check_again=row.check_again,
            )


class _Candidacies(Rows):
    """The candidacies of an election: one place of a list belongs to one person."""

    def keys(self, row: Any) -> Iterator[tuple[object, ...]]:
        yield from super().keys(row)
        if row.rank:
            yield ("place", row.outcome, row.rank)


CANDIDACIES = _Candidacies(
    Candidacy,
    "election",
    ("person", "outcome"),
    (("person",),),
    ("person", "outcome", "rank", "votes"),
    along=("person",),
)


class MergingEvents(Merger[Event]):
    """What a load tells events apart by (kind, day, congress) must be the same, or it would make
    the other one anew.
    """

    model = Event
    memory = MergedEvent
    facts = ("kind", "parent", "edtf", "part_of_day", "time", "place")
    rows = (
        Rows(
            Participation,
            "event",
            ("person", "role"),
            (("person", "role"),),
            ("rank", "delegations"),
            placed=("position",),
        ),
        Rows(
            Delegation,
            "event",
            ("number", "origin"),
            (("number",),),
            ("origin",),
        ),
        Rows(
            AgendaItem,
            "event",
            ("rank", "text"),
            (("rank",), ("text",)),
            ("rank", "text"),
        ),
        Rows(
            Vote,
            "event",
            ("subject", "in_favour"),
            (("subject",), ("evidence",)),
            ("subject", "in_favour", "against", "abstained"),
        ),
        Rows(
            MeetingBody,
            "event",
            ("body", "number", "name"),
            facts=("body", "number", "name"),
            only_one=True,
        ),
        Rows(ShortTitle, "event", ("text",), (("text",),)),
        Rows(
            CongressSpan,
            "event",
            ("first_day", "last_day"),
            facts=("first_day", "last_day"),
            only_one=True,
        ),
        Rows(
            Resolution,
            "event",
            ("rank", "text"),
            (("rank",), ("text",)),
            ("rank", "text"),
        ),
        Rows(
            Visit,
            "event",
            ("person", "number"),
            (("person", "number"),),
            ("rank",),
            along=("person",),
        ),
        Rows(
            Election,
            "event",
            ("office",),
            (("office",),),
            ("seats", "list_order"),
            own=(CANDIDACIES,),
        ),
        Rows(
            TenureBound, "event", ("membership", "edge"), along=("membership",)
        ),
        Rows(Event, "parent", ("title", "edtf")),
    )
    links = (
        Links(Event.evidence.through, "event", "evidence"),
        FieldLinks(FieldEvidence, "event", "evidence"),
    )

    @classmethod
    def fetched(cls, records: QuerySet[Event]) -> QuerySet[Event]:
        return records.select_related("parent", "attendance_evidence__article")

    def join_records(self) -> list[str]:
        """Join the events, and their count together with its words; a part and its whole are named,
        and left as they are.
        """
        nested = [_is_part(one, other) for one, other in self._nested()]
        if nested:
            return nested
        about = [record.approximate for record in self.records if record.time]
        lines = super().join_records()
        # One time in two records is exact as soon as one of them states it so.
        if about:
            self.stays.approximate = all(about)
        return lines + self._join_facts(COUNT, "attendance_evidence")

    def before(self, sorted_rows: SortedRows) -> None:
        """Put the roles that are new to the event behind its own, each with one place for all who
        have it.
        """
        if sorted_rows.rows.model is not Participation:
            return
        roles = self._roles(sorted_rows)
        moved: list[Any] = sorted_rows.moved
        for row in sorted(moved, key=attrgetter("position")):
            behind = max(roles.values(), default=-1) + 1
            row.position = roles.setdefault(row.role, behind)

    def _roles(self, sorted_rows: SortedRows) -> dict[str, int]:
        """Return the roles of the event that stays, each with its place."""
        own: list[Any] = sorted_rows.held.get(self.stays.pk, [])
        return {row.role: row.position for row in own}

    def _nested(self) -> Iterator[tuple[Event, Event]]:
        """Yield the pairs of which one is, at whatever depth, a part of the other."""
        mine = {record.pk: record for record in self.records}
        for record in self.records:
            for above in _ancestors(record):
                if above.pk in mine:
                    yield record, mine[above.pk]


def _is_part(one: Event, other: Event) -> str:
    return _("%(one)s is a part of %(other)s") % {"one": one, "other": other}


def _ancestors(event: Event) -> Iterator[Event]:
    """Yield what the event is part of, what that is part of, and so on."""
    above = event.parent
    while above is not None:
        yield above
        above = above.parent
