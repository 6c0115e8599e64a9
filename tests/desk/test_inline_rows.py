"""What the rows of a page ask of Django beyond its documentation."""

import pytest
from django.contrib import admin

from articles.models import Mention
from desk.forms.inline_rows import KnownAutocomplete
from desk.forms.mark_words import places_of
from tests.builders import make_article, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def widget():
    person = Mention._meta.get_field("person")
    field = person.formfield(
        widget=KnownAutocomplete(person, admin.site),
    )
    field.widget.is_required = True
    return field.widget


@pytest.fixture
def mention():
    article = make_article(body="李明出席。")
    mention = Mention(
        article=article,
        part="body",
        name="李明",
        person=make_person(name="李明"),
    )
    mention.anchor(0, 2)
    mention.save()
    return mention


def test_a_row_fetched_with_its_record_names_it_without_a_query(
    widget, mention, django_assert_num_queries
):
    fetched = Mention.objects.select_related("person").get(pk=mention.pk)
    with django_assert_num_queries(0):
        widget.know_from(fetched)
        groups = widget.optgroups("person", [str(mention.person_id)])
    [[_group, [option], _index]] = groups
    assert option["value"] == mention.person_id
    assert option["label"] == str(mention.person)
    assert option["selected"]


def test_a_row_fetched_alone_knows_no_record_and_asks_for_none(
    widget, mention, django_assert_num_queries
):
    alone = Mention.objects.get(pk=mention.pk)
    with django_assert_num_queries(0):
        widget.know_from(alone)
    assert widget.known is None


def test_another_record_than_the_known_one_is_asked_for(
    widget, mention, django_assert_num_queries
):
    other = make_person(name="王芳")
    widget.know_from(mention)
    with django_assert_num_queries(1):
        [[_group, options, _index]] = widget.optgroups(
            "person", [str(other.pk)]
        )
    assert [option["label"] for option in options] == [str(other)]


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("", "李明", []),
        ("李明", "李", []),
        ("李明", "李明和李明", [(0, 2), (3, 5)]),
        # One place may begin inside another.
        ("人人", "人人人", [(0, 2), (1, 3)]),
    ],
)
def test_every_place_of_words_is_found(words, text, places):
    assert places_of(words, text) == places
