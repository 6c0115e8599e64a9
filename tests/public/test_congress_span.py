"""A congress runs as long wherever it is named, also where one day alone is stated of it."""

import json
import re

import pytest
from django.urls import reverse

from tests.builders import (
    make_article,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
)
from tests.congress_builders import address_of, make_congress, make_sitting
from tests.public.test_articles import shown

pytestmark = pytest.mark.django_db

TOLD = "2021年9月27日至30日"


@pytest.fixture
def congress():
    """A congress of which its report states one day, and its parts four."""
    congress = make_congress(edtf="2021-09-27")
    for day in (27, 28, 30):
        make_sitting(
            congress=congress, title=f"{day}日会", edtf=f"2021-09-{day}"
        )
    return congress


def nodes_in(html: str) -> list[dict]:
    data = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL
    )
    return json.loads(data[1])["@graph"]


def test_head_list_and_front_page_tell_its_days(client, congress):
    for address in (address_of(congress), "/congresses/", "/"):
        told = re.sub(r"\s+", "", shown(client, address))
        assert "27日至30日" in told, address


def test_an_article_and_a_person_tell_its_days(client, congress):
    article = congress.evidence.first().article
    listed = shown(client, article.get_absolute_url())
    assert TOLD in listed.split('id="stated"')[1].split("</section>")[0]
    person = make_person(name="柏松")
    again = make_article(body="柏松出席大会。", published=True)
    make_mention(article=again, name="柏松", person=person)
    words = make_evidence(article=again, words="出席大会")
    make_participation(event=congress, person=person, evidence=words)
    days = shown(client, person.get_absolute_url()).split('class="by-day"')[1]
    assert TOLD in days.split("</section>")[0]


def test_programs_are_told_its_days(client, congress):
    days = ("2021-09-27", "2021-09-30")
    whole = nodes_in(shown(client, address_of(congress)))[0]
    assert (whole["startDate"], whole["endDate"]) == days
    sitting = congress.children.first()
    part = nodes_in(shown(client, f"/events/{sitting.pk}/"))[0]["superEvent"]
    assert (part["startDate"], part["endDate"]) == days
    detail = reverse("api-event-detail", args=[congress.pk])
    record = client.get(detail).json()
    assert (record["first_day"], record["last_day"]) == days
