"""Reading goes on when the cache is gone or silent, and when nothing can be written."""

from __future__ import annotations

import socket
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import environ
import pytest
from django.core.cache import cache, caches
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import DatabaseError, connection, connections
from django.test import Client
from PIL import Image

from events.models import PublicEvent
from people.models import Person
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_person,
    make_photo,
    show_as_it_stands,
)
from zzcms.keeping import breaking_redis

pytestmark = pytest.mark.django_db

BREAKING = "zzcms.keeping.breaking_redis.BreakingRedisCache"
PAGES = (
    "/",
    "/newspapers/",
    "/people/",
    "/photos/",
    "/search/?q=%E6%98%A5",
    "/feed/",
    "/sitemap.xml",
    "/sitemap-articles.xml",
    "/robots.txt",
    "/api/docs/",
    "/api/v1/newspapers/",
    "/api/v1/issues/",
    "/api/v1/pages/",
    "/api/v1/articles/",
    "/api/v1/photos/",
    "/api/v1/people/",
    "/api/v1/organizations/",
    "/api/v1/events/",
    "/api/v1/search/?q=%E6%98%A5",
    "/api/v1/changes/",
)


@pytest.fixture
def addresses(settings, tmp_path) -> list[str]:
    """Addresses of every kind, of an archive that has a photo, a person and an event."""
    settings.MEDIA_ROOT = tmp_path
    article = make_article(headline="春耕开始", published=True)
    data = BytesIO()
    Image.new("RGB", (30, 20)).save(data, "PNG")
    photo = make_photo(article=article, caption="春耕现场。")
    photo.image.save("public.png", ContentFile(data.getvalue()))
    person = make_person(name="柏松")
    article.body = "柏松主持大会。"
    article.save()
    make_mention(article=article, name="柏松", person=person)
    words = make_evidence(article=article, words="柏松主持大会")
    congress = make_event(title="第七次大会", kind="congress", evidence=words)
    session = make_event(title="开幕", parent=congress, evidence=words)
    called = PublicEvent.objects.get(pk=congress.pk)
    records = (article, article.page, photo, person, called, session)
    paths = [record.get_absolute_url() for record in records]
    return [*PAGES, *paths, *(f"/en{path}" for path in paths)]


@pytest.fixture
def server(settings) -> Iterator[str]:
    """The address of a server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield f"redis://127.0.0.1:{listener.getsockname()[1]}/0"


@contextmanager
def cached_at(settings, address: str) -> Iterator[None]:
    """Use a Redis at this address, as the settings would."""
    settings.CACHES = {
        "default": environ.Env.cache_url_config(address, backend=BREAKING)
    }
    settings.SHARES_KEPT_PAGES = True
    settings.KEPT_PAGES_BYTES = 1_000_000
    breaking_redis._resting.clear()
    yield
    caches["default"].close()
    breaking_redis._resting.clear()


def read_all(addresses: list[str]) -> None:
    client = Client()
    for address in addresses * 2:
        assert client.get(address).status_code == 200, address


def test_every_page_answers_without_the_cache(settings, addresses):
    with cached_at(settings, "redis://127.0.0.1:1/0"):
        read_all(addresses)


def test_every_page_answers_beside_a_silent_cache(settings, addresses, server):
    with cached_at(settings, server):
        begun = time.monotonic()
        Client().get("/")
        assert time.monotonic() - begun < 2
        read_all(addresses)


@pytest.mark.parametrize("kind", ["gone", "silent"])
def test_the_health_check_says_that_the_cache_is_missing(
    settings, server, kind
):
    address = server if kind == "silent" else "redis://127.0.0.1:1/0"
    with cached_at(settings, address):
        for _ in range(2):
            response = Client().get("/healthz/", {"format": "json"})
            assert response.status_code == 500
            said = response.json()
            assert [name for name in said if said[name] != "OK"] == [
                "Cache(alias='default')"
            ]


def test_a_silent_cache_is_asked_once_in_some_seconds(
    settings, server, monkeypatch
):
    now = [1000.0]
    with cached_at(settings, server):
        monkeypatch.setattr(breaking_redis.time, "monotonic", lambda: now[0])
        assert asked(cache.get, "headline", 1) == (True, 1)
        for _ in range(3):
            assert asked(cache.get, "headline", 1) == (False, 1)
        now[0] += breaking_redis.REST_SECONDS
        assert asked(cache.get, "headline", 1) == (True, 1)


def asked(verb, *args) -> tuple[bool, object]:
    """Return whether the server was asked, and what the cache said."""
    before = dict(breaking_redis._resting)
    said = verb(*args)
    return breaking_redis._resting != before, said


def test_a_cache_that_is_gone_has_nothing(settings):
    with cached_at(settings, "redis://127.0.0.1:1/0"):
        cache.set("headline", 1)
        assert cache.get("headline", "none") == "none"
        assert cache.add("headline", 1) is False
        assert cache.touch("headline") is False
        assert cache.delete("headline") is False
        assert cache.has_key("headline") is False
        assert cache.get_many(["headline"]) == {}
        assert cache.set_many({"headline": 1}) == []
        assert cache.delete_many(["headline"]) is None
        assert not cache.clear()
        with pytest.raises(ValueError, match="does not answer"):
            cache.incr("hits")


# Nothing can be written


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Refuse to write: SQLite by a file opened for reading, PostgreSQL by its own setting."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = on")
        try:
            yield
        finally:
            connection.close()
        return
    with copied(folder) as copy:
        usual = connections["default"]
        connections["default"] = copy
        try:
            yield
        finally:
            connections["default"] = usual


@contextmanager
def copied(folder: Path) -> Iterator:
    """Open a copy of the database for reading alone."""
    file = folder / "copy.sqlite3"
    target = sqlite3.connect(file)
    connection.connection.backup(target)
    target.execute("PRAGMA journal_mode=WAL")
    target.close()
    copy = connections.create_connection("default")
    name = f"file:{file}?mode=ro"
    copy.settings_dict = {**copy.settings_dict, "NAME": name}
    try:
        yield copy
    finally:
        copy.close()


@pytest.mark.django_db(transaction=True)
def test_reading_goes_on_where_the_database_takes_nothing(
    settings, addresses, tmp_path
):
    settings.KEPT_PAGES_BYTES = 1_000_000
    with read_only(tmp_path):
        read_all(addresses)
        with pytest.raises(DatabaseError, match=r"read-?only"):
            Person.objects.create(name="林晚")


def test_a_picture_is_shown_where_no_file_can_be_written(
    settings, tmp_path, monkeypatch
):
    settings.MEDIA_ROOT = tmp_path
    data = BytesIO()
    Image.new("RGB", (30, 20)).save(data, "PNG")
    photo = make_photo(article=make_article(published=True))
    photo.image.save("public.png", ContentFile(data.getvalue()))
    show_as_it_stands(photo.article)

    def refuse(*args, **kwargs):
        raise PermissionError("read-only file system")

    monkeypatch.setattr(FileSystemStorage, "_save", refuse)
    cache.clear()
    picture = photo.get_picture_url("full")
    assert picture in Client().get(photo.get_absolute_url()).content.decode()
    assert Client().get(picture).content.startswith(b"RIFF")
