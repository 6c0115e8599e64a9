"""Splitting a person changes nothing that readers see: what does is signed article by article."""

import pytest
from django.urls import reverse

from editorial.models import Change, WaitingStep
from people.models import PublicPerson
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    published_once,
    show_as_it_stands,
)
from tests.desk.members import member

pytestmark = pytest.mark.django_db
BODY = "周杰主持会议。"


@pytest.fixture
def person():
    return make_person(name="周杰")


@pytest.fixture
def marks(person):
    """Two published articles that name a person, each with a part in an event."""
    with published_once():
        return [_mark(person, text) for text in (BODY, f"{BODY}又讯。")]


def _mark(person, text):
    article = make_article(body=text, published=True)
    words = make_evidence(article=article, words="周杰主持会议")
    make_participation(event=make_event(), person=person, evidence=words)
    return make_mention(article=article, name="周杰", person=person)


def seen(client, person, marks) -> list[bytes]:
    addresses = [
        person.get_absolute_url(),
        "/people/",
        "/photos/",
        "/sitemap-people.xml",
        reverse("api-person-detail", args=[person.pk]),
        *[each.article.get_absolute_url() for each in marks],
    ]
    answers = [client.get(address) for address in addresses]
    assert {each.status_code for each in answers} == {200}
    return [each.content for each in answers]


def split(person, data):
    editor = member("lin", "部门主任")
    url = reverse("desk-split-person", args=[person.pk])
    answer = editor.post(url, data)
    assert answer.status_code == 302
    assert "asked" not in answer.url


@pytest.mark.parametrize("is_known", [False, True])
def test_nothing_waits_and_nothing_changes_until_it_is_signed(
    client, person, marks, is_known
):
    other = make_person(name="周杰")
    data = {"m": [marks[0].pk], "person": other.pk if is_known else ""}
    pages = seen(client, person, marks)
    before = Change.objects.latest("number").number
    split(person, data)
    assert seen(client, person, marks) == pages
    assert Change.objects.latest("number").number == before
    assert not WaitingStep.objects.exists()
    marks[0].refresh_from_db()
    given = marks[0].person
    assert given != person
    assert not PublicPerson.objects.filter(pk=given.pk).exists()
    article = marks[0].article
    assert article.status == article.Status.IMPORTED
    article.status = article.Status.PUBLISHED
    show_as_it_stands(article)
    assert PublicPerson.objects.filter(pk=given.pk).exists()
