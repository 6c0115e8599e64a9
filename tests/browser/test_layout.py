"""Every kind of public page on the narrowest and on the widest screen, and enlarged to 400 %."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site, watching
from tests.browser.page_kinds import PUBLIC

# A window of 1280 by 1024 pixels, enlarged to 400 %.
ENLARGED = {"width": 320, "height": 256}
LEAST_TARGET = 24
TAB_STOPS = 12

# What can be clicked and is smaller; a link within a sentence is as high as its line.
SMALL_TARGETS = """least => {
    const stands = "a[href], button, summary, select, input:not([type=hidden])";
    const inSentence = link => getComputedStyle(link).display === "inline"
        && [...link.parentElement.childNodes].some(
            node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()
        );
    return [...document.querySelectorAll(stands)].filter(target => {
        const { width, height } = target.getBoundingClientRect();
        const isShown = width > 1 && height > 1 && !target.matches(".skip");
        const isSmall = Math.round(width) < least || Math.round(height) < least;
        return isShown && isSmall && !inSentence(target);
    }).map(target => target.outerHTML.slice(0, 120));
}"""
# The box that the eye sees around what has the focus.
SEEN_FOCUS = """() => {
    const target = document.activeElement;
    const style = getComputedStyle(target);
    const isOutlined = style.outlineStyle !== "none"
        && parseFloat(style.outlineWidth) >= 2;
    const frame = target.closest("form");
    const isFramed = frame && getComputedStyle(frame).boxShadow !== "none";
    const { width, height } = target.getBoundingClientRect();
    const isSeen = width > 0 && height > 0 && (isOutlined || isFramed);
    return target === document.body || isSeen ? "" : target.outerHTML.slice(0, 120);
}"""


@pytest.fixture(scope="session")
def places(site: Site, addresses: dict[str, str]) -> dict[str, str]:
    """The address of each kind of page, and of some that no link of the home leads to."""
    return {
        **addresses,
        "marked": f"{addresses['article']}?q=代表",
        "person-events": f"{addresses['person']}events/",
        "chronicle": f"{site.address}/chronicle/?from=2023-11-20&to=2023-11-24",
    }


ALL = (*PUBLIC, "marked", "person-events", "chronicle")


def small_targets(page: Page) -> list[str]:
    return page.evaluate(SMALL_TARGETS, LEAST_TARGET)


def unseen_focus(page: Page) -> list[str]:
    """Go from stop to stop by keyboard; return those whose focus is not seen."""
    unseen = []
    for _stop in range(TAB_STOPS):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(SEEN_FOCUS))
    return list(filter(None, unseen))


@pytest.mark.parametrize("name", ALL)
def test_page_fits_enlarged_narrow_and_wide(name, places, contexts):
    with watching(contexts(320, "light")) as watched:
        page = watched.page
        page.set_viewport_size(ENLARGED)
        page.goto(places[name])
        assert not unseen_focus(page)
        for width in (320, 2560):
            page.set_viewport_size({"width": width, "height": 900})
            assert not watched.scrolls_sideways(), width
            assert not small_targets(page), width


@pytest.mark.parametrize("name", ["congress", "congress-election", "search"])
def test_english_page_fits_too(name, site, places, contexts):
    english = places[name].replace(site.address, f"{site.address}/en")
    with watching(contexts(320, "light")) as watched:
        watched.page.goto(english)
        assert not watched.scrolls_sideways()
        assert not small_targets(watched.page)


def test_what_is_too_small_or_unseen_is_noticed(places, contexts):
    with watching(contexts(320, "light")) as watched:
        page = watched.page
        page.goto(places["about"])
        page.evaluate("""() => {
            const link = document.createElement("a");
            link.href = "/";
            link.textContent = "i";
            const list = document.createElement("p");
            list.append(link);
            document.body.prepend(list);
            link.style.outline = "none";
        }""")
        assert len(small_targets(page)) == 1
        assert len(unseen_focus(page)) == 1


@pytest.mark.parametrize(
    ("name", "sheets"),
    [
        ("article", 1),
        ("congress", 2),
        ("congress-day", 1),
        ("congress-who", 1),
        ("chronicle", 1),
    ],
)
def test_on_paper_a_page_has_so_many_sheets(name, sheets, places, contexts):
    with watching(contexts(1280, "light")) as watched:
        watched.page.goto(places[name])
        paper = watched.page.pdf(prefer_css_page_size=True)
        assert len(pdfium.PdfDocument(paper)) == sheets


def test_on_paper_the_matrix_is_a_table_on_a_wide_sheet(places, contexts):
    with watching(contexts(1280, "light")) as watched:
        watched.page.goto(places["congress-who"])
        paper = watched.page.pdf(prefer_css_page_size=True)
        width, height = pdfium.PdfDocument(paper)[0].get_size()
        assert width > height
        watched.page.emulate_media(media="print")
        watched.page.set_viewport_size({"width": 700, "height": 900})
        head = watched.page.locator(".matrix thead th").first
        assert head.bounding_box()["width"] > 20
        watched.page.emulate_media(media="screen")
