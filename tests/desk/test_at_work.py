"""The front page says who is at what, and to who leads the office what the week was."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import User
from django.urls import reverse

from desk.today.at_work import colleagues_at_work, reserved_by_others
from editorial.correcting import correct
from editorial.office.holding import reserve
from editorial.office.reading_pace import fast_signatures
from editorial.publishing import publish
from editorial.reviewing import sign
from people.models import Pair
from tests.builders import make_article, make_page, make_person, make_user
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
NINE = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def colleague():
    return make_user(username="周", first_name="周编辑")


def at_work_beside(user):
    return colleagues_at_work(reserved_by_others(user).values())


def test_what_a_colleague_holds_is_told_with_where_it_is_dealt_with(colleague):
    page = make_page()
    article = make_article(page=page, headline="大会开幕")
    pair = Pair.objects.create(
        first=make_person(name="林晚"), second=make_person(name="林碗")
    )
    for record in (page, article, pair):
        reserve(f"{record._meta.model_name}:{record.pk}", colleague)
    reserve("page:99999", make_user(username="吴"))
    desk = member("an-editor", "Editors")
    told = at_work_beside(desk.user)
    assert {each.address for each in told} == {
        reverse("desk-page", args=[page.pk]),
        reverse("desk-review", args=[article.pk]),
        f"{reverse('desk-near')}?pair={pair.pk}",
    }
    shown = text_of(desk.get(reverse("admin:index")))
    _before, _title, card = shown.partition("At work just now")
    assert "大会开幕" in card
    assert "周编辑" in card


def test_one_s_own_reservations_are_not_told_twice(colleague):
    reserve(f"page:{make_page().pk}", colleague)
    assert not at_work_beside(colleague)


def signed(article, step, by, at):
    with time_machine.travel(at, tick=False):
        sign(
            article,
            step=step,
            decision="approved",
            opinion="同意。",
            by=by,
            version=article.version,
        )


@pytest.fixture
def reviewer():
    return make_user(username="初审", superuser=True)


@pytest.fixture
def articles():
    page = make_page()
    return [make_article(page=page, body="大会开幕。" * 50) for _ in range(3)]


@pytest.mark.parametrize(("seconds", "count"), [(9, 1), (10, 0), (600, 0)])
def test_who_signs_faster_than_anybody_reads_is_told(
    reviewer, articles, seconds, count
):
    later = NINE + dt.timedelta(seconds=seconds)
    signed(articles[0], "first", reviewer, NINE)
    signed(articles[1], "first", reviewer, later)
    # Somebody else's signature a second later says nothing.
    other = make_user(username="复审", superuser=True)
    signed(articles[1], "second", other, later + dt.timedelta(seconds=1))
    found = fast_signatures(NINE - DAY)
    assert [(each.seconds, each.characters) for each in found] == [
        (seconds, 250)
    ] * count
    assert not fast_signatures(NINE + DAY)


def test_a_correction_of_what_was_published_is_read_faster(
    reviewer, articles, sign_all, reviewers
):
    with time_machine.travel(NINE - 30 * DAY, tick=False):
        publish(sign_all(articles[1]), reviewers[-1])
    article = articles[1]
    with time_machine.travel(NINE - DAY, tick=False):
        correct(
            article,
            texts={"headline": "新题"},
            by=make_user(username="改"),
            version=article.version,
        )
    signed(articles[0], "first", reviewer, NINE)
    article.refresh_from_db()
    signed(article, "first", reviewer, NINE + dt.timedelta(seconds=3))
    assert not fast_signatures(NINE - DAY)


def test_the_week_is_shown_to_who_leads_the_office_alone(reviewer, articles):
    home = reverse("admin:index")
    desk = member("an-editor", "Editors")
    assert "The last seven days" not in text_of(desk.get(home))
    signed(articles[0], "first", reviewer, NINE)
    signed(articles[1], "first", reviewer, NINE + dt.timedelta(seconds=2))
    with time_machine.travel(NINE + DAY, tick=False):
        desk.force_login(User.objects.get(username="初审"))
        shown = text_of(desk.get(home))
    _before, _title, week = shown.partition("The last seven days")
    assert "250 characters in 2 s" in week
