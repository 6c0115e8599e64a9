"""What stops a merge, what it costs, and how readers are led on."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.change_log import last_number, latest_change
from editorial.merging import MergingPeople
from editorial.merging.merger import merge
from editorial.models import ChangeCounter
from events.models import Participation
from people.models import Membership, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_user,
    saved,
)
from tests.editorial.merging.one_record import merged
from tests.told import tell_of_everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


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
