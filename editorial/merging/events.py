"""Two records of one event become one."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from editorial.merging.belongings import Rows, Settled
from editorial.merging.joining_facts import fold
from editorial.merging.merger import Links, Merger
from events.models import (
    AgendaItem,
    Delegation,
    Event,
    MergedEvent,
    Participation,
    Vote,
)

COUNT = ("attendance_expected", "attendance_absent", "attendance_present")


class MergingEvents(Merger):
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
        Rows(Event, "parent", ("title", "edtf")),
    )
    links = (Links(Event.evidence.through, "event", "evidence"),)

    @classmethod
    def fetched(cls, records: QuerySet) -> QuerySet:
        return records.select_related("parent", "attendance_evidence__article")

    def disputed(self) -> list[str]:
        """A part is not the whole, and the count of a meeting stands with its words."""
        lines = [
            _("%(one)s is a part of %(other)s") % {"one": one, "other": other}
            for one, other in self._nested()
        ]
        if lines:
            return lines
        about = [record.approximate for record in self.records if record.time]
        lines = super().disputed()
        # One time in two records is exact as soon as one of them states it so.
        self.stays.approximate = all(about) if about else self.stays.approximate
        for record in self.goes:
            lines += [
                f"{record}: {line}"
                for line in fold(
                    self.stays, record, COUNT, "attendance_evidence"
                )
            ]
        return lines

    def before(self, settled: Settled) -> None:
        """Put the roles that are new to the event behind its own, each with one place for all who
        have it.
        """
        if settled.rows.model is not Participation:
            return
        order = {
            row.role: row.position
            for row in settled.held.get(self.stays.pk, [])
        }
        for row in sorted(settled.moved, key=lambda row: row.position):
            row.position = order.setdefault(
                row.role, max(order.values(), default=-1) + 1
            )

    def _nested(self) -> list[tuple[Event, Event]]:
        """Return the pairs of which one is, at whatever depth, a part of the other."""
        mine = {record.pk: record for record in self.records}
        pairs = []
        for record in self.records:
            above = record.parent
            while above is not None:
                if above.pk in mine:
                    pairs.append((record, mine[above.pk]))
                above = above.parent
        return pairs
