"""Take screenshots of the demonstration: ``make screenshots``."""

from __future__ import annotations

import io
import shutil
import tempfile
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.architecture import ROOT
from tests.browser.conftest import FLAGS, Site, served
from tests.browser.page_kinds import addresses_of
from tests.machine import BROWSERS

FOLDER = ROOT / "docs" / "screenshots"
# Every kind of public page, to be looked at and not kept in the repository.
LOOKED_AT = ROOT / "var" / "screenshots"
WIDTHS = (390, 1280, 1920)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def keep(page: Page, name: str) -> None:
    """Save what the window shows in 128 colours: a third of the size, and as easy to read."""
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(128, dither=Image.Dither.NONE).save(
        FOLDER / f"{name}.png", optimize=True
    )


def timeline(page: Page, site: Site) -> None:
    """Show the opening session on the congress's timeline."""
    page.goto(site.address)
    page.locator("main .ledger a").last.click()
    opening = page.locator("li.c-item", has_text="348")
    page.evaluate(
        "e => window.scrollTo(0, e.getBoundingClientRect().top - 40)",
        opening.element_handle(),
    )
    keep(page, "timeline")


def every_kind(browser: Browser, site: Site) -> None:
    """Show each kind of public page, whole, narrow to wide, light and dark."""
    LOOKED_AT.mkdir(parents=True, exist_ok=True)
    addresses = addresses_of(site)
    for width, scheme in product(WIDTHS, SCHEMES):
        page = browser.new_page(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        for name, address in addresses.items():
            page.goto(address)
            path = LOOKED_AT / f"{name}-{width}-{scheme}.jpg"
            page.screenshot(path=path, full_page=True, type="jpeg", quality=60)
        page.close()


def desk(page: Page, site: Site) -> None:
    """Show the article of the opening session at the desk."""
    page.goto(f"{site.address}/admin/articles/article/?q=市委礼堂")
    page.fill("#id_username", "bianji")
    page.fill("#id_password", site.passwords["bianji"])
    page.click("[type=submit]")
    page.locator("#result_list tbody th a").first.click()
    page.locator("#review").wait_for()
    keep(page, "desk")


# The screens of the editors' guide, by their names there.
EDITORS_SCREENS = {
    "today": "/admin/",
    "workbench": "/admin/desk/page/1/",
    "upload": "/admin/desk/upload/",
    "review": "/admin/desk/review/2/",
    "story": "/admin/desk/story/2/",
    "near-names": "/admin/desk/people/near/",
    "roster": "/admin/desk/roster/",
}


def guide(page: Page, site: Site) -> None:
    """Show the screens that the editors' guide goes through; somebody is logged in."""
    for name, address in EDITORS_SCREENS.items():
        page.goto(f"{site.address}{address}")
        keep(page, f"guide-{name}")
    page.goto(f"{site.address}/admin/desk/page/1/")
    page.keyboard.press("]")
    page.keyboard.press("m")
    page.locator(".verbs-form").first.wait_for()
    keep(page, "guide-block")


def main() -> None:
    """Serve the demonstration from a folder of its own and take the pictures: those of the READMEs
    and of the editors' guide, and every kind of public page to be looked at.
    """
    executable = next(filter(None, map(shutil.which, BROWSERS)))
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=executable, args=FLAGS
        )
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        timeline(page, site)
        desk(page, site)
        guide(page, site)
        every_kind(browser, site)
        browser.close()


if __name__ == "__main__":
    main()
