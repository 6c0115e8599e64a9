"""The timeline of a congress: its address, the events that stand in it."""

import pytest

from events.models import PublicEvent
from tests.builders import saved, show_as_it_stands
from tests.public.events.happenings import happening, overview, shown

pytestmark = pytest.mark.django_db


def test_a_congress_has_one_address(client, congress):
    response = client.get(f"/events/{congress.pk}/")
    assert (response.status_code, response.url) == (
        301,
        overview(congress),
    )
    assert (
        client.get(f"/api/v1/events/{congress.pk}/")
        .json()["html_url"]
        .endswith(response.url)
    )


def test_the_parts_of_a_part_stand_in_the_timeline_too(client, congress):
    session = happening(congress, "开幕大会")
    happening(session, "报告环节")
    assert "报告环节" in shown(client, overview(congress))


def test_a_timeline_follows_what_becomes_of_the_events_between(
    client, congress
):
    session = happening(congress, "开幕大会")
    part = happening(session, "报告环节")
    address = overview(congress)
    words = session.evidence.get()
    for parent, is_shown in ((None, False), (congress, True)):
        session.parent = parent
        saved(session)
        show_as_it_stands(words.article)
        assert (str(part) in shown(client, address)) == is_shown
    session.evidence.clear()
    show_as_it_stands(words.article)
    assert str(part) not in shown(client, address)
    session.evidence.add(words)
    congress.kind = "meeting"
    saved(congress)
    show_as_it_stands(words.article, congress.evidence.get().article)
    assert not PublicEvent.objects.within(congress.pk)


def test_an_event_that_is_no_congress_has_no_timeline(client, congress):
    session = happening(congress, "开幕大会")
    shown(client, f"/timeline/{session.pk}/", 404)
    shown(client, f"/timeline/{session.pk + 1000}/", 404)
