"""What the pages of a congress of 2,000 events weigh and ask."""

import datetime as dt
import gzip

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import PublicEvent, Statement
from events.models.statement import About
from people.models import PublicPerson
from tests.congress_builders import make_congress, row_of

pytestmark = pytest.mark.django_db
EVENTS = 2000
DAYS = 20
PEOPLE = 60
BODIES = ("plenary", "presidium", "delegation", "committee", "other")
KB = 1000
MOST_QUERIES = 12
# A page, and how much it may weigh: plain, and as it is sent.
BUDGETS = (
    ("", 60, 20),
    ("?person=1001", 60, 20),
    ("?body=plenary&day=2021-09-06", 60, 20),
    ("2021-09-05/", 90, 30),
    ("who/", 150, 30),
    ("with/", 150, 20),
)


@pytest.fixture
def congress(db):
    """A congress with the rows that as many publications would have made."""
    row = row_of(make_congress())
    publication = Statement.objects.first().publication
    people = [
        PublicPerson(
            key=key,
            name=f"柏{chr(0x4E00 + key)}",
            sort_name="bai yi",
            initial="B",
        )
        for key in range(1000, 1000 + PEOPLE)
    ]
    PublicPerson.objects.bulk_create(people)
    events = [event_of(row, number, people) for number in range(EVENTS)]
    PublicEvent.objects.bulk_create(events)
    told = [
        statement
        for event in events
        for statement in stated_of(event, publication)
    ]
    Statement.objects.bulk_create(told)
    return row


def event_of(congress, number, people):
    chosen = [people[(number + step) % PEOPLE] for step in range(6)]
    named = [[person.pk, person.name] for person in chosen]
    event = PublicEvent(
        key=10_000 + number,
        parent=congress.pk,
        congress=congress.pk,
        word=f"huiyi-{number}",
        title=f"第{number}代表团举行第{number}次会议讨论报告的第{number}部分",
        kind="meeting",
        edtf=str(dt.date(2021, 9, 1) + dt.timedelta(number % DAYS)),
        part_of_day=("morning", "afternoon")[number % 2],
        body=BODIES[number % len(BODIES)],
        place=f"第{number % 9}会议室",
        outline={
            "people": 6,
            "roles": [{"role": "出席", "people": named[:3], "count": 6}],
        },
    )
    event.people = named
    event.fill_dates()
    return event


def stated_of(event, publication):
    """Yield that an event is told, and who took part."""
    shared = {
        "publication": publication,
        "article": publication.article_id,
        "about": About.EVENT,
        "subject": event.key,
        "mark": event.key,
        "part": "body",
        "start": 0,
        "end": 4,
        "exact": event.title,
        "day": publication.day,
        "place": f"{event.key}",
    }
    yield Statement(field=Statement.TOLD, **shared)
    for rank, (key, name) in enumerate(event.people, 1):
        value = {
            "name": name,
            "role": "出席",
            "rank": rank,
            "position": 0,
            "delegations": [],
        }
        yield Statement(
            field=Statement.PARTICIPATION, object=key, value=value, **shared
        )


def test_pages_of_a_large_congress_keep_their_budgets(client, congress):
    for page, raw, zipped in BUDGETS:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(f"{congress.get_absolute_url()}{page}")
        assert response.status_code == 200
        assert len(queries) <= MOST_QUERIES, page
        assert len(gzip.compress(response.content)) <= zipped * KB, page
        assert len(response.content) <= raw * KB, page
