"""The address a load balancer asks."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache

pytestmark = pytest.mark.django_db(transaction=True)


def test_all_is_well(client):
    response = client.get("/healthz/", {"format": "json"})
    assert response.status_code == 200
    assert set(response.json().values()) == {"OK"}


def test_a_silent_cache_is_an_error(client, monkeypatch):
    class Silent(BaseCache):
        async def aget(self, *args, **kwargs):
            return None

        async def aset(self, *args, **kwargs):
            return None

    monkeypatch.setattr(
        caches._connections, "default", Silent({}), raising=False
    )
    response = client.get("/healthz/", {"format": "json"})
    assert response.status_code == 500
