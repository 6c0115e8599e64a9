"""The Atom feed of the newest articles, as a feed reader parses it."""

import datetime as dt
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from people.models import MergedPerson, PublicPerson
from tests.builders import (
    make_article,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_person,
    show_as_it_stands,
)
from tests.congress_builders import address_of, make_congress, make_sitting

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(client, address: str = "/feed/") -> ElementTree.Element:
    return ElementTree.fromstring(client.get(address).content)  # noqa: S314


class Markup(HTMLParser):
    """Collect tags and text of what a reader would render."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def titles(client, address: str = "/feed/") -> list[str]:
    response = client.get(address)
    return re.findall(
        "<entry><title>([^<]+)</title>", response.content.decode()
    )


def test_the_feed_is_atom_in_the_order_of_print(client):
    older = make_issue(date=dt.date(2021, 9, 27))
    newer = make_issue()
    make_article(
        page=make_page(issue=newer, label="C2"), headline="二", published=True
    )
    first = make_page(issue=newer)
    make_article(page=first, headline="下", position=2, published=True)
    make_article(page=first, headline="上", position=1, published=True)
    make_article(page=make_page(issue=older), headline="昨", published=True)
    make_article(page=first, headline="未刊")
    response = client.get("/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    assert titles(client) == ["上", "下", "二", "昨"]


def test_an_entry_says_newspaper_day_page_and_whose_it_is(client):
    own = make_article(published=True)
    agency = make_article(dateline_source="新华社", published=True)
    found = feed(client).findall("a:entry", ATOM)
    assert [
        one.get("term") for one in found[0].findall("a:category", ATOM)
    ] == [
        "滨江日报",
        "A1",
    ]
    summary = found[0].find("a:summary", ATOM).text
    assert summary.startswith("滨江日报\uff0c2021年9月28日\uff0cA1版<br>")
    rights = [one.find("a:rights", ATOM).text for one in found]
    assert "滨江日报" in rights[own.position - 1]
    assert "新华社" in rights[agency.position - 1]


def test_newspaper_person_and_congress_have_feeds_of_their_own(client):
    congress = make_congress()
    make_sitting(congress=congress, title="开幕会议", chair="柏松")
    other = make_newspaper(name="云溪晚报")
    issue = make_issue(newspaper=other)
    make_article(
        page=make_page(issue=issue, label="B1"), headline="晚", published=True
    )
    person = PublicPerson.objects.get(name="柏松")
    told = [f"{address_of(congress)}feed/", f"{person.get_absolute_url()}feed/"]
    assert titles(client, f"{other.get_absolute_url()}feed/") == ["晚"]
    assert [len(titles(client, address)) for address in told] == [2, 1]
    for address in told:
        assert_atom(feed(client, address))


def test_a_person_merged_leads_to_the_feed_of_the_one_who_stays(client, editor):
    article = make_article(body="柏松到会。", published=True)
    stays = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=stays)
    gone = 9_999
    MergedPerson.objects.create(
        former=gone, stays=stays, name="柏 松", reason="同一人", by=editor
    )
    response = client.get(f"/people/{gone}/feed/")
    assert response.status_code == 301
    assert response.url == f"/people/{stays.pk}/feed/"
    assert client.get("/people/8888/feed/").status_code == 404


def assert_atom(root: ElementTree.Element) -> None:
    """Hold a feed to RFC 4287: what stands once, and what an entry cannot be without."""
    entries = root.findall("a:entry", ATOM)
    for part in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"a:{name}", ATOM)) == 1, name
        moment = part.find("a:updated", ATOM).text
        assert dt.datetime.fromisoformat(moment).tzinfo is not None
    keys = [entry.find("a:id", ATOM).text for entry in entries]
    assert len(set(keys)) == len(keys)
    assert all(key.startswith("http") for key in keys)
    links = {
        link.get("rel"): link.get("href")
        for link in root.findall("a:link", ATOM)
    }
    assert links["self"].startswith("http")
    has_author = root.find("a:author/a:name", ATOM) is not None
    for entry in entries:
        assert entry.find("a:link", ATOM).get("rel") == "alternate"
        assert has_author or entry.find("a:author/a:name", ATOM) is not None


def test_a_summary_is_text_whatever_signs_were_printed(client):
    body = "<b>甲</b><a href=//evil>乙 & 丙</a>"
    make_article(body=f"{body}\n第二段。", published=True)
    summary = feed(client).find("a:entry/a:summary", ATOM)
    assert summary.get("type") == "html"
    markup = Markup(summary.text)
    assert markup.tags == ["br"]
    assert markup.text.endswith(body)


def test_an_entry_names_its_author_or_leaves_that_to_the_feed(client):
    make_article(published=True)
    signed = make_article(published=True)
    signed.bylines.create(name="周杰", role="reporter")
    show_as_it_stands(signed)
    root = feed(client)
    assert [
        name.text for name in root.findall("a:entry/a:author/a:name", ATOM)
    ] == ["周杰"]
    assert root.find("a:author/a:name", ATOM).text


def test_a_continuation_bears_the_headline_of_its_beginning(client):
    rest = make_article(
        page=make_page(label="A2"),
        published=True,
        headline="",
        body="下文。",
        continued_from="A1",
    )
    make_article(
        page=make_page(label="A1"),
        headline="老街修缮完工",
        published=True,
        continuation=rest,
    )
    assert {
        title.text for title in feed(client).findall("a:entry/a:title", ATOM)
    } == {"老街修缮完工"}
