"""Every kind of public page, as a reader's browser shows it: narrow and wide, light and dark."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import follow, watching
from tests.browser.page_kinds import PUBLIC
from tests.browser.test_valid_html import in_english

LOOKS = [
    (width, scheme) for width in (390, 1280) for scheme in ("light", "dark")
]
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def test_readers_reach_every_kind_of_page_by_links(addresses):
    assert set(addresses) == set(PUBLIC)


@pytest.mark.parametrize("name", PUBLIC)
def test_page(name, addresses, contexts):
    with watching(contexts(390, "light")) as watched:
        page = watched.page
        answer = page.goto(addresses[name])
        assert answer.status == 200
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        for width, scheme in LOOKS:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert not watched.scrolls_sideways(), width
            found = watched.violations(*WCAG, "best-practice")
            assert not found, (width, scheme)
        assert not watched.complaints


def test_an_address_with_nothing_at_it_suggests_what_was_meant(
    addresses, contexts
):
    with watching(contexts(390, "light")) as watched:
        page = watched.page
        near = addresses["congress"].replace("-8/", "-9/")
        assert page.goto(near).status == 404
        link = page.locator(f'main a[href="{urlsplit(near).path}"]')
        assert link.count() == 0
        follow(page.locator('main a[href*="/congresses/yunting-8/"]'))
        assert page.url == addresses["congress"]


def test_what_goes_wrong_is_noticed(addresses, contexts):
    with watching(contexts(390, "light")) as watched:
        watched.page.goto(addresses["home"])
        watched.page.evaluate("""() => {
            const wide = document.createElement("div");
            wide.innerHTML = '<img src="/missing.png" style="width: 900px">';
            document.querySelector("main").append(wide);
            const script = document.createElement("script");
            script.textContent = "window.injected = true";
            document.body.append(script);
        }""")
        assert any(
            "Content Security Policy" in line for line in watched.complaints
        )
        assert watched.page.evaluate("window.injected") is None
        assert any(
            line.startswith("image-alt") for line in watched.violations(*WCAG)
        )
        watched.page.evaluate(
            "document.querySelector('main div:last-child').style.setProperty('min-width', '900px')"
        )
        assert watched.scrolls_sideways()


@pytest.mark.parametrize("name", ["home", "congress", "article", "search"])
def test_page_speaks_english_when_asked(name, addresses, contexts):
    with watching(contexts(390, "light")) as watched:
        watched.page.goto(addresses[name])
        watched.page.get_by_role("link", name="English").click()
        watched.page.wait_for_url("**/en/**")
        assert watched.page.locator("html").get_attribute("lang") == "en"
        assert not watched.violations(*WCAG)
        watched.page.get_by_role("link", name="简体中文").click()
        watched.page.wait_for_url(lambda url: "/en/" not in url)
        assert watched.page.locator("html").get_attribute("lang") == "zh-Hans"


# The visible texts with a Chinese character whose language is said to be English. No element within
# a choice of a form can say its own.
UNMARKED = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const text = walker.currentNode;
        const said = text.parentElement.closest("[lang]").lang;
        const skipped = text.parentElement.matches("script, option");
        if (said === "en" && !skipped && /[\u4e00-\u9fff]/.test(text.data)) texts.push(text.data);
    }
    return texts;
}"""


def test_english_pages_say_which_words_are_chinese(addresses, contexts):
    with watching(contexts(1280, "light")) as watched:
        page = watched.page
        for name, address in addresses.items():
            page.goto(in_english(address))
            assert not page.evaluate(UNMARKED), name
        page.evaluate("document.querySelector('footer').append('株洲')")
        assert page.evaluate(UNMARKED) == ["株洲"]


def test_pages_need_no_script(addresses, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(addresses["congress-day"])
    text = page.locator("main").inner_text()
    assert "执行主席" in text or "主持" in text
    page.goto(addresses["search"])
    assert page.locator("main mark").count() > 0
    context.close()


def test_evidence_marks_the_printed_words(addresses, contexts):
    with watching(contexts(1280, "light")) as watched:
        page = watched.page
        page.goto(addresses["event"])
        link = page.locator("main a.words[title]").locator("visible=true").first
        words = link.get_attribute("title")
        follow(link)
        assert page.locator(":target").count() == 1
        assert "".join(page.locator("main mark").all_inner_texts()) == words
        assert not watched.complaints


def test_the_fields_of_the_search_stand_in_line(addresses, contexts):
    with watching(contexts(1280, "light")) as watched:
        watched.page.goto(addresses["search"])
        boxes = (
            watched.page.locator("main form.filters")
            .locator("input:visible, select, button")
            .all()
        )
        labels = watched.page.locator("main form.filters label").all()
        assert len(boxes) > 4
        assert (
            len(
                {
                    (box.bounding_box()["y"], box.bounding_box()["height"])
                    for box in boxes
                }
            )
            == 1
        )
        assert len({label.bounding_box()["y"] for label in labels}) == 1


def test_paper_has_the_article_and_not_what_leads_elsewhere(
    addresses, contexts
):
    with watching(contexts(1280, "light")) as watched:
        watched.page.goto(addresses["article"])
        elsewhere = watched.page.locator("#related, .neighbours, .masthead nav")
        assert elsewhere.locator("visible=true").count() == 3
        watched.page.emulate_media(media="print")
        assert elsewhere.locator("visible=true").count() == 0
        assert watched.page.locator(".citation").first.is_visible()
        watched.page.emulate_media(media="screen")


def test_a_subtitle_breaks_between_its_phrases(addresses, contexts):
    with watching(contexts(390, "light")) as watched:
        watched.page.goto(addresses["article"])
        lines = watched.page.evaluate("""() => {
            const subtitle = document.createElement("p");
            document.querySelector(".article-head h1").after(subtitle);
            subtitle.className = "subtitle";
            return ["把报告读懂 把任务担起来 ", "代表团审议市委市纪委工作报告"].map(phrase => {
                const span = subtitle.appendChild(document.createElement("span"));
                span.textContent = phrase;
                return span;
            }).map(span => span.getClientRects().length);
        }""")
        assert lines == [1, 1]


def test_api_documentation_works_offline_under_the_policy(site, contexts):
    with watching(contexts(1280, "light")) as watched:
        page = watched.page
        page.on(
            "request",
            lambda r: (
                watched.complaints.append(r.url)
                if not r.url.startswith(site.address)
                else None
            ),
        )
        page.goto(f"{site.address}/api/docs/")
        page.locator("text=/api/v1/articles/").first.wait_for(timeout=20_000)
        assert page.locator(".models .model-container").count() == 0
        assert not watched.complaints
