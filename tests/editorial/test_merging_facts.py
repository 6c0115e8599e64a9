"""Facts of their own kinds move with the event or person that a merge lets go; none is lost."""

import datetime as dt

import pytest

from editorial.merging import MergingEvents, MergingPeople
from editorial.merging.merger import merge
from events.models import (
    Candidacy,
    CongressSpan,
    Election,
    MeetingBody,
    MergedEvent,
    Resolution,
    ShortTitle,
    TenureBound,
    Visit,
)
from people.models import Membership, Person, Post, RosterRow
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_person,
    make_user,
    saved,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


@pytest.fixture
def words():
    article = make_article(body="林向晚主持会议。", published=True)
    return make_evidence(article=article, words="林向晚主持会议")


@pytest.fixture
def pair():
    return make_person(name="林向晚"), make_person(name="林向皖")


def merged(stays, *goes, by, kind=MergingPeople):
    return merge(
        kind,
        stays.pk,
        [record.pk for record in goes],
        by=by,
        reason="同一人。",
    )


def test_every_kind_of_fact_moves_with_its_event(words, by):
    stays = make_event(title="开幕", kind="congress", evidence=words)
    goes = make_event(title="开幕大会", kind="congress")
    person = make_person(name="林向晚")
    day = stays.earliest
    fields = {"event": goes, "evidence": words}
    membership = saved(
        Membership(
            person=person, post=saved(Post(label="市长")), start_date="2021"
        )
    )
    facts = [
        saved(MeetingBody(body="plenary", **fields)),
        saved(ShortTitle(text="党代会", **fields)),
        saved(CongressSpan(first_day=day, last_day=day, **fields)),
        saved(Resolution(rank=1, text="通过决议", **fields)),
        saved(Visit(person=person, number=1, **fields)),
        saved(Election(office="主任", **fields)),
        saved(
            TenureBound(
                membership=membership,
                edge="begins",
                manner="election",
                **fields,
            )
        ),
    ]
    merged(stays, goes, by=by, kind=MergingEvents)
    for fact in facts:
        fact.refresh_from_db()
        assert fact.event == stays


def election_of(event, words, *listed):
    election = saved(Election(event=event, office="委员", evidence=words))
    for name, rank in listed:
        person, _made = Person.objects.get_or_create(name=name)
        saved(
            Candidacy(
                election=election,
                person=person,
                outcome="elected",
                rank=rank,
                evidence=words,
            )
        )
    return election


def test_elections_to_one_office_become_one_with_all_who_stood(words, by):
    events = [make_event(evidence=words) for _ in range(3)]
    election = election_of(events[0], words, ("甲", 1))
    second = election_of(events[1], words, ("甲", 1), ("乙", None))
    election_of(events[2], words, ("乙", 2), ("丙", None))
    moving = second.candidacies.get(person__name="乙")
    folded = second.candidacies.get(person__name="甲")
    merged(*events, by=by, kind=MergingEvents)
    assert Election.objects.get() == election
    stood = election.candidacies.in_printed_order()
    assert [(one.person.name, one.rank) for one in stood] == [
        ("甲", 1),
        ("乙", 2),
        ("丙", None),
    ]
    memory = MergedEvent.objects.get(former=events[1].pk)
    assert memory.moved["events.Candidacy"] == {
        "moved": [moving.pk],
        "folded": [folded.pk],
    }


def test_a_place_in_the_list_of_an_election_belongs_to_one(words):
    one, other = (make_event(evidence=words) for _ in range(2))
    election_of(one, words, ("甲", 1))
    election_of(other, words, ("乙", 1))
    plan = MergingEvents(one, [other])
    assert plan.conflicts == ["candidacy 乙 elected: person: 甲 and 乙"]


def test_what_changed_with_an_election_since_it_was_shown_is_seen(words):
    one, other = (make_event(evidence=words) for _ in range(2))
    election_of(one, words, ("甲", 1))
    election_of(other, words, ("甲", None))
    seen = MergingEvents(one, [other]).seen
    Candidacy.objects.filter(rank=None).update(votes=300)
    assert MergingEvents(one, [other]).seen != seen


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        (
            lambda event, words, is_first: MeetingBody(
                event=event,
                evidence=words,
                body="plenary" if is_first else "presidium",
            ),
            "body: plenary and presidium",
        ),
        (
            lambda event, words, is_first: CongressSpan(
                event=event,
                evidence=words,
                first_day=event.earliest,
                last_day=dt.date(2021, 9, 30 if is_first else 29),
            ),
            "last day: 2021-09-30 and 2021-09-29",
        ),
        (
            lambda event, words, is_first: Resolution(
                event=event,
                evidence=words,
                rank=1,
                text="通过决议" if is_first else "通过办法",
            ),
            "decided: 通过决议 and 通过办法",
        ),
    ],
)
def test_an_event_has_one_body_one_span_and_one_decision_at_a_place(
    words, fact, line
):
    events = [
        make_event(title=title, kind="congress", evidence=words)
        for title in ("开幕", "开幕大会")
    ]
    for event in events:
        saved(fact(event, words, event is events[0]))
    (conflict,) = MergingEvents(events[0], events[1:]).conflicts
    assert conflict.endswith(line)


def test_visits_and_candidacies_move_with_their_person(pair, words, by):
    stays, goes = pair
    event = make_event(evidence=words)
    election = saved(Election(event=event, office="委员", evidence=words))
    fields = {"evidence": words}
    saved(
        Candidacy(election=election, person=goes, outcome="elected", **fields)
    )
    for person, number in ((stays, 1), (goes, 1), (goes, 2)):
        saved(Visit(event=event, person=person, number=number, **fields))
    merged(stays, goes, by=by)
    assert [visit.number for visit in stays.visits.all()] == [1, 2]
    assert stays.candidacies.get().election == election


def test_a_membership_that_is_there_twice_keeps_what_begins_and_ends_it(
    pair, words, by
):
    post = saved(Post(label="市长"))
    days = {"start_date": "2021", "end_date": "2022"}
    held = [
        saved(Membership(person=person, post=post, **days)) for person in pair
    ]
    ends = {"edge": "ends", "manner": "removal", "evidence": words}
    begins = {"edge": "begins", "manner": "election", "evidence": words}
    saved(TenureBound(membership=held[0], **begins))
    saved(TenureBound(membership=held[1], **begins))
    saved(TenureBound(membership=held[1], **ends))
    row = saved(
        RosterRow(
            sha256="0a" * 32,
            row=1,
            words="林向皖 市长",
            authority="组织部",
            entered_by=by,
        )
    )
    row.memberships.add(held[1])
    merged(*pair, by=by)
    (membership,) = Membership.objects.all()
    assert [bound.edge for bound in membership.tenure_bounds.all()] == [
        "begins",
        "ends",
    ]
    assert membership.roster_rows.get() == row
