"""Findings of one cause are one case, decided once."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from editorial.casework.acts import PageWords, acts_of
from editorial.casework.deciding_cases import (
    act_on,
    case_of,
    cases_on,
    put_off,
    refuse_case,
    reopen,
    words_on_page,
)
from editorial.casework.seams import seam_of
from editorial.casework.widening import count_halfwidth, widened
from editorial.correcting import correct
from editorial.models import Correction, Finding
from reader.findings.marks import WIDE
from tests.builders import (
    make_article,
    make_evidence,
    make_finding,
    make_mention,
    make_photo,
    make_user,
)
from tests.editorial.casework.doubted_page import (
    BODY,
    CUT,
    TWICE,
    names,
    on,
    twice,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_each_finding_of_a_case_gets_its_own_record(page, cut, editor):
    assert names(page, cut.pk) == ["keep", "split"]
    act_on(page, cut.pk, "keep", editor)
    decided = Finding.objects.all()
    assert {each.status for each in decided} == {"accepted"}
    assert {each.decided_by for each in decided} == {editor}
    assert not Correction.objects.exists()


def test_a_joined_paragraph_is_parted_where_the_column_cut_it(
    page, article, cut, editor
):
    act_on(page, cut.pk, "split", editor)
    article.refresh_from_db()
    assert article.paragraphs == ["会议听取了关于春耕", "备耕的汇报。"]
    assert names(page, cut.pk) == ["keep"]
    reopen(page, cut.pk, editor)
    article.refresh_from_db()
    assert article.body == BODY
    assert case_of(page, cut.pk).is_open


def test_a_seam_stands_where_the_words_around_it_do_once(article, cut):
    assert seam_of(cut, CUT, BODY) == 9
    assert seam_of(cut, CUT, BODY + BODY) is None
    assert seam_of(cut, CUT, "别的话。") is None
    cut.page_start = 0
    assert seam_of(cut, CUT, BODY) is None


@pytest.mark.parametrize(
    ("act", "left"),
    [("first", f"开头。中间。{TWICE}"), ("last", f"开头。{TWICE}中间。")],
)
def test_one_of_two_places_is_deleted(page, article, editor, act, left):
    found = twice(article)
    assert names(page, found[0].pk) == ["first", "last", "keep"]
    act_on(page, found[0].pk, act, editor)
    article.refresh_from_db()
    assert article.body == left
    assert not Finding.objects.open().exists()
    reopen(page, found[0].pk, editor)
    article.refresh_from_db()
    assert article.body.count(TWICE) == 2


def test_an_offer_is_taken_and_given_back(page, article, editor):
    finding = on(
        article,
        "number_range",
        3,
        4,
        part="body",
        start=3,
        end=4,
        exact="取",
        replacement="～",
    )
    assert names(page, finding.pk) == ["offer"]
    act_on(page, finding.pk, "offer", editor)
    correct_elsewhere(article, editor)
    reopen(page, finding.pk, editor)
    article.refresh_from_db()
    finding.refresh_from_db()
    assert article.body == f"早上，{BODY}"
    assert (finding.start, finding.end) == (6, 7)
    act_on(page, finding.pk, "offer", editor)
    reopen(page, finding.pk, editor)
    article.refresh_from_db()
    assert article.body == f"早上，{BODY}"


def correct_elsewhere(article, by):
    article.refresh_from_db()
    correct(
        article,
        texts={"body": f"早上，{article.body}"},
        by=by,
        version=article.version,
    )


def test_words_changed_again_are_not_given_back(page, article, editor):
    found = twice(article)
    finding = on(
        article,
        "extra_char",
        1,
        3,
        part="body",
        start=0,
        end=2,
        exact="开头",
        replacement="起头",
    )
    act_on(page, finding.pk, "offer", editor)
    article.refresh_from_db()
    body = article.body.replace("起头", "话头")
    correct(article, texts={"body": body}, by=editor, version=article.version)
    with pytest.raises(ValidationError, match="undone first"):
        reopen(page, finding.pk, editor)
    finding.refresh_from_db()
    assert finding.status == "accepted"
    assert found


def test_all_marks_of_the_page_become_full_width_and_half_again(
    page, article, editor
):
    other = make_article(page=page, body="今天,晴。气温20,000度?不对。")
    photo = make_photo(article=other, caption="大会(现场)")
    finding = make_finding(page=page, rule="halfwidth_punctuation", page_end=9)
    words = words_on_page(page)
    assert words.halfwidth() == 4
    assert names(page, finding.pk) == ["widen", "keep"]
    says = acts_of(case_of(page, finding.pk), words)[0].says
    assert says == "Make 4 marks full-width"
    act_on(page, finding.pk, "widen", editor)
    other.refresh_from_db()
    photo.refresh_from_db()
    assert other.body == "今天，晴。气温20,000度？不对。"
    assert photo.caption == "大会（现场）"
    assert names(page, finding.pk) == ["keep"]
    reopen(page, finding.pk, editor)
    other.refresh_from_db()
    photo.refresh_from_db()
    assert other.body == "今天,晴。气温20,000度?不对。"
    assert photo.caption == "大会(现场)"
    act_on(page, finding.pk, "keep", editor)
    reopen(page, finding.pk, editor)
    other.refresh_from_db()
    assert other.version == 3


def test_the_marks_are_those_that_the_reader_doubts():
    for half, full in WIDE.items():
        assert widened(f"好{half}a") == f"好{full}a"
        assert widened(f"a{half}好") == f"a{full}好"
        assert widened(f"a{half}5") == f"a{half}5"
    assert count_halfwidth("好,a,“好”") == 2


def test_a_case_is_acted_on_as_it_was_seen(page, article, cut, editor):
    seen = case_of(page, cut.pk).seen
    put_off(page, cut.pk, editor)
    with pytest.raises(ValidationError, match="has changed"):
        act_on(page, cut.pk, "keep", editor, seen)
    now = case_of(page, cut.pk)
    assert now.is_put_off
    assert not now.is_open
    act_on(page, cut.pk, "keep", editor, now.seen)
    with pytest.raises(ValidationError, match="settled"):
        act_on(page, cut.pk, "keep", editor)
    with pytest.raises(ValidationError, match="settled"):
        refuse_case(page, cut.pk, editor, "原报如此")


def test_what_no_act_does_is_refused(page, cut, editor):
    with pytest.raises(ValidationError, match="no longer be done"):
        act_on(page, cut.pk, "widen", editor)
    with pytest.raises(ValidationError, match="no longer one"):
        act_on(page, cut.pk + 99, "keep", editor)


def test_a_missing_picture_is_waited_for(page, article, editor):
    finding = on(article, "missing_image", 9, 11)
    assert names(page, finding.pk) == ["wait"]
    act_on(page, finding.pk, "wait", editor)
    finding.refresh_from_db()
    assert finding.status == "deferred"
    assert finding.reason == "Wait for the picture"


def test_a_case_is_refused_with_a_reason(page, cut, editor):
    with pytest.raises(ValidationError, match="reason"):
        refuse_case(page, cut.pk, editor, " ")
    refuse_case(page, cut.pk, editor, "原报如此")
    assert {each.reason for each in Finding.objects.all()} == {"原报如此"}
    reopen(page, cut.pk, editor)
    assert {each.status for each in Finding.objects.all()} == {"open"}


def test_only_who_decides_findings_decides_cases(page, cut):
    stranger = make_user(username="stranger")
    for verb in (
        lambda: act_on(page, cut.pk, "keep", stranger),
        lambda: refuse_case(page, cut.pk, stranger, "不"),
        lambda: put_off(page, cut.pk, stranger),
        lambda: reopen(page, cut.pk, stranger),
    ):
        with pytest.raises(PermissionDenied):
            verb()


def test_cases_of_a_page_cost_the_same_however_many(
    page, article, cut, django_assert_num_queries
):
    for place in range(30, 60, 4):
        on(article, "weekday", place, place + 1)
    with django_assert_num_queries(3):
        found = cases_on(page, words_on_page(page))
        assert len(found) == 9
        assert all(acts_of(case, words_of_nothing()) for case in found)


def words_of_nothing():
    return PageWords("", {})


def test_what_full_width_marks_state_need_not_be_checked_again(
    page, article, editor
):
    article.body = f"大会,林向晚说:{TWICE}又说,{TWICE}"
    article.save()
    words = make_evidence(article=article, words="大会,林向晚说")
    name = make_mention(article=article, name="林向晚")
    doubted = on(
        article,
        "extra_char",
        50,
        53,
        part="body",
        start=0,
        end=3,
        exact="大会,",
        replacement="大会",
    )
    finding = make_finding(page=page, rule="halfwidth_punctuation", page_end=9)
    act_on(page, finding.pk, "widen", editor)
    for each in (words, name, doubted):
        each.refresh_from_db()
    assert (words.exact, words.check_again) == ("大会，林向晚说", False)
    assert (name.exact, name.start) == ("林向晚", 3)
    assert (doubted.start, doubted.end, doubted.exact) == (0, 3, "大会，")
    reopen(page, finding.pk, editor)
    words.refresh_from_db()
    doubted.refresh_from_db()
    assert (words.exact, words.check_again) == ("大会,林向晚说", False)
    assert doubted.exact == "大会,"
    act_on(page, finding.pk, "widen", editor)
    act_on(page, doubted.pk, "offer", editor)
    words.refresh_from_db()
    assert words.check_again
    reopen(page, doubted.pk, editor)
    article.refresh_from_db()
    assert article.body.startswith("大会，林向晚说：")


def test_a_seam_is_found_behind_full_width_marks(article, cut):
    delivered = CUT.replace("关于", "关于,")
    cut.page_start += 1
    cut.page_end += 1
    assert seam_of(cut, delivered, BODY.replace("关于", "关于，")) == 10


def test_words_edited_away_are_not_called_left_out(page, article, editor):
    found = twice(article)
    body = article.body.replace("水渠", "沟渠")
    correct(article, texts={"body": body}, by=editor, version=article.version)
    words = words_on_page(page)
    (act,) = acts_of(case_of(page, found[0].pk), words)
    assert act.says == "Seen, leave as it stands"
