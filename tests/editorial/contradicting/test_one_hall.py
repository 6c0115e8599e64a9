"""Two events in one hall at one hour."""

import datetime as dt

import pytest

from editorial.contradictions import contradictions_of
from tests.builders import make_article, make_issue, make_newspaper, make_page
from tests.editorial.contradicting.stated import BODY, meet, rules, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_in_english")]


def test_two_events_in_one_hall_at_one_hour_are_found(article, public):
    words = words_of(article)
    meet(words=words)
    meet(title="表彰大会", words=words_of(public))
    (finding,) = contradictions_of(article)
    assert (finding.rule, finding.exact) == ("one_hall", words.exact)
    assert finding.message == (
        "Two events in one hall, 滨江会堂, at one hour, 2021-09-27 09:00: "
        "开幕大会 and 表彰大会."
    )


@pytest.mark.parametrize(
    "other",
    [
        {"edtf": "2021-09-28"},
        {"time": dt.time(14)},
        {"time": None},
        {"approximate": True},
        {"place": "神农剧院"},
    ],
)
def test_a_hall_is_used_again_on_another_day_and_hour(article, public, other):
    meet(words=words_of(article))
    meet(title="表彰大会", words=words_of(public), **other)
    assert rules(article) == []


@pytest.mark.parametrize(
    ("place", "is_found"),
    [
        ("滨江剧院", True),
        ("滨江会议中心第一会议室", True),
        ("市会堂", True),
        ("滨江会议中心", False),
        ("滨江宾馆", False),
        ("第一会议室", False),
        ("礼堂", False),
        ("滨江市", False),
        ("", False),
    ],
)
def test_a_hall_is_one_room(article, public, place, is_found):
    meet(place, words=words_of(article))
    meet(place, title="表彰大会", words=words_of(public))
    assert rules(article) == (["one_hall"] if is_found else [])


@pytest.mark.parametrize(
    ("place", "is_found"), [("市会堂", False), ("滨江剧院", True)]
)
def test_every_city_has_its_hall(article, place, is_found):
    issue = make_issue(newspaper=make_newspaper(name="临江日报"))
    page = make_page(issue=issue)
    elsewhere = make_article(page=page, body=BODY, published=True)
    meet(place, words=words_of(article))
    meet(place, title="表彰大会", words=words_of(elsewhere))
    assert rules(article) == (["one_hall"] if is_found else [])


@pytest.mark.parametrize("part_is_mine", [True, False])
def test_sessions_of_a_congress_are_in_its_hall(article, public, part_is_mine):
    words = [words_of(article), words_of(public)]
    if part_is_mine:
        words.reverse()
    congress = meet(kind="congress", title="第七次大会", words=words[0])
    meet(title="开幕", parent=congress, words=words[1])
    assert rules(article) == []
