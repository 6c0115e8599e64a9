"""The demonstration is served with a worker beside it, and both end together."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time

import pytest

from desk.demo import beside
from tests.architecture import ROOT
from tests.importing.many_files.files_of_a_run import heed_ctrl_c

pytestmark = pytest.mark.own_database

WORKER = re.compile(rf"{re.escape(socket.gethostname()[:40])}:(\d+)")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def test_ctrl_c_ends_the_site_and_the_worker_beside_it(tmp_path):
    command = [
        *(sys.executable, "-u", "manage.py", "load_demo"),
        *("--port", str(free_port()), "--beside", "run_worker"),
        *("--passwords", str(tmp_path / "passwords.txt")),
    ]
    environment = {
        **os.environ,
        "ZZCMS_DEBUG": "1",
        "DATABASE_URL": f"sqlite:///{tmp_path}/demo.sqlite3",
        "MEDIA_ROOT": str(tmp_path),
        "ORIGINALS_ROOT": str(tmp_path / "originals"),
    }
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        # A shell's background job ignores Ctrl-C and hands that on; a terminal does not.
        preexec_fn=heed_ctrl_c,
    ) as site:
        lines = iter(site.stdout.readline, "")
        worker = next(found for line in lines if (found := WORKER.search(line)))
        number = int(worker[1])
        os.kill(number, 0)
        os.killpg(site.pid, signal.SIGINT)
        assert site.wait(timeout=60) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.fixture
def _handlers():
    kept = {
        number: signal.getsignal(number)
        for number in (signal.SIGTERM, signal.SIGHUP)
    }
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def serve_until(told: int) -> None:
    with beside.running(["one", "two"]):
        os.kill(os.getpid(), told)
        time.sleep(1)


@pytest.mark.usefixtures("_handlers")
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_what_runs_beside_ends_first(told, monkeypatch):
    ended = []
    monkeypatch.setattr(beside, "start", lambda command: command)
    monkeypatch.setattr(beside, "end_process", ended.append)
    with pytest.raises(KeyboardInterrupt):
        serve_until(told)
    assert ended == ["two", "one"]


def test_a_process_that_does_not_listen_is_ended(monkeypatch):
    monkeypatch.setattr(beside, "PATIENCE", 0.2)
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(); input()"
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", deaf],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        process.stdout.readline()
        beside.end_process(process)
    assert process.returncode == -signal.SIGKILL
