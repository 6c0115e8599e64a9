"""Files sent by a browser: kept for a day, looked at, loaded once."""

from __future__ import annotations

import datetime as dt
import errno
import os

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.utils import timezone

from articles.models import Page
from importing import batch
from importing.learning.model_file import ModelError
from importing.models import ImportRun, Upload
from importing.refusal import ImportRefused
from importing.sent import load_upload as loading
from importing.sent import upload_files
from importing.sent.in_background import background_loads, is_at_work, state_of
from importing.sent.load_upload import load_upload, loads_of, say_which_page
from importing.sent.preview import preview_of
from importing.sent.upload_files import (
    drop_upload,
    files_of,
    folder_of,
    keep_upload,
    sweep_uploads,
)
from operation.models import Job
from operation.running import run_job
from tests.builders import make_person, make_user
from tests.conftest import with_permissions
from tests.importing.delivered import BACK, FRONT, NEWSPAPER, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
FRONT_NAME = f"{NEWSPAPER}_2019-03-15_A1.txt"
TABLE = f"file,newspaper,date,page\nfront.txt,{NEWSPAPER},2019-03-15,A1\n"
DAY = dt.date(2019, 3, 15)


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.UPLOADS_ROOT = tmp_path / "uploads"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"


@pytest.fixture
def loader():
    return with_permissions(make_user(username="loader"), "add_upload")


def sent(name: str, text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def make_upload(by, **texts: str) -> Upload:
    files = [sent(f"{name}.txt", text) for name, text in texts.items()]
    return keep_upload(files, by)


@pytest.fixture
def front(loader):
    return keep_upload([sent(FRONT_NAME, FRONT)], loader)


# Keeping


def test_sent_files_are_kept_where_nobody_else_reads_them(front):
    (file,) = files_of(front)
    assert file.read_text() == FRONT
    assert file.name == FRONT_NAME
    assert folder_of(front).stat().st_mode & 0o077 == 0
    assert not Page.objects.exists()
    assert not ImportRun.objects.exists()


def test_two_files_of_one_name_are_refused(loader):
    with pytest.raises(ImportRefused, match=r"two files are called a\.txt"):
        keep_upload([sent("a.txt", "1"), sent("a.txt", "2")], loader)
    assert not Upload.objects.exists()


def test_too_many_bytes_are_refused(loader, settings):
    settings.MAX_UPLOAD_BYTES = 3
    assert make_upload(loader, a="123")
    with pytest.raises(ImportRefused, match="more than 3 bytes"):
        make_upload(loader, a="12", b="34")
    assert Upload.objects.count() == 1


def test_a_name_that_the_disk_refuses_keeps_nothing(loader, settings):
    with pytest.raises(ImportRefused, match="name is too long"):
        make_upload(loader, 好=" ", **{"长" * 200: "1"})
    assert not list(settings.UPLOADS_ROOT.iterdir())


def test_a_day_later_they_are_swept(front, loader):
    loaded = make_upload(loader, b="2")
    Upload.objects.filter(pk=loaded.pk).update(loaded_at=timezone.now())
    now = timezone.now() + upload_files.KEPT_FOR
    sweep_uploads(now - dt.timedelta(minutes=1))
    assert folder_of(front).is_dir()
    sweep_uploads(now + dt.timedelta(minutes=1))
    assert not folder_of(front).is_dir()
    assert not folder_of(loaded).is_dir()
    assert list(Upload.objects.all()) == [loaded]


def test_what_is_at_work_is_not_swept(front, loader, monkeypatch):
    monkeypatch.setattr(loading, "FEW_FILES", 0)
    load_upload(front, loader)
    assert is_at_work(front)
    folder = folder_of(front)
    os.utime(folder, (0, 0))
    sweep_uploads(timezone.now())
    assert folder.is_dir()
    background_loads().stop(front.job)
    sweep_uploads(timezone.now())
    assert not folder.is_dir()


def test_thrown_away_files_are_gone(front, loader):
    folder = folder_of(front)
    drop_upload(front)
    assert not folder.exists()
    assert not Upload.objects.exists()


# Looking


def test_a_preview_shows_what_would_be_read_and_stores_nothing(front):
    preview = preview_of(front)
    assert (preview.looked_at, preview.files) == (1, 1)
    assert preview.is_whole
    (page,) = preview.pages
    assert (page.name, page.refusal, page.known) == (FRONT_NAME, "", None)
    assert page.identity.date == DAY
    assert len(page.articles) == 2
    assert page.articles[0].characters > page.articles[1].characters > 0
    assert "沈立秋" in page.people.new
    assert page.people.count == len(page.people.new)
    assert not ImportRun.objects.exists()


def test_a_preview_knows_people_and_the_page_on_record(loader):
    page = deliver(FRONT).page
    page.issue.newspaper.people.add(make_person(name="沈立秋"))
    page.articles.update(status="published")
    text = FRONT.replace("高长林同志就选举办法作了说明。", "会后散会。")
    upload = keep_upload([sent(FRONT_NAME, text)], loader)
    (shown,) = preview_of(upload).pages
    assert shown.people.shared == ("沈立秋",)
    assert "林向晚" in shown.people.known
    assert shown.known.page == page
    lines = len([line for line in FRONT.splitlines() if line.strip()])
    known = shown.known
    assert (known.kept, known.gone, known.added) == (lines - 1, 1, 1)


def test_bytes_that_are_loaded_already_are_said_to_be(front):
    deliver(FRONT)
    (shown,) = preview_of(front).pages
    assert shown.is_loaded
    assert shown.refusal == ""


def test_a_preview_says_of_each_file_why_it_is_refused(loader):
    files = [sent("a.txt", "无"), sent("b.exe", "x"), sent("c.txt", " ")]
    preview = preview_of(keep_upload(files, loader))
    told = {page.name: page.refusal for page in preview.pages}
    assert "to be given: the newspaper (--newspaper)" in told["a.txt"]
    assert "ending in .exe" in told["b.exe"]
    assert "no text" in told["c.txt"]
    assert preview.is_refused


def test_only_the_first_files_of_many_are_looked_at(loader):
    texts = {f"p{number}": "无" for number in range(loading.FEW_FILES + 3)}
    preview = preview_of(make_upload(loader, **texts))
    assert preview.looked_at == len(preview.pages) == loading.FEW_FILES
    assert preview.files == loading.FEW_FILES + 3
    assert not preview.is_refused


def test_what_is_said_of_the_page_is_read_with(loader):
    upload = make_upload(loader, front=FRONT)
    say_which_page(upload, NEWSPAPER, DAY, "A1")
    (page,) = preview_of(Upload.objects.get()).pages
    assert page.identity.newspaper == NEWSPAPER


def test_a_table_says_which_page_each_file_is(loader):
    files = [sent("front.txt", FRONT), sent("pages.csv", TABLE)]
    (page,) = preview_of(keep_upload(files, loader)).pages
    assert page.identity.page == "A1"


# Loading


def test_a_few_files_are_loaded_at_once_and_only_once(front, loader):
    load_upload(front, loader)
    run = loads_of(front).get()
    assert (run.outcome, run.by) == ("created", loader)
    assert run.source_name == run.page.source_name == FRONT_NAME
    assert front.job == ""
    assert state_of(front) is None
    with pytest.raises(ImportRefused, match="loaded already"):
        load_upload(front, loader)
    with pytest.raises(ImportRefused, match="loaded already"):
        drop_upload(front)


def test_what_a_load_refuses_is_on_record_with_the_reason(loader):
    upload = make_upload(loader, a="无", 滨江日报_2019年3月15日_A2=BACK)
    load_upload(upload, loader)
    told = dict(loads_of(upload).values_list("source_name", "outcome"))
    assert told == {
        "a.txt": "refused",
        "滨江日报_2019年3月15日_A2.txt": "created",
    }
    assert "to be given" in loads_of(upload).get(outcome="refused").message


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OperationalError("the database is away"), "the database is away"),
        (ModelError("the model is damaged"), "the model is damaged"),
    ],
)
def test_a_machine_that_ends_the_load_says_why_and_it_can_be_repeated(
    front, loader, monkeypatch, fault, reason
):
    def faulty(*given, **more):
        raise fault

    with monkeypatch.context() as machine:
        machine.setattr(batch, "import_delivery", faulty)
        with pytest.raises(ImportRefused, match=reason):
            load_upload(front, loader)
    front.refresh_from_db()
    assert front.loaded_at is None
    load_upload(front, loader)
    assert loads_of(front).get().outcome == "created"


def test_who_may_not_load_is_refused(front):
    with pytest.raises(PermissionDenied):
        load_upload(front, make_user())
    assert front.loaded_at is None


def test_files_that_were_swept_are_not_loaded(front, loader):
    os.utime(folder_of(front), (0, 0))
    sweep_uploads(timezone.now())
    with pytest.raises(ImportRefused, match="gone"):
        load_upload(front, loader)


def test_many_are_loaded_by_a_job_under_the_same_names(loader, monkeypatch):
    files = [sent("front.txt", FRONT), sent("pages.csv", TABLE)]
    front = keep_upload(files, loader)
    monkeypatch.setattr(loading, "FEW_BYTES", 10)
    load_upload(front, loader)
    state = state_of(front)
    assert (state.done, state.is_over, state.is_stopping) == (0, False, False)
    assert "run_worker" in state.lacks
    job = Job.objects.get()
    Job.objects.update(task="")
    run_job.using(backend="at_once").enqueue(job.pk)
    run = loads_of(front).get()
    assert (run.outcome, run.by) == ("created", loader)
    assert run.source_name == "front.txt"
    state = state_of(front)
    assert (state.done, state.total, state.is_over) == (1, 1, True)
    assert "created 1" in state.report
    assert state.lacks == ""


def test_a_job_that_is_not_on_record_has_no_state(front):
    Upload.objects.update(job="77")
    assert state_of(Upload.objects.get()) is None
    background_loads().stop("77")
    assert not is_at_work(front)
