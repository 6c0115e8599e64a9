"""Calendars as icalendar reads them back, and the timeline as TimelineJS takes it."""

import datetime as dt
import json
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from events.models import PublicEvent
from people.models import PublicPerson
from tests.congress_builders import (
    TITLE,
    address_of,
    make_congress,
    make_sitting,
    row_of,
)

pytestmark = pytest.mark.django_db

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def congress():
    whole = make_congress()
    make_sitting(
        congress=whole,
        title="开幕会议" + "很长的标题" * 20,
        chair="柏松",
        edtf="2021-09-27",
        part_of_day="morning",
        time=dt.time(8, 30),
    )
    make_sitting(congress=whole, title="讨论", edtf="2021-09-28/2021-09-29")
    make_sitting(congress=whole, title="十月的会", edtf="2021-10")
    return whole


def read_back(client, address: str) -> Calendar:
    response = client.get(address)
    assert response["Content-Type"].startswith("text/calendar")
    lines = response.content.split(b"\r\n")
    assert lines[-1] == b""
    # RFC 5545, 3.1: 75 octets a line, and no character is cut in two.
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]
    return Calendar.from_ical(response.content)


def test_hours_where_they_are_stated_and_days_elsewhere(client, congress):
    calendar = read_back(client, f"{address_of(congress)}calendar.ics")
    assert str(calendar["x-wr-calname"]) == TITLE
    opening, debate = calendar.walk("VEVENT")
    assert opening["dtstart"].dt == dt.datetime(2021, 9, 27, 8, 30, tzinfo=ZONE)
    assert debate["dtstart"].dt == dt.date(2021, 9, 28)
    assert debate["dtstart"].params["VALUE"] == "DATE"
    # The last day is not reached.
    assert debate["dtend"].dt == dt.date(2021, 9, 30)
    [zone] = calendar.walk("VTIMEZONE")
    assert str(zone["tzid"]) == "Asia/Shanghai"


def test_each_event_is_known_everywhere_and_says_its_source(client, congress):
    opening, debate = read_back(
        client, f"{address_of(congress)}calendar.ics"
    ).walk("VEVENT")
    assert opening["uid"] != debate["uid"]
    assert opening["uid"].endswith("@testserver")
    assert str(opening["related-to"]) == f"event-{congress.pk}@testserver"
    assert "[N/OL]" in opening["description"]
    assert str(opening["url"]).startswith("http://testserver/events/")
    assert opening["dtstamp"].dt.utcoffset() == dt.timedelta(0)


def test_a_calendar_that_says_the_same_is_the_same(client, congress):
    address = f"{address_of(congress)}calendar.ics"
    assert client.get(address).content == client.get(address).content


def test_a_person_has_a_calendar(client, congress):
    person = PublicPerson.objects.get(name="柏松")
    address = f"{person.get_absolute_url()}calendar.ics"
    [event] = read_back(client, address).walk("VEVENT")
    assert str(event["summary"]).startswith("开幕会议")


def test_a_timeline_has_a_slide_an_event_as_far_as_days_are_known(
    client, congress
):
    PublicEvent.objects.filter(title="讨论").update(title="<b>讨论</b>")
    data = client.get(f"{address_of(congress)}timeline.json").json()
    assert data["title"]["text"]["headline"] == TITLE
    opening, debate, october = data["events"]
    assert opening["start_date"] == {
        "year": 2021,
        "month": 9,
        "day": 27,
        "hour": 8,
        "minute": 30,
    }
    assert debate["end_date"]["day"] == 29
    assert debate["text"]["headline"] == "&lt;b&gt;讨论&lt;/b&gt;"
    assert october["start_date"] == {"year": 2021, "month": 10}


def test_a_congress_that_is_not_there_has_no_files(client):
    for name in ("calendar.ics", "timeline.json", "chronicle.md", "feed/"):
        assert client.get(f"/congresses/nowhere-1/{name}").status_code == 404


def test_the_linked_data_beside_a_congress_name_its_parts(client, congress):
    address = row_of(congress).get_absolute_url().removesuffix("/")
    data = json.loads(client.get(f"{address}.json").content)
    [whole] = data["@graph"]
    assert len(whole["subEvent"]) == 3
