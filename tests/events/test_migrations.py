"""Events stored by earlier versions stand where those stored now stand."""

from importlib import import_module

import pytest
from django.apps import apps

from events.models import Event
from tests.builders import make_event

pytestmark = pytest.mark.django_db


def test_stored_events_get_the_place_that_a_save_would_give_them():
    events = [
        make_event(),
        make_event(part_of_day="morning"),
        make_event(edtf="2021-09"),
        make_event(edtf="2021-09-27~"),
    ]
    as_saved = {event.pk: event.sort_key for event in events}
    move = import_module("events.migrations.0004_days_without_a_part_stand_last").put
    move("0")(apps, None)
    assert Event.objects.get(pk=events[0].pk).sort_key == "2021-09-27 0"
    move("5")(apps, None)
    assert dict(Event.objects.values_list("pk", "sort_key")) == as_saved
