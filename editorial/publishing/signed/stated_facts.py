"""The facts that an article states at the desk, each with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from articles.models import Article, Evidence
from editorial.publishing.signed.credited_people import photographers_of
from editorial.publishing.signed.event_fields import fields_of_events
from editorial.publishing.signed.names_in_print import printed_names
from editorial.publishing.signed.signed_fact import (
    SignedFact,
    StandingWords,
    fact,
    fact_of_event,
    fact_of_row,
)
from editorial.publishing.signed.stated_proceedings import PROCEEDINGS
from events.models import (
    AgendaItem,
    Delegation,
    Event,
    Participation,
    Statement,
    Vote,
)
from events.models.statement import About
from people.models import Membership


def facts_of(article: Article) -> list[SignedFact]:
    """Return the facts that standing words of an article state, by kind, then in the order of keys
    or of print; who took its photos last.
    """
    standing = article.evidence.standing().in_order()
    words = {each.pk: each for each in standing}
    facts: list[SignedFact] = []
    for stated in KINDS:
        facts += stated(words)
    facts += photographers_of(article)
    return facts


def _attendance(words: StandingWords) -> Iterator[SignedFact]:
    counted = Event.objects.filter(attendance_evidence__in=words)
    for event in counted.order_by("pk"):
        count = {
            "expected": event.attendance_expected,
            "absent": event.attendance_absent,
            "present": event.attendance_present,
        }
        evidence = words[cast("int", event.attendance_evidence_id)]
        yield fact_of_event(event.pk, Statement.ATTENDANCE, count, evidence)


def _participations(words: StandingWords) -> Iterator[SignedFact]:
    stated = Participation.objects.filter(evidence__in=words)
    names = printed_names(words)
    for each in stated.select_related("person").in_printed_order():
        value = {
            "name": names.get(each.person_id, each.person.name),
            "role": each.role,
            "rank": each.rank,
            "position": each.position,
            "delegations": each.delegations,
        }
        yield fact_of_row(
            each, Statement.PARTICIPATION, value, words, each.person_id
        )


def _delegations(words: StandingWords) -> Iterator[SignedFact]:
    stated = Delegation.objects.filter(evidence__in=words)
    for each in stated.order_by("event", "number"):
        value = {"number": each.number, "origin": each.origin}
        yield fact_of_row(each, Statement.DELEGATION, value, words)


def _agenda(words: StandingWords) -> Iterator[SignedFact]:
    stated = AgendaItem.objects.filter(evidence__in=words)
    for each in stated.order_by("event", "rank"):
        value = {"rank": each.rank, "text": each.text}
        yield fact_of_row(each, Statement.AGENDA, value, words)


def _votes(words: StandingWords) -> Iterator[SignedFact]:
    stated = Vote.objects.filter(evidence__in=words)
    for each in stated.order_by("event", "pk"):
        value = {
            "subject": each.subject,
            "in_favour": each.in_favour,
            "against": each.against,
            "abstained": each.abstained,
        }
        yield fact_of_row(each, Statement.VOTE, value, words)


def _memberships(words: StandingWords) -> Iterator[SignedFact]:
    links = Evidence.memberships.through.objects.filter(evidence__in=words)
    stated = links.order_by("membership", "evidence")
    keys = {link.membership_id for link in stated}
    posts = Membership.objects.select_related("post").in_bulk(keys)
    for link in stated:
        membership = posts[link.membership_id]
        yield fact(
            (About.PERSON.value, membership.person_id),
            Statement.MEMBERSHIP,
            _value_of(membership),
            words[link.evidence_id],
            membership.post_id,
        )


def _value_of(membership: Membership) -> dict[str, Any]:
    """Return what is stated of a post that somebody held."""
    day = membership.stated_on
    return {
        "label": membership.post.label,
        "role": membership.role,
        "rank": membership.rank,
        "start_date": membership.start_date,
        "end_date": membership.end_date,
        "stated_on": day.isoformat() if day else None,
    }


# Another kind of fact is one more of these: it takes the words of an article and yields facts.
KINDS: tuple[Callable[[StandingWords], Iterator[SignedFact]], ...] = (
    fields_of_events,
    _attendance,
    _participations,
    _delegations,
    _agenda,
    _votes,
    *PROCEEDINGS,
    _memberships,
)
