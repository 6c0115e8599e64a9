"""Lists of articles: what stands in them, and that they cost the same however long they are."""

import re
from xml.etree import ElementTree

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_person,
    make_photo,
    published_once,
)
from tests.public.test_articles import byline, shown

pytestmark = pytest.mark.django_db


@published_once()
def fill(number: int) -> None:
    """Publish articles on two pages, each with a byline, a photo and a mention."""
    for index in range(number):
        page = make_page(label=f"B{index}")
        article = make_article(
            page=page,
            headline=f"第{index}篇",
            body="柏松到会。",
            published=True,
        )
        byline(article, "林晚", "石开")
        photo = make_photo(article=article, caption="柏松下田。")
        make_mention(
            article=article, name="柏松", person=make_person(name="柏松")
        )
        make_mention(
            article=article,
            name="柏松",
            part="caption",
            photo=photo,
            person=make_person(name="柏松"),
        )


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/", 6),
        ("/newspapers/", 2),
        ("/newspapers/binjiangribao/", 2),
        ("/newspapers/binjiangribao/2021-09-28/", 4),
        ("/newspapers/binjiangribao/2021-09-28/B1/", 3),
        ("/photos/", 3),
        ("/feed/", 2),
    ],
)
@pytest.mark.parametrize("number", [2, 12])
def test_a_list_asks_the_same_of_the_database_however_long_it_is(
    client,
    django_assert_num_queries: DjangoAssertNumQueries,
    address,
    queries,
    number,
):
    fill(number)
    with django_assert_num_queries(queries):
        shown(client, address)


@pytest.mark.parametrize("number", [2, 12])
def test_an_article_asks_the_same_however_much_it_holds(
    client, django_assert_num_queries, number
):
    names = [f"{chr(0x4E00 + index)}大海" for index in range(number)]
    with published_once():
        article = make_article(body="、".join(names), published=True)
        for name in names:
            make_mention(
                article=article, name=name, person=make_person(name=name)
            )
            make_photo(article=article, caption=f"{name}下田。")
        make_event(evidence=make_evidence(article=article, words=names[0]))
        byline(article, *names)
    with django_assert_num_queries(5):
        shown(client, article.get_absolute_url())


def test_an_issue_lists_its_published_articles_in_the_order_of_the_paper(
    client,
):
    issue = make_issue()
    for label in ("C10", "C2"):
        page = make_page(issue=issue, label=label)
        make_article(
            page=page, headline=f"{label}第二", position=2, published=True
        )
        make_article(
            page=page, headline=f"{label}第一", position=1, published=True
        )
        make_article(page=page, headline=f"{label}未刊", position=3)
    html = shown(client, issue.get_absolute_url())
    titles = re.findall(r"<h3[^>]*><a[^>]*>([^<]+)</a>", html)
    assert titles == ["C2第一", "C2第二", "C10第一", "C10第二"]
    assert (
        re.findall(
            r"<h2[^>]*><a[^>]*>([^<]+)</a>",
            shown(client, page.get_absolute_url()),
        )
        == titles[:2]
    )


@pytest.mark.parametrize(
    "address",
    ["/newspapers/nobody/", "/newspapers/nobody/2021-09-28/", "/photos/1/"],
)
def test_what_holds_nothing_published_has_no_address(client, address):
    make_photo(article=make_article())
    shown(client, address, 404)


def test_an_unpublished_page_and_issue_have_no_address(client):
    page = make_article().page
    for record in (page, page.issue, page.issue.newspaper):
        shown(client, record.get_absolute_url(), 404)


def test_photos_come_in_pages(client):
    article = make_article(published=True)
    for index in range(25):
        make_photo(article=article, caption=f"图{index:02}。")
    assert shown(client, "/photos/").count('class="card"') == 24
    assert shown(client, "/photos/?page=2").count('class="card"') == 1
    shown(client, "/photos/?page=3", 404)


def test_the_feed_stands_whatever_characters_are_stored(client):
    controls = "".join(map(chr, range(1, 32))) + "\x7f\x85\ufffe\uffff"
    article = make_article(
        published=True, headline=f"会{controls}议", body=f"甲{controls}乙。"
    )
    byline(article, f"罗{controls}小满")
    response = client.get("/feed/")
    assert response.status_code == 200
    tree = ElementTree.fromstring(response.content)  # noqa: S314 - the feed is ours
    assert tree.findtext(".//{*}entry/{*}author/{*}name").startswith("罗")
