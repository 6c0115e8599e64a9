"""Jobs from the command line."""

from __future__ import annotations

import signal

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from operation import working
from operation.models import SILENCE, Job, Worker
from operation.progress import leaving
from operation.working import TaskWorker
from tests.builders import make_article, saved
from tests.importing.delivered import FRONT, NEWSPAPER
from tests.operation.test_killed_worker import sqlite

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def told(capsys):
    """Run a command and return the lines it printed."""

    def run(*arguments: object) -> list[str]:
        call_command(*map(str, arguments))
        return capsys.readouterr().out.splitlines()

    return run


@pytest.fixture
def page(tmp_path):
    file = tmp_path / f"{NEWSPAPER}_2019-03-15_A1.txt"
    file.write_text(FRONT, encoding="utf-8")
    return file


@pytest.mark.django_db
def test_a_short_job_is_told_when_it_is_done(told):
    make_article(published=True)
    (line,) = told("start_job", "search_index")
    job = Job.objects.get()
    assert line == (
        f"#{job.pk} search index made anew: done, 1 / 1. 1 articles were indexed."
    )
    assert told("jobs") == [line]


@pytest.mark.django_db
def test_a_long_job_waits_is_shown_and_is_stopped(told, page):
    line, missing = told("start_job", "import_pages", page, "--again")
    job = Job.objects.get()
    assert line == f"#{job.pk} loading of pages: {page.name}: waiting, 0"
    assert missing.endswith("Start one: manage.py run_worker")
    assert job.arguments["again"] is True
    assert told("jobs") == [line, missing]
    (stopped,) = told("jobs", "--stop", job.pk)
    assert stopped == line.replace("waiting", "stopped")
    with pytest.raises(CommandError, match=r"^There is no job 4711\.$"):
        told("jobs", "--stop", 4711)


@pytest.mark.django_db
def test_what_does_not_fit_is_one_line_and_no_job(told, page):
    with pytest.raises(CommandError, match="Name the files to load"):
        told("start_job", "import_pages")
    for options in ([page], ["--again"], ["--date", "2019-03-15"]):
        with pytest.raises(CommandError, match="takes no files"):
            told("start_job", "search_index", *options)
    assert not Job.objects.exists()


@pytest.mark.django_db
def test_the_sweep_tells_what_it_found(told):
    now = timezone.now()
    job = saved(Job(kind="learn_names", state="running", lease_until=now))
    (line,) = told("sweep_jobs")
    assert line == f"#{job.pk} learning of names: waiting, 0"
    assert told("sweep_jobs") == []


# The worker


@pytest.mark.django_db
def test_a_worker_says_that_it_is_there_and_sweeps_from_time_to_time(
    monkeypatch,
):
    now = [100.0]
    monkeypatch.setattr(working.time, "monotonic", lambda: now[0])
    said: list[str] = []
    worker = TaskWorker("desk:1", said.append)
    worker.look_around()
    job = Job(kind="learn_names", state="running", lease_until=timezone.now())
    saved(job)
    Worker.objects.update(seen_at=timezone.now() - SILENCE)
    now[0] += working.SWEEP_EVERY - 1
    worker.look_around()
    assert (said, Worker.objects.present(timezone.now()).count()) == ([], 0)
    now[0] += 1
    worker.look_around()
    assert said == [f"#{job.pk} learning of names: waiting, 0"]
    assert Worker.objects.present(timezone.now()).get().name == "desk:1"


def test_told_to_end_a_worker_ends_after_the_step_told_again_at_once():
    worker = TaskWorker("desk:1", print)
    handlers = [
        signal.getsignal(signal.SIGINT),
        signal.getsignal(signal.SIGTERM),
    ]
    try:
        worker.shutdown(signal.SIGTERM, None)
        assert (worker.running, leaving.is_set()) == (False, True)
        with pytest.raises(SystemExit):
            worker.shutdown(signal.SIGTERM, None)
    finally:
        leaving.clear()
        signal.signal(signal.SIGINT, handlers[0])
        signal.signal(signal.SIGTERM, handlers[1])


def test_a_worker_does_what_comes_and_ends_when_told(tmp_path, page):
    (database,) = sqlite(tmp_path)
    with database.manage("run_worker") as worker:
        worker.stdout.readline()
        database.run("start_job", "import_pages", page)
        assert page.name in worker.stdout.readline()
        assert database.rows("SELECT name FROM operation_worker")
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=60) == 0
    assert database.rows("SELECT name FROM operation_worker") == []
    assert database.rows("SELECT state, attempts FROM operation_job") == [
        ("done", 1)
    ]
