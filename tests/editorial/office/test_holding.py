"""A reservation keeps a page or an article from colleagues for a quarter of an hour."""

import datetime as dt

import pytest
from django.utils import timezone

from editorial.models import Hold
from editorial.office.holding import (
    LASTS,
    held_by_others,
    keep_reserved,
    release,
    reserve,
    take_first,
)
from tests.builders import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return make_user(username="one"), make_user(username="two")


def runs_out(subject):
    now = timezone.now()
    Hold.objects.filter(subject=subject).update(until=now)


def test_who_comes_second_gets_nothing_until_it_runs_out(two):
    one, other = two
    assert reserve("page:1", one)
    assert not reserve("page:1", other)
    assert reserve("page:1", one)
    runs_out("page:1")
    assert reserve("page:1", other)
    assert Hold.objects.get().by == other


def test_the_first_free_one_is_taken_and_what_was_held_let_go(two):
    one, other = two
    reserve("page:1", other)
    assert take_first(["page:1", "page:2", "page:3"], one) == "page:2"
    runs_out("page:1")
    assert take_first(["page:1"], one) == "page:1"
    assert not Hold.objects.filter(subject="page:2").exists()
    assert take_first(["page:1"], other) is None


def test_it_is_seen_by_others_renewed_and_released_by_its_owner(two):
    one, other = two
    reserve("page:1", one)
    assert held_by_others(["page:1", "page:2"], one) == {}
    assert held_by_others(["page:1"], other)["page:1"].by == one
    assert held_by_others(["page:2"], other) == {}
    runs_out("page:1")
    assert held_by_others(["page:1"], other) == {}
    keep_reserved("page:1", other)
    assert held_by_others(["page:1"], other) == {}
    keep_reserved("page:1", one)
    left = held_by_others(["page:1"], other)["page:1"].until - timezone.now()
    assert LASTS - dt.timedelta(seconds=30) < left <= LASTS
    release("page:1", other)
    assert Hold.objects.exists()
    release("page:1", one)
    assert not Hold.objects.exists()
