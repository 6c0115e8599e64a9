"""Facts are edited at the desk with the hand: words marked, rows dragged, notes kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser.conftest import Site, Watched, follow
from tests.browser.test_editors_path import signed_in
from tests.browser.test_public_pages import WCAG

# Mark the first characters of the last paragraph that is shown.
MARK = """() => {
  const words = document.querySelector("[data-source] p:last-of-type").firstChild;
  const range = document.createRange();
  range.setStart(words, 0);
  range.setEnd(words, 6);
  const chosen = document.getSelection();
  chosen.removeAllRanges();
  chosen.addRange(range);
  return chosen.toString();
}"""


@pytest.fixture(scope="module")
def editor(chromium, desk) -> Iterator[Watched]:
    with signed_in(chromium, desk, "bianji") as watched:
        yield watched


def open_event(page: Page, site: Site) -> None:
    """Open an event of which a list of people is on record."""
    page.goto(f"{site.address}/admin/events/participation/?role=执行主席")
    follow(page.locator("#result_list tbody th a").first)
    number = page.input_value("#id_event")
    page.goto(f"{site.address}/admin/events/event/{number}/change/")


def names(page: Page) -> list[str]:
    return page.locator("[data-order]").first.locator("label").all_inner_texts()


def test_marked_words_are_taken_into_the_field_last_used(editor, desk):
    page = editor.page
    open_event(page, desk)
    assert editor.violations(*WCAG) == []
    field = page.locator("#id_participations-1-words")
    field.focus()
    marked = page.evaluate(MARK)
    page.click("[data-take]")
    expect(field).to_have_value(marked)
    expect(field).to_be_focused()
    assert editor.complaints == []


def open_order(page: Page, site: Site) -> None:
    open_event(page, site)
    follow(page.locator(".object-tools a[href$='/order/']"))


def above(row: Locator) -> tuple[float, float]:
    """Return a place in the upper half of a row."""
    room = row.bounding_box()
    return room["x"] + room["width"] - 20, room["y"] + 4


def order_of(page: Page) -> list[str]:
    return page.locator("[data-order] .place").evaluate_all(
        "fields => fields.map(field => field.value)"
    )


@pytest.mark.parametrize("width", [390, 1280])
def test_rows_are_dragged_to_their_printed_places(editor, desk, width):
    page = editor.page
    page.set_viewport_size({"width": width, "height": 900})
    open_order(page, desk)
    assert editor.violations(*WCAG) == []
    assert not editor.scrolls_sideways()
    first, second, third, *others = names(page)
    rows = page.locator("[data-order]").first.locator("tr")
    page.mouse.move(*above(rows.nth(2)))
    page.mouse.down()
    page.mouse.move(*above(rows.nth(0)), steps=4)
    expect(rows.nth(0)).to_have_class("moving")
    page.mouse.up()
    places = page.locator("[data-order] .place")
    expect(places.nth(0)).to_have_value("1")
    expect(page.locator("form[data-unkept]")).to_have_count(1)
    follow(page.locator(".bottom-bar button"))
    assert names(page) == [third, first, second, *others]
    assert editor.complaints == []


def test_a_row_goes_back_when_the_move_is_given_up(editor, desk):
    page = editor.page
    open_order(page, desk)
    before = names(page), order_of(page)
    rows = page.locator("[data-order]").first.locator("tr")
    page.mouse.move(*above(rows.nth(3)))
    page.mouse.down()
    page.mouse.move(*above(rows.nth(1)), steps=4)
    expect(rows.nth(1)).to_have_class("moving")
    page.keyboard.press("Escape")
    page.mouse.up()
    assert (names(page), order_of(page)) == before
    expect(page.locator("form[data-unkept]")).to_have_count(0)


def test_rows_are_dragged_with_a_finger(chromium, desk):
    """The page does not scroll under the finger, and scrolls as ever beside the handles."""
    with signed_in(chromium, desk, "bianji", has_touch=True) as watched:
        page = watched.page
        page.set_viewport_size({"width": 390, "height": 700})
        open_order(page, desk)
        first, second, third, *others = names(page)
        rows = page.locator("[data-order]").first.locator("tr")
        rows.nth(0).scroll_into_view_if_needed()
        finger = page.context.new_cdp_session(page)
        stands = page.evaluate("scrollY")
        ways = [("touchStart", 0), ("touchMove", 1), ("touchMove", 2)]
        for kind, row in ways:
            x, y = above(rows.nth(row))
            touch(finger, kind, x, y + (20 if row == 2 else 0))
        expect(rows.nth(2)).to_have_class("moving")
        assert page.evaluate("scrollY") == stands
        touch(finger, "touchEnd")
        assert names(page) == [second, third, first, *others]
        assert order_of(page)[:3] == ["1", "2", "3"]
        assert watched.complaints == []


def touch(finger: CDPSession, kind: str, *place: float) -> None:
    """Put a finger down, move it or take it off, and let the page draw."""
    points = [{"x": place[0], "y": place[1]}] if place else []
    event = {"type": kind, "touchPoints": points}
    finger.send("Input.dispatchTouchEvent", event)


def test_a_withdrawal_note_is_kept_while_it_is_typed(chromium, desk):
    with signed_in(chromium, desk, "zhongshen") as watched:
        page = watched.page
        page.goto(
            f"{desk.address}/admin/articles/article/?status__exact=published"
        )
        follow(page.locator("#result_list tbody th a").first)
        page.fill("#note", "应当事人要求")
        expect(page.locator("form[data-unkept]")).to_have_count(0)
        page.reload()
        expect(page.locator("#note")).to_have_value("应当事人要求")
        assert watched.violations(*WCAG) == []
        assert watched.complaints == []
