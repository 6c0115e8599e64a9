"""The cache that ``REDIS_URL`` names, through Django's own cache."""

from __future__ import annotations

import environ
import pytest
from django.core.cache import caches
from django.test import override_settings

from tests.machine import REDIS_URL

pytestmark = pytest.mark.redis


@pytest.fixture
def cache():
    """Read the address the way the settings do, and leave nothing behind."""
    configured = environ.Env.cache_url_config(REDIS_URL) | {
        "KEY_PREFIX": "zzcms-tests"
    }
    with override_settings(CACHES={"default": configured}):
        yield caches["default"]
        caches["default"].delete_many(["headline", "hits", "gone"])
        caches["default"].close()


def test_redis_keeps_what_django_caches(cache):
    assert type(cache).__name__ == "RedisCache"
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
            "default": environ.Env.cache_url_config("redis://127.0.0.1:1/0")
        }
    ):
        assert client.get("/healthz/", {"format": "json"}).status_code == 500
