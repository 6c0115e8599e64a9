"""Times as they are printed."""

import datetime as dt

import pytest
from django.utils import translation

from public.templatetags.event_tags import clock, day, machine_time
from tests.builders import make_event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "english", "machine"),
    [
        (
            {"part_of_day": "morning", "time": dt.time(8, 30)},
            "morning, 8:30",
            "2021-09-27T08:30+08:00",
        ),
        (
            {"part_of_day": "morning", "time": dt.time(8), "approximate": True},
            "morning, about 8 o’clock",
            "2021-09-27T08:00+08:00",
        ),
        (
            {"part_of_day": "afternoon", "time": dt.time(15, 5)},
            "afternoon, 3:05",
            "2021-09-27T15:05+08:00",
        ),
        (
            {"part_of_day": "noon", "time": dt.time(12)},
            "noon, 12 o’clock",
            "2021-09-27T12:00+08:00",
        ),
        ({"time": dt.time(15, 0)}, "15 o’clock", "2021-09-27T15:00+08:00"),
        ({"part_of_day": "evening"}, "evening", "2021-09-27"),
        ({}, "", "2021-09-27"),
    ],
)
def test_a_time_is_told_as_printed(fields, english, machine):
    event = make_event(**fields)
    with translation.override("en"):
        assert clock(event) == english
    assert machine_time(event) == machine


@pytest.mark.parametrize(
    ("edtf", "english", "machine"),
    [
        ("2021-09-27", "27 Sep 2021", "2021-09-27"),
        ("2021-09", "Sep 2021", "2021-09"),
        ("2021", "2021", "2021"),
        ("2021-09~", "about Sep 2021", "2021-09"),
        (
            "2021-09-27/2021-09-29",
            "27 Sep 2021 to 29 Sep 2021",
            "2021-09-27",
        ),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(edtf, english, machine):
    event = make_event(edtf=edtf)
    with translation.override("en"):
        assert day(event) == english
    assert machine_time(event) == machine
