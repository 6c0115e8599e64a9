"""The command that proves or renews the rows made from publications."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import CommandError, call_command

from articles.models import Mention, Publication, PublicPhoto
from events.models import Participation, PublicEvent, Statement
from people.models import Person, PublicPerson
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_photo,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
ROWS = (Statement, PublicPhoto, PublicEvent, PublicPerson)


@pytest.fixture(autouse=True)
def archive() -> None:
    article = make_article(body="柏松主持大会。", published=True)
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    make_photo(article=article, caption="大会现场。")
    words = make_evidence(article=article, words="柏松主持大会")
    event = make_event(title="开幕大会", evidence=words, time=dt.time(8, 30))
    make_participation(event=event, person=person, evidence=words)


def rows() -> list[list[dict]]:
    return [list(model.objects.order_by("pk").values()) for model in ROWS]


def test_nothing_is_reported_of_what_publishing_wrote():
    call_command("publications", check=True)


@pytest.mark.parametrize(
    ("model", "change", "said"),
    [
        (PublicEvent, {"place": "别处"}, "event"),
        (PublicPerson, {"name": "别人"}, "person"),
        (PublicPhoto, {"caption": "别的"}, "photos"),
        (Statement, {"exact": "别的"}, "statements"),
        (Publication, {"sha256": "0" * 64}, "digest"),
    ],
)
def test_a_row_that_is_another_is_named(model, change, said):
    model.objects.filter(pk=model.objects.earliest("pk").pk).update(**change)
    with pytest.raises(CommandError, match=said):
        call_command("publications", check=True)


@pytest.mark.parametrize("model", ROWS)
def test_a_row_that_is_missing_is_named(model):
    model.objects.all().delete()
    with pytest.raises(CommandError):
        call_command("publications", check=True)


def test_who_is_gone_from_the_desk_is_shown_as_printed():
    person = Person.objects.get()
    shown = PublicPerson.objects.get()
    Participation.objects.all().delete()
    Mention.objects.all().delete()
    person.delete()
    call_command("publications", check=True)
    call_command("publications", rebuild=True)
    assert PublicPerson.objects.get().name == shown.name
    assert PublicPerson.objects.get().sort_name == shown.sort_name


def test_rebuilding_makes_the_same_rows_again():
    before = rows()
    keys = {"id"}
    for model in ROWS:
        model.objects.all().delete()
    call_command("publications", rebuild=True)
    call_command("publications", check=True)
    for was, now in zip(before, rows(), strict=True):
        assert [
            {name: value for name, value in row.items() if name not in keys}
            for row in was
        ] == [
            {name: value for name, value in row.items() if name not in keys}
            for row in now
        ]
