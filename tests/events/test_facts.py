"""Facts of events: what the database refuses, and what is public of them."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from events.models import (
    Candidacy,
    CongressSpan,
    Election,
    EventRole,
    MeetingBody,
    Resolution,
    TenureBound,
    Visit,
)
from people.models import Membership, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_person,
    saved,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "主席团举行第一次会议，林向晚当选主任，周易安任市长。"


@pytest.fixture
def words():
    return make_evidence(
        article=make_article(body=BODY, published=True), words="当选"
    )


@pytest.fixture
def event(words):
    return make_event(evidence=words)


def refused_by_database(record):
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()


# Constraints


@pytest.mark.parametrize(
    "fields",
    [
        {"body": "delegation"},
        {"body": "committee"},
        {"body": "other", "number": 1},
        {"body": "presidium", "number": 1},
        {"body": "delegation", "number": 0},
    ],
)
def test_a_body_is_told_from_all_others(event, words, fields):
    body = MeetingBody(event=event, evidence=words, **fields)
    with pytest.raises(ValidationError):
        body.full_clean()
    refused_by_database(body)


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"body": "plenary"}, "plenary"),
        ({"body": "presidium"}, "presidium"),
        ({"body": "delegation", "number": 3}, "delegation 3"),
        ({"body": "delegation", "name": "滨江区代表团"}, "滨江区代表团"),
        ({"body": "committee", "name": "主席团常务委员会"}, "主席团常务委员会"),
    ],
)
def test_a_body_is_shown_by_what_tells_it(event, words, fields, shown):
    body = saved(MeetingBody(event=event, evidence=words, **fields))
    assert str(body) == shown


def test_one_body_meets(event, words):
    saved(MeetingBody(event=event, body="plenary", evidence=words))
    refused_by_database(
        MeetingBody(event=event, body="presidium", evidence=words)
    )


def test_only_a_congress_has_a_span_and_it_ends_after_it_begins(event, words):
    days = {
        "first_day": dt.date(2021, 9, 27),
        "last_day": dt.date(2021, 9, 30),
    }
    with pytest.raises(ValidationError, match="congress"):
        CongressSpan(event=event, evidence=words, **days).clean()
    congress = make_event(title="第七次大会", kind="congress", evidence=words)
    one_day = {**days, "last_day": days["first_day"]}
    saved(CongressSpan(event=congress, evidence=words, **one_day)).delete()
    assert str(saved(CongressSpan(event=congress, evidence=words, **days))) == (
        "2021-09-27/2021-09-30"
    )
    other = make_event(title="第八次大会", kind="congress", evidence=words)
    days["last_day"] = dt.date(2021, 9, 26)
    refused_by_database(CongressSpan(event=other, evidence=words, **days))


@pytest.mark.parametrize(
    ("model", "fields", "wrong"),
    [
        (Resolution, {"rank": 1, "text": "通过决议"}, {"rank": 0}),
        (Visit, {"number": 1, "rank": 1}, {"number": 0}),
        (Visit, {"number": 1, "rank": 1}, {"rank": 0}),
        (Election, {"office": "主任", "seats": 1}, {"seats": 0}),
    ],
)
def test_places_seats_and_delegations_are_counted_from_1(
    event, words, model, fields, wrong
):
    if model is Visit:
        fields = {**fields, "person": make_person()}
    refused_by_database(
        model(event=event, evidence=words, **{**fields, **wrong})
    )
    right = saved(model(event=event, evidence=words, **fields))
    refused_by_database(model(event=event, evidence=words, **fields))
    assert str(right)


def test_a_place_in_the_list_of_an_outcome_belongs_to_one_person(event, words):
    election = saved(Election(event=event, office="主任", evidence=words))
    one, other = make_person(name="林向晚"), make_person(name="周易安")
    fields = {"election": election, "evidence": words}
    saved(Candidacy(person=one, outcome="elected", rank=1, **fields))
    for wrong in (
        Candidacy(person=other, outcome="elected", rank=1, **fields),
        Candidacy(person=one, outcome="alternate", **fields),
        Candidacy(person=other, outcome="elected", rank=0, **fields),
    ):
        refused_by_database(wrong)
    saved(Candidacy(person=other, outcome="alternate", rank=1, **fields))


def test_the_elected_stand_before_the_alternates_in_the_order_of_the_list(
    event, words
):
    election = saved(Election(event=event, office="委员", evidence=words))
    listed = [
        ("甲", "alternate", 1),
        ("乙", "elected", None),
        ("丙", "elected", 2),
        ("丁", "elected", 1),
        ("戊", "defeated", 1),
    ]
    for name, outcome, rank in listed:
        saved(
            Candidacy(
                election=election,
                person=make_person(name=name),
                outcome=outcome,
                rank=rank,
                evidence=words,
            )
        )
    order = Candidacy.objects.in_printed_order()
    assert [one.person.name for one in order] == ["丁", "丙", "乙", "甲", "戊"]


@pytest.mark.parametrize(
    ("edge", "manner", "fits"),
    [
        ("begins", "election", True),
        ("begins", "appointment", True),
        ("begins", "removal", False),
        ("ends", "removal", True),
        ("ends", "resignation", True),
        ("ends", "term", True),
        ("ends", "election", False),
    ],
)
def test_elections_begin_posts_and_removals_end_them(words, edge, manner, fits):
    membership = membership_of(start_date="2021-09", end_date="2022-01-05")
    bound = TenureBound(
        membership=membership, edge=edge, manner=manner, evidence=words
    )
    if fits:
        saved(bound)
    else:
        refused_by_database(bound)


def test_what_begins_a_post_needs_its_day(words):
    membership = membership_of(start_date="2021-09")
    fields = {"membership": membership, "evidence": words}
    TenureBound(edge="begins", manner="election", **fields).clean()
    with pytest.raises(ValidationError, match="day first"):
        TenureBound(edge="ends", manner="removal", **fields).clean()


def membership_of(**fields):
    return saved(
        Membership(
            person=make_person(name="周易安"),
            post=saved(Post(label="市长")),
            **fields,
        )
    )


@pytest.mark.parametrize(
    ("days", "message"),
    [
        ({"start_date": "去年"}, "EDTF"),
        ({"end_date": "明年"}, "EDTF"),
        ({"start_date": "2021-09", "end_date": "2021-08-31"}, "ends before"),
    ],
)
def test_a_membership_has_days_in_their_order(days, message):
    with pytest.raises(ValidationError, match=message):
        Membership(**days).clean()
    Membership(start_date="2021-09", end_date="2021-09-01").clean()


def test_a_role_has_one_character():
    with pytest.raises(ValidationError):
        EventRole(label="主持人", character="主持").full_clean()
    refused_by_database(EventRole(label="主持人", character=""))


def test_what_facts_hang_on_is_not_deleted(event, words):
    person = make_person()
    saved(Visit(event=event, person=person, number=1, evidence=words))
    saved(
        TenureBound(
            membership=membership_of(start_date="2021-09"),
            edge="begins",
            manner="election",
            event=event,
            evidence=words,
        )
    )
    for record in (person, words, event):
        with pytest.raises(ProtectedError):
            record.delete()
