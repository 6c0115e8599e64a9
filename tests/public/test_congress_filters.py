"""The filters of a congress: plain links that combine, with what they would keep."""

import re

import pytest

from events.models import Event
from tests.congress_builders import address_of, make_congress, make_sitting

pytestmark = pytest.mark.django_db


def shown(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def congress():
    return make_congress()


ITEM = re.compile(r'<li class="c-item [a-z]+" id="([^"]+)"')
BLOCK = re.compile(r'class="block ([^"]+)"\s+href="#([^"]+)"')


@pytest.fixture
def filtered(congress, settings):
    settings.CONGRESS_PLAN_FROM = 2
    make_sitting(
        congress=congress,
        title="开幕",
        kind="session",
        chair="柏松",
        place="礼堂",
        body="plenary",
    )
    make_sitting(congress=congress, title="审议", kind="deliberation")
    make_sitting(
        congress=congress, title="闭幕", kind="session", edtf="2021-09-28"
    )
    return address_of(congress)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("day=2021-09-27", ["kaimu", "shenyi"]),
        ("kind=session", ["kaimu", "bimu"]),
        ("body=plenary", ["kaimu"]),
        ("place=礼堂", ["kaimu"]),
        ("kind=session&day=2021-09-28", ["bimu"]),
        ("kind=deliberation&day=2021-09-28", []),
    ],
)
def test_filters_keep_what_is_asked_for(client, filtered, question, words):
    html = shown(client, f"{filtered}?{question}")
    assert ITEM.findall(html) == words
    assert len(BLOCK.findall(html)) == 3


def test_a_persons_thread_goes_through_the_plan(client, filtered):
    chair = Event.objects.get(title="开幕").participations.get().person
    html = shown(client, f"{filtered}?person={chair.pk}")
    assert ITEM.findall(html) == ["kaimu"]
    classes = {word: names for names, word in BLOCK.findall(html)}
    assert classes["kaimu"].endswith(" on")
    assert classes["bimu"].endswith(" off")


def test_values_count_what_they_would_keep(client, filtered):
    html = shown(client, f"{filtered}?day=2021-09-27")
    facets = html.split('class="facets"')[1].split("</nav>")[0]
    links = re.findall(r'href="([^"]+)"[^>]*>[^<]+<small>(\d+)', facets)
    assert ("?day=2021-09-28", "1") in links
    assert ("?day=2021-09-27&amp;kind=session", "1") in links
    assert ("?day=2021-09-27&amp;kind=deliberation", "1") in links


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("day=2021-10-01", "day=2021-09-28"),
        ("day=x", "day=2021-09-28"),
        ("kind=visit", "kind=session"),
        ("body=presidium", "body=plenary"),
        ("place=x", "place="),
        ("person=99999999", "person="),
        ("person=x", "person="),
    ],
)
def test_an_unknown_value_is_told_with_the_known_ones(
    client, filtered, question, known
):
    html = shown(client, f"{filtered}?{question}", 404)
    assert f'href="{filtered}?{known}' in html
