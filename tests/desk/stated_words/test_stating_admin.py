"""Words that state a fact, typed where the fact is edited."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from articles.models import Article, Evidence
from desk.stated_words import stating_forms
from events.models import Delegation, Event, Participation, Vote
from people.models import Membership, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_participation,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.desk.members import member, text_of
from tests.desk.saved_forms import as_in_english, one_step, page_of, undone
from tests.desk.typed import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = (
    "林向晚主持会议。\n周易安讲话。\n会议由林向晚主持，赞成300票，赞成300票。"
)


@pytest.fixture
def desk():
    return member("an-editor", "Editors")


@pytest.fixture
def article():
    return make_article(headline="市委会议召开", body=BODY)


@pytest.fixture
def event(article):
    words = make_evidence(article=article, words="林向晚主持会议")
    return make_event(evidence=words)


def form_of(desk, event, **changes):
    return typed(desk.get(page_of(event)), "event_form", **changes)


def row_of_a_participant(**changes):
    return {
        "participations__TOTAL_FORMS": 1,
        "participations__0__person": make_person(name="周易安").pk,
        "participations__0__role": "讲话",
        "participations__0__position": 0,
    } | {f"participations__0__{name}": value for name, value in changes.items()}


def test_the_words_of_a_new_row_are_marked_in_one_step(desk, event, article):
    version = article.version
    data = form_of(desk, event, **row_of_a_participant(words="周易安讲话"))
    step = one_step(desk, page_of(event), data)
    made = Participation.objects.get().evidence
    assert (made.exact, made.article, made.part) == (
        "周易安讲话",
        article,
        "body",
    )
    assert BODY[made.start : made.end] == "周易安讲话"
    article.refresh_from_db()
    assert article.version == version + 1
    assert "undone" in undone(desk, step)
    assert not Participation.objects.exists()
    assert Evidence.objects.count() == 1


def test_words_marked_already_are_not_marked_twice(desk, event):
    words = Evidence.objects.get()
    data = form_of(desk, event, **row_of_a_participant(words=words.exact))
    one_step(desk, page_of(event), data)
    assert Participation.objects.get().evidence == words


def test_of_several_places_one_is_asked_for(desk, event):
    row = row_of_a_participant(words="林向晚")
    refused = desk.post(page_of(event), form_of(desk, event, **row))
    assert "These words stand in several places" in text_of(refused)
    assert "…周易安讲话。\n会议由【林向晚】主持" in text_of(refused).replace(
        "林向晚主持会议。\n", ""
    )
    assert not Participation.objects.exists()
    assert Evidence.objects.count() == 1
    again = typed(refused, "event_form")
    second = BODY.rindex("林向晚")
    assert again["participations-0-words"] == "林向晚"
    again["participations-0-words-at"] = f"body::{second}"
    one_step(desk, page_of(event), again)
    assert Participation.objects.get().evidence.start == second


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("从未登载", "These words do not stand there."),
        ("", "This field is required."),
    ],
)
def test_words_that_stand_nowhere_are_refused(desk, event, words, why):
    row = row_of_a_participant(words=words)
    refused = desk.post(page_of(event), form_of(desk, event, **row))
    assert refused.status_code == 200
    said = text_of(refused)
    reasons = ("These words do not stand there.", "This field is required.")
    assert [reason for reason in reasons if reason in said] == [why]
    assert not Participation.objects.exists()


def test_words_without_an_article_are_refused(desk):
    event = make_event()
    row = row_of_a_participant(words="林向晚")
    refused = desk.post(page_of(event), form_of(desk, event, **row))
    assert "Choose the article of these words first." in text_of(refused)


def test_other_words_take_the_place_of_those_of_a_row(desk, event):
    part = make_participation(
        event=event,
        person=make_person(name="林向晚"),
        evidence=Evidence.objects.get(),
    )
    words = "会议由林向晚主持"
    data = form_of(desk, event, participations__0__words=words)
    one_step(desk, page_of(event), data)
    part.refresh_from_db()
    assert part.evidence.exact == words


def test_words_of_an_event_are_added_to_those_it_has(desk, event):
    one_step(desk, page_of(event), form_of(desk, event, words="周易安讲话"))
    stated = {words.exact for words in event.evidence.all()}
    assert stated == {"林向晚主持会议", "周易安讲话"}


def test_a_new_event_is_stated_from_its_article(desk, article):
    page = desk.get(reverse("admin:articles_article_change", args=[article.pk]))
    url = reverse("admin:events_event_add") + f"?words_in={article.pk}"
    assert f'href="{url}"' in text_of(page)
    add = desk.get(url)
    assert "周易安讲话" in text_of(add)
    data = typed(add, "event_form", title="会议", edtf="2021-09-27")
    one_step(desk, url, data | {"words": "周易安讲话"})
    assert Event.objects.get().evidence.get().exact == "周易安讲话"


def test_a_post_is_stated_by_words_and_a_caption_has_words_too(desk, article):
    photo = make_photo(article=article, caption="图为局长林向晚")
    held = saved(
        Membership(
            person=make_person(name="林向晚"), post=saved(Post(label="局长"))
        )
    )
    url = f"{page_of(held)}?words_in={article.pk}"
    data = typed(desk.get(url), "membership_form", words="局长林向晚")
    one_step(desk, url, data)
    made = held.evidence.get()
    assert (made.photo, made.part, made.exact) == (
        photo,
        "caption",
        "局长林向晚",
    )


def test_a_participation_is_stated_anew_on_its_own_page(desk, event):
    part = make_participation(
        event=event,
        person=make_person(name="林向晚"),
        evidence=Evidence.objects.get(),
    )
    url = page_of(part)
    data = typed(desk.get(url), "participation_form", words="周易安讲话")
    one_step(desk, url, data)
    part.refresh_from_db()
    assert part.evidence.exact == "周易安讲话"


def test_two_votes_are_not_stated_by_the_same_words(desk, event):
    rows = {"votes__TOTAL_FORMS": 2}
    for number, subject in enumerate(("报告", "办法")):
        rows |= {
            f"votes__{number}__subject": subject,
            f"votes__{number}__in_favour": 300,
            f"votes__{number}__words": "周易安讲话",
        }
    refused = desk.post(page_of(event), form_of(desk, event, **rows))
    assert "These words are marked already." in text_of(refused)
    assert not Vote.objects.exists()


def test_a_row_that_is_deleted_marks_nothing(desk, event):
    words = Evidence.objects.get()
    saved(Delegation(event=event, number=1, origin="市直", evidence=words))
    data = form_of(
        desk,
        event,
        delegations__0__words="周易安讲话",
        delegations__0__DELETE="on",
    )
    one_step(desk, page_of(event), data)
    assert Evidence.objects.get() == words


def test_who_may_only_look_is_asked_for_no_words(event):
    reader = member("a-reviewer", "Reviewers")
    page = reader.get(page_of(event))
    assert page.status_code == 200
    assert "data-words" not in text_of(page)
    assert "data-source" not in text_of(page)


def test_rows_of_a_long_list_send_no_field_of_words(desk, event, monkeypatch):
    make_participation(
        event=event,
        person=make_person(name="林向晚"),
        evidence=Evidence.objects.get(),
    )
    assert "participations-0-words" in form_of(desk, event)
    monkeypatch.setattr(stating_forms, "MOST_ROWS", 0)
    data = form_of(desk, event, participations__0__rank=1)
    assert "participations-0-words" not in data
    one_step(desk, page_of(event), data)
    assert Participation.objects.get().rank == 1


def test_the_count_of_an_event_is_stated_by_words(desk, event):
    numbers = {"attendance_expected": 300, "attendance_present": 300}
    data = form_of(desk, event, **numbers)
    refused = desk.post(page_of(event), data)
    assert "Numbers of delegates need the words" in text_of(refused)
    refused = desk.post(
        page_of(event), form_of(desk, event, **numbers, attendance_words="无")
    )
    assert "These words do not stand there." in text_of(refused)
    assert typed(refused, "event_form")["attendance_words"] == "无"
    words = "会议由林向晚主持"
    data = form_of(desk, event, **numbers, attendance_words=words)
    step = one_step(desk, page_of(event), data)
    event.refresh_from_db()
    assert event.attendance_evidence.exact == words
    assert event.attendance_present == 300
    assert "undone" in undone(desk, step)
    event.refresh_from_db()
    assert event.attendance_evidence is None


def test_who_may_not_mark_words_marks_none_by_sending_them(event):
    user = make_user(username="no-marker", is_staff=True)
    names = ("change_event", "view_event")
    allowed = Permission.objects.filter(codename__in=names)
    user.user_permissions.set(allowed)
    client = as_in_english(Client(), "no-marker")
    data = form_of(client, event)
    assert "words" not in data
    sent = data | {"words": "周易安讲话", "words_in": Article.objects.get().pk}
    assert client.post(page_of(event), sent).status_code == 403
    assert Evidence.objects.count() == 1
