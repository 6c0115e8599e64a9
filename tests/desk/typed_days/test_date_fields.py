"""Dates in the forms of the desk, typed as people write them."""

import datetime as dt

import pytest
from django.urls import reverse

from articles.models import Issue
from desk.typed_days.date_fields import DayField, PartialDateField
from editorial.models import Step
from events.models import CongressSpan, Event
from people.models import Membership, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_person,
    make_user,
    saved,
)
from tests.desk.saved_forms import page_of, saving
from tests.desk.typed import typed

pytestmark = pytest.mark.django_db
NO_YEAR = "Type the year too: nothing here says which one it is."


@pytest.fixture
def editor(client):
    client.force_login(make_user(superuser=True))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def words():
    """Words of an article of 28 September 2021."""
    article = make_article(body="林向晚主持会议，周易安讲话。")
    return make_evidence(article=article, words="林向晚主持会议")


@pytest.mark.parametrize(
    ("as_typed", "edtf"),
    [
        ("2021年9月28日", "2021-09-28"),
        ("2021/9/28", "2021-09-28"),
        ("二〇二一年九月二十八日", "2021-09-28"),
        ("2021年9月", "2021-09"),
        ("9月27日至29日", "2021-09-27/2021-09-29"),
        ("2021-09~", "2021-09~"),
    ],
)
def test_an_events_date_is_typed_as_people_write_it(editor, as_typed, edtf):
    event = make_event()
    step = saving(editor, event, edtf=as_typed)
    event.refresh_from_db()
    assert event.edtf == edtf
    assert step.by.is_superuser


def test_a_date_written_otherwise_is_no_change(editor):
    event = make_event()
    page = editor.get(page_of(event))
    editor.post(page_of(event), typed(page, "event_form", edtf="9月27日"))
    assert not Step.objects.exists()


def test_the_year_of_a_new_event_comes_from_the_issue_of_its_words(
    editor, words
):
    url = reverse("admin:events_event_add")
    form = typed(editor.get(url), "event_form", title="汇报会", edtf="9月27日")
    refused = editor.post(url, form)
    assert NO_YEAR in refused.content.decode()
    assert editor.post(url, form | {"evidence": words.pk}).status_code == 302
    assert Event.objects.get().edtf == "2021-09-27"


def test_a_date_that_is_none_is_refused_and_stays_in_its_field(editor):
    event = make_event()
    page = editor.get(page_of(event))
    refused = editor.post(
        page_of(event), typed(page, "event_form", edtf="2021年2月30日")
    )
    assert "There is no such day." in refused.content.decode()
    assert typed(refused, "event_form")["edtf"] == "2021年2月30日"


def test_the_forms_are_told_beside_the_field(editor):
    for record in (make_event(), membership_of(make_person(name="林向晚"))):
        html = editor.get(page_of(record)).content.decode()
        assert "2021年9月 or 9月27日至29日, or EDTF" in html


def membership_of(person) -> Membership:
    post = saved(Post(label="局长"))
    return saved(
        Membership(person=person, post=post, stated_on=dt.date(2021, 9, 28))
    )


def test_a_post_is_held_from_a_day_of_the_year_that_states_it(editor):
    held = membership_of(make_person(name="林向晚"))
    saving(editor, held, start_date="3月1日", stated_on="2021年9月28日")
    held.refresh_from_db()
    assert (held.start_date, held.stated_on) == (
        "2021-03-01",
        dt.date(2021, 9, 28),
    )


def test_posts_in_the_rows_of_a_person_are_dated_alike(editor):
    held = membership_of(make_person(name="林向晚"))
    saving(editor, held.person, memberships__0__end_date="二〇二一年九月")
    held.refresh_from_db()
    assert held.end_date == "2021-09"


def test_the_span_of_a_congress_takes_the_year_of_its_words(editor, words):
    event = make_event(kind=Event.Kind.CONGRESS)
    saving(
        editor,
        event,
        spans__TOTAL_FORMS=1,
        spans__0__first_day="9月27日",
        spans__0__last_day="2021/9/28",
        spans__0__evidence=words.pk,
    )
    span = CongressSpan.objects.get()
    assert (span.first_day, span.last_day) == (
        dt.date(2021, 9, 27),
        dt.date(2021, 9, 28),
    )


def test_days_of_other_records_are_typed_alike(editor):
    issue = make_article().page.issue
    saving(editor, issue, date="9月29日")
    assert Issue.objects.get().date == dt.date(2021, 9, 29)


def test_fields_without_a_form_ask_for_the_year():
    day = dt.date(2021, 9, 27)
    assert DayField().clean("2021年9月27日") == day
    assert DayField().clean(day) == day
    assert PartialDateField(required=False).clean("") == ""
    assert not DayField().has_changed(day, "二〇二一年九月二十七日")
    assert PartialDateField().has_changed("2021-09-27", "9月27日")
