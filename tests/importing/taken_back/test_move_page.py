"""A page is moved to the issue that it was printed in, as one step that can be undone."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Article, Issue, Publication
from editorial.models import Step
from editorial.steps.undoing import undo
from importing.taken_back.move_page import PrintedIn, move_page
from tests.builders import make_article, make_newspaper, make_page, make_user
from tests.conftest import with_permissions
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
DAY = dt.date(2021, 9, 29)


@pytest.fixture
def by(db):
    return with_permissions(make_user(), "change_page", "undo_steps_of_others")


@pytest.fixture
def page():
    article = make_article()
    return article.page


def place_of_articles() -> list[tuple[dt.date, str, str]]:
    rows = Article.objects.order_by("pk")
    return list(rows.values_list("day", "newspaper__name", "sort_label"))


def test_page_and_articles_go_to_the_other_issue_and_back(page, by):
    paper = make_newspaper(name="江城日报")
    before = place_of_articles()
    moved = move_page(page, PrintedIn(paper, DAY, "第2版"), by, "送错")
    assert (moved.label, moved.day, moved.issue.date) == ("2", DAY, DAY)
    assert place_of_articles() == [(DAY, "江城日报", "0002")]
    step = Step.objects.get()
    assert (step.kind, step.page, step.reason) == ("paper", page, "送错")
    undo(step, by)
    page.refresh_from_db()
    assert (page.label, page.day) == ("A1", dt.date(2021, 9, 28))
    assert place_of_articles() == before
    assert not Issue.objects.filter(date=DAY).exists()


def test_jumps_to_the_issue_it_leaves_are_cut(page, by):
    rest = make_article(page=make_page(label="A2", text="续。"))
    first = Article.objects.get(page=page)
    first.continuation = rest
    first.save()
    to = PrintedIn(page.issue.newspaper, DAY, "A1")
    move_page(page, to, by, "送错")
    first.refresh_from_db()
    assert first.continuation is None
    undo(Step.objects.get(), by)
    first.refresh_from_db()
    assert first.continuation == rest


def test_another_label_in_the_same_issue_cuts_nothing(page, by):
    rest = make_article(page=make_page(label="A2", text="续。"))
    first = Article.objects.get(page=page)
    first.continuation = rest
    first.save()
    issue = page.issue
    move_page(page, PrintedIn(issue.newspaper, issue.date, "A3"), by, "版次错")
    first.refresh_from_db()
    assert (first.continuation, first.sort_label) == (rest, "A0003")


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("A2", "has a page A2 already"),
        ("A02", "has a page A02 already"),
        ("A1", "stands there already"),
        ("", "needs a label"),
        ("头 版?", "label"),
    ],
)
def test_a_label_that_is_taken_or_none_is_refused(page, by, label, why):
    make_page(label="A2", text="别的。")
    issue = page.issue
    to = PrintedIn(issue.newspaper, issue.date, label)
    with pytest.raises(ValidationError, match=why):
        move_page(page, to, by, "送错")
    assert not Step.objects.exists()


def test_what_readers_see_is_published_in_its_new_place_and_found_by_the_old(
    by, client
):
    article = make_article(published=True)
    former = article.publications.current().get().get_absolute_url()
    to = PrintedIn(article.newspaper, DAY, "A1")
    move_page(article.page, to, by, "送错")
    current = article.publications.current().get()
    assert (current.day, current.number) == (DAY, 2)
    assert current.reason == Publication.Reason.METADATA
    assert client.get(former).url == current.get_absolute_url()
    undo(Step.objects.get(), by)
    again = article.publications.current().get()
    assert (again.number, again.get_absolute_url()) == (3, former)


def test_a_place_whose_addresses_lead_to_another_page_is_not_taken(page, by):
    other = make_article(
        page=make_page(label="A2", text="别的。"), published=True
    )
    issue = page.issue
    move_page(other.page, PrintedIn(issue.newspaper, DAY, "A2"), by, "送错")
    to = PrintedIn(issue.newspaper, issue.date, "A2")
    with pytest.raises(ValidationError, match="addresses of another page"):
        move_page(page, to, by, "送错")


def test_a_load_at_the_former_place_gives_no_number_again(
    by, client, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"
    article = make_article(published=True)
    former = article.publications.current().get().get_absolute_url()
    to = PrintedIn(article.newspaper, DAY, "A1")
    move_page(article.page, to, by, "送错")
    elsewhere = deliver(FRONT, "A2", date="2021-09-28").page
    assert numbers_on(elsewhere) == {1, 2}
    loaded = deliver(FRONT, "A01", date="2021-09-28").page
    assert loaded != article.page
    assert numbers_on(loaded) == {2, 3}
    loaded.refresh_from_db()
    assert loaded.last_address_number == 3
    assert client.get(former).status_code == 301


def numbers_on(page) -> set[int]:
    return set(page.articles.values_list("address_number", flat=True))


def test_it_needs_a_right_and_a_reason(page, by):
    to = PrintedIn(page.issue.newspaper, DAY, "A1")
    with pytest.raises(PermissionDenied):
        move_page(page, to, make_user(username="nobody"), "送错")
    with pytest.raises(ValidationError, match="Say why"):
        move_page(page, to, by, "")
