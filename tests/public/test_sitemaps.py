"""The sitemap by the rules of sitemaps.org and of its image and news extensions."""

import datetime as dt
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from public import sitemaps
from tests.builders import (
    make_article,
    make_issue,
    make_page,
    make_photo,
    published_once,
    show_as_it_stands,
)
from tests.congress_builders import (
    address_of,
    make_congress,
    make_days,
    make_sitting,
)

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
# What an element may hold, in this order, and of these what it must hold.
ELEMENTS = {
    f"{MAP}urlset": ([f"{MAP}url"], []),
    f"{MAP}sitemapindex": ([f"{MAP}sitemap"], []),
    f"{MAP}sitemap": ([f"{MAP}loc", f"{MAP}lastmod"], [f"{MAP}loc"]),
    f"{MAP}url": (
        [f"{MAP}loc", f"{MAP}lastmod", f"{IMAGE}image", f"{NEWS}news"],
        [f"{MAP}loc"],
    ),
    f"{IMAGE}image": ([f"{IMAGE}loc"], [f"{IMAGE}loc"]),
    f"{NEWS}news": (
        [f"{NEWS}publication", f"{NEWS}publication_date", f"{NEWS}title"],
        [f"{NEWS}publication", f"{NEWS}publication_date", f"{NEWS}title"],
    ),
    f"{NEWS}publication": (
        [f"{NEWS}name", f"{NEWS}language"],
        [f"{NEWS}name", f"{NEWS}language"],
    ),
}
MOST_ADDRESSES = 50_000


def tree_of(client, address: str) -> ElementTree.Element:
    response = client.get(address)
    assert response.status_code == 200, address
    tree = ElementTree.fromstring(response.content)  # noqa: S314
    hold_to_rules(tree)
    return tree


def hold_to_rules(element: ElementTree.Element) -> None:
    """Hold an element and all in it to the schema: names, order, what must be there, values."""
    tags = [child.tag for child in element]
    allowed, needed = ELEMENTS.get(element.tag, ([], []))
    assert len(tags) <= MOST_ADDRESSES
    assert [allowed.index(tag) for tag in tags] == sorted(
        map(allowed.index, tags)
    )
    assert set(needed) <= set(tags), element.tag
    if element.tag.endswith("}loc"):
        assert element.text.startswith("http://testserver/")
        assert len(element.text) < 2048
    if element.tag == f"{MAP}lastmod":
        assert dt.datetime.fromisoformat(element.text).tzinfo is not None
    for child in element:
        hold_to_rules(child)


def newest_piece(client, section: str) -> str:
    """Return the path of the piece with the greatest keys."""
    pieces = tree_of(client, "/sitemap.xml").iter(f"{MAP}loc")
    paths = [each.text.removeprefix("http://testserver") for each in pieces]
    return [path for path in paths if f"/sitemap-{section}.xml" in path][-1]


def addresses(client, section: str) -> list[str]:
    tree = tree_of(client, newest_piece(client, section))
    found = [each.text for each in tree.iter(f"{MAP}loc")]
    return [each.removeprefix("http://testserver") for each in found]


def fill() -> None:
    with published_once():
        article = make_article(headline="甲\x01乙", published=True)
        photo = make_photo(article=article, caption="会场。")
        photo.image.save("a.png", ContentFile(b"x"))
        show_as_it_stands(article)
    congress = make_congress()
    make_sitting(congress=congress, title="开幕会议", chair="柏松")


@pytest.mark.parametrize("section", sorted(sitemaps.SITEMAPS))
def test_each_section_follows_the_schema_and_says_when_it_changed(
    client, section
):
    fill()
    tree = tree_of(client, newest_piece(client, section))
    pages = tree.findall(f"{MAP}url")
    assert pages
    assert all(page.find(f"{MAP}lastmod") is not None for page in pages)


def test_the_index_follows_the_schema_and_says_when_each_changed(client):
    fill()
    tree = tree_of(client, "/sitemap.xml")
    parts = tree.findall(f"{MAP}sitemap")
    assert {
        part.find(f"{MAP}loc").text.partition("?")[0] for part in parts
    } == {
        f"http://testserver/sitemap-{section}.xml"
        for section in sitemaps.SITEMAPS
    }
    assert all(part.find(f"{MAP}lastmod") is not None for part in parts)


def test_articles_and_photos_show_their_pictures(client):
    fill()
    for section in ("articles", "photos"):
        tree = tree_of(client, newest_piece(client, section))
        [picture] = tree.iter(f"{IMAGE}loc")
        assert picture.text.endswith("/full.webp")


def test_an_article_is_news_for_two_days(client):
    today = timezone.localdate()
    for days in (0, 2, 3):
        issue = make_issue(date=today - dt.timedelta(days=days))
        make_article(
            page=make_page(issue=issue), headline=f"第{days}", published=True
        )
    tree = tree_of(client, newest_piece(client, "articles"))
    assert [each.text for each in tree.iter(f"{NEWS}title")] == ["第0", "第2"]
    assert {each.text for each in tree.iter(f"{NEWS}name")} == {"滨江日报"}


def test_all_pages_of_a_congress_are_there(client):
    congress = make_congress()
    make_sitting(congress=congress, title="开幕会议", chair="柏松")
    make_sitting(congress=congress, title="十月的会", edtf="2021-10")
    lead = address_of(congress)
    assert addresses(client, "congresses") == [
        lead,
        f"{lead}who/",
        f"{lead}with/",
        f"{lead}2021-09-27/",
    ]
    assert lead not in addresses(client, "events")
    assert all(
        client.get(address).status_code == 200
        for address in addresses(client, "congresses")
    )


@pytest.mark.parametrize(
    ("section", "queries"),
    [
        ("articles", 3),
        ("newspapers", 2),
        ("issues", 2),
        ("pages", 2),
        ("photos", 3),
        ("people", 3),
        ("events", 3),
        ("congresses", 6),
    ],
)
def test_a_piece_costs_the_same_however_much_it_holds(
    client, django_assert_num_queries: DjangoAssertNumQueries, section, queries
):
    fill()
    for _more in range(2):
        piece = newest_piece(client, section)
        with django_assert_num_queries(queries):
            client.get(piece)
        make_days(make_congress(title="云江市第九次代表大会"), 2)
