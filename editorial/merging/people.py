"""Two records of one person become one."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F, Model

from articles.models import (
    Article,
    Byline,
    Evidence,
    Mention,
    Newspaper,
    Photographer,
)
from editorial.merging.belongings import Rows, SortedRows
from editorial.merging.joining_facts import column_value
from editorial.merging.links import Links
from editorial.merging.merger import Merger
from editorial.pairs.moved_pairs import move_pairs
from events.models import Candidacy, Participation, TenureBound, Visit
from people.models import (
    Membership,
    MergedPerson,
    OtherName,
    Person,
    RosterEntry,
    RosterRow,
)

WORDS_OF_MEMBERSHIPS = Links(
    Evidence.memberships.through, "membership", "evidence"
)
ROSTER_ROWS_OF_MEMBERSHIPS = Links(
    RosterRow.memberships.through, "membership", "rosterrow"
)
# What begins and ends a membership.
BOUNDS = Rows(
    TenureBound,
    "membership",
    ("edge",),
    (("edge",),),
    ("manner", "event"),
)
# Rows that an article's page at the desk shows and saves.
SHOWN_WITH_AN_ARTICLE = (Mention, Byline, Photographer)


class MergingPeople(Merger[Person]):
    """Two places in one printed list or roster are two people: their ranks contradict each
    other.
    """

    model = Person
    memory = MergedPerson
    facts = ("gender", "nationality")
    rows = (
        Rows(
            OtherName,
            "person",
            ("name",),
            (("name",),),
            ("note",),
        ),
        Rows(
            Membership,
            "person",
            ("post", "stated_on"),
            (("post", "stated_on"),),
            ("role", "rank", "start_date", "end_date"),
            along=("post",),
            own=(BOUNDS,),
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
            Candidacy,
            "person",
            ("election", "outcome"),
            (("election",),),
            ("outcome", "rank", "votes"),
            along=("election",),
        ),
        Rows(
            Visit,
            "person",
            ("event", "number"),
            (("event", "number"),),
            ("rank",),
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
        Rows(Photographer, "person", along=("photo",)),
    )
    links = (Links(Newspaper.people.through, "person", "newspaper"),)

    def before(self, sorted_rows: SortedRows) -> None:
        """Keep the words of a membership that is there twice, and let open article pages notice
        what changed in them.
        """
        if sorted_rows.rows.model is Membership:
            _keep_words(sorted_rows)
        if sorted_rows.rows.model in SHOWN_WITH_AN_ARTICLE:
            _count_change(sorted_rows.moved)

    def finish(self) -> None:
        """Keep the others' names and notes; loads then find the person by each of the names."""
        names = dict.fromkeys(record.name for record in self.goes)
        for name in names:
            self._keep_name(name)
        # Under the name of its own it stands already; a note on it is somebody's work.
        own = self.stays.other_names
        own.filter(name=self.stays.name, note="").delete()
        move_pairs(self.stays.pk, [record.pk for record in self.goes])
        notes = (record.note for record in self.records if record.note)
        self.stays.note = "\n".join(dict.fromkeys(notes))

    def _keep_name(self, name: str) -> None:
        """Keep a name of another's as an other name of the person who stays."""
        if name == self.stays.name:
            return
        if self.stays.other_names.filter(name=name).exists():
            return
        other = OtherName(person=self.stays, name=name)
        other.save()


def _keep_words(sorted_rows: SortedRows) -> None:
    """Let the words of a membership that is there twice state the one that stands."""
    into = {row.pk: twin.pk for row, twin in sorted_rows.folded}
    WORDS_OF_MEMBERSHIPS.relink(into)
    ROSTER_ROWS_OF_MEMBERSHIPS.relink(into)


def _article_of(row: Model) -> object:
    shown = row.photo if isinstance(row, Photographer) else row
    return column_value(shown, "article")


def _count_change(rows: Iterable[Model]) -> None:
    """Count a change of the articles in which these rows stand."""
    keys = {_article_of(row) for row in rows}
    Article.objects.filter(pk__in=keys).update(version=F("version") + 1)
