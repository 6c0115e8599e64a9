"""New records go straight into their tables and are what Django itself would have stored; deleted
ones are gone, and only they.
"""

import datetime as dt
import inspect

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import Model, QuerySet
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Mention, Photo
from editorial.models import Finding
from events.models import Event, Participation
from people.models import Organization, Person
from records.bulk import delete, insert
from tests.builders import make_article, make_page, make_person

pytestmark = pytest.mark.django_db


# Of two articles alike.
OWN_VALUES = {
    "id",
    "position",
    "address_number",
    "headline",
    "modified_at",
}


def stored(model, *names: str) -> list[tuple]:
    return list(model.objects.order_by("pk").values_list(*names))


def new_article(page, position: int, **fields: object) -> Article:
    article = Article(
        page=page,
        position=position,
        address_number=position,
        start=0,
        end=1,
        headline=f"第{position}篇",
        **fields,
    )
    article.take_place()
    return article


def test_each_record_gets_a_key_of_its_own_in_order_and_later_saves_go_on_behind():
    first = Person.objects.create(name="甲一")
    people = [Person(name=name) for name in ("乙二", "丙三")]
    insert(people)
    assert (
        first.pk
        < people[0].pk
        < people[1].pk
        < Person.objects.create(name="丁四").pk
    )
    assert [name for (name,) in stored(Person, "name")] == [
        "甲一",
        "乙二",
        "丙三",
        "丁四",
    ]
    assert not people[0]._state.adding
    people[0].name = "乙五"
    people[0].save()
    assert Person.objects.get(pk=people[0].pk).name == "乙五"


def test_an_empty_table_begins_anew_and_no_records_are_no_statement():
    with CaptureQueriesContext(connection) as queries:
        insert([])
    assert not queries.captured_queries
    bodies = [Organization(name="市水利局")]
    insert(bodies)
    assert stored(Organization, "pk", "name") == [(bodies[0].pk, "市水利局")]


def test_every_kind_of_value_is_stored_as_django_stores_it():
    page = make_page()
    values = {
        "dateline_date": dt.date(2019, 3, 14),
        "body": "一行“引号”\\n\t制表\n第二行",
    }
    ours, theirs = (
        new_article(page, 1, **values),
        new_article(page, 2, **values),
    )
    insert([ours])
    theirs.save()
    names = [field.attname for field in Article._meta.concrete_fields]
    one, other = (
        dict(zip(names, row, strict=True)) for row in stored(Article, *names)
    )
    assert one["modified_at"] is not None
    for name in set(names) - OWN_VALUES:
        assert one[name] == other[name], name
    insert(
        [
            Event(
                title="座谈会",
                edtf="2019-03-14",
                time=dt.time(9),
                **days("2019-03-14"),
            )
        ]
    )
    assert stored(Event, "time", "earliest", "approximate") == [
        (dt.time(9), dt.date(2019, 3, 14), False)
    ]


def days(day: str) -> dict[str, object]:
    date = dt.date.fromisoformat(day)
    return {
        "earliest": date,
        "latest": date,
        "precision": "day",
        "sort_key": day,
    }


def test_a_record_may_name_another_that_is_saved_before_it():
    article = new_article(make_page(), 1)
    photo = Photo(article=article, position=1, caption="会场。")
    insert([article])
    insert([photo])
    assert stored(Photo, "article") == [(article.pk,)]


def test_a_record_that_names_one_without_a_key_is_refused():
    with pytest.raises(ValueError, match="unsaved related object 'event'"):
        insert(
            [
                Participation(
                    event=Event(title="座谈会"),
                    person=make_person(),
                    role="主持",
                )
            ]
        )
    assert not Participation.objects.exists()


def test_a_constraint_holds_here_too():
    article = make_article(body="甲一主持。")
    place = {
        "article": article,
        "part": "body",
        "exact": "甲一",
        "name": "甲一",
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(
            [Mention(start=0, end=2, **place), Mention(start=0, end=2, **place)]
        )
    assert not Mention.objects.exists()


def test_many_records_take_as_many_statements_as_one():
    page = make_page()

    def statements(numbers: range) -> int:
        doubts = [
            Finding(
                page=page,
                rule="weekday",
                message="?",
                page_start=n,
                page_end=n + 1,
            )
            for n in numbers
        ]
        with CaptureQueriesContext(connection) as queries:
            insert(doubts)
        return len(queries)

    statements(range(1))
    assert statements(range(1, 2)) == statements(range(2, 400))
    assert Finding.objects.count() == 400


# What private Django is trusted with: the next version may change it without a word


def test_rows_are_deleted_in_one_statement():
    people = [make_person(name=name) for name in ("甲一", "乙二", "丙三")]
    with CaptureQueriesContext(connection) as queries:
        delete(Person.objects.exclude(pk=people[2].pk))
    assert len(queries) == 1
    assert stored(Person, "name") == [("丙三",)]


def test_private_django_has_the_form_that_is_used_here():
    def named(function) -> list[str]:
        return list(inspect.signature(function).parameters)

    assert named(QuerySet._raw_delete) == ["self", "using"]
    assert named(Model._prepare_related_fields_for_save) == [
        "self",
        "operation_name",
        "fields",
    ]
    assert (Person()._state.adding, Person()._state.db) == (True, None)


# Words of a field


def test_a_word_that_its_field_does_not_know_is_refused():
    event = Event(title="游园会", edtf="2019-03-14", kind="parade")
    event.fill_dates()
    unknown = pytest.raises(ValueError, match=r"events\.Event\.kind.*'parade'")
    with unknown, transaction.atomic():
        insert([event])
    assert not Event.objects.exists()


def test_every_field_with_words_is_given_them_as_a_function():
    given = {
        f"{model._meta.label}.{field.name}": field.deconstruct()[3]["choices"]
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.choices
    }
    ours = {"articles", "editorial", "events", "importing", "people"}
    assert {name.split(".")[0] for name in given} >= ours
    for name, choices in given.items():
        assert name.split(".")[0] not in ours or callable(choices), name
