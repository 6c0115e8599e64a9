"""One person at two places at one hour."""

import datetime as dt

import pytest

from editorial.contradictions import contradictions_of
from events.models import EventRole
from tests.builders import make_participation, make_person, saved
from tests.editorial.contradicting.stated import attend, meet, rules, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_in_english")]


def test_one_person_at_two_places_at_one_hour_is_found(article, public, person):
    attend(article, meet(), person)
    attend(public, meet("神农大酒店", title="座谈会"), person)
    (finding,) = contradictions_of(article)
    assert finding.rule == "two_places"
    assert finding.message == (
        "林向晚 takes part at one hour, 2021-09-27 09:00, "
        "in 开幕大会 (滨江会堂) and 座谈会 (神农大酒店)."
    )


def test_an_article_may_contradict_itself_and_is_told_once(article, person):
    words = words_of(article)
    for event in (meet(), meet("神农大酒店", title="座谈会")):
        make_participation(event=event, person=person, evidence=words)
    assert rules(article) == ["two_places"]


@pytest.mark.parametrize(
    "other",
    [
        {"time": dt.time(9, 30)},
        {"time": dt.time(14)},
        {"time": None, "part_of_day": "morning"},
        {"approximate": True},
        {"edtf": "2021-09-28"},
        {"edtf": "2021-09-27/2021-09-28"},
        {"place": ""},
        {"place": "滨江市"},
        {"place": "滨江会堂三楼会议室"},
        {"place": "市会堂"},
        {"place": "第一会议室"},
    ],
)
def test_another_time_and_vague_times_and_places_say_nothing(
    article, public, person, other
):
    place = other.pop("place", "神农大酒店")
    attend(article, meet(), person)
    attend(public, meet(place, title="座谈会", **other), person)
    assert rules(article) == []


def test_a_part_and_its_whole_are_one_place(article, public, person):
    # Each in a place of its own: only their being part of each other makes them one.
    congress = meet(kind="congress", title="第七次大会")
    session = meet("神农大酒店", title="开幕", parent=congress)
    deliberation = meet("滨江宾馆", title="分组讨论", parent=session)
    attend(article, congress, person)
    attend(public, deliberation, person)
    assert rules(article) == []
    attend(public, meet("神农剧院", title="演出"), person)
    assert rules(article) == ["two_places"]


def test_another_person_may_be_elsewhere(article, public, person):
    attend(article, meet(), person)
    other = meet("神农大酒店", title="座谈会")
    attend(public, other, make_person(name="周易安"))
    assert rules(article) == []


@pytest.mark.parametrize("mine", [True, False])
def test_who_is_elected_may_be_elsewhere(article, public, person, mine):
    saved(EventRole(label="当选", character="选", needs_presence=False))
    roles = ["当选主任", "讲话"] if mine else ["讲话", "当选主任"]
    attend(article, meet(), person, role=roles[0])
    other = meet("神农大酒店", title="座谈会")
    attend(public, other, person, role=roles[1])
    assert rules(article) == []
