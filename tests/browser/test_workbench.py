"""A careful editor clears a page at the workbench by keyboard; nothing typed is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site, Watched
from tests.browser.test_editors_path import signed_in
from tests.browser.test_public_pages import WCAG

MOST_KEYS = 35
LEFT = re.compile(r"余(\d+)处")


class Keyboard:
    """Presses keys one by one and counts them; words typed count as one, as they do for hands."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed = 0

    def press(self, *keys: str) -> None:
        """Press keys as hands do: not before the page that they lead to listens."""
        for key in keys:
            self.page.locator("body.scripting").wait_for()
            self.page.keyboard.press(key)
            self.pressed += 1

    def type(self, words: str) -> None:
        self.page.keyboard.insert_text(words)
        self.pressed += 1


@pytest.fixture(scope="module")
def editor(chromium, desk) -> Iterator[Watched]:
    with signed_in(chromium, desk, "bianji") as watched:
        yield watched


def open_bench(page: Page, site: Site, label: str = "C2") -> None:
    page.goto(f"{site.address}/admin/")
    page.locator(".issues a", has_text=label).first.click()
    expect(page.locator("#cases")).to_be_visible()
    page.locator("body.scripting").wait_for()


def left(page: Page) -> int:
    return int(LEFT.search(page.locator("#toolbar").inner_text())[1])


def said(page: Page, words: str) -> None:
    expect(page.locator("#said")).to_contain_text(words)


def open_case(page: Page) -> str:
    return page.locator(".case[open] .t").inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1024, "dark")])
def test_the_screens_are_for_everybody(chromium, site, width, scheme):
    with signed_in(
        chromium, site, "bianji", width=width, scheme=scheme
    ) as watched:
        open_bench(watched.page, site)
        bench = watched.page.url
        article = watched.page.locator(".article a", has_text="审稿").first
        review = article.get_attribute("href")
        name = watched.page.locator("a.name").first.get_attribute("href")
        edit = watched.page.locator("[data-key=e]").first.get_attribute("href")
        menus = watched.page.locator("[data-key=m]")
        heading = menus.first.get_attribute("href")
        paragraph = menus.nth(4).get_attribute("href")
        for address in (
            f"{site.address}/admin/",
            f"{site.address}/admin/desk/try-expression/",
            bench,
            f"{bench}{name}",
            f"{bench}{edit}",
            f"{bench}{heading}",
            f"{bench}{paragraph}",
            f"{site.address}{review}",
        ):
            watched.page.goto(address)
            is_open = watched.page.locator(".verbs-form").is_visible()
            assert is_open == ("verbs=" in address)
            assert not watched.scrolls_sideways(), address
            assert watched.violations(*WCAG) == [], address
        assert watched.complaints == []


def test_a_page_is_cleared_by_keyboard(editor, desk):
    page = editor.page
    open_bench(page, desk)
    keys = Keyboard(page)
    whole = left(page)
    assert whole > 15

    # Every mark is looked at before all become full-width, and half-width again, and full-width.
    keys.press("Shift+A")
    expect(page.locator("#same .previews li").first).to_be_visible()
    keys.press("a")
    said(page, "已办1项")
    expect(page.locator("#text")).not_to_contain_text("期间,")
    expect(page.locator("#same")).to_have_count(0)
    keys.press("u")
    said(page, "已撤销")
    expect(page.locator("#text")).to_contain_text("期间,")
    keys.press("Shift+U")
    said(page, "已重做")
    expect(page.locator("#text")).not_to_contain_text("期间,")

    # A case is settled, opened again and refused for a reason of one's own.
    settled = open_case(page)
    keys.press("a")
    said(page, settled)
    keys.press("k")
    expect(page.locator(".case[open]")).not_to_have_class(re.compile("done"))
    keys.press("x", "1")
    said(page, "已驳回")

    # A name is looked at, and put down.
    keys.press("n")
    expect(page.locator("#person")).to_be_visible()
    keys.press("Enter")
    said(page, "已记下是哪一位")

    # The words of a block are changed in place.
    keys.press("e")
    box = page.locator(".edit-form [name=words]")
    expect(box).to_be_focused()
    keys.press("End")
    keys.type("另记一笔。")
    keys.press("Control+s")
    said(page, "已记下所改的字")
    expect(page.locator("#text")).to_contain_text("另记一笔。")

    for _case in range(30):
        if not left(page):
            break
        was = left(page)
        keys.press("a")
        page.wait_for_function(
            "was => document.querySelector('#toolbar').innerText.includes(`余${was}处`) === false",
            arg=was,
        )
    assert left(page) == 0
    assert keys.pressed <= MOST_KEYS
    assert editor.complaints == []


def test_a_decision_does_not_wait_for_the_server(editor, desk):
    page = editor.page
    open_bench(page, desk, "C3")
    waiting = left(page)
    cases = page.locator(".case:not(.done)").count()
    for _case in range(cases):
        page.keyboard.press("z")
    expect(page.locator("#toolbar")).to_contain_text("余0处", timeout=20_000)
    assert waiting >= cases > 2
    page.keyboard.press("o")
    expect(page.locator("#toolbar")).not_to_contain_text("余0处")


def test_a_refusal_brings_the_case_back_with_the_words_typed(editor, desk):
    page = editor.page
    open_bench(page, desk, "C3")
    if not page.locator(".case:not(.done)").count():
        page.keyboard.press("o")
        expect(page.locator(".case:not(.done)").first).to_be_visible()
    page.locator(".case:not(.done) > summary").first.click()
    page.keyboard.press("x")
    reason = page.locator(".case[open] .own [name=reason]")
    reason.fill("与原件逐字核对过")
    page.route("**/refuse/", lambda route: route.abort())
    reason.press("Enter")
    said(page, "没有连上")
    expect(page.locator(".case[open] .own [name=reason]")).to_have_value(
        "与原件逐字核对过"
    )
    page.unroute("**/refuse/")
    expect(page.locator("form[data-unkept]")).to_have_count(0)
    # A closed tab loses nothing either.
    page.reload()
    reason = page.locator(".own [name=reason][value='与原件逐字核对过']")
    expect(reason).to_be_visible()
    reason.press("Enter")
    said(page, "已驳回")
    editor.complaints.clear()
