"""What pages tell programs holds to schema.org's own definitions."""

from __future__ import annotations

import json
import re

import pytest
from django.core.files.base import ContentFile

from articles.models import Article, Publication
from events.models import PublicEvent
from people.models import PublicPerson
from tests.builders import (
    make_article,
    make_mention,
    make_person,
    make_photo,
    show_as_it_stands,
)
from tests.congress_builders import make_congress, make_sitting
from tests.importing.printed import jpeg
from tests.public.schema_org import faults

pytestmark = pytest.mark.django_db
BLOCK = re.compile(
    r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL
)


@pytest.fixture
def published(settings, tmp_path) -> Article:
    """Return a published article with a photo and a person; a congress with a sitting stands
    beside it.
    """
    settings.MEDIA_ROOT = tmp_path
    article = make_article(body="柏松下田。", published=True)
    make_mention(article=article, name="柏松", person=make_person(name="柏松"))
    photo = make_photo(article=article, caption="柏松下田。")
    photo.image.save("a.jpg", ContentFile(jpeg(640, 480)))
    show_as_it_stands(article)
    make_sitting(congress=make_congress(), title="开幕会议", chair="林晚")
    return article


def nodes_on(client, address: str) -> list[dict]:
    """Return the nodes that a page tells."""
    html = client.get(address).content.decode()
    return [
        node
        for block in BLOCK.findall(html)
        for node in json.loads(block)["@graph"]
    ]


def addresses(article: Article) -> list[str]:
    """Return an address of each kind of page."""
    publication = Publication.objects.get(article=article)
    page = publication.page
    congress = PublicEvent.objects.get(kind="congress")
    sitting = PublicEvent.objects.exclude(pk=congress.pk).first()
    person = PublicPerson.objects.get(name="柏松")
    photo = publication.photos.get()
    records = (
        publication,
        page,
        page.issue,
        page.issue.newspaper,
        congress,
        sitting,
        person,
        photo,
    )
    return [record.get_absolute_url() for record in records]


def test_every_kind_of_page_holds_to_the_definitions(client, published):
    kinds = set()
    for address in addresses(published):
        nodes = nodes_on(client, address)
        assert nodes, address
        found = [fault for node in nodes for fault in faults(node)]
        assert found == [], address
        kinds |= {node["@type"] for node in nodes}
    assert {
        "BreadcrumbList",
        "Event",
        "ImageObject",
        "NewsArticle",
        "Newspaper",
        "Person",
        "PublicationIssue",
    } <= kinds


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Sight"}, ": no type Sight"),
        ({"@type": "Person", "issn": "1"}, "/Person.issn: not defined"),
        (
            {"@type": "ImageObject", "width": 9},
            "/ImageObject.width: 9 is none of ['Distance', 'QuantitativeValue']",
        ),
        (
            {"@type": "Event", "attendee": {"@type": "Place"}},
            "/Event.attendee: a Place, not ['Organization', 'Person']",
        ),
        (
            {"@type": "Event", "startDate": "yesterday"},
            "/Event.startDate: 'yesterday' is none of ['Date']",
        ),
        (
            {"@type": "ListItem", "item": {"@id": "/people/"}},
            "/ListItem.item: no full address",
        ),
    ],
)
def test_the_definitions_know_what_is_wrong(node, fault):
    assert list(faults(node)) == [fault]
