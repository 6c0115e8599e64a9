"""One run of a job: it tells how far it is, holds a lease, hears whether to go on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.management.commands import db_worker
from django_tasks_db.models import DBTaskResult

from articles.models import Page
from importing.learning.lessons import TooLittleError
from importing.models import ImportRun
from operation import tasks
from operation.models import Job
from operation.progress import LEASE, leaving
from operation.running import fault_in, one_line, take
from operation.starting import ask_to_stop, start_import, start_job
from operation.sweeping import MOST_ATTEMPTS, sweep
from operation.tasks import WORK, Work
from operation.working import TaskWorker
from tests.importing.delivered import BACK, FRONT, NEWSPAPER
from tests.operation.test_starting import make_worker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
KIND = Job.Kind.LEARN_NAMES


@pytest.fixture(autouse=True)
def _in_one_transaction(monkeypatch):
    """A worker looks after its connection; here it is the test's."""
    monkeypatch.setattr(db_worker, "close_old_connections", lambda: None)
    yield
    leaving.clear()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two pages and one file that is none."""
    for label, text in (("A1", FRONT), ("A2", BACK)):
        file = tmp_path / f"{NEWSPAPER}_2019-03-15_{label}.txt"
        file.write_text(text, encoding="utf-8")
    (tmp_path / f"{NEWSPAPER}_2019-03-15_A3.txt").write_bytes(b"\0\1")
    return tmp_path


def do_next() -> list[str]:
    """Let a worker do the task that waits, and return what it said."""
    said: list[str] = []
    TaskWorker("desk:1", said.append).run()
    return said


def started(monkeypatch, do, **fields) -> Job:
    """Start a job that does this."""
    monkeypatch.setitem(WORK, KIND, Work(do, **fields))
    make_worker()
    return start_job(KIND)


def again(job: Job) -> Job:
    job.refresh_from_db()
    return job


def test_a_worker_does_what_waits(pages):
    job = start_import([pages])
    (said,) = do_next()
    assert said.startswith(f"#{job.pk} loading of pages: {pages.name}: done,")
    assert again(job).state == Job.State.DONE
    assert (job.done, job.total, job.attempts) == (3, 3, 1)
    assert (job.worker, job.lease_until) == ("desk:1", None)
    refusal, totals = job.report.splitlines()
    assert refusal.startswith(f"{pages}/{NEWSPAPER}_2019-03-15_A3.txt: ")
    assert totals.startswith("Pages: created 2, refused 1.")
    assert Page.objects.count() == 2
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_each_step_renews_the_lease(monkeypatch):
    seen = []

    def look(job, progress):
        progress.begin(2)
        for _step in range(2):
            Job.objects.update(lease_until=timezone.now())
            progress.step()
            row = Job.objects.get()
            seen.append((row.done, row.total, row.lease_until - timezone.now()))
        return "looked"

    job = started(monkeypatch, look, lease=dt.timedelta(hours=1))
    do_next()
    assert [row[:2] for row in seen] == [(1, 2), (2, 2)]
    assert all(row[2] > dt.timedelta(minutes=59) for row in seen)
    assert again(job).report == "looked"


def test_asked_to_stop_it_ends_at_the_next_step(monkeypatch):
    done = []

    def count(job, progress):
        progress.begin(3)
        for number in range(3):
            done.append(number)
            if number == 1:
                ask_to_stop(job)
            progress.step()

    job = started(monkeypatch, count)
    do_next()
    assert done == [0, 1]
    assert again(job).state == Job.State.STOPPED
    assert (job.done, job.total, job.lease_until) == (2, 3, None)
    assert do_next() == []


def test_a_stopped_load_keeps_the_pages_it_has(pages, monkeypatch):
    job = start_import([pages])
    settle = tasks.Tally.take

    def stopping(self, result):
        settle(self, result)
        ask_to_stop(job)

    monkeypatch.setattr(tasks.Tally, "take", stopping)
    do_next()
    assert again(job).state == Job.State.STOPPED
    assert Page.objects.count() == 1


def test_who_has_lost_the_lease_ends_and_changes_nothing(monkeypatch):
    reached = []

    def slow(job, progress):
        progress.begin(2)
        Job.objects.update(lease_until=timezone.now())
        assert [swept.state for swept in sweep()] == [Job.State.QUEUED]
        reached.append("before")
        progress.step()
        reached.append("after")

    job = started(monkeypatch, slow)
    do_next()
    assert reached == ["before"]
    assert again(job).state == Job.State.QUEUED
    assert (job.done, job.finished_at) == (0, None)
    assert job.task == str(DBTaskResult.objects.get(status="READY").pk)


def test_a_worker_that_is_told_to_end_gives_its_job_back(monkeypatch):
    def leave(job, progress):
        progress.begin(2)
        leaving.set()
        progress.step()

    job = started(monkeypatch, leave)
    do_next()
    assert again(job).state == Job.State.QUEUED
    assert (job.attempts, job.lease_until) == (0, None)
    leaving.clear()
    monkeypatch.setitem(WORK, KIND, Work(lambda job, progress: "ended"))
    do_next()
    assert (again(job).state, job.report) == (Job.State.DONE, "ended")


def test_a_refusal_is_not_tried_again(monkeypatch):
    def too_little():
        raise TooLittleError("too few names")

    monkeypatch.setattr(tasks, "learn", too_little)
    make_worker()
    job = start_job(KIND)
    do_next()
    assert (again(job).state, job.error) == (Job.State.FAILED, "too few names")
    assert sweep() == []


def test_learning_tells_what_was_measured(monkeypatch):
    monkeypatch.setattr(tasks, "learn", lambda: iter(["one", "two"]))
    make_worker()
    job = start_job(KIND)
    do_next()
    assert (again(job).report, job.progress) == ("one\ntwo", "1 / 1")


def test_a_manifest_that_cannot_be_read_is_one_line(pages, tmp_path):
    job = start_import([pages], manifest=tmp_path / "gone.csv")
    do_next()
    assert again(job).state == Job.State.FAILED
    assert job.error == f"{tmp_path}/gone.csv: there is no such file"


@pytest.mark.parametrize(("most", "told"), [(2, 3), (3, 3), (1, 2)])
def test_of_many_refusals_the_first_are_told(tmp_path, monkeypatch, most, told):
    monkeypatch.setattr(tasks, "MOST_TOLD", most)
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    job = start_import(files)
    do_next()
    *refusals, totals = again(job).report.splitlines()
    assert len(refusals) == told
    assert refusals[0] == f"{files[0]}: there is no such file"
    if most < 3:
        assert refusals[-1] == f"… and {3 - most} more"
    assert totals.startswith("Pages: refused 3.")
    assert job.state == Job.State.DONE


def test_a_fault_is_tried_again_and_then_given_up(monkeypatch, caplog):
    def fall(job, progress):
        progress.begin(1)
        raise ValueError("broken\nin two")

    job = started(monkeypatch, fall)
    for attempt in range(1, MOST_ATTEMPTS + 1):
        assert again(job).state == Job.State.QUEUED
        do_next()
        assert (again(job).attempts, job.error) == (attempt, "in two")
        assert [swept.pk for swept in sweep()] == [job.pk]
    assert again(job).state == Job.State.FAILED
    assert job.error == "Given up after 3 attempts; the last: in two"
    assert do_next() == []


def test_a_job_is_taken_once(monkeypatch):
    job = started(monkeypatch, lambda job, progress: "")
    assert take(job.pk, "another-task", "desk:2") is None
    taken = take(job.pk, job.task, "desk:2")
    assert (taken.state, taken.worker) == (Job.State.RUNNING, "desk:2")
    assert LEASE > taken.lease_until - timezone.now() > LEASE * 0.9
    assert take(job.pk, job.task, "desk:3") is None


def test_an_error_is_kept_on_one_line():
    assert one_line("a\n b  c") == "a b c"
    assert len(one_line("x" * 600)) == 500
    assert fault_in("Traceback\n  File\nKeyError: 3\n") == "KeyError: 3"
    assert fault_in("") == ""


# A load that was broken off


@pytest.mark.parametrize("settled", [("A1", "A3"), ("A2",), ()])
def test_a_load_that_is_begun_again_has_the_rows_of_one_that_never_was(
    pages, settled
):
    job = start_import([pages])
    batch = tasks.batch_of(job.arguments)
    files = [pages / f"{NEWSPAPER}_2019-03-15_{label}.txt" for label in settled]
    for group in batch.groups(files):
        assert [result for item in group for result in batch.results_of(item)]
    do_next()
    rows = ImportRun.objects.order_by("source_name")
    outcomes = [row.outcome for row in rows]
    assert outcomes == ["created", "created", "refused"]
    refusal, totals = again(job).report.splitlines()
    assert refusal.startswith(f"{pages}/{NEWSPAPER}_2019-03-15_A3.txt: ")
    assert totals.startswith("Pages: created 2, refused 1.")
    assert job.progress == "3 / 3"
