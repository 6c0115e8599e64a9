"""The machine proposes, a person decides."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from editorial.correcting import correct
from editorial.deciding import accept, defer, dismiss
from editorial.models import Correction, Finding
from tests.builders import make_article, make_finding, make_photo, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def article():
    return make_article(body="会议由林向皖主持。")


@pytest.fixture
def finding(article):
    place = {"part": "body", "start": 3, "end": 6, "exact": "林向皖"}
    return make_finding(
        page=article.page,
        article=article,
        message="姓名疑误。",
        replacement="林向晚",
        **place,
    )


def test_an_accepted_finding_changes_the_text_through_a_correction(
    article, finding, editor
):
    accept(finding, editor)
    article.refresh_from_db()
    correction = Correction.objects.get()
    assert article.body == "会议由林向晚主持。"
    assert (correction.old, correction.new, correction.by) == (
        "皖",
        "晚",
        editor,
    )
    assert (correction.finding, correction.reason) == (finding, "姓名疑误。")
    assert (finding.status, finding.decided_by) == (
        Finding.Status.ACCEPTED,
        editor,
    )
    assert finding.decided_at is not None


def test_an_empty_replacement_deletes_the_words(article, finding, editor):
    finding.replacement = ""
    finding.save()
    accept(finding, editor)
    article.refresh_from_db()
    assert article.body == "会议由主持。"


def test_a_finding_that_offers_nothing_is_noted_as_right(
    article, finding, editor
):
    finding.replacement = None
    finding.save()
    accept(finding, editor)
    article.refresh_from_db()
    assert (article.version, finding.status) == (1, Finding.Status.ACCEPTED)


def test_a_finding_in_a_caption_changes_the_caption(article, editor):
    photo = make_photo(article=article, caption="林向皖讲话。")
    place = {
        "part": "caption",
        "photo": photo,
        "start": 0,
        "end": 3,
        "exact": "林向皖",
    }
    accept(
        make_finding(
            page=article.page, article=article, replacement="林向晚", **place
        ),
        editor,
    )
    photo.refresh_from_db()
    assert photo.caption == "林向晚讲话。"


def test_two_findings_in_one_text_can_both_be_accepted(
    article, finding, editor
):
    other = make_finding(
        page=article.page,
        article=article,
        rule="extra_char",
        replacement="",
        part="body",
        start=8,
        end=9,
        exact="。",
    )
    accept(finding, editor)
    accept(other, editor)
    article.refresh_from_db()
    assert article.body == "会议由林向晚主持"


def test_words_that_no_longer_stand_are_not_replaced(article, finding, editor):
    correct(article, texts={"body": "会议由周易安主持。"}, by=editor, version=1)
    with pytest.raises(ValidationError, match="no longer stand"):
        accept(finding, editor)
    finding.refresh_from_db()
    assert finding.status == Finding.Status.OPEN


def test_a_finding_about_the_page_alone_cannot_change_an_article(
    article, editor
):
    finding = make_finding(page=article.page, replacement="改")
    with pytest.raises(ValidationError, match="no longer stand"):
        accept(finding, editor)


def test_dismissing_needs_a_reason(finding, editor):
    with pytest.raises(ValidationError, match="reason"):
        dismiss(finding, editor, " ")
    dismiss(finding, editor, "原报如此。")
    assert (finding.status, finding.reason) == (
        Finding.Status.DISMISSED,
        "原报如此。",
    )


def test_a_deferred_finding_stays_open(finding, editor):
    defer(finding, editor)
    assert finding in Finding.objects.open()
    accept(finding, editor)
    assert finding not in Finding.objects.open()


@pytest.mark.parametrize(
    "verb",
    [accept, defer, lambda finding, by: dismiss(finding, by, "原报如此。")],
)
def test_a_decided_finding_is_not_decided_again(finding, editor, verb):
    dismiss(finding, editor, "原报如此。")
    with pytest.raises(ValidationError, match="already"):
        verb(finding, editor)


@pytest.mark.parametrize(
    "verb",
    [accept, defer, lambda finding, by: dismiss(finding, by, "原报如此。")],
)
def test_deciding_needs_the_permission(finding, verb):
    with pytest.raises(PermissionDenied):
        verb(finding, make_user(username="reader"))
