"""Nothing typed at the desk is lost: drafts are kept, offered, and gone after saving."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from editorial.correcting import correct
from editorial.models import Draft
from tests.builders import make_article, make_page, make_user
from tests.desk.bench.doubted import doubt, words
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
SEND = "/admin/desk/draft/"
BODY = "林向晚主持会议。\n会议听取了汇报。"


@pytest.fixture
def article():
    return make_article(page=make_page(), body=BODY)


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def bench(article):
    return f"/admin/desk/page/{article.page_id}/"


def name_of_form(html, before="edit-form"):
    part = html[html.index(before) :]
    return re.search(r'name="draft" value="([^"]+)"', part)[1]


def test_words_are_kept_offered_and_gone_after_saving(editor, article, bench):
    edit = f"{bench}?edit={article.pk}:body:1"
    name = name_of_form(text_of(editor.get(edit)))
    base = article.paragraphs[1]
    sent = words(article, "body:1", base, "写了一半", draft=name)
    kept = editor.post(
        SEND, sent, headers={"Referer": f"http://testserver{edit}"}
    )
    assert kept["Location"] == f"http://testserver{edit}"
    shown = text_of(editor.get(bench))
    assert "not saved:" in shown
    assert "写了一半</q>" in shown
    use = re.search(r'class="btn first" href="(\?draft=1[^"]+)"', shown)[1]
    opened = text_of(
        editor.get(bench + use.replace("&amp;", "&").split("#")[0])
    )
    assert ">写了一半</textarea>" in opened
    assert f">{base}</textarea>" in opened
    assert "not saved:" not in opened
    editor.post(f"{bench}words/", sent | {"words": "写完了。"})
    assert not Draft.objects.exists()
    article.refresh_from_db()
    assert article.paragraphs[1] == "写完了。"


def test_a_draft_of_older_words_meets_a_colleagues_in_three_columns(
    editor, article, bench
):
    base = article.paragraphs[1]
    name = f"page/{article.page_id}/words/{article.pk}:body:1"
    sent = words(article, "body:1", base, "我的字。", draft=name)
    editor.post(SEND, sent, headers={"X-Desk": "parts"})
    theirs = {"body": BODY.replace("汇报", "报告")}
    correct(article, texts=theirs, by=make_user(), version=1)
    opened = text_of(editor.get(f"{bench}?draft=1&edit={article.pk}:body:1"))
    assert f">{base}</textarea>" in opened
    assert editor.post(f"{bench}words/", sent).status_code == 409
    assert Draft.objects.get().typed["words"] == "我的字。"


def test_a_reason_stands_in_its_box_again(editor, article, bench):
    finding = doubt(article, 3, 5)
    other = doubt(article, 0, 1)
    name = f"page/{article.page_id}/case/{finding.pk}"
    assert name in text_of(editor.get(bench))
    sent = {"draft": name, "reason": "与原件逐字核对过"}
    assert (
        editor.post(SEND, sent, headers={"X-Desk": "parts"}).status_code == 204
    )
    editor.post(f"{bench}case/{other.pk}/act/", {"act": "keep"})
    assert 'value="与原件逐字核对过"' in text_of(editor.get(bench))
    editor.post(f"{bench}case/{finding.pk}/refuse/", sent)
    assert not Draft.objects.exists()


def test_an_opinion_is_offered_and_gone_once_signed(article):
    reviewer = member("a-reader", "Reviewers")
    sheet = f"/admin/desk/review/{article.pk}/"
    shown = text_of(reviewer.get(sheet))
    name = name_of_form(shown, 'id="sign"')
    reviewer.post(SEND, {"draft": name, "opinion": "看到一半"})
    assert "看到一半</q>" in text_of(reviewer.get(sheet))
    opened = text_of(reviewer.get(f"{sheet}?draft=1"))
    assert ">看到一半</textarea>" in opened
    seen = re.search(r'name="seen" value="(\w+)"', opened)[1]
    signing = {"step": "first", "version": 1, "seen": seen, "draft": name}
    signing |= {"opinion": "同意。", "decision": "approved"}
    assert reviewer.post(sheet, signing).status_code == 302
    assert not Draft.objects.exists()


def test_a_draft_is_ones_own_and_can_be_dropped(editor, article, bench):
    name = f"page/{article.page_id}/words/{article.pk}:body:1"
    editor.post(SEND, {"draft": name, "words": "写了一半"})
    colleague = member("a-colleague", "Editors")
    assert "写了一半" not in text_of(colleague.get(bench))
    colleague.post(SEND, {"draft": name, "drop": "1"})
    assert Draft.objects.count() == 1
    editor.post(SEND, {"draft": name, "drop": "1"})
    assert not Draft.objects.exists()
    editor.post(SEND, {"draft": name, "words": "又写"})
    editor.post(SEND, {"draft": name, "words": " "})
    assert not Draft.objects.exists()


def test_what_is_no_draft_is_refused(editor, client):
    assert editor.post(SEND, {"words": "字"}).status_code == 400
    long = {"draft": "a" * 121, "words": "字"}
    assert editor.post(SEND, long).status_code == 400
    assert (
        editor.post(SEND, {"draft": "a", "words": "字" * 100_001}).status_code
        == 400
    )
    foreign = {"Referer": "http://elsewhere.example/"}
    kept = editor.post(SEND, {"draft": "a", "words": "字"}, headers=foreign)
    assert kept["Location"] == "/admin/"
    assert client.post(SEND, {"draft": "a", "words": "字"}).status_code != 303


def test_many_drafts_cost_one_query(editor, article, bench):
    def queries():
        with CaptureQueriesContext(connection) as found:
            editor.get(bench)
        return len(found)

    queries()
    few = queries()
    for number in range(5):
        name = f"page/{article.page_id}/words/{article.pk}:body:{number}"
        editor.post(SEND, {"draft": name, "words": "字"})
    editor.get(bench)
    assert queries() == few <= 15


def test_a_withdrawal_note_stands_in_its_box_again():
    article = make_article(status=Article.Status.PUBLISHED, body=BODY)
    publisher = member("a-publisher", "Reviewers")
    page = f"/admin/articles/article/{article.pk}/change/"
    name = name_of_form(text_of(publisher.get(page)), 'id="withdraw"')
    publisher.post(SEND, {"draft": name, "note": "应当事人要求"})
    shown = text_of(publisher.get(page))
    assert ">应当事人要求</textarea>" in shown
    assert "stands below; it is not saved" in shown
    colleague = member("another-publisher", "Reviewers")
    assert "应当事人要求" not in text_of(colleague.get(page))
    verb = f"/admin/articles/article/{article.pk}/withdraw/"
    refused = text_of(publisher.post(verb, {"draft": name, "note": " "}))
    assert "stands below" not in refused
    assert Draft.objects.count() == 1
    publisher.post(verb, {"draft": name, "note": "应当事人要求撤下。"})
    assert not Draft.objects.exists()
