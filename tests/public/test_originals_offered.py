"""Original pictures that readers and programs may take away, where the publisher says so."""

import io

import pytest
from PIL import Image

from articles.models import Photo
from editorial.publishing import withdraw
from tests.articles.iptc.files import said
from tests.builders import (
    make_article,
    make_mention,
    make_photo,
    make_user,
    show_as_it_stands,
)
from tests.public_walk import WatchedClient

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def offered(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.OFFER_ORIGINALS = True


@pytest.fixture
def photo():
    article = make_article(published=True)
    photo = make_photo(article=article, caption="林向晚下田。", alt_text="一人")
    photo.image.save("a.jpg", io.BytesIO(said(caption="旧话")))
    make_mention(article=article, name="林向晚", part="caption", photo=photo)
    show_as_it_stands(article)
    return photo


def address(photo):
    return f"/photos/{photo.pk}/original"


def test_the_copy_says_what_readers_were_shown(client, photo):
    Photo.objects.filter(pk=photo.pk).update(caption="还没有签发的话")
    answer = client.get(address(photo))
    assert answer["Content-Type"] == "image/jpeg"
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Cache-Control"] == "private, max-age=0"
    with Image.open(io.BytesIO(answer.content)) as copy:
        told = copy.getxmp()["xmpmeta"]["RDF"]["Description"]
    assert told["description"]["Alt"]["li"]["text"] == "林向晚下田。"
    assert told["PersonInImage"]["Bag"]["li"] == "林向晚"
    assert "旧话".encode() not in answer.content


def test_the_page_and_the_api_lead_there(client, photo):
    page = client.get(photo.get_absolute_url()).content.decode()
    assert f'href="{address(photo)}"' in page
    told = client.get(f"/api/v1/photos/{photo.pk}/").json()
    assert told["original"] == f"http://testserver{address(photo)}"


def test_it_asks_none_of_the_desk_s_tables(photo):
    client = WatchedClient()
    assert client.get(address(photo)).status_code == 200
    assert not client.touched


def test_unless_it_is_offered_there_is_none(client, photo, settings):
    settings.OFFER_ORIGINALS = False
    assert client.get(address(photo)).status_code == 404
    page = client.get(photo.get_absolute_url()).content.decode()
    assert address(photo) not in page
    assert client.get(f"/api/v1/photos/{photo.pk}/").json()["original"] is None


def test_what_readers_do_not_see_is_not_offered(client, photo):
    hidden = make_photo(article=make_article(headline="未刊"))
    hidden.image.save("b.jpg", io.BytesIO(said()))
    assert client.get(address(hidden)).status_code == 404
    withdraw(
        photo.article,
        make_user(username="chief", superuser=True),
        "原稿有误。",
    )
    assert client.get(address(photo)).status_code == 410


def test_without_a_picture_there_is_none(client, photo):
    other = make_photo(article=photo.article)
    assert client.get(address(other)).status_code == 404
    page = client.get(f"/photos/{other.pk}/").content.decode()
    assert address(other) not in page
    assert client.get(f"/api/v1/photos/{other.pk}/").json()["original"] is None
