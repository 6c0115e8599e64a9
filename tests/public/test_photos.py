"""Photos by day, photographer, person and event; a photo and what it leads to."""

import datetime as dt
import re

import pytest

from articles.models import Page
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_person,
    make_photo,
    show_as_it_stands,
)
from tests.public.test_people import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed():
    """An event with two photos of one photographer, printed on two days; a third of nobody."""
    person = make_person(name="柏松")
    photos = []
    for day, creators in ((27, "易翔"), (28, "易翔\n林晚"), (28, "")):
        issue = make_issue_on(day)
        article = make_article(
            page=issue, body="各位，大会开幕。", published=True
        )
        photo = make_photo(
            article=article, caption="柏松（柏嵩）。", creators=creators
        )
        photos.append(photo)
        show_as_it_stands(article)
    words = make_evidence(article=photos[0].article, words="大会开幕")
    event = make_event(title="开幕", evidence=words)
    for name in ("柏松", "柏嵩"):
        make_mention(
            article=photos[1].article,
            name=name,
            person=person,
            part="caption",
            photo=photos[1],
        )
    show_as_it_stands(*(photo.article for photo in photos))
    return photos, person, event


def make_issue_on(day: int):
    date = dt.date(2021, 9, day)
    page = Page.objects.filter(day=date).first()
    return page or make_page(issue=make_issue(date=date))


def photos_in(html: str) -> list[int]:
    return [int(key) for key in re.findall(r'<a href="/photos/(\d+)/">', html)]


def test_photos_are_listed_by_day_photographer_person_and_event(
    client, printed, django_assert_num_queries
):
    (first, second, third), person, event = printed
    with django_assert_num_queries(3):
        html = shown(client, "/photos/")
    assert photos_in(html) == [second.pk, third.pk, first.pk]
    assert re.findall(r"\?by=[^>]*>([^<]+)", html) == ["林晚", "易翔"]
    for question, keys in (
        ("day=2021-09-27", [first.pk]),
        ("by=易翔", [second.pk, first.pk]),
        ("by=林晚", [second.pk]),
        (f"person={person.pk}", [second.pk]),
        (f"event={event.pk}", [first.pk]),
    ):
        html = shown(client, f"/photos/?{question}")
        assert photos_in(html) == keys, question
        assert "按摄影者" not in html
    assert "易翔" in html


@pytest.mark.parametrize(
    "question",
    [
        "day=2021-09-26",
        "day=2021-13-01",
        "day=",
        "by=无人",
        "by=",
        "person=0",
        "person=x",
        "event=" + "9" * 30,
        "event=",
        "day=2021-09-27&by=易翔",
    ],
)
def test_what_no_photo_has_is_no_address(client, printed, question):
    shown(client, f"/photos/?{question}", 404)


def test_a_photo_leads_to_its_day_photographer_people_and_events(
    client, printed
):
    (first, second, _third), person, event = printed
    html = shown(client, first.get_absolute_url())
    assert "/photos/?day=2021-09-27" in html
    assert f"/photos/?by={'%E6%98%93%E7%BF%94'}" in html
    assert event.get_absolute_url() in html
    html = shown(client, second.get_absolute_url())
    assert person.get_absolute_url() in html
    assert event.get_absolute_url() not in html
