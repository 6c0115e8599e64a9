"""Going back to the words of an earlier version writes them anew."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article
from editorial.correcting import StaleSave, correct
from editorial.deciding import accept
from editorial.models import Finding, Step
from editorial.office.restoring import restore
from editorial.steps.undoing import undo
from tests.builders import (
    make_article,
    make_finding,
    make_mention,
    make_person,
    make_photo,
    make_user,
)

pytestmark = pytest.mark.django_db
BODY = "会议由林向晚主持。\n会上上讨论了春耕。"


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


@pytest.fixture
def article():
    article = make_article(body=BODY, headline="会议召开")
    make_mention(article=article, name="林向晚", person=make_person())
    return article


def doubt(article):
    """Doubt the second 上 of 会上上."""
    start = article.body.index("上上")
    return make_finding(
        page=article.page,
        article=article,
        rule="extra_char",
        part="body",
        start=start,
        end=start + 2,
        exact="上上",
        replacement="上",
    )


def corrected(article, by, **texts):
    article.refresh_from_db()
    correct(article, texts=texts, by=by, version=article.version)


def back(article, version, by, reason="按原稿。"):
    article.refresh_from_db()
    return restore(article, version, by=by, reason=reason, seen=article.version)


def test_words_are_as_they_were_under_a_new_version(article, by):
    photo = make_photo(article=article, caption="图说。")
    corrected(article, by, headline="新题")
    correct(article, texts={}, captions={photo.pk: "另说。"}, by=by, version=2)
    corrected(article, by, body=BODY.replace("春耕", "秋收"))
    step = back(article, 2, by)
    photo.refresh_from_db()
    assert (article.headline, article.body) == ("新题", BODY)
    assert photo.caption == "图说。"
    assert article.version == 5
    assert (step.kind, step.reason) == (Step.Kind.RESTORE, "按原稿。")
    assert article.mentions.get().exact == "林向晚"
    undo(step, by)
    article.refresh_from_db()
    photo.refresh_from_db()
    assert "秋收" in article.body
    assert photo.caption == "另说。"


def test_doubts_settled_by_changing_words_since_wait_again(article, by):
    early = doubt(article)
    accept(early, by)
    article.refresh_from_db()
    late = make_finding(
        page=article.page,
        article=article,
        part="body",
        start=0,
        end=2,
        exact="会议",
        replacement="大会",
        message="别名。",
    )
    accept(late, by)
    kept = make_finding(page=article.page, article=article, message="无替换。")
    accept(kept, by)
    back(article, 2, by)
    states = [
        Finding.objects.get(pk=each.pk).status for each in (early, late, kept)
    ]
    assert states == ["accepted", "open", "accepted"]
    late.refresh_from_db()
    assert article.body[late.start : late.end] == "会议"
    step = back(article, 1, by)
    early.refresh_from_db()
    assert early.status == "open"
    assert article.body[early.start : early.end] == "上上"
    undo(step, by)
    early.refresh_from_db()
    assert early.status == "accepted"


@pytest.mark.parametrize(
    ("version", "reason"), [(1, " "), (2, "核对"), (3, "核对")]
)
def test_without_a_reason_or_a_difference_nothing_is_done(
    article, by, version, reason
):
    corrected(article, by, headline="新题")
    with pytest.raises(ValidationError):
        back(article, version, by, reason)
    assert article.version == 2


def test_it_needs_the_right_and_the_newest_words(article, by):
    corrected(article, by, headline="新题")
    plain = make_user(username="plain")
    with pytest.raises(PermissionDenied):
        back(article, 1, plain)
    with pytest.raises(StaleSave):
        restore(article, 1, by=by, reason="核对", seen=1)
    # A new reading of the page stands between.
    Article.objects.filter(pk=article.pk).update(headline="重读")
    with pytest.raises(ValidationError, match=r"read anew|重新识读"):
        back(article, 1, by)
