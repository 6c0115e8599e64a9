"""Two records of one person become one."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db.models import F

from articles.models import Article, Byline, Evidence, Mention, Newspaper
from editorial.merging.belongings import Rows, Settled, relink
from editorial.merging.merger import Links, Merger
from events.models import Participation
from people.models import (
    Membership,
    MergedPerson,
    OtherName,
    Person,
    RosterEntry,
)


class MergingPeople(Merger):
    """Two places in one printed list or roster are two people: their ranks contradict each
    other.
    """

    model = Person
    memory = MergedPerson
    facts = ("gender", "nationality")
    rows = (
        Rows(OtherName, "person", ("name",), (("name",),), ("note",)),
        Rows(
            Membership,
            "person",
            ("post", "stated_on"),
            (("post", "stated_on"),),
            ("role", "rank", "start_date", "end_date"),
            along=("post",),
        ),
        Rows(
            Participation,
            "person",
            ("event", "role"),
            (("event", "role"),),
            ("rank", "delegations"),
            along=("event",),
        ),
        Rows(
            RosterEntry,
            "person",
            ("roster", "rank"),
            (("roster", "valid_from"),),
            ("rank", "post", "authority", "valid_to"),
        ),
        Rows(Mention, "person"),
        Rows(Byline, "person"),
    )
    links = (Links(Newspaper.people.through, "person", "newspaper"),)

    def before(self, settled: Settled) -> None:
        """Keep the words of a membership that is there twice, and let open article pages notice
        what changed in them.
        """
        if settled.rows.model is Membership:
            relink(
                Evidence.memberships.through,
                "membership",
                {row.pk: twin.pk for row, twin in settled.folded},
            )
        if settled.rows.model in (Mention, Byline):
            articles = {row.article_id for row in settled.moved}
            Article.objects.filter(pk__in=articles).update(
                version=F("version") + 1
            )

    def finish(self, by: User, reason: str) -> None:
        """Keep the others' names and notes; loads then find the person by each of the names."""
        names = {
            self.stays.name,
            *self.stays.other_names.values_list("name", flat=True),
        }
        for record in self.goes:
            if record.name not in names:
                other = OtherName(person=self.stays, name=record.name)
                other._history_user = by
                other._change_reason = reason
                other.save()
                names.add(record.name)
        # Under the name of its own it stands already; a note on it is somebody's work.
        self.stays.other_names.filter(name=self.stays.name, note="").delete()
        notes = dict.fromkeys(
            record.note for record in self.records if record.note
        )
        self.stays.note = "\n".join(notes)
