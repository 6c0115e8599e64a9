"""A run is stopped, goes on, and shows how far it is."""

import os
import pty
import signal
import subprocess
import sys
import termios

import pytest

from articles.models import Page
from importing.batch import Batch
from importing.delivery.manifest import read_manifest
from importing.many_files import load_files
from tests.importing.delivered import NEWSPAPER
from tests.importing.many_files.files_of_a_run import (
    archive_of,
    heed_ctrl_c,
    table,
)
from tests.importing.test_commands import ROOT
from tests.migrated import new_database

pytestmark = pytest.mark.usefixtures("english")


class Interrupting(Batch):
    """Stops as Ctrl-C does, when the second page is in hand."""

    def _result_of(self, delivery, ahead=None):
        if delivery.file.name.endswith("front.txt"):
            raise KeyboardInterrupt
        return super()._result_of(delivery, ahead)


@pytest.mark.django_db
def test_an_interrupted_run_says_so_counts_what_is_loaded_and_can_be_repeated(
    plain,
):
    told, complaints = [], []
    given = {"newspaper": NEWSPAPER, "date": "2019-03-15"}
    manifest = read_manifest(table(plain, "front.txt,,,A1", "back.txt,,,A2"))
    code = load_files(
        [plain],
        Interrupting(manifest=manifest, **given),
        say=told.append,
        complain=complaints.append,
    )
    assert code == 130
    assert complaints == [
        "Interrupted. Run the same command again to go on; what is loaded stays."
    ]
    assert told[-1].startswith("Pages: created 1.")
    assert Page.objects.get().label == "A2"
    told.clear()
    assert (
        load_files(
            [plain],
            Batch(manifest=manifest, **given),
            say=told.append,
            complain=complaints.append,
        )
        == 0
    )
    assert told[-1].startswith("Pages: created 1, unchanged 1.")


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_a_run_with_its_totals_and_130(tmp_path, workers):
    pages = tmp_path / "pages"
    pages.mkdir()
    archive_of(pages, 300)
    database = new_database(tmp_path)
    environment = {
        **os.environ,
        "ZZCMS_DEBUG": "1",
        "DATABASE_URL": database,
        "MEDIA_ROOT": str(tmp_path),
        "ORIGINALS_ROOT": str(tmp_path / "originals"),
    }
    command = [
        sys.executable,
        "-u",
        "manage.py",
        "import_pages",
        str(pages),
        "--workers",
        str(workers),
    ]
    with subprocess.Popen(
        command,
        bufsize=0,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell's background job ignores Ctrl-C and hands that on; a terminal does not.
        preexec_fn=heed_ctrl_c,
    ) as process:
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err.decode()
    assert len(err.decode().splitlines()) == 1
    assert out.decode().splitlines()[-1].startswith(("Pages: ", "版面"))


def test_a_terminal_shows_how_far_the_run_is(plain, tmp_path_factory):
    database = new_database(tmp_path_factory.mktemp("database"))
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 120))
    environment = {**os.environ, "ZZCMS_DEBUG": "1", "DATABASE_URL": database}
    command = [sys.executable, "manage.py", "import_pages", str(plain)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = read_all(ours)
    assert process.returncode == 1
    assert "2/2" in shown


def read_all(terminal: int) -> str:
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            return shown.decode(errors="replace")
        if not piece:
            return shown.decode(errors="replace")
        shown += piece
