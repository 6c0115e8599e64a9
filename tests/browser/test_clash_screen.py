"""A page that editors corrected is delivered anew: what is read otherwise is decided in three
columns.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.architecture import ROOT
from tests.browser.conftest import Site, Watched, follow
from tests.browser.test_editors_path import (
    body_of,
    correct,
    open_article,
    signed_in,
)
from tests.browser.test_public_pages import WCAG

FILE = "株洲日报_2021-09-28_C2.txt"
# As read first, as an editor has it, as it is read now.
WORDS = [
    ("株洲怎样发展", "株洲如何发展", "株洲何以发展"),
    ("陆续走进会场", "陆续步入会场", "陆续进入会场"),
    ("全场起立,唱国歌", "全场起立,奏国歌", "全场起立,齐国歌"),
]


@pytest.fixture(scope="module")
def editor(chromium, desk):
    with signed_in(chromium, desk, "bianji") as watched:
        open_article(watched.page, desk, "礼堂")
        for before, ours, _now in WORDS:
            correct(watched.page, before, ours)
        deliver_anew(watched.page, desk)
        yield watched


def deliver_anew(page: Page, site: Site) -> None:
    """Send the page's file with other words, look at what is read, and load it."""
    text = (ROOT / "desk/demo/pages" / FILE).read_text()
    for before, _ours, now in WORDS:
        assert before in text
        text = text.replace(before, now)
    page.goto(f"{site.address}/admin/desk/upload/")
    sent = {"name": FILE, "mimeType": "text/plain", "buffer": text.encode()}
    page.set_input_files("#id_sent", sent)
    follow(page.locator("form:has(#id_sent) button"))
    expect(page.locator(".preview")).to_contain_text("重读")
    follow(page.locator("form[action$='/load/'] button"))


def open_clash(page: Page, site: Site) -> None:
    """Go from the queue of the front page to the case, and from there to the columns."""
    page.goto(f"{site.address}/admin/")
    queue = page.locator(".queue tr", has_text="重读分歧")
    follow(queue.locator("a").first)
    page.locator("body.scripting").wait_for()
    follow(page.locator(".case[open] a[href*='/desk/clash/']"))
    page.locator("body.scripting").wait_for()


def picked(page: Page) -> list[str]:
    chosen = page.locator(".clash [type=radio]:checked")
    return chosen.evaluate_all("each => each.map(one => one.value)")


def test_two_readings_are_decided_and_undone(editor: Watched, desk):
    page = editor.page
    open_clash(page, desk)
    screen = page.url
    rows = page.locator(".clash")
    expect(rows).to_have_count(3)
    columns = rows.nth(0).locator(".three .song")
    before, ours, now = WORDS[0]
    for column, words in enumerate((before, now, ours)):
        shown = columns.nth(column).evaluate(
            "node => [...node.childNodes].filter(each => each.nodeName != 'DEL')"
            ".map(each => each.textContent).join('')"
        )
        assert words in shown
    assert editor.violations(*WCAG) == []
    assert not editor.scrolls_sideways()

    # The new reading, the correction, and words of one's own: by keys, as the screen says.
    for key in ("j", "2", "3"):
        page.keyboard.press(key)
    assert picked(page) == ["2", "3"]
    typed = rows.nth(2).locator("textarea[name^=words]")
    own = typed.input_value().replace("国歌", "奏唱国歌")
    typed.fill(own)
    assert picked(page) == ["2", "3", "4"]

    # A closed tab loses nothing.
    expect(page.locator("form[data-unkept]")).to_have_count(0)
    page.reload()
    page.locator("body.scripting").wait_for()
    assert picked(page) == ["2", "3", "4"]
    expect(rows.nth(2).locator("textarea[name^=words]")).to_have_value(own)

    with page.expect_navigation():
        page.keyboard.press("Control+s")
    expect(page.locator(".clash")).to_have_count(0)
    body = body_now(page, desk)
    assert WORDS[0][2] in body
    assert WORDS[1][1] in body
    assert "奏唱国歌" in body

    page.goto(screen.replace("/clash/", "/story/"))
    follow(page.locator(".entry:has(form[action$='/undo/']) button").first)
    page.goto(screen)
    expect(page.locator(".clash")).to_have_count(3)
    body = body_now(page, desk)
    assert all(ours in body for _before, ours, _now in WORDS)
    assert editor.complaints == []


def body_now(page: Page, site: Site) -> str:
    open_article(page, site, "礼堂")
    return body_of(page)
