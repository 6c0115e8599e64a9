"""The Atom feed of the newest articles, as a feed reader parses it."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from tests.builders import make_article, make_page, show_as_it_stands

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(client) -> ElementTree.Element:
    return ElementTree.fromstring(client.get("/feed/").content)  # noqa: S314


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


def test_the_feed_is_atom_with_the_newest_first(client):
    make_article(headline="先", published=True)
    make_article(headline="后", published=True)
    make_article(headline="未刊")
    response = client.get("/feed/")
    assert response["Content-Type"].startswith("application/atom+xml")
    assert re.findall(
        r"<entry><title>([^<]+)</title>", response.content.decode()
    ) == [
        "后",
        "先",
    ]


def test_a_summary_is_text_whatever_signs_were_printed(client):
    body = "<b>甲</b><a href=//evil>乙 & 丙</a>"
    make_article(body=f"{body}\n第二段。", published=True)
    summary = feed(client).find("a:entry/a:summary", ATOM)
    assert summary.get("type") == "html"
    markup = Markup(summary.text)
    assert (markup.tags, markup.text) == ([], body)


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
