"""What the API answers for what was public and is no more."""

import pytest

from editorial.merging import MergingEvents, MergingPeople
from editorial.merging.merger import merge
from editorial.publishing import withdraw
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_user,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db

NOTE = "因来稿有误，撤回。"


@pytest.fixture
def by():
    return make_user(superuser=True)


@pytest.fixture
def article():
    return make_article(
        published=True, headline="春耕会议召开", body="林向晚主持春耕会议。"
    )


def test_a_withdrawn_article_answers_with_its_note_and_no_word(
    client, article, by
):
    address = f"/api/v1/articles/{article.pk}/"
    assert client.get(address).status_code == 200
    withdraw(article, by, NOTE)
    gone = client.get(address)
    assert gone.status_code == 410
    assert gone.json() == {"detail": "本文已撤稿。", "note": NOTE}
    assert gone["Cache-Control"] == "no-store"
    assert client.get("/api/v1/articles/").json()["results"] == []
    page = client.get(article.get_absolute_url())
    assert (page.status_code, page["Cache-Control"]) == (410, "no-store")


def test_an_article_that_was_never_public_is_not_there(client):
    article = make_article()
    for key in (article.pk, article.pk + 1):
        answer = client.get(f"/api/v1/articles/{key}/")
        assert answer.status_code == 404
        assert set(answer.json()) == {"detail"}


@pytest.fixture
def people(article):
    stays = make_person(name="林向晚")
    goes = make_person(name="林向婉")
    make_mention(article=article, name="林向晚", person=stays)
    return stays, goes


@pytest.fixture
def events(article, people):
    words = make_evidence(article=article, words="春耕会议")
    stays = make_event(title="春耕会议", evidence=words)
    host = make_evidence(article=article, words="林向晚主持")
    make_participation(event=stays, person=people[0], evidence=host)
    return stays, make_event(title="春耕工作会议")


@pytest.mark.parametrize(
    ("given", "merging", "path"),
    [
        ("people", MergingPeople, "people"),
        ("events", MergingEvents, "events"),
    ],
)
def test_a_merged_record_leads_to_the_one_that_stays(
    client, request, by, given, merging, path
):
    stays, goes = request.getfixturevalue(given)
    former = f"/api/v1/{path}/{goes.pk}/"
    assert client.get(former).status_code == 404
    merge(merging, stays.pk, [goes.pk], by=by, reason="同一个。")
    answer = client.get(former)
    assert answer.status_code == 301
    assert answer["Location"] == f"http://testserver/api/v1/{path}/{stays.pk}/"
    assert client.get(answer["Location"]).status_code == 200


def test_a_merged_record_leads_nowhere_while_the_other_is_not_public(
    client, by
):
    stays, goes = make_person(name="林向晚"), make_person(name="林向婉")
    merge(MergingPeople, stays.pk, [goes.pk], by=by, reason="同一个。")
    assert client.get(f"/api/v1/people/{goes.pk}/").status_code == 404


def test_a_name_leads_to_the_one_that_stays_whatever_was_published(
    client, article, by
):
    stays, goes = make_person(name="林向晚"), make_person(name="林向婉")
    make_mention(article=article, name="林向晚", person=goes)
    merge(MergingPeople, stays.pk, [goes.pk], by=by, reason="同一个。")
    record = client.get(f"/api/v1/articles/{article.pk}/").json()
    (mention,) = record["mentions"]
    assert mention["person"]["id"] == stays.pk


@pytest.mark.parametrize("path", ["articles/", "events/", "search/?q=春耕"])
def test_a_filter_by_a_merged_person_means_the_one_that_stays(
    client, article, events, people, by, path
):
    from search.index import refresh

    refresh([article.pk])
    stays, goes = people
    merge(MergingPeople, stays.pk, [goes.pk], by=by, reason="同一个。")
    mark = "&" if "?" in path else "?"
    by_key = [
        client.get(f"/api/v1/{path}{mark}person={one.pk}").json()["results"]
        for one in (stays, goes)
    ]
    assert by_key[0]
    assert by_key[0] == by_key[1]


def test_a_filter_by_a_merged_event_means_the_one_that_stays(
    client, events, by
):
    stays, goes = events
    child = make_event(title="分组讨论", parent=stays)
    words = stays.evidence.get()
    child.evidence.add(words)
    show_as_it_stands(words.article)
    merge(MergingEvents, stays.pk, [goes.pk], by=by, reason="同一个。")
    found = client.get(f"/api/v1/events/?parent={goes.pk}").json()["results"]
    assert [one["id"] for one in found] == [child.pk]


@pytest.mark.parametrize("key", ["999999", "x", "9" * 40, "-1"])
def test_a_filter_by_nobody_is_still_refused(client, key):
    answer = client.get(f"/api/v1/articles/?person={key}")
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "person"
