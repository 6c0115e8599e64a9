"""Events that prove to be one; contradictions stop it."""

import datetime as dt

import pytest

from editorial.change_log import latest_change
from editorial.merging import MergingEvents
from events.models import AgendaItem, Delegation, Event, MergedEvent, Vote
from tests.builders import (
    make_event,
    make_evidence,
    make_participation,
    make_person,
    saved,
)
from tests.editorial.merging.one_record import merged
from tests.told import tell_of_everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_a_merged_event_leads_to_the_one_that_stays(article, words, by):
    stays = make_event(title="开幕", evidence=words)
    goes = make_event(title="开幕大会", evidence=words)
    tell_of_everything()
    merged(stays, goes, by=by, kind=MergingEvents)
    gone = latest_change("event", goes.pk)
    assert (gone.happened, gone.into) == ("merged", stays.pk)


def test_everything_of_an_event_moves(words, by):
    stays, goes = (
        make_event(title="开幕", evidence=words),
        make_event(title="开幕大会"),
    )
    goes.evidence.add(words)
    person, other = make_person(name="林向晚"), make_person(name="周易安")
    make_participation(event=stays, person=person, evidence=words)
    make_participation(event=goes, person=person, evidence=words)
    make_participation(event=goes, person=other, evidence=words, role="讲话")
    part = make_event(title="分组讨论", parent=goes)
    saved(Delegation(event=goes, number=1, origin="滨江区", evidence=words))
    saved(AgendaItem(event=goes, rank=1, text="听取报告", evidence=words))
    saved(Vote(event=goes, in_favour=300, evidence=words))
    Event.objects.filter(pk=goes.pk).update(
        attendance_present=580, attendance_evidence=words, place="礼堂"
    )
    key = goes.pk
    merged(stays, goes, by=by, kind=MergingEvents)
    stays.refresh_from_db()
    part.refresh_from_db()
    assert [
        (each.person, each.position)
        for each in stays.participations.order_by("position")
    ] == [
        (person, 0),
        (other, 1),
    ]
    assert (
        part.parent,
        stays.place,
        stays.attendance_present,
        stays.attendance_evidence,
    ) == (
        stays,
        "礼堂",
        580,
        words,
    )
    assert (
        stays.delegations.count(),
        stays.agenda.count(),
        stays.votes.count(),
    ) == (
        1,
        1,
        1,
    )
    assert MergedEvent.objects.get(former=key).stays == stays
    assert stays.titles == ["开幕", "开幕大会"]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"edtf": "2021-09-28"}, "date: 2021-09-27 and 2021-09-28"),
        ({"place": "影剧院"}, "place: 礼堂 and 影剧院"),
        ({"kind": "meeting"}, "kind: session and meeting"),
    ],
)
def test_events_that_contradict_each_other_are_two(fields, line, words):
    stays = make_event(evidence=words, place="礼堂", kind="session")
    goes = make_event(
        title="开幕", evidence=words, **{"kind": "session", **fields}
    )
    assert MergingEvents(stays, [goes]).conflicts == [f"开幕: {line}"]


def test_facts_of_events_that_contradict_each_other_are_named(words):
    stays, goes = (
        make_event(evidence=words),
        make_event(title="开幕", evidence=words),
    )
    for event, origin, text in (
        (stays, "滨江区", "听取报告"),
        (goes, "城南区", "选举"),
    ):
        saved(Delegation(event=event, number=1, origin=origin, evidence=words))
        saved(AgendaItem(event=event, rank=1, text=text, evidence=words))
        present = len(origin) + event.pk
        Event.objects.filter(pk=event.pk).update(
            attendance_present=present, attendance_evidence=words
        )
        event.refresh_from_db()
    assert len(MergingEvents(stays, [goes]).conflicts) == 3


def test_a_part_is_not_the_whole(words):
    whole = make_event(title="大会", evidence=words)
    middle = make_event(title="全体会议", parent=whole)
    part = make_event(title="表决", parent=middle)
    assert MergingEvents(whole, [part]).conflicts == ["表决 is a part of 大会"]


def test_a_vote_that_is_like_two_is_not_guessed(article, words):
    stays, goes = (
        make_event(evidence=words),
        make_event(title="开幕", evidence=words),
    )
    others = make_evidence(article=article, words="林向皖出席")
    saved(Vote(event=stays, subject="报告", in_favour=300, evidence=others))
    saved(Vote(event=stays, subject="", in_favour=300, evidence=words))
    saved(Vote(event=goes, subject="报告", in_favour=300, evidence=words))
    assert "the same as" in MergingEvents(stays, [goes]).conflicts[0]


def test_an_exact_time_makes_an_approximate_one_exact(words, by):
    stays = make_event(evidence=words)
    for title, approximate in (("开幕", True), ("开幕式", False)):
        goes = make_event(
            title=title,
            evidence=words,
            time=dt.time(8),
            approximate=approximate,
        )
        merged(stays, goes, by=by, kind=MergingEvents)
        stays.refresh_from_db()
        assert (stays.time.hour, stays.approximate) == (8, approximate)
