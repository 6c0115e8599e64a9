"""The API's documentation page: shown by a script of our own, under the policy, with nothing from
elsewhere.
"""

from __future__ import annotations

import pytest

from tests.browser.conftest import watching


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_documentation_renders_and_asks(site, contexts, scheme):
    with watching(contexts(1280, scheme)) as watched:
        asked = []
        watched.page.on("request", lambda request: asked.append(request.url))
        watched.page.goto(f"{site.address}/api/docs/")
        operation = watched.page.locator("#operations-people-people_list")
        operation.wait_for()
        operation.locator(".opblock-summary").click()
        operation.get_by_role("button", name="Execute").click()
        operation.locator(
            ".live-responses-table tbody .response-col_status"
        ).wait_for()
        assert (
            operation.locator(
                ".live-responses-table tbody .response-col_status"
            )
            .inner_text()
            .startswith("200")
        )
        assert not watched.complaints
        assert {
            url.partition("/api/")[0].partition("/static/")[0]
            for url in asked
            if not url.startswith("data:")
        } == {site.address}
