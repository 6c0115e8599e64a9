"""The history of a record tells its story, step by step."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime

from desk.templatetags.differences import KEPT_BESIDE
from editorial.correcting import correct
from editorial.deciding import dismiss
from editorial.models import Step
from people.models import Person
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_finding,
    make_mention,
    make_participation,
    make_person,
    make_user,
)
from tests.desk.saved_forms import (
    as_in_english,
    one_step,
    page_of,
    saving,
)
from tests.desk.typed import typed

pytestmark = pytest.mark.django_db
BODY = "会议由林向晚主持。\n各代表团分组讨论。"


@pytest.fixture
def root(client):
    make_user(username="root", superuser=True, first_name="周编辑")
    return as_in_english(client, "root")


@pytest.fixture
def article():
    article = make_article(body=BODY)
    make_mention(article=article, name="林向晚", person=make_person())
    return article


def test_the_story_tells_who_changed_which_characters(root, article):
    by = make_user(username="by", first_name="刘编辑")
    correct(
        article,
        texts={"body": BODY.replace("林向晚", "林向皖")},
        by=by,
        version=1,
        reason="核对原稿。",
    )
    html = root.get(page_of(article, "history")).content.decode()
    assert "刘编辑" in html
    assert "核对原稿。" in html
    assert "<del>晚</del><ins>皖</ins>" in html
    assert (
        reverse("admin:editorial_step_undo", args=[Step.objects.get().pk])
        in html
    )


def test_of_long_words_only_what_stands_beside_a_change_is_shown(root):
    stays = 4 * KEPT_BESIDE
    texts = [each * stays for each in "前中后"]
    article = make_article(body="{}甲{}乙{}".format(*texts))
    body = article.body.replace("甲", "丙").replace("乙", "")
    by = make_user(username="by")
    correct(article, texts={"body": body}, by=by, version=1)
    html = root.get(page_of(article, "history")).content.decode()
    assert "前<del>甲</del><ins>丙</ins>中" in html
    assert "中<del>乙</del>后" in html
    story = html[html.index('<ol id="steps">') : html.index("</ol>")]
    assert "[…]" in story
    assert not [text for text in texts if text in story]


def test_values_are_told_in_words(root, article):
    finding = make_finding(page=article.page, article=article)
    dismiss(finding, User.objects.get(username="root"), "原文如此。")
    html = root.get(page_of(article, "history")).content.decode()
    steps = html[html.index('<ol id="steps">') : html.index("</ol>")]
    with translation.override("en"):
        at = date_format(localtime(finding.decided_at), "DATETIME_FORMAT")
    assert at in steps
    assert "周编辑" in steps
    assert finding.decided_at.isoformat() not in steps


def test_the_story_of_a_record_tells_of_what_belongs_to_it(root, article):
    words = make_evidence(article=article, words="林向晚主持")
    event = make_event(evidence=words)
    part = make_participation(
        event=event, person=Person.objects.get(), evidence=words
    )
    part_page = page_of(part)
    one_step(
        root,
        part_page,
        typed(root.get(part_page), "participation_form", role="报告人"),
    )
    one_step(root, page_of(part, "delete"), {"post": "yes"})
    html = root.get(page_of(event, "history")).content.decode()
    assert html.count("<li") >= 2
    assert "报告人" in html
    assert "deleted" in html
    story = root.get(page_of(article, "history")).content.decode()
    assert "报告人" in story


def test_a_story_costs_the_same_with_1_step_and_with_20(root, article):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            root.get(page_of(article, "history"))
        return len(found)

    saving(root, article, headline="新题", mentions__0__name="林晚")
    few = queries()
    for number in range(19):
        name = f"林晚{number}"
        saving(root, article, headline=name, mentions__0__name=name)
    assert queries() == few
