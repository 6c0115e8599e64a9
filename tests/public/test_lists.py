"""Lists by the page that count nothing, the sitemap by ranges of keys."""

import datetime as dt
import re

import pytest

from articles.models import Article, Page, Publication
from public import sitemaps
from public.views.photos import PhotoList
from tests.builders import (
    make_article,
    make_issue,
    make_newspaper,
    make_page,
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


def test_a_newspaper_has_a_calendar_of_the_last_year_and_of_any_asked_for(
    client, django_assert_num_queries
):
    publish_on(1, 2, 4)
    for _ in range(3):
        make_article(page=Page.objects.get(day="2021-10-04"), published=True)
    make_issue(date=dt.date(2021, 10, 5))
    old = make_issue(date=dt.date(2019, 2, 28))
    make_article(page=make_page(issue=old), published=True)
    address = "/newspapers/binjiangribao/"
    with django_assert_num_queries(2):
        html = shown(client, address)
    assert shades_in(html) == {"10-01": "1", "10-02": "1", "10-04": "4"}
    years = re.findall(r'href="\?year=(\d+)"', html)
    assert years == ["2019", "2020", "2021"]
    html = shown(client, f"{address}?year=2020")
    assert shades_in(html) == {}
    assert "<table" not in html
    html = shown(client, f"{address}?year=2019")
    assert shades_in(html) == {"02-28": "4"}
    # The first of the month stands below the day of the week that it was.
    assert (
        len(re.findall("<td>", html.split("<tbody>")[1].split("1</span>")[0]))
        == 5
    )
    for nonsense in ("2018", "2022", "x", "", "02019", "9" * 40):
        assert client.get(f"{address}?year={nonsense}").status_code == 404


def shades_in(html: str) -> dict[str, str]:
    """The shade of each day that leads to an issue."""
    found = re.findall(
        r'class="k(\d)"\s+href="/newspapers/\w+/\d{4}-([\d-]+)/', html
    )
    return {day: shade for shade, day in found}


def test_an_issue_leads_to_the_one_before_and_the_one_after(client):
    publish_on(1, 3, 9)
    make_issue(date=dt.date(2021, 10, 2))
    html = shown(client, "/newspapers/binjiangribao/2021-10-03/")
    assert 'rel="prev" href="/newspapers/binjiangribao/2021-10-01/"' in html
    assert 'rel="next" href="/newspapers/binjiangribao/2021-10-09/"' in html
    html = shown(client, "/newspapers/binjiangribao/2021-10-09/")
    assert 'rel="next"' not in html


def test_photos_come_in_pages_without_being_counted(client, monkeypatch):
    monkeypatch.setattr(PhotoList, "paginate_by", 2)
    publish_on(1)
    for _ in range(3):
        make_photo(article=Article.objects.get())
    first = shown(client, "/photos/")
    assert 'href="?page=2"' in first
    assert 'rel="prev"' not in first
    second = shown(client, "/photos/?page=2")
    assert 'href="?page=1"' in second
    assert 'rel="next"' not in second
    place = second.split('class="pages"')[1].split("</nav>")[0]
    assert "第2页" in place
    assert "共" not in place
    for nonsense in ("3", "0", "-1", "x", "last", "9" * 40):
        assert client.get(f"/photos/?page={nonsense}").status_code in (400, 404)


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
