"""The picture of a page is shown once readers may see all that is on it, and only as a
rendition.
"""

import io
import re

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.models import Article, Page, PageGeometry
from tests.builders import (
    make_article,
    make_block,
    make_page,
    make_photo,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(settings, tmp_path) -> Page:
    settings.MEDIA_ROOT = tmp_path
    output = io.BytesIO()
    Image.new("RGB", (1920, 2560), "white").save(output, "JPEG")
    page = make_page()
    page.picture.save("page.jpg", ContentFile(output.getvalue()))
    return page


def test_a_page_whose_articles_are_all_published_shows_its_picture(
    client, page
):
    make_article(page=page, published=True)
    html = client.get(page.get_absolute_url()).content.decode()
    assert 'id="printed"' in html
    assert page.picture.name not in html
    assert 'loading="lazy"' not in html
    address = f"{page.get_absolute_url()}article.webp"
    assert f'src="{address}"' in html
    assert client.get(address).headers["Content-Type"] == "image/webp"


@pytest.mark.parametrize(
    "status",
    [status for status in Article.Status.values if status != "published"],
)
def test_an_article_that_readers_may_not_see_hides_the_picture_of_its_page(
    client, page, status
):
    make_article(page=page, published=True)
    make_article(page=page, status=status)
    html = client.get(page.get_absolute_url()).content.decode()
    assert 'id="printed"' not in html
    assert ".webp" not in html
    assert (
        client.get(f"{page.get_absolute_url()}article.webp").status_code == 404
    )


def test_a_page_without_a_picture_says_nothing_of_one(client):
    page = make_article(published=True).page
    assert (
        'id="printed"'
        not in client.get(page.get_absolute_url()).content.decode()
    )


def test_a_photo_without_a_caption_is_called_after_its_article(client):
    photo = make_photo(
        article=make_article(headline="老街修缮完工", published=True),
        caption="",
    )
    assert str(photo) == "老街修缮完工"
    assert (
        '<span class="card-text">老街修缮完工</span>'
        in client.get("/photos/").content.decode()
    )


def place(article: Article, *lines: list[int]) -> None:
    """Let an article stand on the picture of its page in these lines of its words."""
    make_block(page=article.page, article=article, span=(0, 3))
    geometry, _is_new = PageGeometry.objects.get_or_create(page=article.page)
    geometry.lines += lines
    geometry.save()
    show_as_it_stands(article)


def test_each_place_on_the_picture_leads_to_its_article(client, page):
    first = make_article(page=page, headline="甲 & 乙", published=True)
    make_article(page=page, headline="无处", published=True)
    place(
        first,
        [0, 1, 1000, 500, 9000, 1500],
        [1, 2, 1000, 2000, 4000, 2200],
        [2, 3, 1000, 2210, 4000, 2410],
    )
    html = client.get(page.get_absolute_url()).content.decode()
    [drawn] = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    [link] = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"', drawn)
    assert link == (first.get_absolute_url(), "甲 &amp; 乙")
    numbers = re.findall(
        r'<rect\s+x="(\d+)"\s+y="(\d+)"\s+width="(\d+)"\s+height="(\d+)"', drawn
    )
    assert numbers == [
        ("1000", "500", "8000", "1000"),
        ("1000", "2000", "3000", "410"),
    ]
    # The picture is 960 pixels wide and 1,280 high.
    assert 'viewBox="0 0 960 1280"' in drawn
    assert 'transform="scale(0.096 0.128)"' in drawn


def test_a_picture_without_places_has_no_links_on_it(client, page):
    make_article(page=page, published=True)
    html = client.get(page.get_absolute_url()).content.decode()
    assert 'id="printed"' in html
    assert "<svg" not in html


def test_a_withdrawn_article_has_no_place_on_the_picture(client, page):
    make_article(page=page, published=True)
    gone = make_article(page=page, headline="已撤", published=True)
    place(gone, [0, 3, 1000, 500, 9000, 1500])
    assert "已撤" in client.get(page.get_absolute_url()).content.decode()
    current = gone.publications.get()
    current.is_current = False
    current.save(update_fields=["is_current"])
    html = client.get(page.get_absolute_url()).content.decode()
    assert "已撤" not in html


def test_an_issue_shows_its_pages_with_links_on_them(
    client, page, django_assert_num_queries
):
    first = make_article(page=page, headline="甲", published=True)
    place(first, [0, 3, 1000, 500, 9000, 1500])
    other = make_page(issue=page.issue, label="C3")
    make_article(page=other, headline="乙", published=True)
    address = page.issue.get_absolute_url()
    client.get(address)
    with django_assert_num_queries(5):
        html = client.get(address).content.decode()
    [drawn] = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert f'<a href="{first.get_absolute_url()}" aria-label="甲"' in drawn
    assert f'src="{page.get_absolute_url()}card.webp"' in html
    assert 'id="printed"' not in html


def test_an_issue_shows_no_page_that_readers_may_not_see_all_of(client, page):
    make_article(page=page, headline="甲", published=True)
    make_article(page=page, headline="未签")
    html = client.get(page.issue.get_absolute_url()).content.decode()
    assert "甲" in html
    assert ".webp" not in html
