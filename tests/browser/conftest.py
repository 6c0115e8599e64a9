"""The demonstration itself, served by its own command, and a system Chromium to read it with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TextIO
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    sync_playwright,
)

from tests.architecture import ROOT
from tests.browser.page_kinds import addresses_of
from tests.machine import BROWSERS
from tests.migrated import one_at_a_time

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
]
AXE = (resources.files("axe_core_python") / "axe.min.js").read_text()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark what stands in this folder."""
    item.add_marker("browser")


@dataclass(frozen=True)
class Site:
    """A served demonstration: its address, its folder, and its editors' passwords."""

    address: str
    folder: Path
    passwords: dict[str, str]


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Run ``load_demo --port`` on the folder's own database until the block ends."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with (folder / "server.log").open("w") as log:
        server = load_demo(folder, log, f"--port={port}")
        try:
            wait_for(
                server,
                f"http://127.0.0.1:{port}/healthz/",
                folder / "server.log",
            )
            words = (folder / "passwords.txt").read_text().splitlines()
            yield Site(
                f"http://127.0.0.1:{port}",
                folder,
                dict(line.split() for line in words),
            )
        finally:
            server.terminate()
            server.wait(timeout=20)


def load_demo(folder: Path, log: TextIO, *more: str) -> subprocess.Popen:
    """Begin the command on the folder's own database."""
    environment = os.environ | {
        "ZZCMS_DEBUG": "1",
        "DJANGO_SETTINGS_MODULE": "zzcms.settings",
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
        "MEDIA_ROOT": str(folder / "media"),
        "ORIGINALS_ROOT": str(folder / "originals"),
    }
    passwords = f"--passwords={folder / 'passwords.txt'}"
    command = [sys.executable, "manage.py", "load_demo", passwords, *more]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=log, stderr=log
    )


def wait_for(server: subprocess.Popen, address: str, log: Path) -> None:
    """Return when the address answers; fail with the log when the server ends before."""
    while server.poll() is None:
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310
                assert answer.status == 200
                return
        except OSError:
            with suppress(subprocess.TimeoutExpired):
                server.wait(timeout=0.25)
    pytest.fail(f"the demonstration did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a loaded demonstration, one for all workers of a run: loading takes longest."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    demonstration = folder / "loaded"
    with one_at_a_time():
        if not demonstration.exists():
            unfinished = tmp_path_factory.mktemp("unfinished")
            log = unfinished / "load.log"
            with log.open("w") as written:
                status = load_demo(unfinished, written).wait()
            assert status == 0, log.read_text()
            unfinished.rename(demonstration)
    return demonstration


@pytest.fixture(scope="session")
def site(
    loaded: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A demonstration that the tests only read: the command's second run."""
    with served(copied(loaded, tmp_path_factory.mktemp("demo"))) as running:
        yield running


@pytest.fixture(scope="session")
def addresses(site: Site) -> dict[str, str]:
    """One address for each kind of public page."""
    return addresses_of(site)


@pytest.fixture(scope="module")
def desk(
    loaded: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A demonstration that the module's tests may change."""
    with served(copied(loaded, tmp_path_factory.mktemp("desk"))) as running:
        yield running


def copied(loaded: Path, folder: Path) -> Path:
    return shutil.copytree(loaded, folder, dirs_exist_ok=True)


# Its loop must end with the module: Django refuses to be called while one runs.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started_chromium() as browser:
        yield browser


@contextmanager
def started_chromium() -> Iterator[Browser]:
    executable = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def contexts(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """One browser context for each way to look at the site, shared by the tests."""
    made: dict[tuple, BrowserContext] = {}

    def context(width: int, scheme: str, who: str = "") -> BrowserContext:
        key = (width, scheme, who)
        if key not in made:
            made[key] = chromium.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            )
        return made[key]

    yield context
    for each in made.values():
        each.close()


class Watched:
    """A browser page that remembers what went wrong on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(10_000)
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", self._miss)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(
                f"{message.text} ({message.location['url']})"
            )

    def _miss(self, request: Request) -> None:
        """Note what could not be fetched; what was under way when the page was left is no fault."""
        if "ERR_ABORTED" not in request.failure:
            self.complaints.append(f"{request.url} {request.failure}")

    def violations(self, *tags: str) -> list[str]:
        """Run axe-core on the page as it stands; the policy of the page is in force meanwhile."""
        self.page.evaluate(AXE)
        found = self.page.evaluate(
            "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})",
            list(tags),
        )["violations"]
        return [
            f"{v['id']}: {node['html'][:160]}"
            for v in found
            for node in v["nodes"][:3]
        ]

    def scrolls_sideways(self) -> bool:
        return self.page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )


def follow(place: Locator) -> None:
    """Click and return on the page that this leads to: what comes next must not meet the old
    one.
    """
    with place.page.expect_navigation():
        place.click()


@contextmanager
def watching(context: BrowserContext) -> Iterator[Watched]:
    page = context.new_page()
    try:
        yield Watched(page)
    finally:
        page.close()
