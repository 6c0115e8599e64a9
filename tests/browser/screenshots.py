"""Take the READMEs' screenshots from the demonstration: ``make screenshots``."""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.architecture import ROOT
from tests.browser.conftest import FLAGS, Site, served
from tests.machine import BROWSERS

FOLDER = ROOT / "docs" / "screenshots"


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
    page.locator("main a[href^='/congresses/']").first.click()
    opening = page.locator("li.c-item", has_text="348")
    page.evaluate(
        "e => window.scrollTo(0, e.getBoundingClientRect().top - 40)",
        opening.element_handle(),
    )
    keep(page, "timeline")


def desk(page: Page, site: Site) -> None:
    """Show the article of the opening session at the desk."""
    page.goto(f"{site.address}/admin/articles/article/?q=市委礼堂")
    page.fill("#id_username", "bianji")
    page.fill("#id_password", site.passwords["bianji"])
    page.click("[type=submit]")
    page.locator("#result_list tbody th a").first.click()
    page.locator("#review").wait_for()
    keep(page, "desk")


def main() -> None:
    """Serve the demonstration from a folder of its own and take both pictures."""
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
        browser.close()


if __name__ == "__main__":
    main()
