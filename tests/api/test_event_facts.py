"""What the API says of the body that met, of decisions and of elections."""

import pytest

from events.models import Candidacy, Election, MeetingBody, Resolution
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_person,
    saved,
)

pytestmark = pytest.mark.django_db
BODY = "主席团举行会议，通过决议，选举林向晚等为委员。周易安出席。"


@pytest.fixture
def article():
    return make_article(body=BODY, published=True)


@pytest.fixture
def words(article):
    return make_evidence(article=article, words="选举林向晚等为委员")


@pytest.fixture
def event(words):
    return make_event(evidence=words)


def record_of(client, event):
    response = client.get(f"/api/v1/events/{event.pk}/")
    assert response.status_code == 200
    return response.json()


def test_body_and_decisions_stand_with_their_words(client, event, words):
    saved(MeetingBody(event=event, body="presidium", evidence=words))
    for rank, text in ((2, "通过办法"), (1, "通过决议")):
        saved(Resolution(event=event, rank=rank, text=text, evidence=words))
    record = record_of(client, event)
    (body,) = record["bodies"]
    assert (body["body"], body["number"], body["name"]) == (
        "presidium",
        None,
        "",
    )
    assert body["evidence"]["exact"] == words.exact
    assert [one["text"] for one in record["decisions"]] == [
        "通过决议",
        "通过办法",
    ]


def stand(election, name, outcome, rank, words):
    return saved(
        Candidacy(
            election=election,
            person=make_person(name=name),
            outcome=outcome,
            rank=rank,
            evidence=words,
        )
    )


def test_the_elected_stand_before_the_alternates_in_the_order_of_the_list(
    client, event, words, article
):
    election = saved(
        Election(
            event=event,
            office="委员",
            seats=2,
            list_order="strokes",
            evidence=words,
        )
    )
    stand(election, "陈远", "alternate", 1, words)
    stand(election, "林向晚", "elected", 2, words)
    first = stand(election, "周易安", "elected", 1, words)
    make_mention(article=article, name="周易安", person=first.person)
    (told,) = record_of(client, event)["elections"]
    assert (told["office"], told["seats"], told["list_order"]) == (
        "委员",
        2,
        "strokes",
    )
    listed = [
        (one["name"], one["outcome"], one["rank"], one["person"] is not None)
        for one in told["candidacies"]
    ]
    assert listed == [
        ("周易安", "elected", 1, True),
        ("林向晚", "elected", 2, False),
        ("陈远", "alternate", 1, False),
    ]


def test_facts_without_published_words_are_not_told(client, event, words):
    hidden = make_evidence(
        article=make_article(body=BODY), words="选举林向晚等为委员"
    )
    saved(MeetingBody(event=event, body="presidium", evidence=hidden))
    saved(Resolution(event=event, rank=1, text="通过决议", evidence=hidden))
    saved(Election(event=event, office="主任", evidence=hidden))
    election = saved(Election(event=event, office="委员", evidence=words))
    stand(election, "林向晚", "elected", 1, hidden)
    record = record_of(client, event)
    assert (record["bodies"], record["decisions"]) == ([], [])
    (told,) = record["elections"]
    assert (told["office"], told["candidacies"]) == ("委员", [])
