"""The picture of a page is shown once readers may see all that is on it, and only as a
rendition.
"""

import io

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from articles.models import Article, Page
from tests.builders import make_article, make_page, make_photo

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
