"""Settings come from the environment, and production stops when one that matters is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.architecture import ROOT

pytestmark = pytest.mark.own_database

PRODUCTION = {
    "SECRET_KEY": "x" * 25 + "0123456789abcdefghijklmnopqrstuvw",
    "ALLOWED_HOSTS": "news.example.org",
}
READ = """
import json, sys
from zzcms import settings
print(json.dumps({name: getattr(settings, name) for name in sys.argv[1:]}, default=str))
"""

# A visitor who sends an address of their own; the proxy puts the true one behind it, or in its
# place.
ASKED = """
from axes.helpers import get_client_ip_address
from django.test import RequestFactory
asked_for = "198.51.100.7, 203.0.113.9"
request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR=asked_for)
print(get_client_ip_address(request))
"""


def run(*command: str, **environment: str) -> subprocess.CompletedProcess:
    """Run Python in the project with this environment and nothing of ours inherited."""
    base = {
        name: os.environ[name]
        for name in ("PATH", "HOME", "LANG")
        if name in os.environ
    }
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=base | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def read(*names: str, **environment: str) -> dict:
    done = run("-c", READ, *names, **environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_stops_without(missing):
    done = run(
        "-c",
        READ,
        **{
            name: value for name, value in PRODUCTION.items() if name != missing
        },
    )
    assert done.returncode != 0
    assert (
        f"ImproperlyConfigured: Set the {missing} environment variable"
        in done.stderr
    )


def test_a_command_without_settings_says_so_in_one_line():
    done = run("manage.py", "import_pages", "page.txt")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Set the SECRET_KEY environment variable "
        "(or ZZCMS_DEBUG=1 on your own machine; all settings are in the README)"
    ]


def test_reading_a_page_needs_no_settings(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "植树节活动举行\n本报讯(记者 王莉) 3月12日上午,全市植树节活动在东湖公园举行。\n",
        encoding="utf-8",
    )
    done = run(
        "manage.py",
        "read_page",
        str(page),
        "--newspaper",
        "东湖日报",
        "--date",
        "2020-03-13",
    )
    assert done.returncode == 0, done.stderr
    assert (
        json.loads(done.stdout)["articles"][0]["headline"] == "植树节活动举行"
    )


def test_production_is_closed_and_encrypted():
    found = read(
        "DEBUG",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        **PRODUCTION,
    )
    assert found == {
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
    }
    assert read("SECURE_PROXY_SSL_HEADER", **PRODUCTION) == {
        "SECURE_PROXY_SSL_HEADER": None
    }
    proxied = read("SECURE_PROXY_SSL_HEADER", BEHIND_PROXY="1", **PRODUCTION)
    assert proxied["SECURE_PROXY_SSL_HEADER"] == [
        "HTTP_X_FORWARDED_PROTO",
        "https",
    ]


@pytest.mark.parametrize(
    ("behind", "who"), [("0", "127.0.0.1"), ("1", "203.0.113.9")]
)
def test_wrong_passwords_are_counted_by_the_visitor_not_by_the_proxy_or_a_forged_header(
    behind, who
):
    done = run(
        "manage.py",
        "shell",
        "--no-imports",
        "-c",
        ASKED,
        BEHIND_PROXY=behind,
        **PRODUCTION,
    )
    assert done.stdout.split() == [who], done.stderr


def test_ones_own_machine_needs_no_secret():
    found = read(
        "DEBUG", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", ZZCMS_DEBUG="1"
    )
    assert found["DEBUG"] is True
    assert "127.0.0.1" in found["ALLOWED_HOSTS"]
    assert found["SECURE_SSL_REDIRECT"] is False


def test_data_is_in_sqlite_and_memory_unless_told_otherwise():
    found = read("DATABASES", "CACHES", **PRODUCTION)
    assert (
        found["DATABASES"]["default"]["ENGINE"] == "django.db.backends.sqlite3"
    )
    assert found["CACHES"]["default"]["BACKEND"].endswith("LocMemCache")
    servers = {
        "DATABASE_URL": "postgres://zz:pw@db.example.org/zz",
        "REDIS_URL": "redis://cache.example.org:6379/1",
    }
    found = read("DATABASES", "CACHES", **servers, **PRODUCTION)
    assert (
        found["DATABASES"]["default"]["ENGINE"]
        == "django.db.backends.postgresql"
    )
    assert found["DATABASES"]["default"]["HOST"] == "db.example.org"
    assert (
        found["CACHES"]["default"]["BACKEND"]
        == "zzcms.keeping.breaking_redis.BreakingRedisCache"
    )


def test_pages_are_kept_in_production_and_shared_where_there_is_redis():
    names = ("KEPT_PAGES_BYTES", "SHARES_KEPT_PAGES")
    assert read(*names, ZZCMS_DEBUG="1") == {
        "KEPT_PAGES_BYTES": 0,
        "SHARES_KEPT_PAGES": False,
    }
    redis = {"REDIS_URL": "redis://cache.example.org:6379/1"}
    assert read(*names, **redis, **PRODUCTION) == {
        "KEPT_PAGES_BYTES": 64_000_000,
        "SHARES_KEPT_PAGES": True,
    }


def test_a_thread_keeps_its_connection():
    for url in ("sqlite:///x.sqlite3", "postgres://db.example.org/zz"):
        found = read("DATABASES", DATABASE_URL=url, **PRODUCTION)
        assert found["DATABASES"]["default"]["CONN_MAX_AGE"] is None


def test_the_deployment_check_has_nothing_to_say():
    done = run(
        "manage.py",
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        **PRODUCTION,
    )
    assert done.returncode == 0, done.stderr


def test_no_migration_is_missing():
    done = run(
        "manage.py", "makemigrations", "--check", "--dry-run", ZZCMS_DEBUG="1"
    )
    assert done.returncode == 0, done.stdout + done.stderr
