"""Each save in the admin is one step, which can be undone."""

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import Finding, Step
from events.models import Event, Participation
from importing.models import FixedExpression
from people.models import Membership, Person, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_finding,
    make_mention,
    make_participation,
    make_person,
    make_user,
    saved,
)
from tests.desk.saved_forms import (
    as_in_english,
    member,
    one_step,
    page_of,
    saving,
    undone,
)
from tests.desk.typed import typed
from tests.editorial.steps.whole import whole

pytestmark = pytest.mark.django_db
BODY = "会议由林向晚主持。\n各代表团分组讨论。"


@pytest.fixture
def root(client):
    make_user(username="root", superuser=True, first_name="周编辑")
    return as_in_english(client, "root")


@pytest.fixture
def article():
    article = make_article(body=BODY)
    make_mention(article=article, name="林向晚", person=make_person())
    return article


# One step for each form


def test_an_article_with_its_rows_is_one_step(root, article):
    finding = make_finding(page=article.page, article=article)
    before = whole()
    step = saving(
        root,
        article,
        headline="新题",
        mentions__0__name="林晚",
        dateline_place="滨江",
        reason="核对。",
        _accept=str(finding.pk),
    )
    assert (step.article, step.reason) == (article, "核对。")
    undone(root, step)
    assert whole() == before


def test_an_event_with_its_facts_is_one_step(root, article):
    words = make_evidence(article=article, words="林向晚主持")
    event = make_event(evidence=words)
    make_participation(event=event, person=Person.objects.get(), evidence=words)
    before = whole()
    step = saving(
        root,
        event,
        place="会堂",
        participations__0__role="报告人",
        participations__0__rank="2",
    )
    assert step.kind == "event"
    assert set(step.changed.all()) == {article}
    undone(root, step)
    assert whole() == before


def test_a_post_with_those_who_hold_it_is_one_step(root):
    post = saved(Post(label="市长"))
    holder = saved(Membership(person=make_person(), post=post))
    before = whole()
    step = saving(
        root,
        post,
        memberships__TOTAL_FORMS="2",
        memberships__0__role="代",
        memberships__1__person=str(make_person(name="何").pk),
        memberships__1__rank="",
    )
    assert Membership.objects.exclude(pk=holder.pk).exists()
    undone(root, step)
    assert {key for key in whole() if key[0] == "membership"} == {
        key for key in before if key[0] == "membership"
    }


def test_what_is_added_and_deleted_is_a_step_each(root):
    add = reverse("admin:people_person_add")
    step = one_step(
        root,
        add,
        typed(
            root.get(add),
            "person_form",
            name="林向晚",
            other_names__TOTAL_FORMS="1",
            other_names__0__name="小林",
        ),
    )
    person = Person.objects.get()
    assert {row.kind for row in step.rows.all()} == {"person", "other_name"}
    gone = one_step(root, page_of(person, "delete"), {"post": "yes"})
    assert not Person.objects.exists()
    undone(root, gone)
    assert Person.objects.get().other_names.get().name == "小林"
    undone(root, step)
    assert not Person.objects.exists()


def test_several_that_are_deleted_together_come_back_together(root):
    for name in ("甲", "乙"):
        make_person(name=name)
    before = whole()
    url = reverse("admin:people_person_changelist")
    step = one_step(
        root,
        url,
        {
            "action": "delete_selected",
            "_selected_action": [*Person.objects.values_list("pk", flat=True)],
            "post": "yes",
        },
    )
    undone(root, step)
    assert whole() == before


def test_a_table_that_rules_read_is_kept_by_steps(root):
    row = saved(
        FixedExpression(
            phrase="十三次党代会", preferred="第十三次党代会", authority="市委"
        )
    )
    step = saving(root, row, authority="市委办")
    assert step.kind == "table"
    undone(root, step)
    row.refresh_from_db()
    assert row.authority == "市委"


def test_a_refused_form_is_no_step(root, article):
    page = page_of(article)
    data = typed(root.get(page), headline="新题")
    article.headline = "同事的题"
    article.version = 2
    article.save()
    assert root.post(page, data).status_code == 200
    assert not Step.objects.exists()


# The button


def test_who_may_not_undo_sees_no_button_and_is_refused(root, article):
    saving(root, article, headline="新题")
    step = Step.objects.get()
    editor = member("editor", "Editors")
    page = page_of(article, "history")
    url = reverse("admin:editorial_step_undo", args=[step.pk])
    assert url not in editor.get(page).content.decode()
    assert editor.post(url).status_code == 403
    assert editor.get(url).status_code == 405
    reviewer = member("reviewer", "Reviewers")
    assert url in reviewer.get(page).content.decode()
    assert "The step is undone." in undone(reviewer, step, back=page)
    html = root.get(page).content.decode()
    assert "undone by reviewer" in html
    assert url not in html


def test_the_button_needs_its_token(article):
    make_user(username="root", superuser=True)
    client = as_in_english(Client(enforce_csrf_checks=True), "root")
    url = reverse("admin:editorial_step_undo", args=[1])
    assert client.post(url).status_code == 403


def test_a_refusal_is_told_with_the_name_of_who_went_on(root, article):
    first = saving(root, article, dateline_place="滨江")
    colleague = member("liu", "Editors")
    saving(colleague, article, dateline_place="江滨")
    html = undone(root, first, back=page_of(article, "history"))
    assert "iu changed the same later" in html


def test_the_button_leads_nowhere_else(root, article):
    step = saving(root, article, headline="新题")
    url = reverse("admin:editorial_step_undo", args=[step.pk])
    response = root.post(url, {"back": "https://example.org/"})
    assert response.url == reverse("admin:editorial_step_changelist")


def test_many_decisions_of_one_act_are_undone_together(root, article):
    findings = [
        make_finding(page=article.page, article=article, message=f"{number}")
        for number in range(3)
    ]
    changelist = reverse("admin:editorial_finding_changelist")
    keys = [finding.pk for finding in findings]
    data = {"_selected_action": keys, "note": "原文如此。"}
    root.post(changelist, data | {"action": "dismiss_selected"})
    page = page_of(article, "history")
    assert "Undo with 2 others" in root.get(page).content.decode()
    undone(root, Step.objects.first(), group="1", back=page)
    assert Finding.objects.open().count() == 3
    root.post(changelist, data | {"action": "accept_selected", "seen": "1"})
    assert Finding.objects.open().count() == 0
    root.post(changelist, data | {"action": "reopen_selected"})
    assert Finding.objects.open().count() == 3


def test_the_list_of_steps_leads_to_the_stories(root, article):
    saving(root, article, headline="新题")
    html = root.get(reverse("admin:editorial_step_changelist")).content.decode()
    assert reverse("desk-story", args=[article.pk]) in html
    assert "周编辑" in html


def test_nothing_of_an_event_is_lost_by_deleting_it(root, article):
    words = make_evidence(article=article, words="林向晚主持")
    event = make_event(evidence=words)
    make_participation(event=event, person=Person.objects.get(), evidence=words)
    before = whole()
    step = one_step(root, page_of(event, "delete"), {"post": "yes"})
    assert not Event.objects.exists()
    undone(root, step)
    assert whole() == before
    assert Participation.objects.get().person
