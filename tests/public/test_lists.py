"""Lists by the page that count nothing, the sitemap by ranges of keys, the home page."""

import datetime as dt
import re

import pytest

from articles.models import Publication
from public import sitemaps
from public.views.newspapers import NewspaperIssues
from tests.builders import (
    make_article,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_person,
    make_photo,
)
from tests.public.test_articles import shown

pytestmark = pytest.mark.django_db


def publish_on(*days: int) -> None:
    for day in days:
        issue = make_issue(date=dt.date(2021, 10, day))
        make_article(page=make_page(issue=issue), published=True)


def days_in(html: str) -> list[str]:
    return re.findall(r'<time\s+datetime="2021-10-(\d\d)"', html)


def test_a_newspapers_issues_come_in_pages_without_being_counted(
    client, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(NewspaperIssues, "paginate_by", 2)
    publish_on(1, 2, 3, 4)
    make_issue(date=dt.date(2021, 10, 5))
    address = "/newspapers/binjiangribao/"
    with django_assert_num_queries(3):
        first = shown(client, address)
    assert days_in(first) == ["04", "03"]
    assert 'href="?page=2"' in first
    assert 'rel="prev"' not in first
    second = shown(client, f"{address}?page=2")
    assert days_in(second) == ["02", "01"]
    assert 'href="?page=1"' in second
    assert 'rel="next"' not in second
    place = second.split('class="pages"')[1].split("</nav>")[0]
    assert "第2页" in place
    assert "共" not in place
    for nonsense in ("3", "0", "-1", "x", "last", "9" * 40):
        assert client.get(f"{address}?page={nonsense}").status_code in (
            400,
            404,
        )


def test_a_list_that_fits_has_no_pages(client):
    publish_on(1)
    assert 'class="pages"' not in shown(client, "/newspapers/binjiangribao/")


def test_newspapers_say_from_when_to_when_something_is_published(client):
    publish_on(1, 3, 2)
    make_article(
        page=make_page(issue=make_issue(date=dt.date(2021, 10, 9))),
    )
    make_newspaper(name="未刊日报")
    html = shown(client, "/newspapers/")
    assert days_in(html) == ["01", "03"]
    assert "未刊日报" not in html


def test_the_sitemap_holds_each_article_once_by_ranges_of_keys(
    client, monkeypatch
):
    monkeypatch.setattr(sitemaps.ArticleSitemap, "limit", 2)
    articles = [make_article(published=True) for _ in range(5)]
    greatest = Publication.objects.latest("pk").pk
    listed = []
    for page in range(1, -(-greatest // 2) + 1):
        html = shown(client, f"/sitemap-articles.xml?p={page}")
        listed += re.findall(r"<loc>http://[^/]+([^<]+)</loc>", html)
    expected = [article.get_absolute_url() for article in articles]
    assert listed == expected
    shown(client, f"/sitemap-articles.xml?p={greatest}", 404)
    index = shown(client, "/sitemap.xml")
    assert index.count("/sitemap-articles.xml") == -(-greatest // 2)
    assert "<lastmod>" in index


def test_home_shows_what_is_new_and_whom_it_names(client):
    for day in range(1, 12):
        issue = make_issue(date=dt.date(2021, 10, day))
        article = make_article(
            page=make_page(issue=issue),
            headline=f"第{day}日",
            body="柏松到会。" if day > 1 else "旧人到会。",
            published=True,
        )
        if day < 3:
            name = article.body[:2]
            make_mention(
                article=article, name=name, person=make_person(name=name)
            )
    make_photo(article=article, caption="新图。")
    html = shown(client, "/")
    titles = re.findall(r"<h3[^>]*><a[^>]*>([^<]+)</a>", html)
    assert titles == [f"第{day}日" for day in range(11, 1, -1)]
    assert "新图。" in html
    assert ">柏松<" in html
    assert ">旧人<" not in html
