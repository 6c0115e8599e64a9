"""What this machine lacks for some of the tests, by the marker that asks for it; the empty string
is "nothing".
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import cache

from tests.architecture import ROOT

POSTGRES_URL = os.environ.get(
    "POSTGRES_URL", "postgres://postgres@127.0.0.1:5432/postgres"
)
REDIS_URL = os.environ.get("REDIS_TEST_URL", "redis://127.0.0.1:6379/9")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HTML_CHECKER = ROOT / ".ci/node_modules/vnu-jar/build/dist/vnu.jar"


@cache
def no_postgres() -> str:
    import psycopg

    try:
        psycopg.connect(POSTGRES_URL, connect_timeout=2).close()
    except psycopg.OperationalError:
        return f"no PostgreSQL answers at {POSTGRES_URL}"
    return ""


@cache
def no_redis() -> str:
    import redis

    client = redis.Redis.from_url(REDIS_URL, socket_connect_timeout=2)
    try:
        client.ping()
    except redis.ConnectionError:
        return f"no Redis answers at {REDIS_URL}"
    finally:
        client.close()
    return ""


@cache
def no_browser() -> str:
    return (
        ""
        if any(map(shutil.which, BROWSERS))
        else "no Chromium on this machine"
    )


@cache
def no_gettext() -> str:
    return (
        ""
        if shutil.which("xgettext") and shutil.which("msgmerge")
        else "no gettext tools on this machine"
    )


@cache
def no_html_checker() -> str:
    if not HTML_CHECKER.exists():
        return "no HTML checker: npm ci --ignore-scripts --prefix .ci"
    return "" if shutil.which("java") else "no Java on this machine"


LACKS: dict[str, Callable[[], str]] = {
    "postgres": no_postgres,
    "redis": no_redis,
    "browser": no_browser,
    "gettext": no_gettext,
    "html_checker": no_html_checker,
}
