"""The front page of the desk: what waits for whom, and how the issues stand."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Page
from desk.today.issue_rows import issue_rows
from desk.today.queues import queues_of
from editorial.correcting import correct
from editorial.models import Finding
from editorial.office.scoring import ErrorRate, error_rates, points_of
from editorial.office.waiting import (
    pages_missing_pictures,
    pages_read_otherwise,
    pages_to_clear,
    publishable,
    returned,
    signable_by,
    stating_lost_words,
    to_sign,
    withdrawn,
)
from editorial.reviewing import sign
from tests.builders import (
    make_article,
    make_finding,
    make_issue,
    make_mention,
    make_page,
    make_user,
)
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def article(page):
    return make_article(page=page)


def signed(article, step, by, decision="approved"):
    return sign(
        article,
        step=step,
        decision=decision,
        opinion="意见。",
        by=by,
        version=article.version,
    )


def changed(article, by):
    article.refresh_from_db()
    body = f"{article.body}又改。"
    correct(article, texts={"body": body}, by=by, version=article.version)


# What waits


def test_an_article_waits_for_one_step_after_the_other(article, reviewers):
    first, second, final = reviewers
    assert list(to_sign("first")) == [article]
    signed(article, "first", first)
    assert not to_sign("first").exists()
    assert list(to_sign("second")) == [article]
    signed(article, "second", second)
    assert list(to_sign("final")) == [article]
    signed(article, "final", final)
    assert list(publishable()) == [article]
    assert not withdrawn().exists()


def test_nobody_is_shown_what_they_changed_or_signed(
    article, reviewers, editor
):
    first, second, _final = reviewers
    assert list(signable_by(to_sign("first"), editor)) == [article]
    changed(article, editor)
    assert not signable_by(to_sign("first"), editor).exists()
    assert list(signable_by(to_sign("first"), first)) == [article]
    article.refresh_from_db()
    signed(article, "first", first)
    assert not signable_by(to_sign("second"), first).exists()
    assert list(signable_by(to_sign("second"), second)) == [article]


def test_what_is_doubted_is_cleared_before_it_is_signed(article):
    finding = make_finding(page=article.page, article=article)
    assert not to_sign("first").exists()
    assert list(pages_to_clear()) == [article.page]
    finding.status = Finding.Status.DEFERRED
    finding.save()
    assert list(to_sign("first")) == [article]
    assert not pages_to_clear().exists()


def test_what_was_returned_waits_for_the_desk_until_it_is_changed(
    article, reviewers, editor
):
    signed(article, "first", reviewers[0], "returned")
    assert list(returned()) == [article]
    assert not to_sign("first").exists()
    changed(article, editor)
    assert not returned().exists()
    assert list(to_sign("first")) == [article]


def test_words_pictures_and_readings_that_somebody_must_look_at(article, page):
    assert not stating_lost_words().exists()
    make_mention(article=article, name="农技", check_again=True)
    assert list(stating_lost_words()) == [article]
    make_finding(page=page, rule="missing_image")
    assert list(pages_missing_pictures()) == [page]
    assert not pages_read_otherwise().exists()
    make_finding(page=page, rule="other_reading")
    assert list(pages_read_otherwise()) == [page]


# The queues of one person


def row_of(user, label):
    return next(row for row in queues_of(user) if row.label == label)


def test_counts_leave_out_what_one_may_not_do_oneself(article, editor, page):
    label = "To be signed: first review"
    make_article(page=page, headline="另一篇")
    changed(article, editor)
    mine = row_of(editor, label)
    assert (mine.count, mine.for_others, mine.is_mine) == (1, 1, True)
    assert [each.words for each in mine.oldest] == ["另一篇"]
    second = row_of(editor, "To be signed: second review")
    assert not second.is_mine


def test_one_s_own_queues_come_first_and_the_oldest_in_each(editor, page):
    old = make_page(label="A2", text="旧版。")
    for each in (page, old):
        make_finding(page=each)
    earlier = timezone.now() - dt.timedelta(days=3)
    Page.objects.filter(pk=old.pk).update(loaded_at=earlier)
    mine = [row.is_mine for row in queues_of(editor)]
    assert mine == sorted(mine, reverse=True)
    oldest = row_of(editor, "To clear").oldest
    assert [each.address for each in oldest] == [
        reverse("desk-page", args=[old.pk]),
        reverse("desk-page", args=[page.pk]),
    ]


def test_a_queue_of_one_kind_leads_to_the_first_case_of_that_kind(editor, page):
    make_finding(page=page)
    clash = make_finding(
        page=page, rule="other_reading", page_start=1, page_end=2
    )
    bench = reverse("desk-page", args=[page.pk])
    assert row_of(editor, "To clear").oldest[0].address == bench
    oldest = row_of(editor, "Read otherwise").oldest
    assert oldest[0].address == f"{bench}?case={clash.pk}"


# The error rate


def misprint(page, rule, exact="", **fields):
    at = Finding.objects.count()
    return make_finding(
        page=page,
        rule=rule,
        exact=exact,
        origin="print",
        page_start=at,
        page_end=at + 1,
        status="accepted",
        decided_by=fields.pop("by"),
        decided_at=timezone.now(),
        **fields,
    )


@pytest.mark.parametrize(
    ("rule", "exact", "new", "part", "points"),
    [
        ("extra_char", "的的", "的", "", "1"),
        ("extra_char", "的的", "的", "headline", "2"),
        ("fixed_expression", "甲乙丙", "丁戊己", "", "2"),
        ("fixed_expression", "甲乙丙丁戊", "子丑寅卯辰", "", "2"),
        ("fixed_expression", "甲乙丙丁戊己", "子丑寅卯辰巳", "", "4"),
        ("weekday", "", None, "", "1"),
        ("name_near_miss", "易湘冬", "易湘东", "", "2"),
        ("unbalanced_marks", "“", None, "", "0.1"),
        ("number_range", "-", "～", "", "0.1"),
    ],
)
def test_points_of_one_error(page, editor, rule, exact, new, part, points):
    fields = {"replacement": new, "part": part, "by": editor}
    errors = [misprint(page, rule, exact, **fields)]
    assert points_of(errors) == Decimal(points)


def test_the_same_error_counts_three_times_and_number_style_once(page, editor):
    same = [misprint(page, "weekday", by=editor) for _ in range(5)]
    assert points_of(same) == 3
    style = [
        misprint(page, "number_range", str(n), by=editor) for n in range(12)
    ]
    assert points_of(style) == 1
    assert points_of([*same, *style]) == 4


def test_only_what_the_paper_got_wrong_counts(page, editor):
    make_article(page=page, headline="题", body="正文。" * 333)
    misprint(page, "weekday", by=editor)
    make_finding(page=page, rule="weekday", origin="print", page_end=5)
    misprint(page, "cut_paragraph", by=editor)
    Finding.objects.filter(rule="cut_paragraph").update(origin="transcription")
    other = make_issue(date=dt.date(2021, 9, 29))
    rates = error_rates([page.issue_id, other.pk])
    assert rates[page.issue_id] == ErrorRate(Decimal(1), 1000)
    assert rates[page.issue_id].rate == 10
    assert not rates[page.issue_id].passes
    assert rates[other.pk].rate is None
    assert rates[other.pk].passes
    assert ErrorRate(Decimal(3), 10_000).passes


# The page


def test_an_issue_tells_coverage_doubts_and_states(article, page):
    make_article(page=page, status=Article.Status.WITHDRAWN)
    make_page(label="A2", text="别的。", coverage=0.5)
    make_finding(page=page, severity=2)
    make_finding(page=page, severity=2, page_end=4)
    (row,) = issue_rows()
    assert [each.label for each in row.pages] == ["A1", "A2"]
    assert row.coverage_percent == 75
    assert row.doubts == [(2, "warning", 2)]
    shares = [(s.tint, s.count, s.start, s.width) for s in row.states]
    assert shares == [("s1", 1, 0, 150), ("soft", 1, 150, 150)]


def test_the_front_page_leads_to_what_comes_next(article, page):
    desk = member("an-editor", "Editors")
    make_finding(page=page)
    shown = text_of(desk.get(reverse("admin:index")))
    assert f'title" lang="zh-Hans">{page}</p>' in shown
    assert 'action="/admin/desk/take/"' in shown
    assert 'data-key="N"' in shown
    assert "What waits for others" in shown
    assert 'class="visually-hidden"' in shown
    assert reverse("admin:people_person_changelist") in shown


def test_the_front_page_costs_the_same_with_more_to_do(article, page):
    desk = member("an-editor", "Editors")
    make_user(username="other")
    counts = []
    for number in range(2):
        for place in range(4):
            other = make_page(label=f"B{number}{place}", text="版。")
            make_article(page=other)
            make_finding(page=other)
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(reverse("admin:index")).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 48
