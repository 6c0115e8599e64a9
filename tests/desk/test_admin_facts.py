"""Facts of events and posts at the desk: each with its words, none saved over a colleague."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from events.models import (
    Candidacy,
    Election,
    EventRole,
    MeetingBody,
    Resolution,
    TenureBound,
)
from people.models import Membership, Post, RosterRow
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_person,
    make_user,
    saved,
)
from tests.desk.typed import typed

pytestmark = pytest.mark.django_db


def editor_called(name):
    user = make_user(username=name, is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def desk(client):
    client.force_login(editor_called("one"))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def words():
    article = make_article(body="林向晚当选主任，主席团通过决议。")
    return make_evidence(article=article, words="林向晚当选主任")


def change(record):
    options = record._meta
    name = f"admin:{options.app_label}_{options.model_name}_change"
    return reverse(name, args=[record.pk])


def test_facts_are_edited_in_the_rows_of_their_event(desk, words):
    url = change(make_event(evidence=words))
    opened = desk.get(url)
    data = typed(
        opened,
        "event_form",
        bodies__TOTAL_FORMS=1,
        bodies__0__body="presidium",
        resolutions__TOTAL_FORMS=1,
        resolutions__0__rank=1,
        resolutions__0__text="通过决议",
    )
    assert desk.post(url, data).status_code == 200, "facts without words"
    assert not Resolution.objects.exists()
    data |= {"bodies-0-evidence": words.pk, "resolutions-0-evidence": words.pk}
    assert desk.post(url, data).status_code == 302
    assert MeetingBody.objects.get().body == "presidium"
    assert Resolution.objects.get().text == "通过决议"


def test_what_a_constraint_refuses_is_said_beside_the_row(desk, words):
    desk.cookies["django_language"] = "zh-hans"
    event = make_event(evidence=words)
    saved(MeetingBody(event=event, body="presidium", evidence=words))
    url = change(event)
    data = typed(desk.get(url), "event_form", bodies__0__number=1)
    refused = desk.post(url, data)
    assert refused.status_code == 200
    assert "只有代表团有编号，从1数起。" in refused.content.decode()


def test_a_body_changed_by_a_colleague_makes_the_page_stale(desk, words):
    event = make_event(evidence=words)
    body = saved(MeetingBody(event=event, body="presidium", evidence=words))
    opened = desk.get(change(event))
    body.body = "plenary"
    body.save()
    data = typed(opened, "event_form", title="主席团会议")
    assert desk.post(change(event), data).status_code == 200
    event.refresh_from_db()
    assert event.title == "开幕大会"


def test_who_stood_is_edited_on_the_page_of_the_election(desk, words):
    event = make_event(evidence=words)
    election = saved(Election(event=event, office="主任", evidence=words))
    person = make_person()
    url = change(election)
    data = typed(
        desk.get(url),
        "election_form",
        candidacies__TOTAL_FORMS=1,
        candidacies__0__person=person.pk,
        candidacies__0__outcome="elected",
        candidacies__0__rank=1,
        candidacies__0__evidence=words.pk,
    )
    assert desk.post(url, data).status_code == 302
    stood = Candidacy.objects.get()
    assert (stood.person, stood.rank) == (person, 1)
    again = typed(
        desk.get(url),
        "election_form",
        candidacies__TOTAL_FORMS=2,
        candidacies__1__person=person.pk,
        candidacies__1__outcome="alternate",
        candidacies__1__evidence=words.pk,
    )
    assert desk.post(url, again).status_code == 200, "one person twice"


def test_what_begins_a_post_is_a_row_of_the_membership(desk, words):
    membership = saved(
        Membership(
            person=make_person(),
            post=saved(Post(label="市长")),
            start_date="2021-09-29",
        )
    )
    url = change(membership)
    data = typed(
        desk.get(url),
        "membership_form",
        tenure_bounds__TOTAL_FORMS=1,
        tenure_bounds__0__edge="begins",
        tenure_bounds__0__manner="removal",
        tenure_bounds__0__evidence=words.pk,
    )
    assert desk.post(url, data).status_code == 200, "a removal begins nothing"
    data["tenure_bounds-0-manner"] = "election"
    assert desk.post(url, data).status_code == 302
    assert TenureBound.objects.get().membership == membership


def test_words_that_state_a_fact_are_not_deleted(desk, words):
    event = make_event(evidence=words)
    saved(Election(event=event, office="主任", evidence=words))
    url = reverse("admin:articles_evidence_delete", args=[words.pk])
    assert desk.post(url, {"post": "yes"}).status_code == 200
    words.refresh_from_db()


def test_roles_are_a_table(desk):
    url = reverse("admin:events_eventrole_add")
    data = {"label": "主持人", "character": "主", "weight": 5}
    data["needs_presence"] = "on"
    assert desk.post(url, data).status_code == 302
    role = EventRole.objects.get()
    assert (role.character, role.needs_presence) == ("主", True)


# Rows of rosters


def row_of(by):
    return saved(
        RosterRow(
            sha256="0a" * 32,
            row=3,
            words="林向晚 市长",
            authority="市委组织部",
            entered_by=by,
        )
    )


def test_who_enters_a_row_is_kept_with_it(desk):
    membership = saved(
        Membership(person=make_person(), post=saved(Post(label="市长")))
    )
    data = {
        "sha256": "0b" * 32,
        "row": 1,
        "words": "林向晚 市长",
        "authority": "市委组织部",
        "memberships": [membership.pk],
    }
    url = reverse("admin:people_rosterrow_add")
    assert desk.post(url, data).status_code == 302
    row = RosterRow.objects.get()
    assert (row.entered_by.username, row.confirmed_by) == ("one", None)
    assert list(row.memberships.all()) == [membership]


def test_a_roster_is_shown_beside_the_membership_as_what_it_is(desk):
    row = row_of(editor_called("two"))
    held = [
        saved(
            Membership(
                person=make_person(name=name), post=saved(Post(label=label))
            )
        )
        for name, label in (("林向晚", "市长"), ("周易安", "书记"))
    ]
    row.memberships.add(held[0])
    shown = [desk.get(change(one)).content.decode() for one in held]
    assert "市委组织部 3 林向晚 市长" in shown[0]
    assert "市委组织部" not in shown[1]
    data = typed(desk.get(change(held[0])), "membership_form", role="代理")
    assert desk.post(change(held[0]), data).status_code == 302
    assert row.memberships.get() == held[0]


def confirm_all(client):
    data = {
        "action": "confirm_selected",
        "_selected_action": list(
            RosterRow.objects.values_list("pk", flat=True)
        ),
    }
    url = reverse("admin:people_rosterrow_changelist")
    return client.post(url, data, follow=True).content.decode()


def test_another_editor_confirms_a_row_and_it_stays(desk, client):
    row = row_of(editor_called("two"))
    assert "Done for 1." in confirm_all(desk)
    row.refresh_from_db()
    assert row.confirmed_by.username == "one"
    url = reverse("admin:people_rosterrow_delete", args=[row.pk])
    assert desk.post(url, {"post": "yes"}).status_code == 403


def test_who_entered_a_row_does_not_confirm_it_and_may_take_it_back(desk):
    first = editor_called("two")
    row = row_of(first)
    desk.force_login(first)
    assert "somebody else must confirm it" in confirm_all(desk)
    row.refresh_from_db()
    assert row.confirmed_by is None
    url = reverse("admin:people_rosterrow_delete", args=[row.pk])
    assert desk.post(url, {"post": "yes"}).status_code == 302
    assert not RosterRow.objects.exists()


def test_a_changed_row_is_confirmed_again(desk):
    row = row_of(editor_called("two"))
    confirm_all(desk)
    url = change(row)
    unchanged = typed(desk.get(url), "rosterrow_form")
    assert desk.post(url, unchanged).status_code == 302
    row.refresh_from_db()
    assert row.confirmed_by.username == "one"
    data = typed(desk.get(url), "rosterrow_form", words="林向晚 书记")
    assert desk.post(url, data).status_code == 302
    row.refresh_from_db()
    assert (row.entered_by.username, row.confirmed_by) == ("one", None)
