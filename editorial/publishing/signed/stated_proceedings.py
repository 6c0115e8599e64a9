"""What an article states of the proceedings: who met, what was decided, who was elected, who came
to which delegation, which posts began and ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from editorial.publishing.signed.names_in_print import printed_names
from editorial.publishing.signed.signed_fact import (
    SignedFact,
    StandingWords,
    fact_of_event,
    fact_of_row,
)
from events.models import (
    Candidacy,
    CongressSpan,
    Election,
    MeetingBody,
    Resolution,
    ShortTitle,
    Statement,
    TenureBound,
    Visit,
)


def _bodies(words: StandingWords) -> Iterator[SignedFact]:
    stated = MeetingBody.objects.filter(evidence__in=words)
    for each in stated.order_by("event"):
        value = {"body": each.body, "number": each.number, "name": each.name}
        yield fact_of_row(each, Statement.BODY, value, words)


def _short_titles(words: StandingWords) -> Iterator[SignedFact]:
    stated = ShortTitle.objects.filter(evidence__in=words)
    for each in stated.order_by("event", "pk"):
        value = {"text": each.text}
        yield fact_of_row(each, Statement.SHORT_TITLE, value, words)


def _spans(words: StandingWords) -> Iterator[SignedFact]:
    stated = CongressSpan.objects.filter(evidence__in=words)
    for each in stated.order_by("event"):
        value = {
            "first_day": each.first_day.isoformat(),
            "last_day": each.last_day.isoformat(),
        }
        yield fact_of_row(each, Statement.SPAN, value, words)


def _resolutions(words: StandingWords) -> Iterator[SignedFact]:
    stated = Resolution.objects.filter(evidence__in=words)
    for each in stated.order_by("event", "rank"):
        value = {"rank": each.rank, "text": each.text}
        yield fact_of_row(each, Statement.RESOLUTION, value, words)


def _visits(words: StandingWords) -> Iterator[SignedFact]:
    stated = Visit.objects.filter(evidence__in=words).select_related("person")
    names = printed_names(words)
    for each in stated.order_by("event", "person", "rank", "number"):
        value = {
            "name": names.get(each.person_id, each.person.name),
            "number": each.number,
            "rank": each.rank,
        }
        yield fact_of_row(each, Statement.VISIT, value, words, each.person_id)


def _elections(words: StandingWords) -> Iterator[SignedFact]:
    stated = Election.objects.filter(evidence__in=words)
    for each in stated.order_by("event", "pk"):
        value = {
            "office": each.office,
            "seats": each.seats,
            "list_order": each.list_order,
        }
        yield fact_of_row(each, Statement.ELECTION, value, words)


def _candidacies(words: StandingWords) -> Iterator[SignedFact]:
    stated = Candidacy.objects.filter(evidence__in=words)
    names = printed_names(words)
    fetched = stated.select_related("person", "election")
    for each in fetched.in_printed_order():
        value = {
            "name": names.get(each.person_id, each.person.name),
            "office": each.election.office,
            "outcome": each.outcome,
            "rank": each.rank,
            "votes": each.votes,
        }
        event = each.election.event_id
        evidence = words[each.evidence_id]
        yield fact_of_event(
            event, Statement.CANDIDACY, value, evidence, each.person_id
        )


def _tenures(words: StandingWords) -> Iterator[SignedFact]:
    """Yield the posts that an event began or ended; one without an event is dated by its membership
    alone.
    """
    stated = TenureBound.objects.filter(evidence__in=words)
    of_events = stated.exclude(event=None).order_by("event", "pk")
    names = printed_names(words)
    for each in of_events.select_related(
        "membership__person", "membership__post"
    ):
        held = each.membership
        value = {
            "name": names.get(held.person_id, held.person.name),
            "label": held.post.label,
            "edge": each.edge,
            "manner": each.manner,
        }
        yield fact_of_row(each, Statement.TENURE, value, words, held.person_id)


PROCEEDINGS: tuple[Callable[[StandingWords], Iterator[SignedFact]], ...] = (
    _bodies,
    _short_titles,
    _spans,
    _resolutions,
    _visits,
    _elections,
    _candidacies,
    _tenures,
)
