"""A step is seen by comparison: verbs within join it, what is rolled back is none of it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from editorial.correcting import correct
from editorial.deciding import accept, dismiss
from editorial.models import Finding, Step
from editorial.steps.taking import grouped_steps, taking_step
from people.models import OtherName, Person
from tests.builders import (
    make_article,
    make_finding,
    make_mention,
    make_person,
    make_user,
    saved,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def by(db):
    return make_user(username="by", superuser=True)


def test_verbs_within_are_one_step_that_says_what_they_say(by):
    article = make_article(body="甲乙丙。")
    finding = make_finding(page=article.page, article=article)
    with taking_step("", by) as step:
        correct(
            article, texts={"body": "甲乙。"}, by=by, version=1, reason="核。"
        )
        dismiss(finding, by, "原文如此。")
    only = Step.objects.get()
    assert step.step == only
    assert (only.kind, only.reason, only.article) == ("text", "核。", article)
    assert only.page == article.page
    kinds = set(only.rows.values_list("kind", flat=True))
    assert {"article", "finding"} <= kinds


def test_a_verb_that_fails_within_leaves_nothing_of_it(by):
    article = make_article(body="甲乙丙。")
    gone = make_finding(
        page=article.page,
        article=article,
        part="body",
        start=0,
        end=1,
        exact="丁",
        replacement="戊",
    )
    with taking_step("", by):
        with pytest.raises(ValidationError):
            accept(gone, by)
        correct(article, texts={"body": "甲。"}, by=by, version=1)
    gone.refresh_from_db()
    assert gone.status == Finding.Status.OPEN
    kinds = Step.objects.get().rows.values_list("kind", flat=True)
    assert set(kinds) == {"article"}


def test_only_fields_that_changed_are_kept_and_texts_as_they_are(by):
    article = make_article(headline="题", body="甲\n乙。")
    correct(article, texts={"body": "甲\n丙。"}, by=by, version=1)
    row = Step.objects.get().rows.get()
    assert (row.kind, row.key) == ("article", article.pk)
    assert (row.before, row.after) == (
        {"body": "甲\n乙。"},
        {"body": "甲\n丙。"},
    )


def test_what_was_made_and_deleted_is_kept_whole(by):
    person = make_person(name="何田")
    name = saved(OtherName(person=person, name="小何"))
    with taking_step("", by) as step:
        step.watch(person)
        OtherName.objects.get(pk=name.pk).delete()
        other = saved(OtherName(person=person, name="老何"))
    rows = {row.key: row for row in step.step.rows.all()}
    assert rows[name.pk].after is None
    assert rows[name.pk].before["name"] == "小何"
    assert rows[other.pk].before is None
    assert rows[other.pk].after["person_id"] == person.pk


def test_what_is_rolled_back_is_no_step(by):
    person = make_person()
    with pytest.raises(ZeroDivisionError), taking_step("", by) as step:
        _fail(step, person)
    assert not Step.objects.exists()
    # The next one begins anew.
    with taking_step("", by) as step:
        step.watch(person)
    assert step.step is None


def _fail(step, person) -> None:
    step.watch(person)
    person.note = "甲"
    person.save()
    raise ZeroDivisionError


def test_a_step_is_in_the_transaction_of_what_it_tells(by):
    person = make_person()
    with transaction.atomic():
        with taking_step("", by) as step:
            step.watch(person)
            Person.objects.update(note="甲")
        transaction.set_rollback(True)
    assert not Step.objects.exists()


def test_each_group_is_its_own(by):
    people = [make_person(name=name) for name in ("甲", "乙", "丙")]
    with grouped_steps():
        for person in people[:2]:
            _note(person, by)
    _note(people[2], by)
    groups = [step.group for step in Step.objects.order_by("pk")]
    assert groups[0] == groups[1] is not None
    assert groups[2] is None


def _note(person, by) -> None:
    with taking_step("", by) as step:
        step.watch(person)
        person.note = "甲"
        person.save()


def test_a_step_costs_the_same_with_1_mark_and_with_20(by):
    def cost(number: int) -> int:
        names = [f"人物{chr(0x4E00 + place)}" for place in range(number)]
        article = make_article(body="。".join(names))
        for name in names:
            make_mention(article=article, name=name)
        texts = {"body": f"前{article.body}"}
        with CaptureQueriesContext(connection) as queries:
            correct(article, texts=texts, by=by, version=1)
        return len(queries)

    assert cost(1) == cost(20)
