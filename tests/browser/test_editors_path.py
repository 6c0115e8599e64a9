"""The editors' way through the admin, in a browser: correct, decide, meet a colleague's save, sign,
publish.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site, Watched, follow, watching
from tests.browser.test_public_pages import WCAG

WIDTHS = (390, 1280)
LISTS = (
    "",
    "articles/article/",
    "articles/page/",
    "articles/photo/",
    "articles/newspaper/",
    "people/person/",
    "events/event/",
    "editorial/finding/",
    "importing/importrun/",
    "importing/fixedexpression/",
)


@contextmanager
def signed_in(
    chromium: Browser,
    site: Site,
    username: str,
    *,
    width: int = 1280,
    scheme: str = "light",
    has_touch: bool = False,
) -> Iterator[Watched]:
    """Log in as one of the demonstration's editors."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        has_touch=has_touch,
    )
    with watching(context) as watched:
        page = watched.page
        page.goto(f"{site.address}/admin/")
        page.fill("#id_username", username)
        page.fill("#id_password", site.passwords[username])
        follow(page.locator("[type=submit]"))
        expect(page.locator("#user-tools")).to_be_visible()
        yield watched
    context.close()


def open_article(page: Page, site: Site, words: str) -> None:
    """Find an article in the list by its words and open it."""
    page.goto(f"{site.address}/admin/articles/article/")
    page.fill("#searchbar", words)
    follow(page.locator("#changelist-search [type=submit]"))
    follow(page.locator("#result_list tbody th a").first)
    expect(page.locator("#review")).to_be_visible()


def correct(page: Page, old: str, new: str) -> None:
    """Change words of the body and save."""
    body = page.input_value("#id_body")
    assert old in body
    page.fill("#id_body", body.replace(old, new))
    page.fill("#id_reason", "与报样核对。")
    follow(page.locator("[name=_continue]"))


def body_of(page: Page) -> str:
    page.reload()
    return page.input_value("#id_body")


def sign(page: Page) -> None:
    page.fill("form[action$='/sign/'] textarea", "与报样核对，同意。")
    follow(page.locator("form[action$='/sign/'] button[value=approved]"))


def public_text(page: Page, address: str) -> str:
    """Return what a reader finds at the address, the empty string when there is nothing."""
    answer = page.request.get(address)
    return answer.text() if answer.status == 200 else ""


def test_correct_sign_and_publish(chromium, desk):
    with ExitStack() as stack:
        pages = {}
        for name in ("bianji", "chushen", "fushen", "zhongshen"):
            watched = stack.enter_context(signed_in(chromium, desk, name))
            stack.callback(
                lambda w=watched: (
                    w.complaints == [] or pytest.fail(str(w.complaints))
                )
            )
            pages[name] = watched.page
            open_article(pages[name], desk, "礼堂")
        address = (
            pages["bianji"]
            .locator("a[href^='/newspapers/']")
            .first.get_attribute("href")
        )
        address = f"{desk.address}{address}"
        assert "王庭恺" in public_text(pages["bianji"], address)

        correct(pages["bianji"], "王庭恺", "王廷恺")
        assert "王廷恺" in body_of(pages["bianji"])
        expect(
            pages["bianji"].locator(".corrections ins", has_text="廷").first
        ).to_be_visible()
        assert "王廷恺" not in public_text(pages["bianji"], address)
        assert "王庭恺" in public_text(pages["bianji"], address)
        assert pages["bianji"].locator("form[action$='/sign/']").count() == 0

        for name in ("chushen", "fushen", "zhongshen"):
            pages[name].reload()
            sign(pages[name])
        assert "王廷恺" not in public_text(pages["bianji"], address)
        follow(pages["zhongshen"].locator("form[action$='/publish/'] button"))
        assert "王廷恺" in public_text(pages["bianji"], address)


def test_accepting_a_finding_changes_the_text(chromium, desk):
    with signed_in(chromium, desk, "bianji") as watched:
        page = watched.page
        open_article(page, desk, "千亿产业集群")
        article = page.url
        assert "2-3个" in page.input_value("#id_body")
        finding = page.locator(
            "#findings li", has=page.locator(".offer del", has_text="-")
        ).first
        follow(finding.locator("a", has_text="工作台"))
        page.keyboard.press("a")
        expect(page.locator("#text")).to_contain_text("2\uff5e3个")
        page.goto(article)
        assert "2\uff5e3个" in body_of(page)
        assert (
            page.locator("#findings .offer ins", has_text="\uff5e").count() == 0
        )
        assert not watched.complaints


def test_a_stale_save_is_refused_with_both_texts(chromium, desk):
    with (
        signed_in(chromium, desk, "bianji") as faster,
        signed_in(chromium, desk, "bianji") as slower,
    ):
        for watched in (faster, slower):
            open_article(watched.page, desk, "神农大剧院")
        correct(faster.page, "165家", "166家")
        correct(slower.page, "75场", "76场")
        stale = slower.page.locator(".stale")
        expect(stale).to_be_visible()
        assert "166家" in stale.inner_text()
        assert "76场" in stale.inner_text()
        assert "76场" in slower.page.input_value("#id_body")
        stored = body_of(faster.page)
        assert "166家" in stored
        assert "75场" in stored


def test_a_reviewer_who_signed_cannot_sign_again(chromium, desk):
    with (
        signed_in(chromium, desk, "bianji") as editor,
        signed_in(chromium, desk, "chushen") as reviewer,
    ):
        for watched in (editor, reviewer):
            open_article(watched.page, desk, "走在前列")
        correct(editor.page, "可以参考", "可作参考")
        reviewer.page.reload()
        sign(reviewer.page)
        reviewer.page.reload()
        assert reviewer.page.locator("form[action$='/sign/']").count() == 0
        expect(
            reviewer.page.locator("#review .reviews li:not(.voided)")
        ).to_have_count(1)


def test_lists_show_all_their_columns_on_a_laptop(chromium, site):
    with signed_in(chromium, site, "bianji") as watched:
        cut = []
        for name in (
            "editorial/finding",
            "articles/article",
            "importing/importrun",
            "editorial/correction",
            "people/person",
        ):
            watched.page.goto(f"{site.address}/admin/{name}/")
            wide = "e => e.scrollWidth > e.clientWidth"
            cut += (
                [name]
                if watched.page.locator("#changelist-form .results").evaluate(
                    wide
                )
                else []
            )
        assert cut == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_finding_leads_to_its_text_and_saving_is_at_hand(
    width, chromium, site
):
    with signed_in(chromium, site, "bianji", width=width) as watched:
        page = watched.page
        page.goto(f"{site.address}/admin/editorial/finding/?status__exact=open")
        follow(
            page.locator("#result_list tbody tr .field-beside_the_text a").first
        )
        expect(page.locator(".case[open]")).to_be_in_viewport()
        follow(page.locator(".article > header a", has_text="全部栏目").first)
        expect(page.locator("[name=_save]")).to_be_in_viewport()
        expect(page.locator(".saving .stays")).to_be_in_viewport()


def test_the_merging_page_is_accessible_and_fits(chromium, site):
    for width in (1280, 390):
        with signed_in(chromium, site, "bianji", width=width) as watched:
            page = watched.page
            page.goto(f"{site.address}/admin/people/person/")
            for row in range(2):
                page.locator("#result_list .action-select").nth(row).check()
            page.select_option("select[name=action]", "merge_selected")
            follow(page.locator("#changelist-form button[name=index]"))
            expect(page.locator("#plan-title")).to_be_visible()
            assert not watched.violations(*WCAG)
            assert not watched.scrolls_sideways()
            assert not watched.complaints


@pytest.mark.parametrize("name", LISTS)
def test_an_admin_page_is_accessible_and_keeps_the_policy(name, chromium, site):
    with signed_in(chromium, site, "bianji") as watched:
        page = watched.page
        page.goto(f"{site.address}/admin/{name}")
        check_for_everybody(watched)
        rows = page.locator("#result_list tbody th a")
        if rows.count():
            follow(rows.first)
            check_for_everybody(watched)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                assert not watched.scrolls_sideways(), width
        assert not watched.complaints


def check_for_everybody(watched: Watched) -> None:
    """Look at the page light and dark, narrow and wide."""
    for scheme in ("light", "dark"):
        # Read again: colours that fade into the others are neither.
        watched.page.emulate_media(color_scheme=scheme)
        watched.page.reload()
        for width in WIDTHS:
            watched.page.set_viewport_size({"width": width, "height": 900})
            assert watched.violations(*WCAG) == [], (width, scheme)


def test_the_login_page_is_accessible_and_refuses_a_wrong_password(
    chromium, site
):
    context = chromium.new_context(viewport={"width": 390, "height": 900})
    with watching(context) as watched:
        watched.page.goto(f"{site.address}/admin/")
        assert not watched.violations(*WCAG)
        watched.page.fill("#id_username", "bianji")
        watched.page.fill("#id_password", "wrong")
        follow(watched.page.locator("[type=submit]"))
        expect(watched.page.locator(".errornote")).to_be_visible()
    context.close()


def test_a_name_that_readers_see_is_asked_for_and_confirmed(chromium, desk):
    with ExitStack() as stack:
        watched = {
            name: stack.enter_context(signed_in(chromium, desk, name))
            for name in ("bianji", "fushen")
        }
        mine, theirs = watched["bianji"].page, watched["fushen"].page
        mine.goto(f"{desk.address}/admin/people/person/?q=汤景澄")
        follow(mine.locator("#result_list tbody th a").first)
        mine.fill("#id_name", "汤景橙")
        follow(mine.locator("[name=_save]"))
        expect(mine.locator(".panels ins", has_text="橙")).to_be_visible()
        theirs.goto(f"{desk.address}/admin/")
        follow(theirs.locator(".queue a", has_text="汤景澄").first)
        for width in (390, 1280):
            theirs.set_viewport_size({"width": width, "height": 900})
            assert not watched["fushen"].scrolls_sideways()
            assert watched["fushen"].violations(*WCAG) == []
        theirs.locator("[value=confirm]").focus()
        with theirs.expect_navigation():
            theirs.keyboard.press("Enter")
        expect(theirs.locator(".note.good")).to_be_visible()
        mine.reload()
        expect(mine.locator("[value=take-back]")).to_have_count(0)
        assert all(each.complaints == [] for each in watched.values())
