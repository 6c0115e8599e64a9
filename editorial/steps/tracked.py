"""The kinds of records whose changes are steps, each by a word that stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import CASCADE, SET_NULL, ForeignKey, Model

from articles.models import (
    AnnouncedCorrection,
    Article,
    Block,
    Byline,
    Evidence,
    Issue,
    Mention,
    Newspaper,
    Page,
    Photo,
    Photographer,
)
from editorial.models import Correction, Finding, Proof, Review, Step
from events.models import (
    AgendaItem,
    Candidacy,
    CongressSpan,
    Delegation,
    Election,
    Event,
    EventRole,
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
from people.models import (
    Membership,
    MergedPerson,
    Organization,
    OtherName,
    Pair,
    Person,
    Post,
    RosterEntry,
    RosterRow,
)

# Where words stand in a text: it follows from every change of the text.
PLACE = frozenset({"start", "end", "prefix", "suffix", "check_again"})
# What points into a text, and the texts that are corrected.
MARKS = frozenset({"mention", "evidence", "finding"})
TEXTS: dict[str, frozenset[str]] = {
    "article": frozenset(Article.TEXT_FIELDS),
    "photo": frozenset({"caption"}),
    "block": frozenset({"text"}),
}
# What follows from other changes: how far the work has come.
FOLLOWING: dict[str, frozenset[str]] = {"article": frozenset({"status"})}
# What follows from where blocks stand, in a step that lays them out.
PLACED = PLACE | {"article_id", "part", "photo_id"}
FROM_BLOCKS: dict[str, frozenset[str]] = {
    "article": frozenset({"status", *Article.TEXT_FIELDS}),
    "photo": frozenset({"caption", "article_id"}),
    "mention": PLACED,
    "evidence": PLACED,
    "finding": PLACED,
}
# Of these, people change some fields and never make or delete one.
OF_AN_ARTICLE = (
    "status",
    *Article.TEXT_FIELDS,
    "dateline_source",
    "dateline_place",
    "dateline_date",
    "continues_on",
    "continued_from",
    "continuation_id",
    "joined_to_id",
)
OF_A_PAGE = ("issue_id", "label", "sort_label", "section")


@dataclass(frozen=True, slots=True)
class Tracked:
    """A kind of record: its word, its model, what kind of step changes it, which columns steps
    hold (none for all), which of them no person changes, and the one column by whose former values
    loads look for what people changed ("" for none).
    """

    kind: str
    model: type[Model]
    step: str
    columns: tuple[str, ...] = ()
    unwritten: frozenset[str] = frozenset()
    sought: str = ""

    @property
    def table(self) -> Any:
        return self.model._base_manager

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that steps hold."""
        fields = self.model._meta.concrete_fields
        return self.columns or tuple(field.attname for field in fields)


@dataclass(frozen=True, slots=True)
class Link:
    """A column of a kind of record that points to another kind; ``goes_along`` tells whether it is
    deleted with that, ``lets_go`` whether it then points to nothing.
    """

    kind: str
    column: str
    to: str
    goes_along: bool
    lets_go: bool


# By their words; what is pointed to stands before what points to it.
_tracked: dict[str, Tracked] = {}


def track(
    kind: str,
    model: type[Model],
    step: str,
    columns: tuple[str, ...] = (),
    unwritten: frozenset[str] = frozenset(),
    sought: str = "",
) -> None:
    """Let changes of the records of a model be steps; ``kind`` is their word."""
    _tracked[kind] = Tracked(
        kind,
        model,
        step,
        columns,
        unwritten,
        sought,
    )


def tracked(kind: str) -> Tracked:
    """Return what is known of a kind of record."""
    return _tracked[kind]


def tracked_kinds() -> tuple[str, ...]:
    """Return the words, those of records that are pointed to first."""
    return tuple(_tracked)


@cache
def tracked_kind(model: type[Model]) -> str:
    """Return the word for the records of a model; raise ``LookupError`` for one that is not
    tracked.
    """
    for one in _tracked.values():
        if one.model is model:
            return one.kind
    raise LookupError(f"changes of {model._meta.label} are no steps")


@cache
def links_to(kind: str) -> tuple[Link, ...]:
    """Return the columns that point to records of a kind."""
    return tuple(link for link in _links() if link.to == kind)


@cache
def links_of(kind: str) -> tuple[Link, ...]:
    """Return the columns by which records of a kind point to others."""
    return tuple(link for link in _links() if link.kind == kind)


def _links() -> Iterator[Link]:
    words = {one.model: one.kind for one in _tracked.values()}
    for one in _tracked.values():
        for field in one.model._meta.concrete_fields:
            if not isinstance(field, ForeignKey):
                continue
            to = words.get(field.remote_field.model)
            if to is not None:
                does = field.remote_field.on_delete
                yield Link(
                    one.kind,
                    field.attname,
                    to,
                    does is CASCADE,
                    does is SET_NULL,
                )


KIND = Step.Kind
READ = frozenset({"read_caption", "start", "end"})

track("organization", Organization, KIND.PERSON)
track("post", Post, KIND.PERSON, sought="label")
track("person", Person, KIND.PERSON)
track("other_name", OtherName, KIND.PERSON)
track("merged_person", MergedPerson, KIND.PERSON)
track("pair", Pair, KIND.PERSON)
track("membership", Membership, KIND.PERSON, sought="person_id")
track("roster_entry", RosterEntry, KIND.TABLE)
track("roster_row", RosterRow, KIND.TABLE)
track("roster_row_membership", RosterRow.memberships.through, KIND.TABLE)
track("newspaper", Newspaper, KIND.PAPER)
track("newspaper_person", Newspaper.people.through, KIND.PAPER)
track("issue", Issue, KIND.PAPER)
track("page", Page, KIND.PAPER, OF_A_PAGE)
track("article", Article, KIND.TEXT, OF_AN_ARTICLE)
track("byline", Byline, KIND.TEXT)
track("photo", Photo, KIND.PHOTO, unwritten=READ)
track("photographer", Photographer, KIND.PHOTO)
track("block", Block, KIND.LAYOUT)
track("mention", Mention, KIND.PERSON)
track("evidence", Evidence, KIND.FACT)
track("evidence_membership", Evidence.memberships.through, KIND.FACT)
track("event_role", EventRole, KIND.TABLE, sought="label")
track("event", Event, KIND.EVENT, sought="title")
track("merged_event", MergedEvent, KIND.EVENT)
track("event_evidence", Event.evidence.through, KIND.FACT)
track(
    "field_evidence",
    FieldEvidence,
    KIND.FACT,
    unwritten=frozenset({"check_again"}),
)
track("participation", Participation, KIND.FACT, sought="event_id")
track("delegation", Delegation, KIND.FACT, sought="event_id")
track("agenda_item", AgendaItem, KIND.FACT, sought="event_id")
track("vote", Vote, KIND.FACT, sought="event_id")
track("meeting_body", MeetingBody, KIND.FACT, sought="event_id")
track("short_title", ShortTitle, KIND.FACT)
track("congress_span", CongressSpan, KIND.FACT)
track("resolution", Resolution, KIND.FACT, sought="event_id")
track("visit", Visit, KIND.FACT)
track("election", Election, KIND.FACT, sought="event_id")
track("candidacy", Candidacy, KIND.FACT, sought="election_id")
track("tenure_bound", TenureBound, KIND.FACT)
track(
    "finding",
    Finding,
    KIND.FINDING,
    unwritten=frozenset({"page_start", "page_end"}),
)
track("correction", Correction, KIND.TEXT, ("photo_id",))
track("announced_correction", AnnouncedCorrection, KIND.NOTICE)
track("review", Review, KIND.REVIEW)
track("proof", Proof, KIND.REVIEW)
