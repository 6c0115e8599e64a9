"""What loads change of stored records is a step of its own kind, and is told from people's work."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import Article, Mention
from editorial.correcting import correct
from editorial.models import Step, StepRow
from editorial.steps.in_the_way import StepInTheWay
from editorial.steps.loads.as_loaded import (
    is_untouched,
    states_with,
    value_as_loaded,
)
from editorial.steps.loads.load_steps import LoadStep
from editorial.steps.undoing import undo
from events.models import Event
from people.models import Person
from tests.builders import (
    make_article,
    make_event,
    make_mention,
    make_page,
    make_person,
    make_user,
    saved,
)
from tests.by_hand import changed_by_hand, deleted_by_hand, made_by_hand

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def loaded(record, **values) -> Step | None:
    """Give a record these values as a load does; return the step it wrote."""
    load = LoadStep()
    load.watch([record])
    for name, value in values.items():
        setattr(record, name, value)
    record.save()
    load.write(make_page(label=f"Z{Step.objects.count() + 1}"), None)
    return Step.objects.filter(kind=Step.Kind.LOAD).order_by("-pk").first()


def test_a_load_writes_what_it_changed_and_nothing_else():
    person = make_person(name="林向皖")
    step = loaded(person, note="园丁")
    row = step.rows.get()
    assert (row.kind, row.key) == ("person", person.pk)
    assert (row.before, row.after) == ({"note": ""}, {"note": "园丁"})
    assert (step.by, step.is_final) == (None, True)
    assert loaded(person, note="园丁") == step


def test_what_a_load_makes_is_told_only_when_a_page_is_read_again():
    for tells_made, rows in ((False, 0), (True, 1)):
        load = LoadStep(tells_made=tells_made)
        load.note_made([make_person(name=f"林{rows}")])
        load.write(make_page(label=f"B{rows}"), None)
        assert sum(step.rows.count() for step in Step.objects.all()) == rows


def test_what_a_load_made_and_saves_again_is_no_change():
    load = LoadStep()
    person = make_person()
    load.note_made([person])
    load.watch([person])
    person.note = "园丁"
    person.save()
    load.write(make_page(), None)
    assert not Step.objects.exists()


def test_names_and_bylines_of_an_article_are_watched_with_it():
    article = make_article(body="林向皖到会。")
    load = LoadStep()
    load.watch_articles([article.pk])
    make_mention(article=article, name="林向皖")
    Mention.objects.all().delete()
    mention = make_mention(article=article, name="向皖")
    again = LoadStep()
    again.watch_articles([article.pk])
    mention.delete()
    again.write(article.page, None)
    step = Step.objects.get()
    assert step.rows.get().after is None
    assert list(step.changed.all()) == [article]


def test_only_a_load_is_nobodys():
    step = loaded(make_person(), note="园丁")
    step.kind = Step.Kind.PERSON
    with pytest.raises(ValidationError):
        step.full_clean()


def test_a_load_makes_nobody_a_changer():
    article, by = make_article(), make_user()
    load = LoadStep()
    load.watch([article])
    article.headline = "春耕"
    article.save()
    load.write(article.page, by)
    assert Step.objects.changers_of(article) == set()
    correct(article, texts={"headline": "秋收"}, by=by, version=article.version)
    assert Step.objects.changers_of(article) == {by.pk}


def test_a_later_load_is_in_the_way_and_says_so():
    person = make_person(name="林向皖")
    changed_by_hand(person, note="园丁")
    step = Step.objects.get()
    loaded(person, note="花农")
    root = make_user(username="root", superuser=True)
    with pytest.raises(StepInTheWay, match="loaded later"):
        undo(step, root)


# What loads wrote, and what ever stood


def test_untouched_is_what_only_loads_wrote():
    event = make_event()
    assert is_untouched(event)
    loaded(event, place="礼堂")
    assert is_untouched(event)
    changed_by_hand(event, place="剧院")
    assert not is_untouched(event)
    assert is_untouched(make_event(title="别的会"))


def test_the_value_that_a_load_wrote_last():
    event = make_event(place="礼堂")
    assert value_as_loaded(event, "place") == "礼堂"
    changed_by_hand(event, place="剧院")
    assert value_as_loaded(event, "place") == "礼堂"
    loaded(event, place="会堂")
    assert value_as_loaded(event, "place") == "会堂"
    changed_by_hand(event, place="剧院")
    assert (event.place, value_as_loaded(event, "place")) == ("剧院", "会堂")
    assert value_as_loaded(event, "title") == event.title


def test_what_a_person_made_stands_for_what_was_read():
    event = make_event(place="礼堂")
    made_by_hand(event)
    changed_by_hand(event, place="剧院")
    assert value_as_loaded(event, "place") == "剧院"
    [first, second] = states_with(Event, "title", [event.title])
    assert not first.is_loaded
    assert (first.values["place"], second.values["place"]) == ("礼堂", "剧院")


def test_a_record_is_found_by_what_it_was_called_when_it_was_loaded():
    event = make_event(title="开幕会", edtf="2019-03-14")
    gone = make_event(title="闭幕会", edtf="2019-03-15")
    changed_by_hand(event, title="开幕式")
    changed_by_hand(gone, title="闭幕式")
    key = gone.pk
    deleted_by_hand(gone)
    found = list(states_with(Event, "title", ["开幕会", "闭幕会"]))
    assert [(one.key, one.is_loaded) for one in found] == [
        (event.pk, True),
        (key, True),
    ]
    assert found[0].values["edtf"] == "2019-03-14"
    assert Event.objects.get() == event
    *_, now = states_with(Event, "title", ["闭幕式"])
    assert (now.key, now.is_loaded) == (key, False)


def test_dates_are_given_as_their_fields_hold_them():
    event = make_event(edtf="2019-03-14")
    [state] = states_with(Event, "title", [event.title])
    assert state.values["earliest"] == event.earliest


def test_what_was_deleted_and_put_back_is_as_it_was_loaded():
    person = saved(Person(name="林向皖"))
    changed_by_hand(person, note="园丁")
    key = person.pk
    deleted_by_hand(person)
    root = make_user(username="root", superuser=True)
    undo(Step.objects.order_by("-pk").first(), root)
    again = Person.objects.get(pk=key)
    assert again.note == "园丁"
    assert value_as_loaded(again, "note") == ""
    assert not Article.objects.exists()


def test_an_index_leads_to_what_bore_a_former_value():
    event = make_event(title="旧会名")
    changed_by_hand(event, title="新会名")
    rows = StepRow.objects.that_held("event", ["旧会名"])
    assert [row.key for row in rows] == [event.pk]
    assert "rows_by_former_value" in rows.order_by().explain()


def test_a_kind_is_sought_by_one_column():
    with pytest.raises(LookupError, match="event is not sought by place"):
        list(states_with(Event, "place", ["礼堂"]))
