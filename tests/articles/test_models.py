"""The rules that records keep by themselves."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from articles.models import Article, Mention, Page
from articles.models.printed_numbers import sort_label_of
from tests.builders import (
    make_article,
    make_evidence,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    saved,
)

pytestmark = pytest.mark.django_db


def test_only_published_articles_pass_the_gate():
    article = make_article(published=True)
    make_article()
    assert list(Article.objects.published()) == [article]
    assert list(Page.objects.published()) == [article.page]


def test_pages_sort_as_printed():
    printed = ["C10", "C2", "4-5", "2", "10", "6", "4", "A1"]
    assert sorted(printed, key=sort_label_of) == [
        "2",
        "4",
        "4-5",
        "6",
        "10",
        "A1",
        "C2",
        "C10",
    ]


def test_a_page_keeps_its_text_as_delivered():
    page = make_page(text="\n\n标题\r\n正文。  ")
    page.refresh_from_db()
    assert page.text == "\n\n标题\r\n正文。  "


def test_words_must_stand_where_the_offsets_say():
    evidence = make_evidence(
        article=make_article(body="上午九时开会。"), words="上午九时"
    )
    evidence.start, evidence.end = 1, 5
    with pytest.raises(ValidationError, match="exact"):
        saved(evidence)


def test_the_same_words_are_marked_once():
    article = make_article(body="林向晚到会。")
    make_mention(article=article, name="林向晚")
    with pytest.raises(ValidationError):
        make_mention(article=article, name="林向晚")
    with pytest.raises(IntegrityError), transaction.atomic():
        Mention(
            article=article, name="林向晚", start=0, end=3, exact="林向晚"
        ).save()


def test_a_continuation_is_another_page_of_the_same_issue():
    issue = make_issue()
    front, back = (
        make_page(issue=issue, label=label) for label in ("A1", "A2")
    )
    beginning, rest = make_article(page=front), make_article(page=back)
    beginning.continuation = rest
    saved(beginning)
    for article, wrong in [
        (rest, rest),
        (rest, beginning),
        (beginning, make_article(page=front)),
        (
            beginning,
            make_article(
                page=make_page(issue=make_issue(date=dt.date(2021, 10, 5)))
            ),
        ),
    ]:
        article.continuation = wrong
        with pytest.raises(ValidationError, match="continuation"):
            article.clean()


def places(article: Article) -> tuple:
    """Return where an article says that it stands, as the database has it."""
    article.refresh_from_db()
    return article.day, article.newspaper_id, article.sort_label


def test_an_article_follows_its_issue_and_its_page():
    page = make_page(label="A2")
    article = make_article(page=page)
    issue = page.issue
    assert places(article) == (issue.date, issue.newspaper_id, "A0002")
    issue.date = dt.date(2020, 2, 3)
    issue.newspaper = make_newspaper(name="另一家日报")
    issue.save()
    page.label = "B11"
    page.save()
    other = make_article(
        page=make_page(
            issue=make_issue(
                newspaper=make_newspaper(name="山城晚报"),
                date=dt.date(2021, 1, 1),
            )
        )
    )
    assert places(article) == (issue.date, issue.newspaper_id, "B0011")
    page.refresh_from_db()
    assert page.day == issue.date
    assert places(other) == (
        other.page.issue.date,
        other.page.issue.newspaper_id,
        other.page.sort_label,
    )
    assert list(Article.objects.on(issue.date)) == [article]


def test_a_number_in_an_address_is_given_once():
    page = make_page()
    first, second = make_article(page=page), make_article(page=page)
    assert [first.address_number, second.address_number] == [1, 2]
    second.delete()
    third = make_article(page=page)
    assert (third.position, third.address_number) == (2, 3)
    assert third.get_absolute_url().endswith("/3/")
    third.position, first.position = 1, 5
    first.save()
    third.save()
    assert third.get_absolute_url().endswith("/3/")
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=third.pk).update(address_number=1)
