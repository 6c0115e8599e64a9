"""A page read otherwise than editors left it: three columns, to choose from block by block."""

import re

import pytest

from articles.models import Article
from editorial.correcting import correct
from editorial.models import Draft, Finding, Step
from editorial.steps.undoing import undo
from importing.models import EarlierReading
from tests.builders import make_finding
from tests.desk.members import member, text_of
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
ANEW = FRONT.replace("奏唱国歌", "高唱国歌")


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def article(editor):
    """An article with one clash in its body."""
    deliver(FRONT)
    article = Article.objects.get(position=1)
    body = article.body.replace("奏唱国歌", "齐唱国歌")
    correct(article, texts={"body": body}, by=editor.user, version=1)
    deliver(ANEW)
    article.refresh_from_db()
    return article


@pytest.fixture
def clash(article):
    return f"/admin/desk/clash/{article.pk}/"


def fields(html):
    """Return what the form holds, as a browser would send it."""
    found = dict(re.findall(r'name="([\w:-]+)" value="([^"]*)">', html))
    pattern = r'<textarea[^>]*name="([\w:-]+)"[^>]*>([^<]*)</textarea>'
    texts = dict(re.findall(pattern, html))
    return {
        name: value for name, value in found.items() if name != "csrf"
    } | texts


def sent(client, clash, pick, **more):
    form = fields(text_of(client.get(clash)))
    place = form["place"]
    chosen = {f"pick-{place}": pick} if pick else {}
    typed = {f"{name}-{place}": words for name, words in more.items()}
    return client.post(clash, form | chosen | typed)


def test_three_columns_are_shown(editor, clash):
    shown = text_of(editor.get(clash))
    assert "<del>奏</del><ins>高</ins>" in shown
    assert "<del>奏</del><ins>齐</ins>" in shown
    assert "Both changed the same words: choose." in shown
    assert "an-editor" in shown


def test_the_first_column_is_the_reading_before_the_new_one(editor, clash):
    """The very first reading is of no use any more: what came after it was carried over."""
    deliver(FRONT)
    deliver(FRONT.replace("全体起立", "大家起立"))
    article = Article.objects.get(position=1)
    body = article.body.replace("奏唱国歌", "齐唱国歌")
    version = article.version
    correct(article, texts={"body": body}, by=editor.user, version=version)
    deliver(ANEW.replace("全体起立", "大家起立"))
    form = fields(text_of(editor.get(clash)))
    place = form["place"]
    assert "大家起立,奏唱国歌" in form[f"before-{place}"]
    assert "大家起立,高唱国歌" in form[f"now-{place}"]
    assert "大家起立,齐唱国歌" in form[f"ours-{place}"]


@pytest.mark.parametrize("status", ["open", "deferred"])
def test_what_waits_is_compared_with_what_was_read_before_it(
    editor, clash, status
):
    """A page that is read a third time keeps the clash of the second reading."""
    Finding.objects.filter(rule="other_reading").update(status=status)
    deliver(ANEW.replace("全体起立", "大家起立"))
    form = fields(text_of(editor.get(clash)))
    place = form["place"]
    assert "全体起立,奏唱国歌" in form[f"before-{place}"]
    assert "大家起立,高唱国歌" in form[f"now-{place}"]
    assert "大家起立,齐唱国歌" in form[f"ours-{place}"]


def test_what_is_settled_is_not_asked_again(editor, article, clash):
    assert sent(editor, clash, "3").status_code == 303
    assert EarlierReading.objects.exists()
    deliver(ANEW.replace("全体起立", "大家起立"))
    assert "Nothing of this article" in text_of(editor.get(clash))
    assert not EarlierReading.objects.exists()
    article.refresh_from_db()
    assert "大家起立,齐唱国歌" in article.body


def test_of_a_text_that_was_laid_out_anew_nothing_earlier_is_known(
    editor, article, clash
):
    article.read_body += "另一段。"
    article.save()
    assert "Nothing is kept of it." in text_of(editor.get(clash))


def test_the_new_reading_holds_no_correction(editor, article, clash):
    body = article.body.replace("全体起立", "大家起立")
    assert body != article.body
    version = article.version
    correct(article, texts={"body": body}, by=editor.user, version=version)
    form = fields(text_of(editor.get(clash)))
    place = form["place"]
    assert "全体起立,高唱国歌" in form[f"now-{place}"]
    assert "大家起立,齐唱国歌" in form[f"ours-{place}"]
    assert "大家起立,齐唱国歌" in form[f"words-{place}"]


@pytest.mark.parametrize(
    ("pick", "stands", "status"),
    [
        ("1", "奏唱国歌", "accepted"),
        ("2", "高唱国歌", "accepted"),
        ("3", "齐唱国歌", "dismissed"),
    ],
)
def test_a_column_is_taken(editor, article, clash, pick, stands, status):
    assert sent(editor, clash, pick).status_code == 303
    article.refresh_from_db()
    assert stands in article.body
    finding = Finding.objects.get(rule="other_reading")
    assert (finding.status, finding.decided_by) == (status, editor.user)
    step = Step.objects.newest_first().first()
    assert step.kind == Step.Kind.REREADING
    undo(step, editor.user)
    finding.refresh_from_db()
    article.refresh_from_db()
    assert finding.status == "open"
    assert "齐唱国歌" in article.body
    assert "Nothing of this article" not in text_of(editor.get(clash))


def test_other_words_are_typed(editor, article, clash):
    sent(editor, clash, "4", words="另写一段。")
    article.refresh_from_db()
    assert "另写一段。" in article.paragraphs
    assert "Nothing of this article" in text_of(editor.get(clash))


def test_nothing_is_settled_without_a_choice_and_words_stay(
    editor, article, clash
):
    answer = sent(editor, clash, "", words="写了很久。")
    assert answer.status_code == 409
    assert "Choose what shall stand first." in text_of(answer)
    assert ">写了很久。</textarea>" in text_of(answer)
    article.refresh_from_db()
    assert "齐唱国歌" in article.body


def test_who_is_slower_than_a_colleague_is_told(editor, article, clash):
    form = fields(text_of(editor.get(clash)))
    form[f"pick-{form['place']}"] = "2"
    colleague = member("a-colleague", "Editors")
    body = article.body.replace("齐唱国歌", "齐声唱国歌")
    version = article.version
    correct(article, texts={"body": body}, by=colleague.user, version=version)
    answer = editor.post(clash, form)
    assert answer.status_code == 409
    assert "A colleague has changed these words" in text_of(answer)
    assert Finding.objects.get(rule="other_reading").status == "open"
    assert sent(colleague, clash, "3").status_code == 303
    late = editor.post(clash, form)
    assert "decided this finding already" in text_of(late)


def test_what_has_no_place_leads_to_the_workbench(editor, article, clash):
    lost = make_finding(
        page=article.page,
        article=article,
        rule="other_reading",
        message="别处。",
    )
    shown = text_of(editor.get(clash))
    assert f"?case={lost.pk}#case-{lost.pk}" in shown
    bench = text_of(editor.get(f"/admin/desk/page/{article.page_id}/"))
    assert f'href="{clash}"' in bench


def test_it_needs_the_right(article, clash):
    reader = member("a-reader", "Reviewers")
    shown = text_of(reader.get(clash))
    assert "Record what is chosen" not in shown
    assert reader.post(clash, fields(shown)).status_code == 403


def test_choices_are_kept_as_a_draft_until_they_are_settled(editor, clash):
    form = fields(text_of(editor.get(clash)))
    place = form["place"]
    form |= {f"pick-{place}": "4", f"words-{place}": "我写的话。"}
    editor.post("/admin/desk/draft/", form)
    shown = text_of(editor.get(clash))
    assert ">我写的话。</textarea>" in shown
    assert f'name="pick-{place}" value="4" data-key="4" checked' in shown
    assert "stands below; it is not saved" in shown
    assert editor.post(clash, form).status_code == 303
    assert not Draft.objects.exists()


def test_a_draft_of_another_version_is_shown_and_not_put_in_place(
    editor, article, clash
):
    form = fields(text_of(editor.get(clash)))
    form |= {f"words-{form['place']}": "我写的话。"}
    editor.post("/admin/desk/draft/", form)
    texts = {"headline": f"{article.headline}了"}
    correct(article, texts=texts, by=editor.user, version=article.version)
    shown = text_of(editor.get(clash))
    assert ">我写的话。</textarea>" not in shown
    assert "我写的话。</q>" in shown
