"""The story of an article: one list of all that was done to it, with undo and going back."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from editorial.correcting import correct
from editorial.publishing import publish
from editorial.reviewing import sign
from importing.models import ImportRun
from tests.builders import make_article, make_page, make_user
from tests.desk.members import member, text_of
from tests.desk.saved_forms import as_in_english

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def article():
    article = make_article(page=make_page(), headline="会议召开")
    loaded = timezone.now() - dt.timedelta(hours=1)
    for outcome in ("created", "unchanged"):
        ImportRun.objects.create(
            source_name="A1.txt",
            page=article.page,
            outcome=outcome,
            started_at=loaded,
            finished_at=loaded,
        )
    return article


@pytest.fixture
def story(article):
    return f"/admin/desk/story/{article.pk}/"


@pytest.fixture
def root(client):
    make_user(username="root", superuser=True, first_name="周编辑")
    return as_in_english(client, "root")


def corrected(article, headline, username="colleague"):
    article.refresh_from_db()
    by = make_user(username=username, first_name="刘编辑")
    version = article.version
    correct(article, texts={"headline": headline}, by=by, version=version)


def lines(html):
    """Return the lines of the list as (class, words), without the days."""
    listed = html[html.index('<ol id="story">') : html.index("</ol>")]
    found = re.findall(
        r'<li class="([\w ]+)"[^>]*>(.*?)</li>', listed, re.DOTALL
    )
    strip = re.compile(r"<[^>]+>|\s+")
    return [
        (name, strip.sub("", words)) for name, words in found if name != "day"
    ]


def test_steps_versions_and_loads_are_one_list(root, article, story, sign_all):
    corrected(article, "会议闭幕")
    sign_all(article)
    publisher = article.reviews.last().by
    publish(article, publisher)
    found = lines(text_of(root.get(story)))
    names = [name for name, _words in found]
    assert names == [
        *["entry", "entry", "entry", "entry"],
        *["vline", "entry", "vline", "entry"],
    ]
    words = [words for _name, words in found]
    assert "publication1" in words[0]
    assert "finalreviewapproved同意。" in words[1]
    assert words[4].startswith("version2now·firstreviewfirst")
    assert "刘编辑" in words[5]
    assert "Undo" in words[5]
    assert words[6].startswith("version1asreadGobacktohere…")
    assert "created·A1.txt" in words[7]
    kept = lines(text_of(root.get(f"{story}?kind=review")))
    assert [name for name, _words in kept] == ["entry", "entry", "entry"]
    assert len(lines(text_of(root.get(f"{story}?kind=load")))) == 1


def test_a_step_is_undone_from_the_list(root, article, story):
    corrected(article, "会议闭幕")
    html = text_of(root.get(story))
    [address] = re.findall(r'action="(/admin/editorial/step/\d+/undo/)"', html)
    answer = root.post(address, {"back": story}, follow=True)
    assert answer.redirect_chain == [(story, 302)]
    article.refresh_from_db()
    assert article.headline == "会议召开"
    assert "undonebyroot" in "".join(
        words for _name, words in lines(text_of(answer))
    ).replace("周编辑", "root")


def test_going_back_shows_what_it_does_and_asks_why(root, article, story):
    corrected(article, "会议闭幕")
    shown = text_of(root.get(f"{story}?restore=1"))
    assert "<del>闭幕</del>" in shown
    assert "<ins" in shown
    send = f"{story}restore/1/"
    refused = root.post(send, {"seen": 2, "reason": " "})
    assert refused.status_code == 409
    assert "Going back needs a reason." in text_of(refused)
    late = root.post(send, {"seen": 1, "reason": "按原稿"})
    assert late.status_code == 409
    assert 'value="按原稿"' in text_of(late)
    done = root.post(send, {"seen": 2, "reason": "按原稿"})
    assert done["Location"] == story
    article.refresh_from_db()
    assert article.headline == "会议召开"
    assert "restored words" in text_of(root.get(story))


def test_where_a_reading_stands_between_there_is_no_way_back(
    root, article, story
):
    corrected(article, "会议闭幕")
    type(article).objects.filter(pk=article.pk).update(headline="重读")
    shown = text_of(root.get(f"{story}?restore=1"))
    assert "its words cannot be told" in shown
    assert "restore/1/" not in shown
    assert root.get(f"{story}?restore=x").status_code == 200


def test_going_back_needs_the_right(article, story):
    corrected(article, "会议闭幕")
    editor = member("an-editor", "Editors")
    assert "Go back to here" not in text_of(editor.get(story))
    send = f"{story}restore/1/"
    answer = editor.post(send, {"seen": 2, "reason": "按原稿"})
    assert answer.status_code == 403
    nobody = make_user(username="staff", is_staff=True)
    editor.force_login(nobody)
    assert editor.get(story).status_code == 403


def test_it_costs_the_same_with_2_and_with_30_steps(root, article, story):
    def queries():
        with CaptureQueriesContext(connection) as found:
            root.get(story)
        return len(found)

    for number in range(2):
        corrected(article, f"题{number}", username=f"a{number}")
    root.get(story)
    few = queries()
    for number in range(28):
        corrected(article, f"新题{number}", username=f"b{number}")
    assert queries() <= few <= 17
    assert "Older" in text_of(root.get(story))


def test_a_void_signature_is_said_to_be_void(root, article, story, reviewers):
    sign(
        article,
        step="first",
        decision="approved",
        opinion="同意。",
        by=reviewers[0],
        version=1,
    )
    corrected(article, "会议闭幕")
    words = [words for _name, words in lines(text_of(root.get(story)))]
    assert any("同意。voided" in each for each in words)
