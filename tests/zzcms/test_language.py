"""English has addresses of its own, and nothing but the address says which language an answer
speaks.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import resolve, reverse
from django.utils import translation
from PIL import Image

from articles.models import Article, Evidence
from editorial.change_log import logged
from editorial.publishing.publication_rows import new_publication
from editorial.publishing.shown import show
from editorial.publishing.signed.article_content import content_of
from events.models import Candidacy, Election, Event
from people.models import Person
from public.views.people import EVENTS_SHOWN
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.site_map import read_sitemap
from zzcms.urls import SPOKEN

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
# Former addresses lead on; nothing leads to them.
FORMER = {"timeline"}
# A form leads there.
SENT = {"report-taken"}


@pytest.fixture
def article(settings, tmp_path) -> Article:
    """A published article from which every kind of page can be reached."""
    settings.MEDIA_ROOT = tmp_path
    article = make_article(body="柏松主持大会，八百人到会。", published=True)
    data = BytesIO()
    Image.new("RGB", (30, 20)).save(data, "PNG")
    photo = make_photo(article=article, caption="春耕现场。")
    photo.image.save("public.png", ContentFile(data.getvalue()))
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    words = make_evidence(article=article, words="柏松主持大会")
    congress = make_event(title="第七次大会", kind="congress", evidence=words)
    session = make_event(title="开幕", parent=congress, evidence=words)
    make_participation(event=session, person=person, evidence=words)
    election = saved(Election(event=session, office="主任", evidence=words))
    stood = Candidacy(
        election=election, person=person, outcome="elected", evidence=words
    )
    saved(stood)
    attend_much(person, words)
    return article


def attend_much(person: Person, words: Evidence) -> None:
    """Let a person take part in more events than the person's page shows, and publish twice."""
    for number in range(EVENTS_SHOWN + 1):
        event = Event.objects.create(title=f"会议{number}", edtf="2021-09-27")
        event.evidence.add(words)
        event.participations.create(person=person, role="代表", evidence=words)
    show_twice(words.article)


@logged()
def show_twice(article: Article) -> None:
    """Publish an article again with another headline, and keep the first publication."""
    article.headline = "春耕全面开始"
    article.save()
    show(new_publication(article, content_of(article), None))


class Links(HTMLParser):
    """Collect where a page leads, but for the same page in another language."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.twins: dict[str, str] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if "hreflang" in given:
            self.twins[f"{tag} {given['hreflang']}"] = given["href"]
        else:
            self.found |= {
                given[name] for name in ("href", "action") if name in given
            }


def page_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def crawl(client: Client, first: str) -> dict[str, str]:
    """Return every page below ``/en/`` that can be reached, by its path."""
    waiting, read = [first], {}
    while waiting:
        path = waiting.pop()
        if path in read:
            continue
        read[path] = page_of(client, path)
        for link in Links(read[path]).found:
            parts = urlsplit(urljoin(SITE + path, link))
            if parts.path.startswith("/en/"):
                waiting.append(parts.path)
    return read


def name_at(path: str) -> str:
    with translation.override("en"):
        return resolve(path).url_name


def test_every_public_page_has_an_english_address(article, client):
    read = crawl(client, "/en/")
    assert {name_at(path) for path in read} == SPOKEN - FORMER - SENT
    for path, html in read.items():
        if not path.endswith("/feed/"):
            assert '<html lang="en">' in html, path


def test_an_english_page_leads_to_english_pages(article, client):
    for path, html in crawl(client, "/en/").items():
        for link in Links(html).found:
            parts = urlsplit(urljoin(SITE + path, link))
            if f"{parts.scheme}://{parts.netloc}" != SITE:
                continue
            if not parts.path.startswith("/en/"):
                assert "text/html" not in type_of(client, parts.path), link


def type_of(client: Client, path: str) -> str:
    if path.startswith("/static/"):
        return ""
    return client.get(path)["Content-Type"]


def test_a_bare_address_speaks_chinese_whatever_the_browser_asks(
    article, client
):
    client.cookies["django_language"] = "en"
    html = client.get("/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="zh-Hans">' in html
    assert not [link for link in Links(html).found if "/en/" in link]


def test_the_switch_leads_to_the_same_page(article, client):
    bare = "/people/?initial=B&x=1"
    chinese = Links(page_of(client, bare)).twins
    english = Links(page_of(client, f"/en{bare}")).twins
    assert chinese == english
    assert chinese == {
        "a zh-Hans": bare,
        "a en": f"/en{bare}",
        "link zh-Hans": f"{SITE}/people/?initial=B",
        "link en": f"{SITE}/en/people/?initial=B",
        "link x-default": f"{SITE}/people/?initial=B",
    }


@pytest.mark.parametrize("lead", ["", "/en"])
def test_a_page_names_its_lasting_address(article, client, lead):
    path = f"{lead}{article.get_absolute_url()}"
    html = page_of(client, f"{path}?text=printed")
    assert f'<link rel="canonical" href="{SITE}{path}">' in html


def test_a_page_that_is_nowhere_switches_to_the_home_page(client):
    html = client.get("/en/nothing/").content.decode()
    assert '<html lang="en">' in html
    assert Links(html).twins == {"a zh-Hans": "/", "a en": "/en/"}


def test_english_begins_with_a_slash_of_its_own(client):
    assert client.get("/en").url == "/en/"
    assert client.get("/enough/").status_code == 404
    assert client.get("/zh-hans/").status_code == 404


def test_a_picture_has_one_address(article, client):
    html = page_of(client, f"/en{article.get_absolute_url()}")
    picture = re.search(r'src="([^"]+\.webp)"', html).group(1)
    assert picture.startswith("/photos/")
    assert client.get(picture).status_code == 200
    assert client.get(f"/en{picture}").status_code == 404


@pytest.mark.parametrize("path", ["/feed/", "/api/v1/articles/"])
def test_what_programs_read_leads_to_bare_addresses(article, client, path):
    client.cookies["django_language"] = "en"
    with translation.override("en"):
        sent = client.get(path, headers={"accept-language": "en"})
    assert b"/newspapers/" in sent.content
    assert b"/en/" not in sent.content


def test_the_sitemap_leads_to_bare_addresses(article, client):
    client.cookies["django_language"] = "en"
    with translation.override("en"):
        sent = read_sitemap(client)
    assert "/newspapers/" in sent
    assert "/en/" not in sent


def test_the_english_feed_leads_to_english_pages(article, client):
    sent = client.get("/en/feed/").content.decode()
    links = set(re.findall(r'href="([^"]+)"', sent))
    assert f"{SITE}/en{article.get_absolute_url()}" in links
    assert all(link.startswith(f"{SITE}/en/") for link in links)


def test_a_former_address_leads_on_in_its_language(article, client):
    congress = reverse("event", args=[article.evidence.get().events.first().pk])
    assert client.get(congress).url.startswith("/congresses/")
    assert client.get(f"/en{congress}").url.startswith("/en/congresses/")


def test_crawlers_leave_the_search_alone_in_both_languages(client):
    lines = page_of(client, "/robots.txt").splitlines()
    assert "Disallow: /search/" in lines
    assert "Disallow: /en/search/" in lines


def test_the_desk_keeps_a_choice_of_its_own(article, admin_client):
    desk = reverse("admin:index")
    assert 'lang="zh-hans"' in page_of(admin_client, desk)
    chosen = admin_client.post(
        reverse("set_language"), {"language": "en", "next": desk}
    )
    assert chosen.url == desk
    assert chosen.cookies["django_language"]["path"] == desk
    answer = admin_client.get(desk)
    assert 'lang="en"' in answer.content.decode()
    assert "Cookie" in answer["Vary"]
    assert '<html lang="zh-Hans">' in page_of(admin_client, "/")


def test_the_desk_offers_its_languages(admin_client):
    html = page_of(admin_client, reverse("admin:index"))
    offered = re.findall(r'<button\s+name="language"\s+value="([^"]+)"', html)
    assert offered == ["zh-hans", "en"]


def test_a_choice_at_the_desk_needs_its_token(db):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_user(username="bianji"))
    refused = strict.post(reverse("set_language"), {"language": "en"})
    assert refused.status_code == 403


def test_a_person_s_address_follows_the_language_that_is_spoken(article):
    person = Person.objects.get()
    assert person.get_absolute_url() == f"/people/{person.pk}/"
    with translation.override("en"):
        assert person.get_absolute_url() == f"/en/people/{person.pk}/"
    with translation.override(None):
        assert person.get_absolute_url() == f"/people/{person.pk}/"
