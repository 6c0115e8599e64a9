"""What the API says of events."""

import pytest

from api.resources import events
from articles.models import Evidence
from editorial.publishing import withdraw
from events.models import AgendaItem, Delegation, Event, Vote
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

BODY = "27日上午，大会开幕。柏松主持，蔡溪讲话。应到348名，实到336名。第一代表团来自城关镇。会议听取报告，以330票赞成、6票反对通过决议。"


@pytest.fixture
def opening() -> Event:
    article = make_article(published=True, body=BODY)
    congress = make_event(
        title="大会",
        kind="congress",
        evidence=make_evidence(article=article, words="大会"),
    )
    counted = make_evidence(article=article, words="应到348名，实到336名")
    opening = make_event(
        title="开幕大会",
        kind="session",
        parent=congress,
        part_of_day="morning",
        attendance_expected=348,
        attendance_present=336,
        attendance_evidence=counted,
        evidence=make_evidence(article=article, words="大会开幕"),
    )
    for rank, (name, role) in enumerate(
        [("柏松", "主持人"), ("蔡溪", "讲话人")], 1
    ):
        person = make_person(name=name)
        evidence = make_evidence(article=article, words=name)
        make_participation(
            event=opening,
            person=person,
            evidence=evidence,
            role=role,
            rank=rank,
            position=rank,
        )
    make_mention(
        article=article,
        name="柏松",
        person=opening.participations.get(role="主持人").person,
    )
    Delegation.objects.create(
        event=opening,
        number=1,
        origin="城关镇",
        evidence=make_evidence(article=article, words="第一代表团来自城关镇"),
    )
    heard, counted = (
        make_evidence(article=article, words=words)
        for words in ("听取报告", "330票赞成、6票反对")
    )
    AgendaItem.objects.create(
        event=opening, rank=1, text="听取报告", evidence=heard
    )
    Vote.objects.create(
        event=opening,
        subject="决议",
        in_favour=330,
        against=6,
        evidence=counted,
    )
    show_as_it_stands(article)
    return opening


def get(client, path: str) -> dict:
    response = client.get(f"/api/v1/{path}")
    assert response.status_code == 200, response.content
    return response.json()


def found(client, query: str) -> list[str]:
    return [
        record["title"] for record in get(client, f"events/?{query}")["results"]
    ]


def test_an_event_in_full_with_its_words(client, opening):
    record = get(client, f"events/{opening.pk}/")
    first, second = record["participants"]
    assert (first["name"], first["role"], first["rank"]) == (
        "柏松",
        "主持人",
        1,
    )
    words = first["evidence"]
    assert BODY[words["start"] : words["end"]] == words["exact"] == "柏松"
    assert words["suffix"].startswith("主持，")
    assert first["person"]["name"] == "柏松"
    # Named in no mention: there is no public record of the person to lead to.
    assert (second["name"], second["person"]) == ("蔡溪", None)
    assert record["parent"]["title"] == "大会"
    assert record["attendance"]["expected"] == 348
    assert record["attendance"]["evidence"]["exact"] == "应到348名，实到336名"
    assert [
        (one["number"], one["origin"]) for one in record["delegations"]
    ] == [(1, "城关镇")]
    assert [
        (one["rank"], one["text"], one["evidence"]["exact"])
        for one in record["agenda"]
    ] == [(1, "听取报告", "听取报告")]
    [vote] = record["votes"]
    assert (
        vote["subject"],
        vote["in_favour"],
        vote["against"],
        vote["abstained"],
    ) == (
        "决议",
        330,
        6,
        None,
    )
    assert vote["evidence"]["exact"] == "330票赞成、6票反对"
    assert [words["exact"] for words in record["evidence"]] == ["大会开幕"]
    assert [
        one["title"]
        for one in get(client, f"events/{opening.parent_id}/")["children"]
    ] == ["开幕大会"]


def test_an_event_shows_what_other_publications_state(client, opening):
    assert get(client, f"events/{opening.pk}/")["other_values"] == {}
    first = opening.evidence.get()
    article = make_article(published=True, body="大会开幕典礼。")
    second = make_evidence(article=article, words="开幕典礼")
    opening.evidence.add(second)
    for words, title in ((first, "开幕大会"), (second, "开幕典礼")):
        opening.field_evidence.create(
            field="title", value=title, evidence=words
        )
    show_as_it_stands(first.article, article)
    record = get(client, f"events/{opening.pk}/")
    assert record["title"] == "开幕典礼"
    assert record["other_values"] == {"title": ["开幕大会"]}
    assert {words["exact"] for words in record["evidence"]} == {
        "大会开幕",
        "开幕典礼",
    }


def test_of_very_many_parts_the_first_are_shown(client, opening, monkeypatch):
    words = opening.evidence.get()
    for title in ("闭幕大会", "选举大会"):
        make_event(
            title=title,
            edtf="2021-09-29",
            parent=opening.parent,
            evidence=words,
        )
    monkeypatch.setattr(events, "MOST_CHILDREN", 2)
    record = get(client, f"events/{opening.parent_id}/")
    assert [one["title"] for one in record["children"]] == [
        "开幕大会",
        "闭幕大会",
    ]


def test_facts_whose_words_are_gone_are_not_told(client, opening):
    Evidence.objects.exclude(exact="大会开幕").update(check_again=True)
    article = opening.evidence.get().article
    show_as_it_stands(article)
    record = get(client, f"events/{opening.pk}/")
    assert (
        record["participants"]
        == record["delegations"]
        == record["agenda"]
        == record["votes"]
        == []
    )
    assert record["attendance"] is record["parent"] is None
    withdraw(article, make_user(superuser=True), "撤回。")
    assert client.get(f"/api/v1/events/{opening.pk}/").status_code == 410


def test_filters_of_events(client, opening):
    article = opening.evidence.get().article
    make_event(
        title="春耕月",
        edtf="2021-10",
        evidence=make_evidence(article=article, words="上午"),
    )
    host = opening.participations.get(role="主持人").person
    assert found(client, "") == ["开幕大会", "大会", "春耕月"]
    assert found(client, "ordering=-date")[0] == "春耕月"
    assert found(client, "kind=session") == ["开幕大会"]
    assert found(client, f"parent={opening.parent_id}") == ["开幕大会"]
    assert found(client, f"person={host.pk}") == ["开幕大会"]
    assert found(client, "on=2021-10-15") == ["春耕月"]
    assert found(client, "date_from=2021-10-31") == ["春耕月"]
    assert found(client, "date_to=2021-09-27") == ["开幕大会", "大会"]
