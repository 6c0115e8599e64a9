"""What is one case: findings of one cause, and nothing else."""

import pytest

from editorial.casework.cases import cases_of
from editorial.models import Finding
from tests.builders import (
    make_article,
)
from tests.editorial.casework.doubted_page import on, twice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_what_has_one_cause_is_one_case(article, cut):
    alone = on(article, "missing_image", 9, 11)
    cases = cases_of(Finding.objects.all())
    assert [case.key for case in cases] == [cut.pk, alone.pk]
    assert [each.rule for each in cases[0].findings] == [
        "cut_paragraph",
        "caption_in_column",
    ]


def test_words_apart_or_of_another_article_are_other_cases(article, cut):
    on(article, "caption_in_column", 25, 30)
    other = make_article(page=article.page)
    on(other, "caption_in_column", 12, 18)
    assert len(cases_of(Finding.objects.all())) == 3


def test_what_touches_is_one_cause_up_to_a_line_break(article):
    on(article, "jump_line", 10, 15)
    on(article, "missing_text", 8, 8)
    assert len(cases_of(Finding.objects.all())) == 1
    on(article, "missing_text", 7, 7, message="远处")
    on(article, "jump_line", 19, 20)
    assert len(cases_of(Finding.objects.filter(page_start__gte=15))) == 1
    assert len(cases_of(Finding.objects.exclude(page_start=8))) == 3


def test_words_printed_twice_are_one_case_with_what_they_covered(article):
    found = twice(article)
    (case,) = cases_of(Finding.objects.all())
    assert case.key == found[0].pk
    assert len(case.findings) == 3
    on(
        article,
        "repeated_run",
        60,
        62,
        exact="别的话。",
        message="另一处",
    )
    assert len(cases_of(Finding.objects.all())) == 2


def test_the_worst_finding_grades_the_case(article, cut):
    Finding.objects.exclude(pk=cut.pk).update(severity=1)
    assert cases_of(Finding.objects.all())[0].severity == 1
