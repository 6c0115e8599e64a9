"""What readers see as the record has it is in the log as soon as a second person confirms it; what
publications hold is not, until it is published.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.models import PublicPhoto
from editorial.change_log import last_number, latest_change
from people.models import Organization, Post, PublicPerson
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_newspaper,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.desk.members import confirm_all
from tests.desk.typed import typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_user(superuser=True))
    return client


@pytest.fixture
def article():
    publisher = saved(Organization(name="滨江日报社"))
    make_newspaper(organization=publisher)
    article = make_article(body="柏松主持大会。", published=True)
    make_mention(article=article, name="柏松", person=make_person(name="柏松"))
    make_photo(article=article, caption="大会现场。")
    words = make_evidence(article=article, words="柏松主持大会")
    make_event(title="开幕", evidence=words)
    return article


def save(editor, record, **values):
    """Save a record's page with these values typed, and let a second person confirm it."""
    name = record._meta.model_name
    address = f"admin:{record._meta.app_label}_{name}_change"
    page = reverse(address, args=[record.pk])
    answer = editor.post(
        page, typed(editor.get(page), f"{name}_form", **values)
    )
    assert answer.status_code == 302
    confirm_all()


def test_a_renamed_newspaper_is_told_at_once(editor, article):
    number = last_number()
    save(editor, article.newspaper, name="临江日报")
    change = latest_change("newspaper", article.newspaper_id)
    assert change.number > number
    assert change.happened == "changed"


def test_a_renamed_body_is_told_by_itself_and_by_its_posts(editor, article):
    body = article.newspaper.organization
    save(editor, body, name="滨江报社")
    number = last_number()
    assert latest_change("organization", body.pk).number == number
    post = saved(Post(label="社长", organization=body))
    save(editor, post, label="总编辑")
    assert latest_change("organization", body.pk).number > number


def test_another_date_publishes_the_articles_again(editor, article):
    number = last_number()
    before = article.publications.current().get().number
    save(editor, article.page.issue, date="2021-09-29")
    assert latest_change("article", article.pk).number > number
    assert latest_change("issue", article.page.issue_id).number > number
    current = article.publications.current().get()
    assert (current.number, current.reason) == (before + 1, "metadata")
    assert current.day.isoformat() == "2021-09-29"
    assert PublicPhoto.objects.get().day.isoformat() == "2021-09-29"


def test_the_name_of_a_person_is_told_and_shown_at_once(editor, article):
    person = article.mentions.get().person
    number = last_number()
    save(editor, person, name="柏青松")
    assert latest_change("person", person.pk).number > number
    assert PublicPerson.objects.get().name == "柏青松"


def test_an_event_changed_at_the_desk_is_no_change_for_readers(editor, article):
    event = article.evidence.get().events.get()
    number = last_number()
    save(editor, event, title="闭幕")
    assert last_number() == number
    article.refresh_from_db()
    assert article.status == "imported"


def test_a_newspaper_of_another_house_is_told_of_both_houses(editor, article):
    former = article.newspaper.organization
    new = saved(Organization(name="山城报业"))
    number = last_number()
    save(editor, article.newspaper, organization=new.pk)
    for body in (former, new):
        assert latest_change("organization", body.pk).number > number
