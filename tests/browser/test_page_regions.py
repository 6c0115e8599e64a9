"""A reader goes from a place on the picture of a page to the article that stands there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page

from tests.browser.conftest import follow, started_chromium, watching
from tests.importing.storing.test_geometry import load, printed, published

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (390, 1280)


@pytest.fixture(autouse=True)
def storages(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"


def place_on(page: Page, title: str) -> Locator:
    return page.locator(f'svg a[aria-label="{title}"]')


def test_a_place_leads_to_its_article_by_touch_and_by_key(live_server):
    address = live_server.url + load(printed()).get_absolute_url()
    articles = [
        (each.title, live_server.url + each.get_absolute_url())
        for each in published()
    ]
    with started_chromium() as chromium:
        for width in WIDTHS:
            context = chromium.new_context(
                viewport={"width": width, "height": 900},
                java_script_enabled=False,
            )
            page = context.new_page()
            for title, article in articles:
                page.goto(address)
                follow(place_on(page, title).locator("rect").last)
                assert page.url == article
                page.goto(address)
                place_on(page, title).focus()
                with page.expect_navigation():
                    page.keyboard.press("Enter")
                assert page.url == article


def test_the_picture_with_places_is_sound_for_everybody(live_server):
    address = live_server.url + load(printed()).get_absolute_url()
    published()
    with started_chromium() as chromium:
        for scheme in ("light", "dark"):
            context = chromium.new_context(color_scheme=scheme)
            with watching(context) as watched:
                watched.page.goto(address)
                assert watched.violations("wcag2a", "wcag2aa") == []
                assert watched.complaints == []
