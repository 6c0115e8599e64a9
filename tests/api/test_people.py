"""What the API says of people and organizations."""

import datetime as dt

import pytest

from api.resources import people
from articles.models import Article, Evidence
from events.models import Event
from people.models import Organization, Person, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_participation,
    make_person,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    article = make_article(
        published=True, body="市农业局局长柏松昨日主持春耕会议。柏老致辞。"
    )
    person = make_person(name="柏松")
    person.other_names.create(name="柏老")
    make_mention(article=article, name="柏松", person=person)
    make_mention(article=article, name="柏老", person=person)
    bureau = Organization.objects.create(
        name="市农业局", classification="government"
    )
    for label in ("局长", "副局长"):
        Post.objects.create(label=label, organization=bureau)
    evidence = make_evidence(article=article, words="市农业局局长柏松")
    evidence.memberships.add(
        person.memberships.create(post=Post.objects.get(label="局长"))
    )
    person.memberships.create(post=Post.objects.get(label="副局长"))
    show_as_it_stands(article)
    event = make_event(
        title="春耕会议",
        evidence=make_evidence(article=article, words="春耕会议"),
    )
    host = make_evidence(article=article, words="柏松昨日主持")
    make_participation(
        event=event, person=person, evidence=host, role="主持人", rank=1
    )
    return person


def get(client, path: str) -> dict:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200, response.content
    return response.json()


def test_a_person_in_full_with_no_post_that_no_words_state(client, person):
    record = get(client, f"people/{person.pk}/")
    assert record["other_names"] == ["柏老"]
    (membership,) = record["memberships"]
    assert membership["post"]["label"] == "局长"
    assert membership["post"]["organization"] == "市农业局"
    assert membership["evidence"][0]["exact"] == "市农业局局长柏松"
    (role,) = record["roles"]
    assert (
        role["event"]["title"],
        role["role"],
        role["evidence"]["exact"],
    ) == (
        "春耕会议",
        "主持人",
        "柏松昨日主持",
    )
    words = record["appearances"][0]
    assert (words["exact"], words["article"]["title"]) == (
        "柏松",
        "全市春耕备耕有序推进",
    )
    assert "note" not in record


def test_what_several_publications_state_stands_once_with_the_words_of_each(
    client, person
):
    again = make_article(published=True, body="昨日，柏松主持春耕会议。")
    event = Event.objects.get()
    words = make_evidence(article=again, words="柏松主持春耕会议")
    event.evidence.add(words)
    person.memberships.get(post__label="局长").evidence.add(words)
    show_as_it_stands(again)
    record = get(client, f"people/{person.pk}/")
    (membership,) = record["memberships"]
    assert {each["exact"] for each in membership["evidence"]} == {
        "市农业局局长柏松",
        "柏松主持春耕会议",
    }
    Event.objects.update(title="密会")
    Post.objects.filter(label="局长").update(label="密职")
    assert get(client, f"people/{person.pk}/") == record
    bureau = Organization.objects.get(name="市农业局")
    (post,) = get(client, f"organizations/{bureau.pk}/")["posts"]
    assert post == membership["post"]


def test_of_very_many_statements_the_newest_are_shown(
    client, person, monkeypatch
):
    page = make_page(issue=make_issue(date=dt.date(2021, 9, 29)))
    newer = make_article(page=page, published=True, body="柏松下田。")
    make_mention(article=newer, name="柏松", person=person)
    monkeypatch.setattr(people, "NEWEST", 1)
    (words,) = get(client, f"people/{person.pk}/")["appearances"]
    assert words["article"]["date"] == "2021-09-29"


def test_people_are_found_by_each_of_their_names_and_by_initial(client, person):
    for query in ("name=柏松", "name=柏老", "initial=B"):
        assert [
            one["id"] for one in get(client, f"people/?{query}")["results"]
        ] == [person.pk]
    for query in ("name=柏", "initial=C"):
        assert get(client, f"people/?{query}")["results"] == []


def test_an_organization_shows_the_posts_that_words_state(client, person):
    (record,) = get(client, "organizations/?classification=government")[
        "results"
    ]
    assert [
        post["label"]
        for post in get(client, f"organizations/{record['id']}/")["posts"]
    ] == ["局长"]
    Evidence.objects.update(check_again=True)
    show_as_it_stands(Article.objects.get())
    assert get(client, "organizations/")["results"] == []
