"""People in the admin: names found, other names and posts in rows, a colleague's save kept."""

import pytest
from django.urls import reverse

from editorial.models import Step
from people.models import Membership, Organization, OtherName, Person, Post
from records.plaintext import PlainTextField
from tests.builders import make_person, make_user, saved
from tests.by_hand import changed_by_hand
from tests.desk.typed import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_user(superuser=True))
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.parametrize("words", ["林向", "小林", "lin"])
def test_a_person_is_found_by_name_other_name_and_pinyin(editor, words):
    person = make_person(name="林向晚")
    make_person(name="周易安")
    saved(OtherName(person=person, name="小林"))
    url = reverse("admin:autocomplete")
    field = {
        "app_label": "people",
        "model_name": "membership",
        "field_name": "person",
    }
    results = editor.get(url, {"term": words, **field}).json()["results"]
    assert [each["text"] for each in results] == [f"林向晚 №{person.pk}"]


def test_other_names_and_posts_are_kept_with_the_person(editor):
    person, post = (
        make_person(name="林向晚"),
        saved(Post(label="市农业农村局局长")),
    )
    url = reverse("admin:people_person_change", args=[person.pk])
    data = typed(
        editor.get(url),
        "person_form",
        other_names__TOTAL_FORMS=1,
        memberships__TOTAL_FORMS=1,
    )
    data |= {
        "other_names-0-name": "小林",
        "memberships-0-post": post.pk,
        "memberships-0-start_date": "2021-09",
    }
    assert editor.post(url, data).status_code == 302
    assert OtherName.objects.get().name == "小林"
    assert Membership.objects.get().post == post
    [step] = Step.objects.all()
    kinds = set(step.rows.values_list("kind", flat=True))
    assert kinds == {"other_name", "membership"}


def test_the_same_post_twice_is_refused_in_words(editor):
    editor.cookies["django_language"] = "zh-hans"
    person, posts = (
        make_person(name="林向晚"),
        [saved(Post(label=label)) for label in ("局长", "科长")],
    )
    for post in posts:
        saved(Membership(person=person, post=post))
    url = reverse("admin:people_person_change", args=[person.pk])
    refused = editor.post(
        url,
        typed(editor.get(url), "person_form", memberships__1__post=posts[0].pk),
    )
    assert "此人的同一职务、同一见报日期已有记录。" in refused.content.decode()


def test_a_row_changed_by_a_colleague_makes_the_page_stale(editor):
    """Two who have the same person open, one of whom changes only a row."""
    person = make_person(name="林向晚")
    other = saved(OtherName(person=person, name="小林"))
    url = reverse("admin:people_person_change", args=[person.pk])
    opened = editor.get(url)
    assert (
        editor.post(
            url, typed(opened, "person_form", other_names__0__name="老林")
        ).status_code
        == 302
    )
    refused = editor.post(
        url, typed(opened, "person_form", other_names__0__name="大林")
    )
    assert refused.status_code == 200
    assert "<ins>大</ins>" in refused.content.decode()
    other.refresh_from_db()
    assert other.name == "老林"


@pytest.mark.parametrize("seen_from", ["person", "post", "organization"])
def test_a_post_or_its_holding_changed_on_its_own_page_makes_others_stale(
    editor, seen_from
):
    organization = saved(Organization(name="市农业农村局"))
    person, post = (
        make_person(name="林向晚"),
        saved(Post(label="局长", organization=organization)),
    )
    membership = saved(Membership(person=person, post=post))
    url = reverse(
        f"admin:people_{seen_from}_change",
        args=[{"person": person, "post": post}.get(seen_from, organization).pk],
    )
    opened = editor.get(url)
    row = post if seen_from == "organization" else membership
    own = reverse(f"admin:people_{row._meta.model_name}_change", args=[row.pk])
    assert (
        editor.post(
            own,
            typed(
                editor.get(own), f"{row._meta.model_name}_form", role="主持工作"
            ),
        ).status_code
        == 302
    )
    refused = editor.post(url, typed(opened, f"{seen_from}_form"))
    assert refused.status_code == 200
    assert "<del>主持工作</del>" in refused.content.decode()
    row.refresh_from_db()
    assert row.role == "主持工作"


def test_history_shows_the_characters_that_changed(editor):
    person = make_person(name="林向皖")
    changed_by_hand(person, name="林向晚")
    html = editor.get(
        reverse("admin:people_person_history", args=[person.pk])
    ).content.decode()
    assert "林向<del>皖</del><ins>晚</ins>" in html


def test_a_person_is_added(editor):
    url = reverse("admin:people_person_add")
    assert (
        editor.post(
            url, typed(editor.get(url), "person_form", name="周易安")
        ).status_code
        == 302
    )
    assert Person.objects.get().initial == "Z"


def test_a_text_area_posts_crlf_and_nothing_changed():
    field = PlainTextField(required=False)
    assert not field.has_changed("甲\n乙", "甲\r\n乙")
    assert field.clean("甲\r\n乙") == "甲\n乙"
