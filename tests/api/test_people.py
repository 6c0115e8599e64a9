"""What the API says of people and organizations."""

import pytest

from articles.models import Evidence
from events.models import TenureBound
from people.models import Organization, Person, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Person:
    article = make_article(
        published=True, body="市农业局局长柏松昨日主持春耕会议。"
    )
    person = make_person(name="柏松")
    person.other_names.create(name="柏老")
    make_mention(article=article, name="柏松", person=person)
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
    (words,) = record["appearances"]
    assert (words["exact"], words["article"]["title"]) == (
        "柏松",
        "全市春耕备耕有序推进",
    )
    assert "note" not in record


def test_a_day_of_a_post_stands_with_the_words_that_begin_or_end_it(
    client, person
):
    held = person.memberships.get(post__label="局长")
    held.start_date = "2021-09-28"
    held.end_date = "2021-12-01"
    held.save()

    def days():
        (membership,) = get(client, f"people/{person.pk}/")["memberships"]
        return membership["start_date"], membership["end_date"]

    assert days() == ("", "")
    words = Evidence.objects.get(exact="市农业局局长柏松")
    bound = TenureBound(membership=held, manner="appointment", evidence=words)
    bound.edge = "begins"
    bound.save()
    assert days() == ("2021-09-28", "")
    ended = TenureBound(membership=held, manner="removal", evidence=words)
    ended.edge = "ends"
    ended.save()
    assert days() == ("2021-09-28", "2021-12-01")
    bound.delete()
    assert days() == ("", "2021-12-01")


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
    assert get(client, "organizations/")["results"] == []
    assert not Post.objects.published().exists()
