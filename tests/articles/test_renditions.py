"""Pictures by name: made once, never enlarged, and a broken one breaks no page."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from PIL import Image

from articles.models import Article
from articles.renditions import content, offered, rendition
from editorial.publishing import withdraw
from tests.builders import (
    make_article,
    make_photo,
    make_user,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


def picture(
    *, size=(1200, 800), form="JPEG", mode="RGB", **options
) -> ContentFile:
    data = BytesIO()
    Image.new(mode, size, "red").save(data, form, **options)
    return ContentFile(data.getvalue(), name=f"picture.{form.lower()}")


def photo_of(file: ContentFile):
    photo = make_photo(article=make_article(published=True))
    photo.image.save(file.name, file)
    # A file system may settle a file's time only when it writes it out.
    os.utime(photo.image.path, (0, 0))
    show_as_it_stands(photo.article)
    return photo


@pytest.mark.parametrize(
    ("name", "size"),
    [("card", (480, 320)), ("article", (960, 640)), ("full", (1200, 800))],
)
def test_a_picture_comes_in_the_size_of_its_name_as_webp(name, size):
    photo = photo_of(picture())
    made = rendition(photo.image, name)
    assert (made.width, made.height) == size
    with Image.open(BytesIO(content(photo.image, name))) as image:
        assert (image.format, image.size) == ("WEBP", size)


def test_a_rendition_is_made_once_also_when_the_cache_is_cold(monkeypatch):
    photo = photo_of(picture())
    made = content(photo.image, "full")
    cache.clear()
    monkeypatch.setattr(
        "articles.renditions._encoded", lambda *given: pytest.fail("made again")
    )
    assert content(photo.image, "full") == made


def test_a_page_waits_for_no_large_picture(monkeypatch):
    photo = photo_of(picture())
    sizes = []
    monkeypatch.setattr(
        "articles.renditions._encoded",
        lambda given, size, kind: sizes.append(size) or b"",
    )
    assert all(
        rendition(photo.image, name) for name in ("card", "article", "full")
    )
    assert sizes == [(480, 320)]


@pytest.mark.parametrize("name", ["card", "full"])
def test_a_rendition_that_was_cleared_away_is_made_again(name):
    photo = photo_of(picture())
    made = content(photo.image, name)
    for path in Path(photo.image.storage.path("renditions")).rglob("*.webp"):
        path.unlink()
    assert content(photo.image, name) == made


@pytest.mark.parametrize("name", ["card", "article", "full"])
def test_a_picture_is_sent_for_as_long_as_its_article_is_public(client, name):
    photo = photo_of(picture())
    address = rendition(photo.image, name).url
    response = client.get(address)
    assert (response.status_code, response.headers["Content-Type"]) == (
        200,
        "image/webp",
    )
    assert "private" in response.headers["Cache-Control"]
    assert (
        client.get(
            address, headers={"If-None-Match": response.headers["ETag"]}
        ).status_code
        == 304
    )
    assert Image.open(BytesIO(response.content)).width == min(
        {"card": 480, "article": 960, "full": 1920}[name], 1200
    )
    Article.objects.update(status="imported")
    assert client.get(address).status_code == 200
    withdraw(photo.article, make_user(superuser=True), "原文有误。")
    assert client.get(address).status_code == 410


def test_a_picture_is_offered_and_sent_as_avif_too(client):
    photo = photo_of(picture())
    address = rendition(photo.image, "card").avif_url
    response = client.get(address)
    assert response.headers["Content-Type"] == "image/avif"
    sent = Image.open(BytesIO(response.content))
    assert (sent.format, sent.width) == ("AVIF", 480)
    assert content(photo.image, "card", "avif") == response.content
    assert content(photo.image, "card") != response.content
    html = client.get("/photos/").content.decode()
    assert f'srcset="{address} 480w' in html
    assert client.get(address.replace("card", "huge")).status_code == 404


def test_a_size_nobody_knows_and_a_photo_without_a_picture_have_no_address(
    client,
):
    photo = photo_of(picture())
    assert client.get(f"{photo.get_absolute_url()}huge.webp").status_code == 404
    other = make_photo(article=photo.article)
    assert client.get(f"{other.get_absolute_url()}card.webp").status_code == 404


def test_the_next_size_is_offered_beside_it():
    photo = photo_of(picture())
    assert [each.width for each in offered(photo.image, "card")] == [480, 960]
    assert [
        each.width
        for each in offered(photo_of(picture(size=(300, 200))).image, "card")
    ] == [300]


def test_a_picture_on_its_side_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    made = rendition(photo_of(picture(exif=exif)).image, "card")
    assert (made.width, made.height) == (480, 720)


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "1"])
def test_every_colour_mode_is_taken(mode):
    assert (
        rendition(photo_of(picture(form="PNG", mode=mode)).image, "card").width
        == 480
    )


def test_the_camera_s_notes_do_not_reach_readers():
    exif = Image.Exif()
    exif[0x010F] = "camera"
    photo = photo_of(picture(exif=exif))
    assert not Image.open(BytesIO(content(photo.image, "card"))).getexif()


def broken_files() -> dict[str, ContentFile]:
    whole = picture(size=(600, 400), form="PNG").read()
    return {
        "cut off": ContentFile(whole[: len(whole) // 2], name="cut.png"),
        "empty": ContentFile(b"", name="empty.jpg"),
        "text": ContentFile("不是图片".encode(), name="text.jpg"),
        "another kind": picture(size=(10, 10), form="TIFF"),
        "too large": picture(size=(1001, 1000), form="PNG"),
    }


@pytest.mark.parametrize(
    "kind", ["cut off", "empty", "text", "another kind", "too large"]
)
def test_a_broken_picture_breaks_no_page(client, settings, kind):
    settings.MAX_IMAGE_PIXELS = 1_000_000
    photo = photo_of(broken_files()[kind])
    assert offered(photo.image, "article") == []
    for address in (
        photo.get_absolute_url(),
        photo.article.get_absolute_url(),
        "/photos/",
        "/",
    ):
        response = client.get(address)
        assert response.status_code == 200
        assert "no-picture" in response.content.decode()


def test_a_missing_file_and_no_picture_at_all_break_no_page(client):
    photo = photo_of(picture())
    photo.image.storage.delete(photo.image.name)
    assert rendition(photo.image, "card") is None
    assert rendition(make_photo(article=photo.article).image, "card") is None
    assert client.get(photo.get_absolute_url()).status_code == 200


def test_a_decompression_bomb_is_refused_before_it_is_decoded():
    assert (
        rendition(
            photo_of(picture(size=(14000, 13000), form="PNG", mode="1")).image,
            "card",
        )
        is None
    )
