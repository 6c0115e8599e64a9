"""The cache that ``REDIS_URL`` names, through Django's own cache."""

from __future__ import annotations

from uuid import uuid4

import environ
import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests.builders import make_article
from tests.machine import REDIS_URL
from zzcms.keeping import kept_pages

pytestmark = pytest.mark.redis

BREAKING = "zzcms.keeping.breaking_redis.BreakingRedisCache"


@pytest.fixture
def cache():
    """Read the address the way the settings do, and leave nothing behind that another run meets."""
    configured = environ.Env.cache_url_config(REDIS_URL, backend=BREAKING) | {
        "KEY_PREFIX": f"zzcms-tests-{uuid4().hex}"
    }
    with override_settings(CACHES={"default": configured}):
        yield caches["default"]
        caches["default"].delete_many(["headline", "hits", "gone"])
        caches["default"].close()


def test_redis_keeps_what_django_caches(cache):
    assert type(cache).__name__ == "BreakingRedisCache"
    cache.set("headline", "市第十三次党代会开幕", timeout=60)
    assert cache.get("headline") == "市第十三次党代会开幕"
    cache.set("gone", 1, timeout=0)
    assert cache.get("gone") is None


def test_redis_counts_atomically(cache):
    cache.set("hits", 1, timeout=60)
    assert cache.incr("hits") == 2
    assert cache.add("hits", 9) is False


@pytest.mark.django_db(transaction=True)
def test_the_health_check_asks_redis(cache, client):
    assert client.get("/healthz/", {"format": "json"}).status_code == 200
    with override_settings(
        CACHES={
            "default": environ.Env.cache_url_config(
                "redis://127.0.0.1:1/0", backend=BREAKING
            )
        }
    ):
        assert client.get("/healthz/", {"format": "json"}).status_code == 500


@pytest.mark.django_db
def test_a_page_that_one_process_made_is_kept_for_the_others(cache, settings):
    settings.KEPT_PAGES_BYTES = 1_000_000
    settings.SHARES_KEPT_PAGES = True
    address = make_article(published=True).get_absolute_url()
    made = Client().get(address)
    # A client has middleware of its own, as a process has.
    with CaptureQueriesContext(connection) as asked:
        kept = Client().get(address)
    assert len(asked) == 1
    assert kept.content == made.content
    assert kept.headers == made.headers


@pytest.mark.django_db
def test_another_release_makes_its_own_pages(cache, settings, monkeypatch):
    settings.KEPT_PAGES_BYTES = 1_000_000
    settings.SHARES_KEPT_PAGES = True
    address = make_article(published=True).get_absolute_url()
    Client().get(address)
    monkeypatch.setattr(kept_pages, "release_digest", lambda: "another")
    with CaptureQueriesContext(connection) as asked:
        Client().get(address)
    assert len(asked) > 1
