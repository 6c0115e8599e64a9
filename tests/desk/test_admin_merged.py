"""Merging in the admin: chosen in the list, seen side by side, confirmed with a reason."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.models import Event, PublicEvent
from people.models import Person, PublicPerson
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_user,
)
from tests.desk.members import confirm_all

pytestmark = pytest.mark.django_db


def member(client, group: str):
    user = make_user(username=group, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def editor(client):
    return member(client, "Editors")


@pytest.fixture
def pair():
    article = make_article(body="林向晚主持会议。林向皖出席。", published=True)
    words = make_evidence(article=article, words="林向晚主持会议")
    event = make_event(title="座谈会", evidence=words)
    people = make_person(name="林向晚"), make_person(name="林向皖")
    for person in people:
        make_mention(article=article, name=person.name, person=person)
        make_participation(event=event, person=person, evidence=words)
    return people


def merge_page() -> str:
    return reverse("admin:people_person_merge")


def chosen(*records, **more) -> dict[str, object]:
    return {"pk": [record.pk for record in records], **more}


def test_the_action_leads_to_the_page_where_who_stays_is_chosen(editor, pair):
    data = {
        "action": "merge_selected",
        "_selected_action": [person.pk for person in pair],
    }
    page = editor.post(
        reverse("admin:people_person_changelist"), data, follow=True
    )
    html = page.content.decode()
    assert page.redirect_chain[0][0].startswith(merge_page())
    assert "座谈会 主持人" in html
    assert page.context["plan"].stays == pair[0]
    again = editor.get(merge_page(), chosen(*pair, stays=pair[1].pk))
    assert again.context["plan"].stays == pair[1]


def test_the_page_merges_with_a_reason_and_the_former_address_leads_on(
    editor, pair
):
    stays, goes = pair
    former = goes.get_absolute_url()
    page = editor.get(merge_page(), chosen(*pair))
    url = page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"]
    seen = page.context["plan"].seen
    refused = editor.post(url, {"seen": seen, "reason": ""})
    assert "Merging needs a reason." in refused.content.decode()
    editor.post(url, {"seen": seen, "reason": "同一人。"})
    assert editor.get(former).status_code == 200
    confirm_all()
    answer = editor.get(former)
    assert (answer.status_code, answer.url) == (301, stays.get_absolute_url())
    late = editor.post(url, {"seen": seen, "reason": "同一人。"})
    assert late.url == reverse("admin:people_person_changelist")


def test_people_whom_no_reader_knows_are_one_at_once(editor):
    stays, goes = make_person(name="林向晚"), make_person(name="林向皖")
    page = editor.get(merge_page(), chosen(stays, goes))
    url = page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"]
    data = {"seen": page.context["plan"].seen, "reason": "同一人。"}
    done = editor.post(url, data)
    assert done.url == reverse("admin:people_person_change", args=[stays.pk])
    assert Person.objects.get() == stays


def test_a_contradiction_is_shown_and_nothing_can_be_confirmed(editor):
    pair = (
        make_person(name="林晚", gender="female"),
        make_person(name="林皖", gender="male"),
    )
    page = editor.get(merge_page(), chosen(*pair))
    html = page.content.decode()
    assert "gender: female and male" in html
    assert 'name="reason"' not in html
    url = page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"]
    assert (
        editor.post(
            url, {"seen": page.context["plan"].seen, "reason": "x"}
        ).status_code
        == 200
    )
    assert Person.objects.count() == 2


@pytest.mark.parametrize("keys", [[], ["x"], ["1"], ["9" * 30, "1"]])
def test_less_than_two_records_lead_back_to_the_list(editor, keys):
    assert editor.get(merge_page(), {"pk": keys}).url == reverse(
        "admin:people_person_changelist"
    )


def test_who_may_not_delete_may_not_merge(client, pair):
    reviewer = member(client, "Reviewers")
    assert reviewer.get(merge_page(), chosen(*pair)).status_code == 403
    assert (
        "merge_selected"
        not in reviewer.get(
            reverse("admin:people_person_changelist")
        ).content.decode()
    )


def test_events_are_merged_the_same_way(editor, pair):
    stays = Event.objects.get()
    goes = make_event(
        title="恳谈会", evidence=stays.evidence.get(), kind="other"
    )
    former = goes.get_absolute_url()
    page = editor.get(reverse("admin:events_event_merge"), chosen(stays, goes))
    url = page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"]
    editor.post(
        url, {"seen": page.context["plan"].seen, "reason": "同一次会议。"}
    )
    confirm_all()
    answer = editor.get(former)
    assert (answer.status_code, answer.url) == (301, stays.get_absolute_url())


def test_a_former_address_leads_nowhere_while_who_stays_is_hidden(client, pair):
    stays, goes = pair
    stays.merged.create(
        former=goes.pk + 100,
        name="林皖",
        reason="同一人。",
        by=make_user(username="by"),
    )
    former = reverse("person", args=[goes.pk + 100])
    assert client.get(former).status_code == 301
    PublicPerson.objects.all().delete()
    assert client.get(former).status_code == 404


def test_a_congress_is_led_to_under_both_addresses(client, pair):
    stays = make_event(
        title="大会",
        kind="congress",
        evidence=Event.objects.get().evidence.get(),
    )
    stays.merged.create(
        former=stays.pk + 100,
        name="党代会",
        reason="同一次。",
        by=make_user(username="by"),
    )
    for name in ("timeline", "event"):
        assert (
            client.get(reverse(name, args=[stays.pk + 100])).url
            == PublicEvent.objects.get(pk=stays.pk).get_absolute_url()
        )


def test_the_page_costs_the_same_with_1_row_and_with_20(editor, pair):
    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            editor.get(merge_page(), chosen(*pair))
        return len(queries)

    cost()
    before = cost()
    words = pair[0].mentions.get().article.evidence.get()
    for number in range(20):
        for person in pair:
            make_participation(
                event=make_event(title=f"会{number}{person.pk}"),
                person=person,
                evidence=words,
            )
    assert cost() == before
