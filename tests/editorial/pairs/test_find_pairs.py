"""Which people may be one: found by their names, kept once, never decided."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.pairs import find_pairs as finding
from editorial.pairs.find_pairs import find_pairs
from editorial.pairs.near_names import (
    both_ways,
    ends_alike,
    look_alikes,
    near_sounds,
)
from importing.models import LookAlike
from people.models import Pair, Person
from tests.builders import make_person, make_user, saved
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db


def likeness_of(one: str, other: str, look_alike=None) -> str | None:
    people = [make_person(name=one), make_person(name=other)]
    find_pairs(people[1:], look_alike or {})
    pair = Pair.objects.first()
    return pair.likeness if pair else None


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("易湘冬", "易湘冬", "same_name"),
        ("易湘冬", "易湘东", "same_sound"),
        ("张英", "章英", "same_sound"),
        ("陈红", "程红", "near_sound"),
        ("刘兰", "刘南", "near_sound"),
        ("罗海琼", "罗海清", "one_character"),
        ("罗海琼", "罗海", None),
        ("王建国", "王建立", None),
        ("王国", "王立", None),
        # What stands just before and just behind a beginning in the order of characters.
        ("罗海琼", "罗浶琼", None),
        ("罗海琼", "罗浸琼", None),
        ("罗海琼丽", "罗海琼莉", "same_sound"),
        ("罗琼", "周杰", None),
    ],
)
def test_names_are_alike_by_sound_or_by_one_character(one, other, likeness):
    assert likeness_of(one, other) == likeness


def test_characters_that_look_alike_are_told_by_the_table():
    table = {"戌": "戍戊"}
    assert likeness_of("李戍明", "李戌明", table) == "look_alike"
    assert look_alikes("戊", both_ways(table)) == {"戌"}
    assert both_ways({"a": "b", "b": "a"}) == {"a": "b", "b": "a"}


def test_one_syllable_is_heard_otherwise():
    assert near_sounds("chen hong") == {"cen hong", "cheng hong", "chen fong"}
    assert near_sounds("e") == set()


def test_last_syllables_are_compared():
    assert ends_alike("a qiong", "a qing")
    assert not ends_alike("a guo", "a li")


def test_a_pair_is_kept_once_and_what_was_decided_stands():
    people = [make_person(name="易湘冬"), make_person(name="易湘东")]
    assert find_pairs(people) == 1
    by = make_user()
    Pair.objects.update(verdict="two", by=by)
    find_pairs(reversed(people))
    pair = Pair.objects.get()
    assert (pair.first, pair.second) == tuple(people)
    assert pair.verdict == "two"


def test_a_name_of_very_many_is_no_pair(monkeypatch):
    monkeypatch.setattr(finding, "MOST_OF_ONE", 2)
    people = [make_person(name="王伟") for _ in range(3)]
    assert find_pairs(people) == 0


def test_the_questions_do_not_grow_with_the_people_asked_about():
    people = [make_person(name=f"罗海{each}") for each in "琼清东西南北"]
    counts = []
    for some in (people[:1], people):
        with CaptureQueriesContext(connection) as queries:
            find_pairs(some)
        counts.append(len(queries))
    assert counts == [counts[0]] * 2
    assert counts[0] <= 6


def test_a_load_finds_the_pairs_of_its_people():
    near = make_person(name="沈立球")
    saved(LookAlike(character="晚", mistaken_for="挽"))
    look = make_person(name="林向挽")
    deliver(FRONT)
    pairs = Pair.objects.waiting().with_people()
    found = {frozenset((pair.first, pair.second)) for pair in pairs}
    assert frozenset((near, Person.objects.get(name="沈立秋"))) in found
    assert frozenset((look, Person.objects.get(name="林向晚"))) in found
