"""The log against many writers at once: a follower that goes on with its last number misses
nothing.
"""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from editorial.change_log import last_number, logged, since
from editorial.models import Change, ChangeCounter
from people.models import Person
from tests.builders import make_article, make_mention, make_person
from tests.told import note_shown

WRITERS = 6
TRANSACTIONS = 40
NAMES = "甲乙丙丁戊己庚辛壬癸"
# Long enough for others to come between.
PAUSE = 0.002

at_once = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="two writers at once need PostgreSQL",
    ),
]


def public_people():
    """Return the keys of people whom a published article names; the log is empty."""
    article = make_article(body=NAMES, published=True)
    people = [make_person(name=name) for name in NAMES]
    for person in people:
        make_mention(article=article, name=person.name, person=person)
    Change.objects.all().delete()
    ChangeCounter.objects.all().delete()
    return [person.pk for person in people]


class Fault(Exception):  # noqa: N818 - no error of the program
    """What makes a writer give up."""


def change(keys, *, fails=False):
    """Change people in one transaction, locked in the order of their keys."""
    with logged():
        locked = Person.objects.select_for_update().filter(pk__in=keys)
        for person in locked.order_by("pk"):
            person.nationality = "汉" if not person.nationality else ""
            person.save()
        note_shown(Person, keys)
        time.sleep(PAUSE)
        if fails:
            raise Fault


def write(seed, people):
    """Change people in many transactions, one in ten given up; return how often each was."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    changed = dict.fromkeys(people, 0)
    try:
        for _ in range(TRANSACTIONS):
            keys = chance.sample(people, chance.randint(1, 3))
            fails = chance.random() < 0.1
            try:
                change(keys, fails=fails)
            except Fault:
                continue
            for key in keys:
                changed[key] += 1
    finally:
        connection.close()
    return changed


def follow(is_over):
    """Read the log in pieces until the writers have ended; return the numbers in order."""
    seen = []
    try:
        while True:
            ended = is_over.is_set()
            found = since(seen[-1] if seen else 0, 7)
            seen += [change.number for change in found]
            if ended and not found:
                return seen
    finally:
        connection.close()


@pytest.fixture(params=[*range(2)])
def written(request):
    """What six writers changed, and what a follower saw meanwhile."""
    people = public_people()
    is_over = Event()
    with ThreadPoolExecutor(WRITERS + 1) as pool:
        follower = pool.submit(follow, is_over)
        writers = [
            pool.submit(write, (request.param + 1) * 100 + number, people)
            for number in range(WRITERS)
        ]
        try:
            changed = [writer.result() for writer in writers]
        finally:
            is_over.set()
        seen = follower.result()
    return changed, seen


class TestManyWriters:
    pytestmark = at_once

    def test_a_follower_misses_no_change_and_sees_none_twice(self, written):
        changed, seen = written
        stored = list(
            Change.objects.order_by("number").values_list("number", flat=True)
        )
        assert seen == stored == list(range(1, len(stored) + 1))
        assert ChangeCounter.objects.get().last == len(stored)
        for key in changed[0]:
            times = sum(each[key] for each in changed)
            assert Change.objects.of("person", [key]).count() == times
        assert len(stored) == sum(sum(each.values()) for each in changed)

    def test_who_comes_later_waits_for_who_has_the_counter(self):
        first, second, *_others = public_people()
        has_written = Event()
        may_end = Event()

        def hold():
            try:
                with transaction.atomic():
                    change([first])
                    has_written.set()
                    may_end.wait(10)
            finally:
                connection.close()

        def come_later():
            try:
                change([second])
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            holder = pool.submit(hold)
            assert has_written.wait(10)
            later = pool.submit(come_later)
            time.sleep(0.3)
            assert not later.done()
            assert last_number() == 0
            may_end.set()
            holder.result()
            later.result()
        assert [change.key for change in since(0, 10)] == [first, second]

    def test_numbers_of_a_sequence_would_be_missed(self):
        """What the counter is for: here the follower passes a number that is not there yet."""
        statement = "INSERT INTO naive_log DEFAULT VALUES"
        numbers = "SELECT number FROM naive_log WHERE number > %s"
        has_written = Event()
        may_end = Event()

        def hold():
            try:
                with transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(statement)
                    has_written.set()
                    may_end.wait(10)
            finally:
                connection.close()

        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE naive_log (number bigserial)")
            try:
                with ThreadPoolExecutor(1) as pool:
                    holder = pool.submit(hold)
                    assert has_written.wait(10)
                    cursor.execute(statement)
                    cursor.execute(numbers, [0])
                    assert cursor.fetchall() == [(2,)]
                    may_end.set()
                    holder.result()
                cursor.execute(numbers, [2])
                assert cursor.fetchall() == []
            finally:
                cursor.execute("DROP TABLE naive_log")


@pytest.mark.django_db
def test_numbers_follow_the_order_of_transactions():
    people = public_people()
    begun = last_number()
    for key in people:
        change([key])
    with pytest.raises(Fault):
        change(people, fails=True)
    change([people[0]])
    told = [(change.number, change.key) for change in since(begun, 100)]
    assert told == list(enumerate([*people, people[0]], begun + 1))
