"""Who does a job: a worker, whoever asks, or nobody yet; and how one is stopped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from operation import starting, tasks
from operation.job_list import job_in_words, what_is_missing
from operation.models import SILENCE, Job, Worker
from operation.progress import LEASE, JobRefusedError
from operation.starting import ask_to_stop, start_import, start_job
from operation.tasks import WORK
from search.models import Entry
from tests.builders import make_article, make_user, saved

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def make_worker(*, name: str = "desk:1", seen: dt.timedelta | None = None):
    ago = seen or dt.timedelta()
    return saved(Worker(name=name, seen_at=timezone.now() - ago))


def test_every_kind_of_job_has_its_work():
    assert set(WORK) == set(Job.Kind)
    assert all(work.lease >= LEASE for work in WORK.values())


def test_a_short_job_without_a_worker_is_done_at_once():
    article = make_article(published=True)
    by = make_user()
    job = start_job(Job.Kind.SEARCH_INDEX, by=by)
    assert Entry.objects.get().article == article
    assert (job.state, job.progress, job.by) == (Job.State.DONE, "1 / 1", by)
    assert (job.attempts, job.lease_until, job.error) == (1, None, "")
    assert job.report == "1 articles were indexed."
    assert job.finished_at >= job.started_at
    assert not DBTaskResult.objects.exists()
    assert what_is_missing() == ""


def test_a_job_that_is_long_today_waits_and_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(tasks, "SHORT_INDEX", 1)
    make_article(published=True)
    assert start_job(Job.Kind.SEARCH_INDEX).state == Job.State.DONE
    make_article(published=True, position=2)
    job = start_job(Job.Kind.SEARCH_INDEX)
    assert job.state == Job.State.QUEUED
    assert job_in_words(job).splitlines() == [
        f"#{job.pk} search index made anew: waiting, 0",
        "Jobs wait, and no worker is there. Start one: manage.py run_worker",
    ]


def test_with_a_worker_even_a_short_job_is_left_to_it():
    make_worker()
    job = start_job(Job.Kind.SEARCH_INDEX)
    assert job.state == Job.State.QUEUED
    assert str(DBTaskResult.objects.get().pk) == job.task
    assert "manage.py" not in job_in_words(job)


@pytest.mark.parametrize(
    ("silent", "is_there"),
    [
        (SILENCE - dt.timedelta(seconds=5), True),
        (SILENCE + dt.timedelta(seconds=5), False),
    ],
)
def test_who_has_long_been_silent_is_not_there(silent, is_there):
    make_worker(seen=silent)
    assert starting.is_worker_there() is is_there


def test_a_silent_worker_with_a_leased_job_is_at_work():
    worker = make_worker(seen=dt.timedelta(hours=1))
    lease = timezone.now() + LEASE
    job = Job(kind="learn_names", state="running", worker=worker.name)
    job.lease_until = lease
    saved(job)
    assert starting.is_worker_there()
    assert what_is_missing() == ""
    Job.objects.update(lease_until=timezone.now())
    assert not starting.is_worker_there()
    assert "manage.py run_worker" in what_is_missing()


def test_a_load_names_its_files_from_anywhere():
    job = start_import([Path("a.txt"), Path("b.zip")], newspaper="滨江日报")
    assert job.about == "a.txt, b.zip"
    assert job.arguments["paths"] == [
        str(Path.cwd() / name) for name in ("a.txt", "b.zip")
    ]
    assert job.arguments["newspaper"] == "滨江日报"
    with pytest.raises(JobRefusedError, match="Name the files to load"):
        start_import([])


def test_a_refusal_at_once_is_a_failed_job_with_one_line(monkeypatch):
    def refuse(job, progress):
        raise JobRefusedError("no\n  room")

    work = tasks.Work(refuse, lambda: True)
    monkeypatch.setitem(WORK, Job.Kind.LEARN_NAMES, work)
    job = start_job(Job.Kind.LEARN_NAMES)
    assert (job.state, job.error) == (Job.State.FAILED, "no room")


def test_a_fault_at_once_is_a_failed_job_too(monkeypatch, caplog):
    def fall(job, progress):
        raise KeyError("missing")

    work = tasks.Work(fall, lambda: True)
    monkeypatch.setitem(WORK, Job.Kind.LEARN_NAMES, work)
    job = start_job(Job.Kind.LEARN_NAMES)
    assert (job.state, job.error) == (Job.State.FAILED, "KeyError: 'missing'")
    assert job.lease_until is None
    assert "KeyError" in caplog.text


def test_an_unknown_kind_is_refused():
    with pytest.raises(Exception, match="no_such_kind"):
        start_job("no_such_kind")
    assert not Job.objects.exists()


# Stopping


def test_a_waiting_job_is_stopped_there_and_then():
    job = start_import([Path("a.txt")])
    ask_to_stop(job)
    job.refresh_from_db()
    assert (job.state, job.asked_to_stop) == (Job.State.STOPPED, True)
    assert job.finished_at
    assert what_is_missing() == ""


def test_a_job_at_work_is_asked_and_one_that_nobody_holds_is_stopped():
    for lease, state in ((LEASE, "running"), (-LEASE, "stopped")):
        job = Job(kind="learn_names", state="running")
        job.lease_until = timezone.now() + lease
        saved(job)
        ask_to_stop(job)
        job.refresh_from_db()
        assert (job.state, job.asked_to_stop) == (state, True)


def test_what_is_over_cannot_be_stopped():
    job = start_job(Job.Kind.SEARCH_INDEX)
    ask_to_stop(job)
    job.refresh_from_db()
    assert (job.state, job.asked_to_stop) == (Job.State.DONE, False)


# What the table holds to


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "running"},
        {"state": "queued", "lease_until": timezone.now},
        {"state": "failed"},
    ],
)
def test_the_table_refuses_a_job_that_contradicts_itself(fields):
    given = {
        name: value() if callable(value) else value
        for name, value in fields.items()
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(kind="learn_names", **given)
