"""Participants in the event's page."""

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpResponse
from django.urls import reverse

from desk.admin.event import NumbersField
from events.models import FieldEvidence, Participation, Vote
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_participation,
    make_person,
    make_user,
    saved,
)
from tests.desk.typed import Form, typed


@pytest.mark.parametrize(
    "typed_numbers", ["1, 4", "1\uff0c4", "1\u30014", " 1 4 "]
)
def test_numbers_are_typed_with_any_comma(typed_numbers):
    field = NumbersField(required=False)
    assert field.clean(typed_numbers) == [1, 4]
    assert not field.has_changed([1, 4], typed_numbers)
    assert field.has_changed([1], typed_numbers)
    assert field.prepare_value([1, 4]) == "1, 4"


def test_no_numbers_are_an_empty_list_and_words_are_refused():
    field = NumbersField(required=False)
    assert field.clean("") == []
    assert not field.has_changed([], "")
    assert field.has_changed([], "一")
    for words in ("一", "0", "1, 00000", "9" * 25, "1 " + "9" * 5000):
        assert field.has_changed([], words)
        with pytest.raises(ValidationError):
            field.clean(words)
    assert field.clean("1 9999") == [1, 9999]


@pytest.mark.parametrize("numbers", [[0], [10000], [True], ["1"], [1.5]])
def test_no_delegation_has_another_number(numbers):
    with pytest.raises(ValidationError) as refused:
        Participation(delegations=numbers).clean()
    assert "delegations" in refused.value.message_dict


@pytest.mark.django_db
def test_participants_are_edited_in_rows_each_with_its_words(client):
    client.force_login(make_user(superuser=True))
    article = make_article(body="林向晚主持会议，周易安讲话。")
    words = [
        make_evidence(article=article, words=each)
        for each in ("林向晚主持会议", "周易安讲话")
    ]
    event = make_event(evidence=words[0])
    first = make_participation(
        event=event,
        person=make_person(name="林向晚"),
        evidence=words[0],
        delegations=[1, 4],
    )
    url = reverse("admin:events_event_change", args=[event.pk])
    page = client.get(url)
    data = typed(
        page,
        "event_form",
        participations__TOTAL_FORMS=2,
        participations__0__rank=1,
    )
    assert data["participations-0-delegations"] == "1, 4"
    row = {
        "role": "讲话",
        "person": make_person(name="周易安").pk,
        "position": 1,
        "delegations": "2、3",
    }
    data |= {f"participations-1-{name}": value for name, value in row.items()}
    assert client.post(url, data).status_code == 200, (
        "a participation without its words"
    )
    assert (
        client.post(
            url, data | {"participations-1-evidence": words[1].pk}
        ).status_code
        == 302
    )
    first.refresh_from_db()
    assert (first.rank, first.delegations) == (1, [1, 4])
    assert Participation.objects.get(role="讲话").delegations == [2, 3]


@pytest.mark.django_db
def test_an_event_with_no_date_is_refused(client):
    client.force_login(make_user(superuser=True))
    event = make_event()
    url = reverse("admin:events_event_change", args=[event.pk])
    data = typed(client.get(url), "event_form", edtf="去年")
    assert client.post(url, data).status_code == 200
    event.refresh_from_db()
    assert event.edtf == "2021-09-27"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"attendance_present": 204}, "代表人数须有写明它的原文。"),
        ({"participations-0-rank": 0}, "名单中的位置从1数起。"),
        ({"votes-1-subject": "工作报告"}, "这项活动已有同一事项的表决。"),
    ],
)
def test_what_a_constraint_refuses_is_said_in_the_editors_language(
    client, change, message
):
    client.force_login(make_user(superuser=True))
    article = make_article(body="林向晚主持会议，周易安讲话。")
    words = [
        make_evidence(article=article, words=each)
        for each in ("林向晚主持会议", "周易安讲话")
    ]
    event = make_event(evidence=words[0])
    make_participation(
        event=event, person=make_person(name="林向晚"), evidence=words[0]
    )
    for number, subject in enumerate(("工作报告", "选举办法")):
        saved(
            Vote(
                event=event,
                subject=subject,
                in_favour=300,
                evidence=words[number],
            )
        )
    url = reverse("admin:events_event_change", args=[event.pk])
    response = client.post(url, typed(client.get(url), "event_form") | change)
    assert response.status_code == 200
    assert message in response.content.decode()


@pytest.fixture
def opened(client):
    """The page of an event with a participant, as an editor opened it."""
    client.force_login(make_user(superuser=True))
    client.cookies["django_language"] = "en"
    article = make_article(body="林向晚主持会议，周易安讲话。")
    words = make_evidence(article=article, words="林向晚主持会议")
    event = make_event(evidence=words)
    make_participation(
        event=event, person=make_person(name="林向晚"), evidence=words
    )
    return client.get(reverse("admin:events_event_change", args=[event.pk]))


def change(client, record: Model, **values: object) -> HttpResponse:
    """Save a record's own page with these values."""
    name = record._meta.model_name
    url = reverse(f"admin:events_{name}_change", args=[record.pk])
    return client.post(url, typed(client.get(url), f"{name}_form", **values))


@pytest.mark.django_db
def test_a_row_changed_on_its_own_page_makes_the_page_of_the_event_stale(
    client, opened
):
    part = Participation.objects.get()
    assert change(client, part, role="讲话").status_code == 302
    url = opened.request["PATH_INFO"]
    refused = client.post(url, typed(opened, "event_form", place="市会堂"))
    html = refused.content.decode()
    assert refused.status_code == 200
    assert ("<del>讲话</del>" in html, "<ins>主持人</ins>" in html) == (
        True,
        True,
    )
    assert Form(html, "event_form").fields["place"] == "市会堂"
    part.refresh_from_db()
    assert (part.role, part.event.place) == ("讲话", "")
    assert (
        client.post(
            url, typed(client.get(url), "event_form", place="市会堂")
        ).status_code
        == 302
    )


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["added", "deleted", "moved"])
def test_a_row_that_came_or_went_makes_the_page_of_the_event_stale(
    client, opened, what
):
    part = Participation.objects.get()
    if what == "added":
        make_participation(
            event=part.event,
            person=make_person(name="周易安"),
            evidence=part.evidence,
        )
    elif what == "deleted":
        part.delete()
    else:
        assert (
            change(
                client, part, event=make_event(title="闭幕大会").pk
            ).status_code
            == 302
        )
    refused = client.post(
        opened.request["PATH_INFO"], typed(opened, "event_form", place="市会堂")
    )
    assert refused.status_code == 200
    assert (
        "<del>周易安 主持人</del>" in refused.content.decode()
        or what != "added"
    )


@pytest.mark.django_db
def test_a_part_of_an_event_saved_on_its_own_page_is_in_nobodys_way(
    client, opened
):
    event = Participation.objects.get().event
    part = make_event(title="第一次会议", parent=event)
    page = client.get(opened.request["PATH_INFO"])
    assert change(client, part, place="市会堂").status_code == 302
    assert (
        client.post(
            opened.request["PATH_INFO"],
            typed(page, "event_form", place="市会堂"),
        ).status_code
        == 302
    )


@pytest.mark.django_db
def test_what_goes_with_an_event_is_told_in_words(client):
    client.force_login(make_user(username="root", superuser=True))
    article = make_article(body="上午，大会开幕。")
    words = make_evidence(article=article, words="大会开幕")
    event = make_event(kind="session", evidence=words)
    FieldEvidence.objects.create(
        event=event, field="kind", value="session", evidence=words
    )
    asked = client.get(reverse("admin:events_event_delete", args=[event.pk]))
    told = asked.content.decode()
    assert "栏目所据原文: 类别: 大会" in told
    assert "Event" not in told.partition("<body")[2]


@pytest.mark.django_db
@pytest.mark.parametrize(("present", "count"), [(336, 0), (330, 1)])
def test_a_save_that_contradicts_is_told_at_once(client, present, count):
    client.force_login(make_user(username="root", superuser=True))
    article = make_article(body="应到348名，请假12名，实到336名。大会开幕。")
    words = make_evidence(article=article, words="大会开幕")
    numbers = make_evidence(article=article, words="应到348名，请假12名")
    event = make_event(
        evidence=words,
        attendance_expected=348,
        attendance_absent=12,
        attendance_present=336,
        attendance_evidence=numbers,
    )
    page = reverse("admin:events_event_change", args=[event.pk])
    sent = typed(client.get(page), "event_form", attendance_present=present)
    shown = client.post(page, sent | {"_continue": "1"}, follow=True)
    html = shown.content.decode()
    event.refresh_from_db()
    assert event.attendance_present == present
    bench = reverse("desk-page", args=[article.page_id])
    assert html.count(f"{bench}?case=") == count
    assert article.findings.filter(rule="sum_differs").count() == count
