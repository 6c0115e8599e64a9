"""Dates counted from an issue's date are to be looked at again when that is another one."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article, Issue
from editorial.change_log import logged
from editorial.models import Step
from editorial.office.counted_days import (
    confirm_counted_day,
    days_to_check,
    mark_counted_days,
)
from editorial.office.waiting import stating_lost_words
from editorial.publishing.metadata import publish_in_place
from editorial.publishing.signed.article_content import content_of
from editorial.steps.taking import taking_step
from editorial.steps.undoing import undo
from events.models import FieldEvidence, PublicEvent
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_user,
    saved,
    show_as_it_stands,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
PRINTED = dt.date(2021, 9, 28)
OTHER = dt.date(2021, 9, 29)
YESTERDAY = "昨日，大会开幕"
WHOLE = "2021年9月20日，筹备会召开"


@pytest.fixture
def by(db):
    return make_user(username="by", superuser=True)


@pytest.fixture
def article():
    article = make_article(body=f"{YESTERDAY}。{WHOLE}。", published=True)
    tell(article, YESTERDAY, "2021-09-27", PRINTED)
    tell(article, WHOLE, "2021-09-20", None)
    show_as_it_stands(article)
    return article


def tell(article, words, edtf, counted_from):
    evidence = make_evidence(article=article, words=words)
    event = make_event(title=words[-5:], edtf=edtf, evidence=evidence)
    saved(
        FieldEvidence(
            event=event,
            field="edtf",
            value=edtf,
            evidence=evidence,
            counted_from=counted_from,
        )
    )


def put_right(article, day, by):
    """Give the issue of an article another date, as the desk does."""
    issue = Issue.objects.get()
    with logged(), taking_step("", by) as step:
        step.watch(issue)
        issue.date = day
        issue.save()
        publish_in_place([article.pk], by)
    article.refresh_from_db()
    return Step.objects.newest_first().first()


def marked(article):
    return [day.evidence.exact for day in days_to_check(article)]


def told(article):
    return {
        fact["value"]["value"]
        for fact in content_of(article)["facts"]
        if fact["field"] == "edtf"
    }


def test_dates_counted_from_the_issue_are_marked_and_whole_ones_are_not(
    article, by
):
    assert (marked(article), told(article)) == (
        [],
        {"2021-09-27", "2021-09-20"},
    )
    put_right(article, OTHER, by)
    assert marked(article) == [YESTERDAY]
    assert list(stating_lost_words()) == [article]
    assert told(article) == {"2021-09-20"}


def test_readers_see_what_was_signed_until_the_date_is_signed_again(
    article, by
):
    put_right(article, OTHER, by)
    assert article.publications.current().get().day == OTHER
    assert PublicEvent.objects.filter(edtf="2021-09-27").exists()
    assert article.status == Article.Status.IMPORTED


def test_undoing_the_change_takes_the_mark_away(article, by):
    step = put_right(article, OTHER, by)
    undo(step, by)
    article.refresh_from_db()
    assert (marked(article), article.day) == ([], PRINTED)
    assert not stating_lost_words().exists()


def test_a_confirmed_date_stands_and_waits_no_more(article, by):
    put_right(article, OTHER, by)
    (day,) = days_to_check(article)
    confirm_counted_day(article, day.pk, by)
    assert marked(article) == []
    assert told(article) == {"2021-09-27", "2021-09-20"}
    day.refresh_from_db()
    assert day.counted_from == OTHER
    undo(Step.objects.newest_first().first(), by)
    assert marked(article) == [YESTERDAY]


def test_a_date_that_nobody_has_to_look_at_is_not_confirmed(article, by):
    day = FieldEvidence.objects.get(value="2021-09-27")
    with pytest.raises(ValidationError, match="Nothing is to be looked at"):
        confirm_counted_day(article, day.pk, by)
    assert not Step.objects.exists()


def test_who_may_change_no_article_confirms_no_date(article, by):
    put_right(article, OTHER, by)
    (day,) = days_to_check(article)
    with pytest.raises(PermissionDenied):
        confirm_counted_day(article, day.pk, make_user(username="reader"))


@pytest.mark.parametrize(
    "days", [(OTHER, PRINTED), (OTHER, OTHER), (OTHER, dt.date(2021, 9, 30))]
)
def test_the_mark_depends_on_the_date_alone_whatever_it_was_between(
    article, by, days
):
    for day in days:
        put_right(article, day, by)
    assert (marked(article) == []) is (days[-1] == PRINTED)


def test_marking_again_changes_nothing(article, by, django_assert_num_queries):
    put_right(article, OTHER, by)
    with django_assert_num_queries(2):
        mark_counted_days([article.pk])
    assert marked(article) == [YESTERDAY]
