"""What readers see, and who may sign, follows a step and its undoing."""

import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from articles.models import Article, Publication
from editorial.change_log import latest_change, logged
from editorial.correcting import correct
from editorial.deciding import accept, defer, dismiss
from editorial.merging import MergingEvents, MergingPeople
from editorial.merging.merger import merge
from editorial.models import Step
from editorial.publishing import publish
from editorial.publishing.checking import unlike_publications
from editorial.publishing.following import show_person
from editorial.reviewing import obstacle
from editorial.steps.taking import taking_step
from editorial.steps.undoing import undo
from events.models import PublicEvent
from people.models import PublicPerson
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_finding,
    make_mention,
    make_participation,
    make_person,
    make_user,
    show_as_it_stands,
)
from tests.conftest import with_permissions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "林向晚主持会议。林向皖出席。"


@pytest.fixture
def by(db):
    return make_user(username="by", superuser=True)


@pytest.fixture
def article():
    return make_article(body=BODY, published=True)


def newest() -> Step:
    return Step.objects.newest_first().first()


# Readers


def test_readers_see_people_who_are_parted_again(article, by):
    stays, goes = make_person(name="林向晚"), make_person(name="林向皖")
    words = make_evidence(article=article, words="林向皖出席")
    make_participation(
        event=make_event(evidence=words), person=goes, evidence=words
    )
    for person in (stays, goes):
        make_mention(article=article, name=person.name, person=person)
    merge(MergingPeople, stays.pk, [goes.pk], by=by, reason="同一人。")
    assert set(PublicPerson.objects.values_list("pk", flat=True)) == {stays.pk}
    assert latest_change("person", goes.pk).happened == "merged"
    merging = newest()
    undo(merging, by)
    shown = set(PublicPerson.objects.values_list("pk", flat=True))
    assert shown == {stays.pk, goes.pk}
    assert latest_change("person", goes.pk).happened == "published"
    assert not list(unlike_publications())
    undo(newest(), by)
    assert set(PublicPerson.objects.values_list("pk", flat=True)) == {stays.pk}
    assert latest_change("person", goes.pk).happened == "merged"
    assert not list(unlike_publications())


def test_readers_see_events_that_are_parted_again(article, by):
    stays = make_event(
        evidence=make_evidence(article=article, words="林向晚主持会议")
    )
    goes = make_event(
        title="闭幕大会", evidence=make_evidence(article=article, words="出席")
    )
    merge(MergingEvents, stays.pk, [goes.pk], by=by, reason="同一场。")
    assert PublicEvent.objects.count() == 1
    undo(newest(), by)
    assert PublicEvent.objects.count() == 2
    assert not list(unlike_publications())


def test_readers_see_a_name_taken_back_at_once(article, by):
    person = make_person(name="林向晚")
    make_mention(article=article, name="林向晚", person=person)
    with logged(), taking_step("", by) as step:
        step.watch(person)
        person.name = "林晚"
        person.save()
        show_person(person.pk)
    assert PublicPerson.objects.get().name == "林晚"
    undo(step.step, by)
    assert PublicPerson.objects.get().name == "林向晚"


def test_an_issues_day_taken_back_is_published_in_its_place(article, by):
    issue = article.page.issue
    with logged(), taking_step("", by) as step:
        step.watch(issue)
        issue.date = dt.date(2021, 9, 30)
        issue.save()
    article.refresh_from_db()
    show_as_it_stands(article)
    undo(step.step, by)
    current = Publication.objects.current().get()
    assert (current.day, current.reason) == (dt.date(2021, 9, 28), "metadata")
    article.refresh_from_db()
    assert article.day == current.day


def test_a_correction_undone_after_signing_is_signed_again(
    sign_all, reviewers, editor, by
):
    article = make_article(body=BODY)
    correct(article, texts={"body": "全都重写。"}, by=editor, version=1)
    sign_all(article)
    publish(article, reviewers[2])
    undo(Step.objects.get(kind="text"), by)
    article.refresh_from_db()
    assert (article.status, article.body) == (Article.Status.IMPORTED, BODY)
    assert not article.reviews.standing().exists()
    assert Publication.objects.current().get().content["body"] == "全都重写。"


def test_a_fact_undone_after_signing_is_signed_again(sign_all, by):
    article = make_article(body=BODY)
    words = make_evidence(article=article, words="林向晚主持会议")
    event = make_event(evidence=words)
    with taking_step("", by) as step:
        step.watch(event)
        event.place = "会堂"
        event.save()
    sign_all(article)
    undo(step.step, by)
    article.refresh_from_db()
    assert article.status == Article.Status.IMPORTED


def test_a_mark_undone_counts_a_version(by):
    article = make_article(body=BODY)
    mention = make_mention(article=article, name="林向晚")
    with taking_step("", by) as step:
        step.watch(mention)
        mention.person = make_person(name="林向晚")
        mention.save()
    undo(step.step, by)
    article.refresh_from_db()
    assert article.version == 2


# Who may sign


def test_who_took_part_in_words_or_facts_signs_none_of_them(
    editor, reviewers, by
):
    article = make_article(body=BODY)
    words = make_evidence(article=article, words="林向晚主持会议")
    event = make_event(evidence=words)
    correct(article, texts={"headline": "新题"}, by=editor, version=1)
    undo(newest(), with_permissions(reviewers[1], "undo_steps_of_others"))
    with taking_step("", by) as step:
        step.watch(event)
        event.place = "会堂"
        event.save()
    assert Step.objects.changers_of(article) == {
        editor.pk,
        reviewers[1].pk,
        by.pk,
    }
    article.refresh_from_db()
    second = User.objects.get(pk=reviewers[1].pk)
    assert "have changed" in obstacle(article, "first", second)
    assert not obstacle(article, "first", reviewers[0])


def test_an_accepted_finding_counts_and_one_only_decided_does_not(editor, by):
    article = make_article(body=BODY)
    place = {"part": "body", "start": 0, "end": 3, "exact": "林向晚"}
    findings = [
        make_finding(
            page=article.page,
            article=article,
            message=f"{number}",
            replacement="林晚",
            **place,
        )
        for number in range(3)
    ]
    dismiss(findings[0], by, "原文如此。")
    defer(findings[1], by)
    assert Step.objects.changers_of(article) == set()
    accept(findings[2], editor)
    assert Step.objects.changers_of(article) == {editor.pk}


def test_merging_whom_an_article_names_counts(by):
    article = make_article(body=BODY)
    people = [make_person(name=name) for name in ("林向晚", "林向皖")]
    for person in people:
        make_mention(article=article, name=person.name, person=person)
    keys = [person.pk for person in people]
    merge(MergingPeople, keys[0], keys[1:], by=by, reason="同一人。")
    assert Step.objects.changers_of(article) == {by.pk}


def test_a_publication_lets_everybody_begin_anew(editor, sign_all, reviewers):
    article = make_article(body=BODY)
    correct(article, texts={"headline": "新题"}, by=editor, version=1)
    sign_all(article)
    publish(article, reviewers[2])
    assert Step.objects.changers_of(article) == set()
    correct(article, texts={"headline": "题"}, by=reviewers[0], version=2)
    assert Step.objects.changers_of(article) == {reviewers[0].pk}
    with pytest.raises(ValidationError, match="have changed"):
        sign_all(article)


def test_another_articles_words_are_nobodys_change_here(editor, by):
    article = make_article(body=BODY)
    other = make_article(body=BODY)
    correct(other, texts={"headline": "新题"}, by=editor, version=1)
    person = make_person()
    with taking_step("", by) as step:
        step.watch(person)
        person.note = "记者"
        person.save()
    assert Step.objects.changers_of(article) == set()
    assert list(Step.objects.about(other.pk)) == list(
        Step.objects.filter(by=editor)
    )
