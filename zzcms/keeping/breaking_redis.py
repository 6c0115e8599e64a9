"""A cache in Redis that may be gone: then nothing is found in it, and nobody waits."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

# On one machine or in one network Redis answers in a thousandth of this.
ANSWER_SECONDS = 0.2
# How long nobody asks after a silence; a thread waits at most once in this time.
REST_SECONDS = 5
# When each server may be asked again. Django makes a cache of its own for every thread.
_resting: dict[str, float] = {}


class BreakingRedisCache(RedisCache):
    """Django's own, but a server that is gone, slow or full is a cache without entries.

    It is asked again after some seconds; the health check asks through it too and says what is
    missing.
    """

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {
            "socket_connect_timeout": ANSWER_SECONDS,
            "socket_timeout": ANSWER_SECONDS,
            "retry": Retry(NoBackoff(), 0),
        }
        params["OPTIONS"] = options | params.get("OPTIONS", {})
        super().__init__(server, params)
        self.server = str(server)

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return self._asked(default, super().get, key, default, version)

    def set(self, *args: Any, **kwargs: Any) -> None:
        self._asked(None, super().set, *args, **kwargs)

    def add(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(False, super().add, *args, **kwargs)

    def touch(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(False, super().touch, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(False, super().delete, *args, **kwargs)

    def has_key(self, *args: Any, **kwargs: Any) -> bool:
        return self._asked(False, super().has_key, *args, **kwargs)

    def get_many(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        return self._asked({}, super().get_many, *args, **kwargs)

    def set_many(self, *args: Any, **kwargs: Any) -> list[Any]:
        return self._asked([], super().set_many, *args, **kwargs)

    def delete_many(self, *args: Any, **kwargs: Any) -> None:
        self._asked(None, super().delete_many, *args, **kwargs)

    def clear(self) -> None:
        self._asked(None, super().clear)

    def incr(self, *args: Any, **kwargs: Any) -> int:
        """Count on; raise ``ValueError`` where the number is not there, which it never is in a
        silent cache.
        """
        counted = self._asked(None, super().incr, *args, **kwargs)
        if counted is None:
            raise ValueError("the cache does not answer")
        return counted

    def _asked(
        self, missing: Any, ask: Callable[..., Any], *args: Any, **kwargs: Any
    ) -> Any:
        """Return what Redis answers, or what stands for "not there"."""
        if time.monotonic() < _resting.get(self.server, 0):
            return missing
        try:
            return ask(*args, **kwargs)
        except (RedisError, OSError) as error:
            _resting[self.server] = time.monotonic() + REST_SECONDS
            logger.warning("the cache does not answer: %s", error)
            return missing
