"""A save never goes over a colleague's."""

import re

import pytest
from django.urls import reverse

from articles.models import Article, Mention
from tests.builders import make_mention, make_person, make_photo
from tests.desk.article_form.article_pages import BODY
from tests.desk.members import member
from tests.desk.typed import Form, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_a_stale_save_is_refused_and_shows_both_texts(article, page, editor):
    opened = editor.get(page)
    colleague = member("colleague", "Editors")
    colleague.post(
        page, typed(colleague.get(page), body=BODY + "\r\n大家鼓掌。")
    )
    refused = editor.post(
        page,
        typed(
            opened,
            body="会议由林向晚主持。\r\n周易安讲话。",
            headline="会议隆重召开",
        ),
    )
    html = refused.content.decode()
    assert refused.status_code == 200
    assert "colleague has changed" in html
    assert "<del>皖</del>" in html
    assert "<ins>晚</ins>" in html
    assert re.search("<ins>[^<]*大家鼓掌[^<]*</ins>", html)
    assert "<ins>隆重</ins>" in html
    joined = "会议由林向晚主持。\r\n周易安讲话。\r\n大家鼓掌。"
    assert Form(html, "article_form").fields["body"] == joined
    article.refresh_from_db()
    assert (article.body, article.headline) == (
        BODY + "\n大家鼓掌。",
        "会议召开",
    )


def test_a_ticked_save_takes_nothing_of_a_colleague_back(article, page, editor):
    photo = make_photo(article=article, caption="甲说。\n乙说。")
    opened = editor.get(page)
    colleague = member("colleague", "Editors")
    theirs = typed(
        colleague.get(page),
        headline="会议闭幕",
        body=BODY.replace("周易安讲话", "周易安致辞"),
        photos__0__caption="甲说。\n丙说。",
    )
    colleague.post(page, theirs)
    mine = typed(
        opened,
        body=BODY.replace("林向皖", "林向晚"),
        photos__0__caption="丁说。\n乙说。",
    )
    refused = editor.post(page, mine)
    stamp = str(Article.objects.get().version)
    editor.post(page, typed(refused, _seen_again=stamp))
    article.refresh_from_db()
    photo.refresh_from_db()
    assert article.headline == "会议闭幕"
    assert article.body == "会议由林向晚主持。\n周易安致辞。"
    assert photo.caption == "丁说。\n丙说。"


def test_who_has_seen_both_texts_may_save(article, page, editor):
    opened = editor.get(page)
    colleague = member("colleague", "Editors")
    colleague.post(page, typed(colleague.get(page), headline="会议闭幕"))
    refused = editor.post(page, typed(opened, body="全都重写。"))
    assert editor.post(page, typed(refused)).status_code == 200
    stamp = str(Article.objects.get().version)
    assert (
        editor.post(page, typed(refused, _seen_again=stamp)).status_code == 302
    )
    article.refresh_from_db()
    assert (article.body, article.version) == ("全都重写。", 3)


def test_what_was_seen_again_is_stale_once_more_after_a_third_save(
    article, page, editor
):
    opened = editor.get(page)
    colleague = member("colleague", "Editors")
    colleague.post(page, typed(colleague.get(page), headline="会议闭幕"))
    refused = editor.post(page, typed(opened, body="全都重写。"))
    colleague.post(page, typed(colleague.get(page), headline="会议又开"))
    assert editor.post(page, typed(refused, _seen_again="2")).status_code == 200
    assert Article.objects.get().body == BODY


def test_a_form_without_what_was_seen_is_refused(article, page, editor):
    data = typed(editor.get(page), body="全都重写。")
    del data["_seen"]
    assert editor.post(page, data).status_code == 200
    assert Article.objects.get().body == BODY


def test_nothing_is_lost_when_a_colleague_deleted_the_row_being_edited(
    article, page, editor
):
    mentions = [
        make_mention(article=article, name=name)
        for name in ("林向皖", "周易安")
    ]
    opened = editor.get(page)
    mentions[0].delete()
    Article.objects.update(version=2)
    refused = editor.post(
        page, typed(opened, mentions__0__name="周亦安", body="全都重写。")
    )
    fields = Form(refused.content.decode(), "article_form").fields
    assert refused.status_code == 200
    assert (fields["mentions-0-name"], fields["mentions-1-name"]) == (
        "周亦安",
        "周易安",
    )
    assert fields["body"] == "全都重写。"
    data = typed(refused, _seen_again="2")
    assert editor.post(page, data).status_code == 302
    assert Article.objects.get().body == "全都重写。"
    assert list(Mention.objects.values_list("name", flat=True)) == ["周易安"]


@pytest.mark.parametrize("from_list", [True, False])
def test_deleting_marked_words_elsewhere_makes_an_open_page_stale(
    article, page, editor, from_list
):
    mention = make_mention(article=article, name="林向皖")
    opened = editor.get(page)
    if from_list:
        data = {
            "action": "delete_selected",
            "_selected_action": [mention.pk],
            "post": "yes",
        }
        editor.post(reverse("admin:articles_mention_changelist"), data)
    else:
        editor.post(
            reverse("admin:articles_mention_delete", args=[mention.pk]),
            {"post": "yes"},
        )
    assert not Mention.objects.exists()
    refused = editor.post(page, typed(opened, mentions__0__name="林向晚"))
    assert refused.status_code == 200
    assert "林向晚" in refused.content.decode()


def test_two_editors_of_a_person_do_not_overwrite_each_other(editor):
    person = make_person(name="林向晚")
    url = reverse("admin:people_person_change", args=[person.pk])
    opened = editor.get(url)
    colleague = member("colleague", "Editors")
    assert (
        colleague.post(
            url, typed(colleague.get(url), "person_form", nationality="汉族")
        ).status_code
        == 302
    )
    refused = editor.post(url, typed(opened, "person_form", nationality="苗族"))
    assert refused.status_code == 200
    assert "<del>汉</del>" in refused.content.decode()
    person.refresh_from_db()
    assert person.nationality == "汉族"
