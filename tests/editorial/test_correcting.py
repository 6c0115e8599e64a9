"""A change of the text is a correction, and nobody saves over a colleague."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from articles.models import Article, Byline
from editorial import correcting
from editorial.correcting import StaleSave, correct, plain, touch
from editorial.models import Correction, Finding, Step
from editorial.publishing import publish
from search.models import Entry
from tests.builders import (
    make_article,
    make_finding,
    make_mention,
    make_photo,
    make_user,
    saved,
)

pytestmark = pytest.mark.django_db
BODY = "会议由林向皖主持。\n周易安讲话。"


def finding_at(article, words: str, **fields) -> Finding:
    start = article.body.index(words)
    place = {
        "part": "body",
        "start": start,
        "end": start + len(words),
        "exact": words,
    }
    return make_finding(
        page=article.page, article=article, **{**place, **fields}
    )


def test_each_changed_run_is_a_correction(editor):
    article = make_article(body=BODY, headline="会议召开")
    made = correct(
        article,
        texts={
            "body": "会议由林向晚主持。\n周易安讲话了。",
            "headline": "会议召开",
        },
        by=editor,
        version=1,
        reason="据原报",
    )
    assert [(row.part, row.start, row.old, row.new) for row in made] == [
        ("body", 5, "皖", "晚"),
        ("body", 15, "", "了"),
    ]
    assert set(Correction.objects.values_list("by", "version", "reason")) == {
        (editor.pk, 2, "据原报")
    }
    assert (article.version, article.body) == (
        2,
        "会议由林向晚主持。\n周易安讲话了。",
    )
    assert article.read_body == BODY
    step = Step.objects.get()
    assert (step.by, step.reason) == (editor, "据原报")
    row = step.rows.get(kind="article", computed=False)
    assert (row.before, row.after) == ({"body": BODY}, {"body": article.body})


@pytest.mark.parametrize(
    "typed", [BODY, BODY.replace("\n", "\r\n"), BODY.replace("\n", "\r")]
)
def test_what_was_not_touched_changes_nothing(editor, typed):
    article = make_article(body=BODY)
    assert correct(article, texts={"body": typed}, by=editor, version=1) == []
    article.refresh_from_db()
    assert article.version == 1


def test_typed_text_is_stored_plain():
    assert plain("甲。  \r\n\r\n\r\n乙。\n") == "甲。\n乙。"
    assert (
        plain("甲。\x0b乙。\x0c丙\x07。\t丁\x00。\x85")
        == "甲。\n乙。\n丙。 丁。"
    )


def test_a_heading_is_one_line_and_what_was_not_touched_stays(editor):
    article = make_article(headline="会议\x0b召开", body="甲。\x0b乙。")
    correct(
        article,
        texts={"headline": "会议\x0c闭幕", "body": "甲。\n乙。"},
        by=editor,
        version=1,
    )
    assert (article.headline, article.body) == ("会议 闭幕", "甲。\x0b乙。")


def test_a_stale_save_changes_nothing_and_holds_both_texts(editor):
    article, mine = make_article(body=BODY), Article.objects.get()
    correct(
        article,
        texts={"body": BODY + "完。"},
        by=make_user(username="colleague"),
        version=1,
    )
    with pytest.raises(StaleSave) as refused:
        correct(mine, texts={"body": "全都重写。"}, by=editor, version=1)
    assert refused.value.yours == {"body": "全都重写。"}
    assert refused.value.theirs == {"body": BODY + "完。"}
    mine.refresh_from_db()
    assert (mine.body, mine.version, Correction.objects.count()) == (
        BODY + "完。",
        2,
        1,
    )


def test_the_same_text_on_an_old_version_is_stale_too(editor):
    article = make_article(body=BODY)
    correct(article, texts={"headline": "另题"}, by=editor, version=1)
    with pytest.raises(StaleSave):
        correct(article, texts={"body": BODY}, by=editor, version=1)


def test_who_was_first_is_decided_by_the_database(editor, monkeypatch):
    """Both have read version 1; the other's save lands between this one's reading and writing."""
    article = make_article(body=BODY)
    original = correcting._changes

    def while_a_colleague_saves(current, texts, captions):
        Article.objects.filter(pk=current.pk).update(version=2)
        return original(current, texts, captions)

    monkeypatch.setattr(correcting, "_changes", while_a_colleague_saves)
    with pytest.raises(StaleSave):
        correct(article, texts={"body": "全都重写。"}, by=editor, version=1)
    assert not Correction.objects.exists()


def test_captions_are_corrected_too(editor):
    article = make_article()
    photo = make_photo(article=article, caption="林向皖在讲话。")
    mention = make_mention(
        article=article, name="林向皖", part="caption", photo=photo
    )
    (row,) = correct(
        article,
        texts={},
        captions={photo.pk: "林向晚在讲话。"},
        by=editor,
        version=1,
    )
    assert (row.part, row.photo, row.old, row.new) == (
        "caption",
        photo,
        "皖",
        "晚",
    )
    photo.refresh_from_db()
    mention.refresh_from_db()
    assert (photo.caption, photo.read_caption, mention.check_again) == (
        "林向晚在讲话。",
        "林向皖在讲话。",
        True,
    )
    [step] = Step.objects.of_record("photo", photo.pk)
    assert step.by == editor


def test_a_photo_of_another_article_is_not_touched(editor):
    photo = make_photo(article=make_article())
    assert (
        correct(
            make_article(),
            texts={},
            captions={photo.pk: "改。"},
            by=editor,
            version=1,
        )
        == []
    )


def test_a_change_after_the_final_review_reopens_it(
    editor, sign_all, reviewers
):
    article = sign_all(make_article(body=BODY))
    publish(article, reviewers[2])
    first = article.publications.get()
    correct(article, texts={"body": "全都重写。"}, by=editor, version=1)
    assert article.status == Article.Status.IMPORTED
    assert not article.reviews.standing().exists()
    assert article.reviews.count() == 3
    assert Entry.objects.filter(pk=article.pk).exists()
    sign_all(article)
    publish(article, reviewers[2])
    assert article.publications.current().get().first_at == first.at


def test_a_byline_or_a_picture_reopens_the_review_too(sign_all):
    article = sign_all(make_article())
    saved(Byline(article=article, name="林晚", role="reporter"))
    touch(article, version=1)
    assert (article.status, article.version) == (Article.Status.IMPORTED, 2)
    assert not article.reviews.standing().exists()
    with pytest.raises(StaleSave):
        touch(article, version=1)


def test_findings_move_with_their_words(editor):
    article = make_article(body=BODY)
    finding = finding_at(article, "讲话")
    correct(article, texts={"body": "昨天，" + BODY}, by=editor, version=1)
    finding.refresh_from_db()
    assert article.body[finding.start : finding.end] == "讲话"
    assert finding.status == Finding.Status.OPEN


def test_who_types_what_a_finding_offers_has_accepted_it(editor):
    article = make_article(body=BODY)
    offered = finding_at(article, "林向皖", replacement="林向晚")
    other = finding_at(
        article, "周易安", rule="name_near_miss", replacement="周亦安"
    )
    correct(
        article,
        texts={"body": "会议由林向晚主持。\n周逸安讲话。"},
        by=editor,
        version=1,
    )
    offered.refresh_from_db()
    other.refresh_from_db()
    assert (offered.status, offered.decided_by) == (
        Finding.Status.ACCEPTED,
        editor,
    )
    assert (other.status, other.start) == (Finding.Status.OPEN, None)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor != "postgresql",
    reason="two writers at once need PostgreSQL",
)
def test_of_two_who_save_at_once_one_is_refused():
    article = make_article(body=BODY)
    people = [make_user(username=name) for name in ("one", "two")]

    def save(user) -> bool:
        try:
            correct(
                article, texts={"body": f"{user} 的正文。"}, by=user, version=1
            )
        except StaleSave:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(save, people)) == [False, True]
    article.refresh_from_db()
    assert article.version == 2
    assert set(Correction.objects.values_list("version", flat=True)) == {2}
