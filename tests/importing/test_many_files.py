"""A run over many files: what says which page a file is, what is told, how a run stops and goes
on.
"""

import os
import pty
import signal
import subprocess
import sys
import termios
import zipfile
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError
from django.urls import reverse

from articles.models import Page
from importing import batch
from importing.batch import Batch
from importing.delivery.manifest import read_manifest
from importing.many_files import load_files
from importing.models import ImportRun
from tests.importing.delivered import BACK, FRONT, NEWSPAPER
from tests.importing.printed import Words, column, pdf
from tests.importing.test_commands import ROOT, import_pages, read_page, run
from tests.migrated import new_database

pytestmark = pytest.mark.usefixtures("english")
BODY = "本报讯(记者 韩冰) 三月十四日，全市早稻育秧现场会在南湖县召开，各县区的代表下田察看了连栋大棚里的秧苗。"


@pytest.fixture(autouse=True)
def media(settings, tmp_path_factory):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Two pages whose names say nothing."""
    (tmp_path / "front.txt").write_text(FRONT, encoding="utf-8")
    (tmp_path / "back.txt").write_text(BACK, encoding="utf-8")
    return tmp_path


def table(
    folder: Path,
    *rows: str,
    head: str = "file,newspaper,date,page",
    encoding: str = "utf-8",
) -> Path:
    manifest = folder / "pages.csv"
    manifest.write_text("\r\n".join([head, *rows, ""]), encoding=encoding)
    return manifest


def issue(*headlines: str, heads: tuple[str, ...] = ()) -> bytes:
    """Return a PDF file with a page for each headline, some with a page head."""
    pages = [
        [Words(headline, 50, 700, 28), *column(BODY, 50, 660)]
        for headline in headlines
    ]
    for page, head in zip(pages, heads, strict=False):
        page.append(Words(head, 50, 770))
    return pdf(*pages)


# The manifest


@pytest.mark.django_db
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_manifest_says_which_page_each_file_is(plain, encoding):
    rows = (
        f"front.txt,{NEWSPAPER},2019-03-15,A1",
        f"back.txt,{NEWSPAPER},2019-03-15,A2",
    )
    _lines, complaints, code = import_pages(
        plain, "--manifest", table(plain, *rows, encoding=encoding)
    )
    assert (complaints, code) == ([], 0)
    assert sorted(map(str, Page.objects.all())) == [
        f"{NEWSPAPER} 2019-03-15 A1",
        f"{NEWSPAPER} 2019-03-15 A2",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_manifest_may_be_as_a_spreadsheet_saves_it(plain, mark, encoding):
    rows = (
        ["front.txt", NEWSPAPER, "2019/3/15", "A1", "", ""],
        [""] * 6,
        ["back.txt", NEWSPAPER, "2019/03/15", "A2", "", ""],
        [""] * 6,
    )
    manifest = table(
        plain,
        *map(mark.join, rows),
        head=mark.join(["file", "newspaper", "date", "page", "", ""]),
        encoding=encoding,
    )
    _lines, complaints, code = import_pages(plain, "--manifest", manifest)
    assert (complaints, code) == ([], 0)
    assert sorted(map(str, Page.objects.all())) == [
        f"{NEWSPAPER} 2019-03-15 A1",
        f"{NEWSPAPER} 2019-03-15 A2",
    ]


@pytest.mark.django_db
def test_a_manifest_completes_and_contradicts_the_other_sources(plain):
    manifest = table(
        plain,
        "front.txt,,,A1",
        "back.txt,,2019-03-16,A2",
        head="file,newspaper,date,page",
    )
    given = ["--newspaper", NEWSPAPER, "--date", "2019-03-15"]
    _lines, complaints, code = import_pages(
        plain, "--manifest", manifest, *given
    )
    assert complaints == [
        f"{plain}/back.txt: the argument says 2019-03-15, the manifest says 2019-03-16"
    ]
    assert (code, Page.objects.get().label) == (1, "A1")


@pytest.mark.django_db
def test_a_manifest_reaches_into_archives_and_files_of_several_pages(tmp_path):
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as archive:
        archive.writestr("2019/front.txt", FRONT)
    (tmp_path / "issue.pdf").write_bytes(issue("早稻育秧开始", "老街修缮完工"))
    rows = [
        f"in.zip/2019/front.txt,{NEWSPAPER},2019-03-15,A1",
        f"issue.pdf,{NEWSPAPER},2019-03-15,",
    ]
    rows += ["issue.pdf#1,,,B1", "./issue.pdf#2,,,B2"]
    _lines, complaints, code = import_pages(
        tmp_path, "--manifest", table(tmp_path, *rows)
    )
    assert (complaints, code) == ([], 0)
    assert set(Page.objects.values_list("label", flat=True)) == {
        "A1",
        "B1",
        "B2",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "head", "reason"),
    [
        (
            ["front.txt,x"],
            "file,paper",
            "unknown column paper; there are file, newspaper, date, page",
        ),
        (["x"], "name", "no column file"),
        (
            ["front.txt,2019-15-03"],
            "file,date",
            "line 2: unreadable date '2019-15-03'",
        ),
        (
            ["front.txt,A1", "front.txt,A2"],
            "file,page",
            "line 3: front.txt is named twice",
        ),
        ([",A1"], "file,page", "line 2: no file named"),
        (
            ["front.txt,2019/13/1"],
            "file,date",
            "line 2: unreadable date '2019/13/1'",
        ),
        (["front.txt,A1,more"], "file,page", "line 2: more cells than columns"),
        (['"front.txt'], "file", "line 2: unexpected end of data"),
    ],
)
def test_a_bad_manifest_is_one_line_and_loads_nothing(
    plain, rows, head, reason
):
    manifest = table(plain, *rows, head=head)
    assert import_pages(plain, "--manifest", manifest) == (
        [],
        [f"{manifest}: {reason}"],
        1,
    )
    assert read_page(plain, "--manifest", manifest) == (
        [],
        [f"{manifest}: {reason}"],
        1,
    )
    assert not ImportRun.objects.exists()


@pytest.mark.django_db
def test_a_manifest_that_is_not_there_or_names_what_is_not_there(plain):
    gone = plain / "gone.csv"
    assert import_pages(plain, "--manifest", gone)[1] == [
        f"{gone}: there is no such file"
    ]
    given = f"{NEWSPAPER},2019-03-15"
    with zipfile.ZipFile(plain / "other.zip", "w") as archive:
        archive.writestr("A9.txt", FRONT)
    manifest = table(
        plain,
        f"front.txt,{given},A1",
        f"back.txt,{given},A2",
        f"lost.txt,{given},A3",
        "other.zip/A9.txt,,,",
    )
    _lines, complaints, code = import_pages(
        plain / "front.txt", "--manifest", manifest
    )
    assert complaints == [f"{manifest}: lost.txt is not there"]
    assert code == 1
    _lines, complaints, _code = import_pages(
        plain / "other.zip", "--manifest", table(plain, "other.zip/A8.txt,,,")
    )
    assert complaints[-1] == f"{manifest}: other.zip/A8.txt is not there"


# Several pages in one file


@pytest.mark.django_db
def test_pages_of_a_file_are_told_by_their_heads_or_their_numbers(tmp_path):
    heads = (
        f"{NEWSPAPER} 2019年3月15日 星期五 第A3版",
        f"{NEWSPAPER} 2019年3月15日 星期五 第A4版",
    )
    (tmp_path / "scan.pdf").write_bytes(
        issue("早稻育秧开始", "老街修缮完工", heads=heads)
    )
    (tmp_path / f"{NEWSPAPER}_2019-03-16.pdf").write_bytes(
        issue("公交线路调整", "春茶开采")
    )
    lines, complaints, code = import_pages(tmp_path)
    assert (complaints, code) == ([], 0)
    assert sorted(map(str, Page.objects.all())) == [
        *(f"{NEWSPAPER} 2019-03-15 A{n}" for n in (3, 4)),
        *(f"{NEWSPAPER} 2019-03-16 {n}" for n in (1, 2)),
    ]
    assert (
        f"{tmp_path}/scan.pdf#2: {NEWSPAPER} 2019-03-15 A4 created: "
        in "\n".join(lines)
    )
    again = import_pages(tmp_path)
    assert all(line.endswith("nothing changed") for line in again[0][:4])


@pytest.mark.django_db
def test_a_label_for_a_file_of_several_pages_is_refused(tmp_path):
    file = tmp_path / f"{NEWSPAPER}_2019-03-15_A1.pdf"
    file.write_bytes(issue("早稻育秧开始", "老街修缮完工"))
    reason = "the file name says page A1, but there are 2 pages in the file; use a manifest"
    assert import_pages(file)[1] == [
        f"{file}#1: {reason}",
        f"{file}#2: {reason}",
    ]
    plain = file.rename(tmp_path / "scan.pdf")
    manifest = table(tmp_path, f"scan.pdf,{NEWSPAPER},2019-03-15,A1")
    complaints = import_pages(plain, "--manifest", manifest)[1]
    assert complaints[1] == (
        f"{plain}#2: the manifest gives one label to a file of several pages; "
        "name each page: scan.pdf#2"
    )


@pytest.mark.django_db
def test_articles_without_their_page_do_not_replace_a_loaded_one(tmp_path):
    head = "<title>滨江日报-2019年03月15日-第A1版</title>"
    for n, words in enumerate(("育秧开始", "街道修缮"), 1):
        text = f"<html>{head}<h1>{words}</h1><div id='ozoom'><p>{BODY}</p></div></html>"
        (tmp_path / f"content_{n}.htm").write_text(text, encoding="utf-8")
    assert (
        import_pages(tmp_path / "content_1.htm", tmp_path / "content_2.htm")[2]
        == 0
    )
    assert Page.objects.get().articles.count() == 2
    complaints = import_pages(tmp_path / "content_2.htm")[1]
    assert complaints == [
        f"{tmp_path}/content_2.htm: {NEWSPAPER} 2019-03-15 A1 "
        f"is loaded from {tmp_path}/content_1.htm already; "
        "deliver all its articles together"
    ]


def two_files_of_a_page(folder: Path) -> list[Path]:
    files = [
        folder / f"{NEWSPAPER}_2019-03-15_{label}.txt"
        for label in ("A01", "A1")
    ]
    for file, text in zip(
        files, (FRONT, FRONT.replace("奏唱国歌", "高唱国歌")), strict=True
    ):
        file.write_text(text, encoding="utf-8")
    return files


@pytest.mark.django_db
def test_a_second_file_for_a_page_is_refused_however_often_the_run_is_repeated(
    tmp_path,
):
    first, second = two_files_of_a_page(tmp_path)
    reason = (
        f"{NEWSPAPER} 2019-03-15 A01 is loaded from {first} in this run already; "
        "give one file a page"
    )
    for _repeated in range(3):
        _lines, complaints, code = import_pages(tmp_path)
        assert (complaints, code) == ([f"{second}: {reason}"], 1)
        assert (Page.objects.get().source_name, Page.objects.get().text) == (
            str(first),
            FRONT,
        )
    assert import_pages(second)[2] == 0, "alone it is a page delivered anew"
    assert Page.objects.get().source_name == str(second)


@pytest.mark.django_db
def test_the_same_bytes_twice_are_no_second_file(tmp_path):
    first, second = two_files_of_a_page(tmp_path)
    second.write_text(FRONT, encoding="utf-8")
    assert import_pages(first, second, first)[2] == 0


@pytest.mark.django_db
def test_pages_of_one_file_that_say_they_are_the_same_are_refused(tmp_path):
    heads = (f"{NEWSPAPER} 2019年3月15日 星期五 第A3版",) * 2
    (tmp_path / "scan.pdf").write_bytes(
        issue("早稻育秧开始", "老街修缮完工", heads=heads)
    )
    for _repeated in range(2):
        _lines, [complaint], code = import_pages(tmp_path)
        assert code == 1
        assert (
            f"is loaded from {tmp_path}/scan.pdf#1 in this run already"
            in complaint
        )


def test_several_processes_refuse_a_second_file_too(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    first, second = two_files_of_a_page(pages)
    database = new_database(tmp_path)
    for _repeated in range(2):
        done = run(
            "import_pages", str(pages), "--workers", "2", database=database
        )
        assert done.returncode == 1
        [complaint] = done.stderr.splitlines()
        assert complaint.startswith(f"{second}: ")
        assert str(first) in complaint


# Stopping and going on


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


def archive_of(folder: Path, number: int) -> Path:
    """Write so many files that a run over them takes a while."""
    for n in range(number):
        text = FRONT.replace("十件实事", f"{n}件实事")
        (
            folder
            / f"{NEWSPAPER}_20{10 + n // 28:02}-02-{n % 28 + 1:02}_A1.txt"
        ).write_text(text, encoding="utf-8")
    return folder


def heed_ctrl_c() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


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


# The record of a run


@pytest.mark.django_db
def test_the_loads_of_one_command_are_together_in_the_admin(
    plain, client, settings
):
    (plain / "bad.txt").write_bytes(b"\0\1")
    import_pages(plain, "--newspaper", NEWSPAPER, "--date", "2019-03-15")
    import_pages(
        plain / "back.txt",
        "--newspaper",
        NEWSPAPER,
        "--date",
        "2019-03-15",
        "--page",
        "A2",
    )
    runs = ImportRun.objects.order_by("pk")
    assert len({one.batch for one in runs}) == 2
    assert [one.outcome for one in runs] == [
        "refused",
        "refused",
        "refused",
        "created",
    ]
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    client.force_login(get_user_model().objects.create_superuser("chief"))
    listed = client.get(
        reverse("admin:importing_importrun_changelist"),
        {"batch": str(runs[0].batch)},
    )
    assert listed.context["cl"].result_count == 3
    shown = client.get(
        reverse("admin:importing_importrun_change", args=[runs[0].pk])
    ).content.decode()
    assert f"?batch={runs[0].batch}" in shown
    assert "refused 3" in shown
    done = runs[3]
    shown = client.get(
        reverse("admin:importing_importrun_change", args=[done.pk])
    ).content.decode()
    assert reverse("admin:articles_page_change", args=[done.page_id]) in shown
    assert "articles 2" in shown
    assert done.sha256 in shown


# Faults of the program itself


@pytest.mark.django_db
@pytest.mark.parametrize("where", ["import_delivery", "pages_in"])
def test_a_fault_in_one_page_is_its_refusal_and_the_run_goes_on(
    plain, monkeypatch, caplog, where
):
    sound = getattr(batch, where)

    def faulty(given, *rest, **more):
        name = given[0].name if where == "pages_in" else given.file.name
        if name.endswith("back.txt"):
            raise KeyError("第二十0代表团\n")
        return sound(given, *rest, **more)

    monkeypatch.setattr(batch, where, faulty)
    manifest = table(
        plain,
        f"front.txt,{NEWSPAPER},2019-03-15,A1",
        f"back.txt,{NEWSPAPER},2019-03-15,A2",
    )
    _lines, complaints, code = import_pages(plain, "--manifest", manifest)
    reason = "an unexpected fault of the program: KeyError: '第二十0代表团\\n'"
    assert complaints == [f"{plain}/back.txt: {reason}"]
    assert code == 1
    assert Page.objects.get().label == "A1"
    refused = ImportRun.objects.get(outcome=ImportRun.Outcome.REFUSED)
    assert refused.message == reason
    assert "Traceback" in caplog.text


@pytest.mark.django_db
def test_a_store_that_is_gone_ends_the_run(plain, monkeypatch):
    def gone(*given, **more):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(batch, "import_delivery", gone)
    options = ("--newspaper", NEWSPAPER, "--date", "2019-03-15")
    _lines, complaints, code = import_pages(plain, *options)
    assert code == 1
    assert complaints[0].startswith("Stopped: server closed the connection.")
