"""The page of an event, and what it costs."""

import pytest

from events.models import AgendaItem
from tests.builders import make_participation, make_person, make_photo, saved
from tests.public.events.happenings import happening, overview, shown

pytestmark = pytest.mark.django_db


def test_an_event_leads_to_what_it_is_part_of_and_to_its_parts(
    client, congress
):
    session = happening(congress, "开幕大会")
    part, hidden = (
        happening(session, "报告环节"),
        happening(session, "未刊环节", published=False),
    )
    html = shown(client, session.get_absolute_url())
    assert overview(congress) in html
    assert part.get_absolute_url() in html
    assert str(hidden) not in html
    shown(client, hidden.get_absolute_url(), 404)


@pytest.mark.parametrize("number", [2, 12])
def test_an_event_asks_the_same_of_the_database_however_much_it_holds(
    client, django_assert_num_queries, number
):
    event = happening(None, "审议")
    words = event.evidence.get()
    for index in range(number):
        make_photo(article=words.article)
        happening(event, f"第{index}会")
        make_participation(
            event=event, person=make_person(name="柏松"), evidence=words
        )
        saved(
            AgendaItem(
                event=event, rank=index + 1, text="审议报告", evidence=words
            )
        )
    with django_assert_num_queries(7):
        shown(client, event.get_absolute_url())
