"""Home, the sitemap, and an address where nothing is."""

import re

import pytest

from events.models import PublicEvent
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_person,
    make_photo,
)
from tests.public.events.happenings import shown
from tests.site_map import read_sitemap

pytestmark = pytest.mark.django_db


def test_home_shows_what_there_is(client, congress):
    article = make_article(
        headline="春耕开始", body="柏松到会。", published=True
    )
    person, photo = make_person(name="柏松"), make_photo(article=article)
    make_mention(article=article, name="柏松", person=person)
    make_article(headline="未刊", body="未刊。")
    html = shown(client, "/")
    for record in (
        PublicEvent.objects.get(pk=congress.pk),
        article,
        person,
        photo,
        article.page.issue,
    ):
        assert f'href="{record.get_absolute_url()}"' in html
    assert 'action="/search/"' in html
    assert "未刊" not in html


def test_home_is_there_before_anything_is(client):
    shown(client, "/")


@pytest.mark.parametrize("number", [2, 9])
def test_home_asks_the_same_of_the_database_however_full_it_is(
    client, django_assert_num_queries, number
):
    for index in range(number):
        article = make_article(
            headline=f"第{index}篇", body="柏松到会。", published=True
        )
        make_photo(article=article)
        make_mention(
            article=article, name="柏松", person=make_person(name="柏松")
        )
        words = make_evidence(article=article, words="到会")
        make_event(title=f"第{index}次大会", kind="congress", evidence=words)
    with django_assert_num_queries(7):
        shown(client, "/")


def test_the_sitemap_leads_to_everything_public_and_nothing_else(
    client, congress
):
    article = make_article(body="柏松到会。", published=True)
    person, photo, hidden = (
        make_person(name="柏松"),
        make_photo(article=article),
        make_article(),
    )
    make_mention(article=article, name="柏松", person=person)
    addresses = set(
        re.findall(r"<loc>http://testserver([^<]+)<", read_sitemap(client))
    )
    page = article.page
    public = [
        article,
        person,
        photo,
        PublicEvent.objects.get(pk=congress.pk),
        page,
        page.issue,
        page.issue.newspaper,
    ]
    assert {record.get_absolute_url() for record in public} <= addresses
    assert hidden.get_absolute_url() not in addresses
    assert "Sitemap: http://testserver/sitemap.xml" in shown(
        client, "/robots.txt"
    )


def test_nothing_at_an_address_is_told_in_the_house_style(client):
    html = shown(client, "/nothing/", 404)
    assert 'class="masthead"' in html
