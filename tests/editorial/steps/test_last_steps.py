"""Which step undo and redo are about: one's own last on the page."""

import pytest

from editorial.correcting import correct
from editorial.models import Step
from editorial.steps.last_steps import last_steps
from editorial.steps.taking import grouped_steps
from editorial.steps.undoing import undo, undo_whole
from tests.builders import make_article, make_page, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


@pytest.fixture
def article():
    return make_article(body="甲。\n乙。\n丙。")


def change(article, old, new, by):
    article.refresh_from_db()
    body = article.body.replace(old, new)
    correct(article, texts={"body": body}, by=by, version=article.version)
    return Step.objects.newest_first().first()


def keys(article, by):
    last = last_steps(article.page, by)
    undone = last.to_undo.pk if last.to_undo else None
    done = last.to_redo.pk if last.to_redo else None
    return undone, done


def test_nothing_is_undone_where_nothing_was_done(article, by):
    assert keys(article, by) == (None, None)


def test_undo_goes_back_step_by_step_and_redo_forth(article, by):
    first = change(article, "甲", "子", by)
    second = change(article, "乙", "丑", by)
    assert keys(article, by) == (second.pk, None)
    back = undo(second, by)
    assert keys(article, by) == (first.pk, back.pk)
    further = undo(first, by)
    assert keys(article, by) == (None, further.pk)
    again = undo(further, by)
    assert keys(article, by) == (again.pk, back.pk)
    both = undo(back, by)
    assert keys(article, by) == (both.pk, None)
    article.refresh_from_db()
    assert article.body == "子。\n丑。\n丙。"


def test_who_does_something_else_does_not_do_again_what_was_undone(article, by):
    undo(change(article, "甲", "子", by), by)
    other = change(article, "乙", "丑", by)
    assert keys(article, by) == (other.pk, None)


def test_only_ones_own_steps_on_this_page_count(article, by):
    colleague = make_user(username="colleague")
    change(article, "甲", "子", colleague)
    elsewhere = make_article(page=make_page(label="A2"), body="丁。")
    change(elsewhere, "丁", "寅", by)
    assert keys(article, by) == (None, None)


def test_what_a_colleague_undid_is_passed_over(article, by):
    first = change(article, "甲", "子", by)
    second = change(article, "乙", "丑", by)
    undo(second, make_user(username="colleague", superuser=True))
    assert keys(article, by) == (first.pk, None)


def test_what_was_done_at_once_is_undone_and_done_again_at_once(article, by):
    with grouped_steps():
        change(article, "甲", "子", by)
        second = change(article, "乙", "丑", by)
    assert keys(article, by) == (second.pk, None)
    undone = undo_whole(second, by)
    article.refresh_from_db()
    assert article.body == "甲。\n乙。\n丙。"
    undo_whole(undone[0], by)
    article.refresh_from_db()
    assert article.body == "子。\n丑。\n丙。"
