"""Facts stated in words of an article, and what contradicts them."""

import datetime as dt

from editorial.contradictions import contradictions_of
from editorial.reviewing import sign
from events.models import Candidacy, Election, Event
from people.models import Membership, Organization, Post
from tests.builders import (
    make_event,
    make_evidence,
    make_participation,
    make_person,
    saved,
)

BODY = "林向晚出席。周易安讲话。陈远当选。"
NINE = dt.time(9)
DAY = dt.date(2021, 9, 28)
NEXT = dt.date(2021, 9, 29)
BEFORE = dt.date(2021, 9, 1)
LATER = dt.date(2021, 10, 1)


def words_of(article, words="林向晚出席"):
    held = article.evidence.filter(exact=words).first()
    return held or make_evidence(article=article, words=words)


def rules(article):
    return [one.rule for one in contradictions_of(article)]


def post_of(label="滨江市市长", role="市长", body="滨江市", **fields):
    organization = body and saved(Organization(name=body))
    return saved(
        Post(
            label=label, role=role, organization=organization or None, **fields
        )
    )


def hold(article, post, name, *, words=None, **days):
    """State that a person holds a post."""
    membership = saved(
        Membership(person=make_person(name=name), post=post, **days)
    )
    words = words or words_of(article)
    words.memberships.add(membership)
    return membership


def meet(
    place="滨江会堂", *, title="开幕大会", time=NINE, words=None, **fields
):
    fields = {"edtf": "2021-09-27", **fields}
    return make_event(
        title=title, place=place, time=time, evidence=words, **fields
    )


def attend(article, event, person, **fields):
    return make_participation(
        event=event, person=person, evidence=words_of(article), **fields
    )


def count(event, words, due, absent, present):
    Event.objects.filter(pk=event.pk).update(
        attendance_expected=due,
        attendance_absent=absent,
        attendance_present=present,
        attendance_evidence=words,
    )


def elect(event, words, *names, seats=None, election_words=None):
    election = saved(
        Election(
            event=event,
            office="委员",
            seats=seats,
            evidence=election_words or words,
        )
    )
    for name in names:
        saved(
            Candidacy(
                election=election,
                person=make_person(name=name),
                outcome="elected",
                evidence=words,
            )
        )
    return election


def contradict(article, public, person):
    attend(article, meet(), person)
    attend(public, meet("神农大酒店", title="座谈会"), person)


def signing(article, step, by, decision="approved"):
    article.refresh_from_db()
    return sign(
        article,
        step=step,
        decision=decision,
        opinion="同意。",
        by=by,
        version=article.version,
    )


def signed_twice(article, reviewers):
    signing(article, "first", reviewers[0])
    signing(article, "second", reviewers[1])
    return article
