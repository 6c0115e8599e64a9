"""Undo and redo at the workbench: one's own last step on the page, by buttons."""

import re

import pytest

from editorial.correcting import correct
from editorial.models import Finding, Step
from tests.builders import make_article, make_finding, make_page, make_user
from tests.desk.bench.doubted import doubt, words
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BODY = "林向晚主持会议。\n会议听取了汇报。"
BACK = re.compile(r'action="([^"]*undo/\d+/)" class="back"')


@pytest.fixture
def article():
    return make_article(page=make_page(), body=BODY)


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def bench(article):
    return f"/admin/desk/page/{article.page_id}/"


def press(client, bench, **more):
    """Press the first of the two buttons."""
    [address] = BACK.findall(text_of(client.get(bench)))[:1]
    return client.post(address, **more)


def test_a_decided_case_waits_again_and_is_decided_again(
    editor, article, bench
):
    finding = doubt(article, 3, 5)
    assert not BACK.findall(text_of(editor.get(bench)))
    editor.post(f"{bench}case/{finding.pk}/act/", {"act": "keep"})
    undone = press(editor, bench)
    assert undone.status_code == 303
    key = finding.pk
    assert undone["Location"] == f"{bench}?case={key}#case-{key}"
    assert "Undone." in text_of(editor.get(undone["Location"]))
    finding.refresh_from_db()
    assert finding.status == "open"
    press(editor, bench, data={"redo": "1"})
    shown = text_of(editor.get(bench))
    assert "Done again." in shown
    finding.refresh_from_db()
    assert finding.status == "accepted"
    assert "Shift+U</kbd></button></form>" not in shown


def test_the_script_finds_the_case_open(editor, article, bench):
    other = doubt(article, 0, 1)
    finding = doubt(article, 3, 5)
    editor.post(f"{bench}case/{finding.pk}/act/", {"act": "keep"})
    answer = press(editor, bench, headers={"X-Desk": "parts"})
    opened = re.findall(r'id="case-(\d+)"[^>]* open>', text_of(answer))
    assert other.pk < finding.pk
    assert opened == [str(finding.pk)]


def test_all_of_a_kind_is_undone_at_once(editor, article, bench):
    found = [doubt(article, at, at + 1) for at in (0, 3)]
    keys = [each.pk for each in found]
    editor.post(f"{bench}same/", {"act": "keep", "case": keys})
    press(editor, bench)
    states = Finding.objects.values_list("status", flat=True)
    assert set(states) == {"open"}


def test_what_stands_in_the_way_is_named(editor, article, bench):
    sent = words(article, "headline:0", article.headline, "新题")
    editor.post(f"{bench}words/", sent)
    article.refresh_from_db()
    colleague = make_user(username="colleague", first_name="周编辑")
    correct(
        article,
        texts={"headline": "另题"},
        by=colleague,
        version=article.version,
    )
    answer = press(editor, bench)
    assert answer.status_code == 409
    assert "周编辑 changed the same later" in text_of(answer)
    article.refresh_from_db()
    assert article.headline == "另题"


def test_only_what_one_may_undo_is_undone(editor, article, bench):
    colleague = make_user(username="colleague")
    correct(article, texts={"headline": "另题"}, by=colleague, version=1)
    step = Step.objects.get()
    assert not BACK.findall(text_of(editor.get(bench)))
    answer = editor.post(f"{bench}undo/{step.pk}/")
    assert "You may not undo this step." in text_of(answer)
    elsewhere = make_finding(page=make_page(label="A2")).page
    other = f"/admin/desk/page/{elsewhere.pk}/undo/{step.pk}/"
    assert editor.post(other).status_code == 404
