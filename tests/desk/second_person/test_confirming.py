"""What readers would see at once waits for a second person: asked by any form of the desk."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Issue
from editorial.change_log import logged
from editorial.models import Change, Step, WaitingStep
from editorial.steps.taking import grouped_steps, taking_step
from people.models import Organization, OtherName, Person, PublicPerson
from tests.builders import (
    make_article,
    make_mention,
    make_newspaper,
    make_person,
    published_once,
    saved,
)
from tests.desk.members import member, text_of
from tests.desk.typed import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return member("lin", "责任编辑")


@pytest.fixture
def second():
    return member("zhou", "部门主任")


@pytest.fixture
def public_person():
    person = make_person(name="林向晚")
    with published_once():
        article = make_article(body="林向晚主持会议。", published=True)
        make_mention(article=article, name="林向晚", person=person)
    return person


def rename(client, person, name, **more):
    url = reverse("admin:people_person_change", args=[person.pk])
    data = typed(client.get(url), "person_form", name=name, **more)
    return client.post(url, data)


def decide(client, waiting, verb, **more):
    url = reverse("desk-asked", args=[waiting.pk])
    return client.post(url, {"verb": verb, **more})


def test_a_name_that_readers_see_waits(editor, second, public_person):
    before = Change.objects.count()
    answer = rename(editor, public_person, "林向皖")
    waiting = WaitingStep.objects.get()
    assert answer.url == reverse("desk-asked", args=[waiting.pk])
    public_person.refresh_from_db()
    assert public_person.name == "林向晚"
    assert not Step.objects.filter(kind=Step.Kind.PERSON).exists()
    assert Change.objects.count() == before
    shown = text_of(editor.get(answer.url))
    assert "Nothing is changed yet" in shown
    assert "was changed successfully" not in shown
    assert "Take the question back" in shown
    assert "Confirm: readers see it at once" not in shown
    assert "林向晚" in text_of(second.get("/admin/"))
    page = reverse("admin:people_person_change", args=[public_person.pk])
    assert answer.url in text_of(second.get(page))

    assert decide(editor, waiting, "confirm").status_code == 403
    assert decide(second, waiting, "confirm").status_code == 302
    public_person.refresh_from_db()
    assert public_person.name == "林向皖"
    assert public_person.sort_name == "lin xiang wan"
    step = Step.objects.get(kind=Step.Kind.PERSON)
    assert (step.by, step.confirmed_by) == (editor.user, second.user)
    last = Change.objects.latest("number")
    assert (last.kind, last.key) == ("person", public_person.pk)
    assert PublicPerson.objects.get().name == "林向皖"
    assert answer.url not in text_of(second.get(page))
    again = decide(second, waiting, "confirm")
    assert again.status_code == 409
    assert "Somebody has decided about this already." in text_of(again)


def test_what_readers_do_not_see_is_changed_at_once(editor, public_person):
    url = reverse("admin:people_person_change", args=[public_person.pk])
    answer = rename(editor, public_person, "林向晚", note="问过本人")
    assert answer.url != url
    public_person.refresh_from_db()
    assert public_person.note == "问过本人"
    unknown = make_person(name="周易安")
    rename(editor, unknown, "周易案")
    assert Person.objects.filter(name="周易案").exists()
    assert not WaitingStep.objects.exists()


def test_a_question_is_declined_with_a_reason_or_taken_back(
    editor, second, public_person
):
    rename(editor, public_person, "林向皖")
    rename(editor, public_person, "林向完")
    first, other = WaitingStep.objects.order_by("pk")
    assert decide(second, first, "take-back").status_code == 403
    silent = decide(second, first, "decline", answer=" ")
    assert "Say why it is declined." in text_of(silent)
    decide(second, first, "decline", answer="名片上是晚")
    assert "名片上是晚" in text_of(editor.get(f"/admin/desk/asked/{first.pk}/"))
    decide(editor, other, "take-back")
    every = text_of(editor.get(reverse("desk-asked-list")))
    assert "declined" in every
    assert "taken back" in every
    public_person.refresh_from_db()
    assert public_person.name == "林向晚"
    assert decide(editor, other, "take-back").status_code == 409
    assert decide(second, first, "no-such-verb").status_code == 404


def test_who_only_enters_confirms_nothing(public_person, editor):
    rename(editor, public_person, "林向皖")
    entry = member("wu", "录入")
    waiting = WaitingStep.objects.get()
    assert decide(entry, waiting, "confirm").status_code == 403
    assert "Confirm: readers" not in text_of(
        entry.get(f"/admin/desk/asked/{waiting.pk}/")
    )


def test_a_record_that_went_on_meanwhile_is_told(editor, second, public_person):
    rename(editor, public_person, "林向皖")
    waiting = WaitingStep.objects.get()
    Person.objects.filter(pk=public_person.pk).update(name="林向宛")
    refused = decide(second, waiting, "confirm")
    assert refused.status_code == 409
    public_person.refresh_from_db()
    assert public_person.name == "林向宛"
    waiting.refresh_from_db()
    assert waiting.outcome == ""


def test_a_new_name_takes_a_key_that_is_free_when_it_is_confirmed(
    editor, second, public_person
):
    url = reverse("admin:people_person_change", args=[public_person.pk])
    data = typed(editor.get(url), "person_form", other_names__TOTAL_FORMS=1)
    editor.post(url, data | {"other_names-0-name": "小林"})
    waiting = WaitingStep.objects.get()
    (asked,) = [
        row for row in waiting.acts[0]["rows"] if row["kind"] == "other_name"
    ]
    taken = OtherName(pk=asked["key"], person=make_person(), name="老周")
    taken.save(force_insert=True)
    decide(second, waiting, "confirm")
    assert list(public_person.other_names.values_list("name", flat=True)) == [
        "小林"
    ]
    taken.refresh_from_db()
    assert taken.name == "老周"


def test_merging_and_parting_wait_each(editor, second, public_person):
    other = make_person(name="林向皖")
    page = reverse("admin:people_person_merge")
    opened = editor.get(page, {"pk": [public_person.pk, other.pk]})
    url = f"{page}?{opened.request['QUERY_STRING']}"
    seen = opened.context["plan"].seen
    editor.post(url, {"seen": seen, "reason": "同一人。"})
    waiting = WaitingStep.objects.get()
    assert "林向晚" in waiting.subject
    assert Person.objects.filter(pk=other.pk).exists()
    assert "同一人。" in text_of(second.get(f"/admin/desk/asked/{waiting.pk}/"))
    decide(second, waiting, "confirm")
    assert not Person.objects.filter(pk=other.pk).exists()
    step = Step.objects.get(kind=Step.Kind.PERSON)
    undoing = reverse("admin:editorial_step_undo", args=[step.pk])
    answer = second.post(undoing, {"back": "/admin/"})
    parting = WaitingStep.objects.waiting().get()
    assert answer.url == f"/admin/desk/asked/{parting.pk}/"
    assert not Person.objects.filter(pk=other.pk).exists()
    decide(editor, parting, "confirm")
    assert Person.objects.filter(pk=other.pk).exists()
    assert Step.objects.get(undoes=step).confirmed_by == editor.user
    twice = second.post(undoing, {"back": "/admin/"})
    assert twice.status_code == 302
    assert not WaitingStep.objects.waiting().exists()


def test_the_date_of_an_issue_waits_and_its_articles_follow(
    editor, second, public_person
):
    issue = Issue.objects.get()
    url = reverse("admin:articles_issue_change", args=[issue.pk])
    data = typed(editor.get(url), "issue_form", date="2021-10-08")
    editor.post(url, data)
    issue.refresh_from_db()
    assert str(issue.date) != "2021-10-08"
    decide(second, WaitingStep.objects.get(), "confirm")
    issue.refresh_from_db()
    assert str(issue.date) == "2021-10-08"
    article = issue.pages.get().articles.get()
    current = article.publications.current().get()
    assert str(current.day) == "2021-10-08"
    assert current.reason == current.Reason.METADATA


def test_a_body_that_readers_know_is_not_deleted_at_once(editor, second):
    publisher = saved(Organization(name="滨江日报社"))
    paper = make_newspaper(organization=publisher)
    make_article(published=True)
    url = reverse("admin:people_organization_delete", args=[publisher.pk])
    editor.post(url, {"post": "yes"})
    first = WaitingStep.objects.get()
    chosen = {"action": "delete_selected", "post": "yes"}
    listed = reverse("admin:people_organization_changelist")
    editor.post(listed, {**chosen, "_selected_action": [publisher.pk]})
    other = WaitingStep.objects.exclude(pk=first.pk).get()
    paper.refresh_from_db()
    assert paper.organization == publisher
    assert decide(second, first, "confirm").status_code == 302
    paper.refresh_from_db()
    assert paper.organization is None
    assert not Organization.objects.filter(pk=publisher.pk).exists()
    assert decide(second, other, "confirm").status_code == 409


def test_what_was_done_at_once_is_undone_as_one_question(
    editor, second, public_person
):
    other = make_person(name="周易安")
    with grouped_steps():
        for person, name in ((public_person, "林向皖"), (other, "周易案")):
            with logged(), taking_step("", editor.user) as step:
                step.watch(person)
                person.name = name
                person.save()
    undoing = reverse("admin:editorial_step_undo", args=[last_step()])
    editor.post(undoing, {"group": "1", "back": "/admin/"})
    waiting = WaitingStep.objects.get()
    assert len(waiting.acts) == 2
    assert waiting.records == [["person", public_person.pk]]
    decide(second, waiting, "confirm")
    names = Person.objects.order_by("pk").values_list("name", flat=True)
    assert list(names) == ["林向晚", "周易安"]
    assert Step.objects.filter(confirmed_by=second.user).count() == 2


def last_step() -> int:
    return Step.objects.latest("pk").pk


def test_all_that_was_asked_for_costs_the_same_however_much_it_is(
    editor, public_person
):
    asked = reverse("desk-asked-list")
    counts = []
    for name in ("林向皖", "林向完"):
        rename(editor, public_person, name)
        with CaptureQueriesContext(connection) as queries:
            editor.get(asked)
        counts.append(len(queries))
    assert counts[0] == counts[1]
