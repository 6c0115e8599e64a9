"""Records that prove to be one: everything moves, what is there twice stands once, contradictions
stop it.
"""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Byline, Evidence, Mention
from editorial.change_log import last_number, latest_change
from editorial.merging import MergingEvents, MergingPeople
from editorial.merging.merger import merge
from editorial.models import ChangeCounter
from events.models import (
    AgendaItem,
    Delegation,
    Event,
    MergedEvent,
    Participation,
    Vote,
)
from importing.storing.people import bearers_of
from people.models import (
    Membership,
    MergedPerson,
    OtherName,
    Pair,
    Person,
    Post,
    RosterEntry,
)
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_newspaper,
    make_participation,
    make_person,
    make_user,
    saved,
)
from tests.told import tell_of_everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "林向晚主持会议。林向皖出席。"


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


@pytest.fixture
def article():
    return make_article(body=BODY, published=True)


@pytest.fixture
def words(article):
    return make_evidence(article=article, words="林向晚主持会议")


@pytest.fixture
def pair():
    return make_person(name="林向晚"), make_person(name="林向皖")


def merged(stays, *goes, by, kind=MergingPeople, **more):
    return merge(
        kind,
        stays.pk,
        [record.pk for record in goes],
        by=by,
        reason="同一人。",
        **more,
    )


# People


def test_everything_of_a_person_moves_and_history_says_why(
    pair, article, words, by
):
    stays, goes = pair
    mention = make_mention(article=article, name="林向皖", person=goes)
    saved(OtherName(person=goes, name="小林"))
    post = saved(Post(label="市长"))
    words.memberships.add(saved(Membership(person=goes, post=post)))
    part = make_participation(
        event=make_event(evidence=words), person=goes, evidence=words
    )
    byline = saved(
        Byline(article=article, name="林向皖", role="reporter", person=goes)
    )
    saved(RosterEntry(roster="名单", rank=1, person=goes))
    paper = make_newspaper(name="江南日报")
    paper.people.add(goes)
    version, key = article.version, goes.pk
    merged(stays, goes, by=by)
    assert not Person.objects.filter(pk=key).exists()
    assert {name.name for name in stays.other_names.all()} == {"小林", "林向皖"}
    assert stays.memberships.get().evidence.get() == words
    assert stays.participations.get() == part
    assert (
        stays.bylines.get(),
        stays.roster_entries.count(),
        stays.newspapers.get(),
    ) == (
        byline,
        1,
        paper,
    )
    row = mention.history.first()
    assert (row.person_id, row.history_user, row.history_change_reason) == (
        stays.pk,
        by,
        "merged: 同一人。",
    )
    assert (
        Person.history.filter(id=key).first().history_type,
        stays.history.first().history_user,
    ) == ("-", by)
    memory = MergedPerson.objects.get()
    assert (
        memory.former,
        memory.name,
        memory.stays,
        memory.by,
        memory.reason,
    ) == (
        key,
        "林向皖",
        stays,
        by,
        "同一人。",
    )
    assert memory.moved["articles.Mention"] == {"moved": [mention.pk]}
    article.refresh_from_db()
    assert article.version > version


def test_nothing_that_points_to_a_record_is_forgotten():
    """A relation that merging does not know would be deleted or block it."""
    for merger in (MergingPeople, MergingEvents):
        known = {(rows.model, rows.link) for rows in merger.rows} | {
            (merger.memory, "stays")
        }
        known |= {(links.through, links.column) for links in merger.links}
        if merger is MergingPeople:
            # Moved by ``move_pairs``.
            known |= {(Pair, "first"), (Pair, "second")}
        own = {
            (each.remote_field.through, each.m2m_field_name())
            for each in merger.model._meta.many_to_many
        }
        found = own | {
            (each.through, each.field.m2m_reverse_field_name())
            if each.many_to_many
            else (each.related_model, each.field.name)
            for each in merger.model._meta.related_objects
        }
        assert {
            each for each in found if not hasattr(each[0], "history_object")
        } == known


def test_a_load_finds_the_person_by_the_former_name(pair, by):
    stays, goes = pair
    paper = make_newspaper()
    paper.people.add(goes)
    merged(stays, goes, by=by)
    assert bearers_of(paper, ["林向皖"]) == {"林向皖": {stays.pk: stays}}


def test_what_is_there_twice_stands_once_with_the_words_of_both(
    pair, article, words, by
):
    stays, goes = pair
    others = make_evidence(article=article, words="林向皖出席")
    post, event = saved(Post(label="市长")), make_event(evidence=words)
    words.memberships.add(saved(Membership(person=stays, post=post)))
    others.memberships.add(
        saved(Membership(person=goes, post=post, role="市长"))
    )
    make_participation(event=event, person=stays, evidence=words)
    gone = make_participation(event=event, person=goes, evidence=others, rank=3)
    for paper in (
        make_newspaper(name="江南日报"),
        make_newspaper(name="江北日报"),
    ):
        paper.people.add(*pair)
    merged(stays, goes, by=by)
    membership = Membership.objects.get()
    assert (membership.role, set(membership.evidence.all())) == (
        "市长",
        {words, others},
    )
    part = Participation.objects.get()
    assert (part.rank, part.evidence) == (
        3,
        others,
    )  # The fuller statement stands with its own words.
    assert Participation.history.filter(id=gone.pk).first().history_type == "-"
    assert Evidence.objects.count() == 2
    assert stays.newspapers.count() == 2


def test_words_that_readers_see_hold_the_fact_up(pair, article, words, by):
    stays, goes = pair
    hidden = make_evidence(
        article=make_article(body=BODY), words="林向晚主持会议"
    )
    event = make_event(evidence=words)
    make_participation(event=event, person=stays, evidence=hidden)
    make_participation(event=event, person=goes, evidence=words)
    merged(stays, goes, by=by)
    assert Participation.objects.get().evidence == words


def test_two_places_in_one_list_are_two_people(pair, words, by):
    stays, goes = pair
    event = make_event(evidence=words)
    make_participation(event=event, person=stays, evidence=words, rank=2)
    make_participation(event=event, person=goes, evidence=words, rank=3)
    plan = MergingPeople(stays, [goes])
    assert plan.conflicts == [
        "participation 开幕大会 主持人: place in the list: 2 and 3"
    ]
    with pytest.raises(ValidationError, match="contradict"):
        merged(stays, goes, by=by)
    assert Participation.objects.filter(person=goes).exists()


def test_two_statements_of_which_each_says_more_are_not_mixed(
    pair, article, words, by
):
    stays, goes = pair
    others = make_evidence(article=article, words="林向皖出席")
    event = make_event(evidence=words)
    make_participation(event=event, person=stays, evidence=words, rank=2)
    make_participation(
        event=event, person=goes, evidence=others, delegations=[1]
    )
    assert "leaves out" in MergingPeople(stays, [goes]).conflicts[0]


def test_a_person_is_not_both(by):
    stays, goes = (
        make_person(name="林晚", gender="female"),
        make_person(name="林皖", gender="male"),
    )
    assert MergingPeople(stays, [goes]).conflicts == [
        "林皖: gender: female and male"
    ]


def test_notes_are_kept_and_what_only_one_states(by):
    stays = make_person(name="林晚", note="甲")
    goes = make_person(
        name="林晚", note="乙", gender="female", nationality="回族"
    )
    merged(stays, goes, by=by)
    stays.refresh_from_db()
    assert (stays.note, stays.gender, stays.nationality) == (
        "甲\n乙",
        "female",
        "回族",
    )
    assert not stays.other_names.exists()


def test_three_become_one_and_former_addresses_follow(pair, words, by):
    stays, goes = pair
    third, last = make_person(name="林晚"), make_person(name="向晚")
    event = make_event(evidence=words)
    for person in (goes, third):
        make_participation(event=event, person=person, evidence=words)
    keys = {goes.pk, third.pk, stays.pk}
    merged(stays, goes, third, by=by)
    assert stays.participations.count() == 1
    merged(last, stays, by=by)
    assert {memory.former for memory in last.merged.all()} == keys
    assert Participation.objects.get().person == last


def test_merging_is_refused_without_permission_reason_or_a_second_record(
    pair, by
):
    stays, goes = pair
    with pytest.raises(PermissionDenied):
        merged(stays, goes, by=make_user(username="nobody"))
    with pytest.raises(ValidationError, match="reason"):
        merge(MergingPeople, stays.pk, [goes.pk], by=by, reason="  ")
    for keys in ([], [stays.pk], [goes.pk + 1000]):
        with pytest.raises(ValidationError, match="Two records"):
            merge(MergingPeople, stays.pk, keys, by=by, reason="同一人。")


def test_what_changed_since_it_was_shown_is_shown_again(pair, article, by):
    stays, goes = pair
    seen = MergingPeople(stays, [goes]).seen
    mention = make_mention(article=article, name="林向皖", person=goes)
    with pytest.raises(ValidationError, match="look again"):
        merged(stays, goes, by=by, seen=seen)
    merged(stays, goes, by=by, seen=MergingPeople(stays, [goes]).seen)
    mention.refresh_from_db()
    assert mention.person == stays


def test_merging_costs_the_same_with_1_row_and_with_20(by):
    def cost(number: int) -> int:
        names = [f"人物{chr(0x4E00 + place)}" for place in range(number)]
        article = make_article(body="。".join(names), position=number)
        stays, goes = make_person(name="甲"), make_person(name="乙")
        for name in names:
            make_mention(article=article, name=name, person=goes)
            words = make_evidence(article=article, words=name)
            event = make_event(title=name, evidence=words)
            for person in (stays, goes):
                make_participation(event=event, person=person, evidence=words)
                membership = saved(
                    Membership(
                        person=person,
                        post=Post.objects.get_or_create(label=name)[0],
                    )
                )
                words.memberships.add(membership)
        with CaptureQueriesContext(connection) as queries:
            merged(stays, goes, by=by)
        return len(queries)

    ChangeCounter.objects.create()
    assert cost(1) == cost(20)


def test_readers_who_follow_the_log_are_led_to_who_stays(article, words, by):
    stays, goes = make_person(name="林向晚"), make_person(name="林向皖")
    for person in (stays, goes):
        make_mention(article=article, name=person.name, person=person)
    event = make_event(evidence=words)
    make_participation(event=event, person=goes, evidence=words)
    tell_of_everything()
    number = last_number()
    merged(stays, goes, by=by)
    gone = latest_change("person", goes.pk)
    assert (gone.happened, gone.into) == ("merged", stays.pk)
    assert latest_change("person", stays.pk).happened == "changed"
    # The event names another person now.
    assert latest_change("event", event.pk).number > number


# Events


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


def test_mentions_stay_where_they_are(pair, article, by):
    stays, goes = pair
    for person in pair:
        make_mention(article=article, name=person.name, person=person)
    merged(stays, goes, by=by)
    assert Mention.objects.filter(person=stays).count() == 2
