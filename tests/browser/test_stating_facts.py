"""Facts are edited at the desk with the hand: words marked, rows dragged, notes kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

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


@pytest.mark.parametrize("width", [390, 1280])
def test_rows_are_dragged_to_their_printed_places(editor, desk, width):
    page = editor.page
    page.set_viewport_size({"width": width, "height": 900})
    open_event(page, desk)
    follow(page.locator(".object-tools a[href$='/order/']"))
    assert editor.violations(*WCAG) == []
    assert not editor.scrolls_sideways()
    first, second, third, *others = names(page)
    rows = page.locator("[data-order]").first.locator("tr")
    above = {"x": 5, "y": 2}
    held = rows.nth(2).locator(".held")
    held.drag_to(rows.nth(0).locator(".held"), target_position=above)
    places = page.locator("[data-order] .place")
    expect(places.nth(0)).to_have_value("1")
    expect(page.locator("form[data-unkept]")).to_have_count(1)
    follow(page.locator(".bottom-bar button"))
    assert names(page) == [third, first, second, *others]
    assert editor.complaints == []


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
