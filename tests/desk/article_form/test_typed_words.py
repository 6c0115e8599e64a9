"""What is typed on an article's page becomes corrections, and only that."""

import pytest
from django.urls import reverse

from articles.models import Article, Byline, Photo
from editorial.models import Correction, Step
from tests.builders import (
    make_article,
    make_evidence,
    make_mention,
    make_photo,
    saved,
)
from tests.desk.article_form.article_pages import BODY
from tests.desk.typed import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_typed_text_becomes_a_correction(article, page, editor):
    mention = make_mention(article=article, name="周易安")
    data = typed(
        editor.get(page),
        body="昨天，会议由林向晚主持。\r\n周易安讲话。",
        reason="据原报",
    )
    assert editor.post(page, data).status_code == 302
    article.refresh_from_db()
    mention.refresh_from_db()
    assert (article.body, article.version) == (
        "昨天，会议由林向晚主持。\n周易安讲话。",
        2,
    )
    assert list(
        Correction.objects.values_list("old", "new", "by", "reason")
    ) == [
        ("", "昨天，", editor.user.pk, "据原报"),
        ("皖", "晚", editor.user.pk, "据原报"),
    ]
    assert article.body[mention.start : mention.end] == "周易安"
    assert article.read_body == BODY


def test_saving_what_was_not_touched_changes_nothing(article, page, editor):
    make_photo(article=article, caption="林向皖讲话。\n周易安在座。")
    make_mention(article=article, name="周易安")
    make_evidence(article=article, words="周易安讲话")
    assert editor.post(page, typed(editor.get(page))).status_code == 302
    article.refresh_from_db()
    assert article.version == 1
    assert not Correction.objects.exists()
    assert not Step.objects.exists()


def test_a_caption_is_corrected_and_a_new_photo_has_its_caption_put_in(
    article, page, editor
):
    photo = make_photo(article=article, caption="林向皖讲话。")
    data = typed(
        editor.get(page),
        photos__0__caption="林向晚讲话。",
        photos__TOTAL_FORMS=2,
    )
    data |= {
        "photos-1-position": 2,
        "photos-1-caption": "会场一角。",
        "photos-1-creators": "罗小满",
    }
    assert editor.post(page, data).status_code == 302
    photo.refresh_from_db()
    added = Photo.objects.exclude(pk=photo.pk).get()
    assert (photo.caption, photo.read_caption) == (
        "林向晚讲话。",
        "林向皖讲话。",
    )
    assert (added.caption, added.read_caption, added.creators) == (
        "会场一角。",
        "",
        "罗小满",
    )
    assert set(Correction.objects.values_list("photo", "old", "new")) == {
        (photo.pk, "皖", "晚"),
        (added.pk, "", "会场一角。"),
    }


def test_control_characters_from_other_programs_are_not_stored(
    article, page, editor
):
    """Word's soft break, the form feed of pdftotext, a bell."""
    saved(Byline(article=article, name="罗小满", role="reporter"))
    photo = make_photo(article=article)
    data = typed(
        editor.get(page),
        headline="会议\x0b开幕",
        body="甲。\x0b乙\x07。\x0c丙。",
    )
    data |= {
        "bylines-0-name": "罗\x0c小曼",
        "photos-0-caption": "会场\x0b一角\x1b。",
        "photos-0-creators": "石\x07磊\x0b何田",
    }
    assert editor.post(page, data).status_code == 302
    article.refresh_from_db()
    photo.refresh_from_db()
    assert (article.headline, article.body) == ("会议 开幕", "甲。\n乙。\n丙。")
    assert (article.bylines.get().name, photo.caption, photo.creators) == (
        "罗 小曼",
        "会场\n一角。",
        "石磊\n何田",
    )


@pytest.mark.parametrize("blank", ["", " \r\n\u3000\r\n"])
def test_an_article_cannot_be_emptied(article, page, editor, blank):
    refused = editor.post(
        page, typed(editor.get(page), headline="", body=blank)
    )
    assert "cannot do without both" in refused.content.decode()
    assert Article.objects.get().body == BODY
    assert (
        editor.post(page, typed(editor.get(page), headline="")).status_code
        == 302
    )


def test_a_photo_story_without_text_can_be_edited(editor):
    article = make_article(headline="", body="")
    make_photo(article=article)
    page = reverse("admin:articles_article_change", args=[article.pk])
    assert (
        editor.post(
            page, typed(editor.get(page), photos__0__caption="会场一角。")
        ).status_code
        == 302
    )
