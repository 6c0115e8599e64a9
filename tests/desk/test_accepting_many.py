"""Findings are accepted from their list after a look at what each would change."""

import pytest
from django.urls import reverse

from editorial.models import Finding
from tests.builders import make_article, make_finding, make_page
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_nothing_is_accepted_unseen():
    editor = member("an-editor", "Editors")
    page = make_page(text="会上上讨论。")
    article = make_article(page=page, body="会上上讨论。")
    offers = make_finding(
        page=page,
        article=article,
        rule="extra_char",
        part="body",
        start=1,
        end=3,
        exact="上上",
        replacement="上",
        message="多字。",
    )
    of_page = make_finding(page=page, page_end=2, message="全版。")
    other = make_finding(page=page, article=article, message="不选。")
    listed = reverse("admin:editorial_finding_changelist")
    keys = [offers.pk, of_page.pk, other.pk]
    sent = {"action": "accept_selected", "_selected_action": keys}
    preview = text_of(editor.post(listed, sent))
    assert "会<del>上上</del><ins>上</ins>讨论。" in preview
    assert "<mark>会上</mark>" in preview
    assert preview.count(" checked>") == 3
    assert not Finding.objects.exclude(status="open").exists()
    seen = sent | {"seen": "1", "_selected_action": keys[:2]}
    assert editor.post(listed, seen).status_code == 302
    article.refresh_from_db()
    assert article.body == "会上讨论。"
    assert [Finding.objects.get(pk=key).status for key in keys] == [
        *["accepted", "accepted"],
        "open",
    ]
