"""Printed numbers of one event that do not add up."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Article, Evidence
from editorial.contradicting.contradiction import (
    Contradiction,
    in_reach,
    own_words,
    stated_by,
)
from editorial.models.rules import Rule
from events.models import Candidacy, Election, Event, Vote


def _adds_up(event: Event) -> bool:
    """Tell whether due less absent is present; a number that is not printed contradicts nothing."""
    due = event.attendance_expected
    absent = event.attendance_absent
    present = event.attendance_present
    if due is None or absent is None or present is None:
        return True
    return due - absent == present


def attendance_sums(article: Article) -> Iterator[Contradiction]:
    """Yield the counts of delegates, stated by the article, whose three numbers are printed and do
    not agree: due less absent is present.
    """
    for event in _counted(article):
        words = event.attendance_evidence
        if words is None or _adds_up(event):
            continue
        message = _(
            "%(event)s: %(due)d due less %(absent)d absent "
            "is not %(present)d present."
        )
        told = {
            "event": event,
            "due": event.attendance_expected,
            "absent": event.attendance_absent,
            "present": event.attendance_present,
        }
        yield Contradiction(Rule.SUM_DIFFERS, words, message % told)


def _counted(article: Article) -> QuerySet[Event]:
    """Return the events whose whole count the article states."""
    counted = Event.objects.filter(
        stated_by(article, "attendance_evidence__"),
        attendance_expected__isnull=False,
        attendance_absent__isnull=False,
        attendance_present__isnull=False,
    )
    return counted.select_related("attendance_evidence").order_by("pk")


def votes_cast(article: Article) -> Iterator[Contradiction]:
    """Yield the votes, stated by the article, in which more were cast than delegates were present
    by words in reach.

    Fewer say nothing: ballots may be spoilt or not handed in. A number that is not printed counts
    as none.
    """
    votes = Vote.objects.filter(
        stated_by(article),
        in_reach(article, "event__attendance_evidence__"),
        event__attendance_present__isnull=False,
    )
    for vote in votes.select_related("event", "evidence").order_by("pk"):
        cast = vote.in_favour + (vote.against or 0) + (vote.abstained or 0)
        present = vote.event.attendance_present or 0
        if cast > present:
            told = (vote.event, str(vote), cast, present)
            message = _more_than_present(*told)
            yield Contradiction(Rule.SUM_DIFFERS, vote.evidence, message)


def votes_received(article: Article) -> Iterator[Contradiction]:
    """Yield the candidates, named by the article, who got more votes than delegates were present by
    words in reach.
    """
    stood = Candidacy.objects.filter(
        stated_by(article),
        in_reach(article, "election__event__attendance_evidence__"),
        votes__isnull=False,
        election__event__attendance_present__isnull=False,
    )
    fetched = stood.select_related("person", "evidence", "election__event")
    for one in fetched.order_by("pk"):
        event = one.election.event
        votes = one.votes or 0
        present = event.attendance_present or 0
        if votes > present:
            message = _more_than_present(event, str(one.person), votes, present)
            yield Contradiction(Rule.SUM_DIFFERS, one.evidence, message)


def _more_than_present(event: Event, what: str, cast: int, present: int) -> str:
    message = _(
        "%(event)s: %(cast)d votes (%(what)s), "
        "but %(present)d delegates present."
    )
    return message % {
        "event": event,
        "what": what,
        "cast": cast,
        "present": present,
    }


def seats_filled(article: Article) -> Iterator[Contradiction]:
    """Yield the elections, of which the article states the seats or somebody elected, in which more
    people are elected by words in reach than there are seats.

    Fewer say nothing: a page may name the first of them only.
    """
    for election in _elections(article):
        elected = election.candidacies.filter(
            in_reach(article), outcome=Candidacy.Outcome.ELECTED
        )
        count = elected.count()
        seats = election.seats or 0
        if count <= seats:
            continue
        words = _words_of(article, election)
        if words:
            message = _("%(office)s: %(count)d elected, but %(seats)d seats.")
            told = {"office": election, "count": count, "seats": seats}
            yield Contradiction(Rule.SUM_DIFFERS, words, message % told)


def _elections(article: Article) -> QuerySet[Election]:
    """Return the elections that the article tells of whose seats are stated by words in reach."""
    stated = stated_by(article) | stated_by(article, "candidacies__evidence__")
    elections = Election.objects.filter(seats__isnull=False)
    told = elections.filter(in_reach(article)).filter(stated)
    return told.select_related("event").distinct().order_by("pk")


def _words_of(article: Article, election: Election) -> Evidence | None:
    """Return the article's words of an election, else of somebody elected in it."""
    elected = {
        "candidacies__election": election,
        "candidacies__outcome": Candidacy.Outcome.ELECTED,
    }
    own = own_words(article, elections=election)
    return own or own_words(article, **elected)
