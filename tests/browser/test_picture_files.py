"""Pictures as an editor brings them: dropped on a caption, many at once, and what they say."""

from __future__ import annotations

import base64
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from tests.articles.iptc.files import said
from tests.browser.conftest import Site, Watched, follow
from tests.browser.test_editors_path import signed_in
from tests.browser.test_public_pages import WCAG

# Lets a file fall on a part of the page, as hands do from a folder.
DROP = """([place, name, data]) => {
  const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
  const files = new DataTransfer();
  files.items.add(new File([bytes], name, { type: "image/jpeg" }));
  const node = document.querySelector(place);
  for (const kind of ["dragover", "drop"]) {
    const event = new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true });
    node.dispatchEvent(event);
  }
}"""
WAITING = ".block:has(form[data-drop])"


@pytest.fixture(scope="module")
def editor(chromium, desk) -> Iterator[Watched]:
    with signed_in(chromium, desk, "bianji") as watched:
        yield watched


def open_waiting(page: Page, site: Site) -> str:
    """Take the pictures of a page's photos away, and open its workbench; return its address."""
    with closing(sqlite3.connect(site.folder / "demo.sqlite3")) as database:
        [bench] = database.execute(
            "SELECT a.page_id FROM articles_photo p "
            "JOIN articles_article a ON a.id = p.article_id LIMIT 1"
        ).fetchone()
        database.execute(
            "UPDATE articles_photo SET image = '', alt_text = '' WHERE article_id IN "
            "(SELECT id FROM articles_article WHERE page_id = ?)",
            [bench],
        )
        database.commit()
    address = f"{site.address}/admin/desk/page/{bench}/"
    page.goto(address)
    page.locator("body.scripting").wait_for()
    return address


def test_a_file_dropped_on_a_caption_is_attached_there(editor, desk):
    page = editor.page
    bench = open_waiting(page, desk)
    waiting = page.locator(WAITING).count()
    data = said(credit_line="演示社", alt_text="几个人站着")
    file = base64.b64encode(data).decode()
    with page.expect_navigation():
        page.evaluate(DROP, [WAITING, "a.jpg", file])
    expect(page.locator(".told")).to_contain_text("演示社")
    page.get_by_label("图片署名单位").uncheck()
    follow(page.get_by_role("button", name="采用勾选的各项"))
    expect(page.locator(".messagelist")).to_contain_text("勾选的各项已采用")
    expect(page.locator(".told")).to_contain_text("演示社")
    expect(page.locator(".told")).not_to_contain_text("几个人站着")
    follow(page.get_by_role("link", name="继续", exact=True))
    assert page.url.startswith(bench)
    assert page.locator(WAITING).count() == waiting - 1
    assert editor.complaints == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_screens_of_pictures_are_for_everybody(
    chromium, desk, width, scheme
):
    with signed_in(
        chromium, desk, "bianji", width=width, scheme=scheme
    ) as watched:
        page = watched.page
        page.goto(f"{desk.address}/admin/")
        shown = page.locator(".issues a[href$='/pictures/']").first
        page.goto(desk.address + shown.get_attribute("href"))
        check(watched)
        page.locator("#id_sent").set_input_files(
            {"name": "1.jpg", "mimeType": "image/jpeg", "buffer": said()}
        )
        follow(page.get_by_role("button", name="上传并对应"))
        expect(page.locator(".match img")).to_have_js_property("complete", True)
        check(watched)
        page.goto(f"{desk.address}/admin/articles/photo/")
        follow(page.locator("#result_list tbody th a").first)
        follow(page.locator(".field-file_link a"))
        check(watched)
        assert watched.complaints == []


def check(watched: Watched) -> None:
    assert not watched.scrolls_sideways(), watched.page.url
    assert watched.violations(*WCAG) == [], watched.page.url
