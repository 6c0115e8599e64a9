"""Every kind of public page is valid by the Nu HTML checker, in Chinese and in English."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import pytest

from tests.machine import HTML_CHECKER

pytestmark = pytest.mark.html_checker


def fetched(address: str) -> bytes:
    """Return what is answered, be it that there is nothing."""
    try:
        with urlopen(quote(address, safe=":/?="), timeout=20) as answer:  # noqa: S310
            return answer.read()
    except HTTPError as answer:
        return answer.read()


def in_english(address: str) -> str:
    parts = urlsplit(address)
    return parts._replace(path=f"/en{parts.path}").geturl()


def complaints(files: Iterable[Path]) -> Iterator[str]:
    """Yield what the checker finds wrong or warns of, each behind the name of its file."""
    command = ["java", "-Xss1m", "-jar", str(HTML_CHECKER)]
    options = ["--stdout", "--exit-zero-always", "--format", "json"]
    done = subprocess.run(
        [*command, *options, *map(str, files)], capture_output=True, check=True
    )
    for each in json.loads(done.stdout)["messages"]:
        name = Path(each["url"]).stem
        yield f"{name}: {each['message']}"


def test_pages_are_valid(site, addresses, tmp_path):
    missing = {"missing": f"{site.address}/congresses/nowhere/"}
    for name, address in (addresses | missing).items():
        page = tmp_path / f"{name}.html"
        page.write_bytes(fetched(address))
        translated = tmp_path / f"{name}-en.html"
        translated.write_bytes(fetched(in_english(address)))
    wrong = tmp_path / "wrong.html"
    wrong.write_text('<!doctype html><html lang="zh"><title>错</title><p><div>')
    found = list(complaints(tmp_path.iterdir()))
    assert [each for each in found if not each.startswith("wrong:")] == []
    assert found
