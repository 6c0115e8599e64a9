"""The findings beside the text of an article, and in their list."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article
from editorial import correcting
from editorial.models import Correction, Finding
from tests.builders import make_finding
from tests.desk.article_form.article_pages import BODY, words_of
from tests.desk.members import member
from tests.desk.typed import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_a_finding_stands_beside_the_text(finding, page, editor):
    html = editor.get(page).content.decode()
    assert f'id="finding-{finding.pk}"' in html
    assert "会议由<mark>林向皖</mark>主持" in html
    assert "<ins>林向晚</ins>" in html


def test_a_finding_is_decided_at_the_workbench(finding, page, editor):
    html = editor.get(page).content.decode()
    bench = reverse("desk-page", args=[finding.page_id])
    address = f"{bench}?case={finding.pk}"
    assert f'href="{address}#case-{finding.pk}"' in html
    assert f'id="case-{finding.pk}"' in editor.get(address).content.decode()


def test_two_who_act_at_once_are_told_so(
    article, finding, page, editor, monkeypatch
):
    """The colleague's change comes between the look at the words and the change of them."""
    claim = correcting._claim
    monkeypatch.setattr(
        correcting, "_claim", lambda pk, version: claim(pk, version - 1)
    )
    data = {"action": "accept_selected", "_selected_action": [finding.pk]}
    data |= {"seen": "1"}
    response = editor.post(
        reverse("admin:editorial_finding_changelist"), data, follow=True
    )
    assert "colleague has changed this article" in words_of(response)
    finding.refresh_from_db()
    assert (finding.status, Article.objects.get().body) == (
        Finding.Status.OPEN,
        BODY,
    )


def test_a_finding_about_a_whole_page_is_shortened_in_the_middle(
    article, page, editor
):
    words = "甲" * 500 + "乙" + "丙" * 500
    article.page.text = words
    article.page.save()
    make_finding(
        page=article.page,
        article=None,
        page_start=0,
        page_end=len(words),
        exact=words,
    )
    for address in (page, reverse("admin:editorial_finding_changelist")):
        html = editor.get(address).content.decode()
        assert "甲 […] 丙" in html
        assert "乙" not in html


def test_reviewers_read_findings_and_decide_none(finding, page):
    reviewer = member("reviewer", "Reviewers")
    html = reviewer.get(page).content.decode()
    assert f'id="finding-{finding.pk}"' in html
    bench = reverse("desk-page", args=[finding.page_id])
    shown = reviewer.get(f"{bench}?case={finding.pk}").content.decode()
    assert 'name="act"' not in shown


def test_many_findings_are_decided_from_their_list(finding, editor):
    url = reverse("admin:editorial_finding_changelist")
    data = {"action": "dismiss_selected", "_selected_action": [finding.pk]}
    assert "needs a reason" in words_of(editor.post(url, data, follow=True))
    editor.post(url, data | {"note": "原报如此。"})
    finding.refresh_from_db()
    assert finding.status == Finding.Status.DISMISSED


def test_the_page_costs_the_same_with_many_findings_and_corrections(
    article, finding, page, editor
):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            editor.get(page)
        return len(found)

    editor.post(page, typed(editor.get(page), headline="会议闭幕"))
    before = queries()
    for number in range(20):
        make_finding(
            page=article.page,
            article=article,
            message=f"第{number}处",
            part="body",
            start=0,
            end=1,
        )
        values = {
            "part": "body",
            "start": 0,
            "old": "甲",
            "new": "乙",
            "by": editor.user,
            "version": 2,
        }
        Correction.objects.create(article=article, finding=finding, **values)
    assert queries() == before
