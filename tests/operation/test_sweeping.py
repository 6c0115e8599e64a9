"""The sweep finds what nobody holds, and leaves alone what somebody does."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from operation.models import Job, Worker
from operation.progress import LEASE
from operation.starting import start_job
from operation.sweeping import FORGOTTEN, MOST_ATTEMPTS, sweep
from tests.builders import saved
from tests.operation.test_starting import make_worker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
MOMENT = dt.timedelta(seconds=5)


def make_running(*, lease: dt.timedelta, **fields: object) -> Job:
    until = timezone.now() + lease
    given = {"task": "gone", "attempts": 1, **fields}
    return saved(
        Job(kind="learn_names", state="running", lease_until=until, **given)
    )


def test_a_valid_lease_is_left_alone():
    job = make_running(lease=MOMENT)
    assert sweep() == []
    job.refresh_from_db()
    assert (job.state, job.task) == (Job.State.RUNNING, "gone")


def test_what_has_no_valid_lease_is_queued_again():
    job = make_running(lease=-MOMENT)
    assert [swept.pk for swept in sweep()] == [job.pk]
    job.refresh_from_db()
    assert (job.state, job.lease_until) == (Job.State.QUEUED, None)
    task = DBTaskResult.objects.get()
    assert str(task.pk) == job.task
    assert task.args_kwargs == {"args": [job.pk], "kwargs": {}}
    assert sweep() == []


@pytest.mark.parametrize(
    ("attempts", "state"),
    [(MOST_ATTEMPTS - 1, "queued"), (MOST_ATTEMPTS, "failed")],
)
def test_after_so_many_attempts_it_is_given_up(attempts, state):
    job = make_running(lease=-MOMENT, attempts=attempts)
    sweep()
    job.refresh_from_db()
    assert job.state == state
    assert (job.finished_at is not None) == (state == "failed")
    if state == "failed":
        assert job.error == (
            "Given up after 3 attempts; the last: "
            "its worker ended without a word"
        )


def test_what_was_asked_to_stop_is_not_begun_again():
    job = make_running(lease=-MOMENT, asked_to_stop=True)
    sweep()
    job.refresh_from_db()
    assert job.state == Job.State.STOPPED
    assert not DBTaskResult.objects.exists()


def test_a_job_whose_task_was_claimed_and_never_begun_is_queued_again():
    make_worker()
    waiting = start_job(Job.Kind.LEARN_NAMES)
    claimed = start_job(Job.Kind.LEARN_NAMES)
    DBTaskResult.objects.get(pk=claimed.task).claim("desk:9")
    assert [swept.pk for swept in sweep()] == [claimed.pk]
    before = claimed.task
    claimed.refresh_from_db()
    assert (claimed.state, claimed.attempts) == (Job.State.QUEUED, 0)
    assert claimed.task != before
    waiting.refresh_from_db()
    assert DBTaskResult.objects.ready().count() == 2


def test_workers_long_gone_are_forgotten():
    make_worker(name="old:1", seen=FORGOTTEN + MOMENT)
    make_worker(name="new:1", seen=FORGOTTEN - MOMENT)
    sweep()
    assert Worker.objects.get().name == "new:1"


def test_a_lease_is_longer_than_a_worker_is_silent():
    make_running(lease=LEASE, worker="desk:1")
    make_worker(name="desk:1", seen=dt.timedelta(minutes=10))
    assert Worker.objects.present(timezone.now()).exists()
