"""import_pages and read_page: one line a page, one line a refusal, and the exit code."""

import io
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from django.core.management import call_command, load_command_class
from django.db import connection
from django.utils import translation

from articles.models import Article, Newspaper, Page
from events.models import Event
from importing.models import ImportRun
from importing.refusal import reason_of
from people.models import Person
from tests.importing.delivered import BACK, FRONT, NEWSPAPER
from tests.migrated import new_database

# Options that every command of the framework has.
STOCK = {
    "-h",
    "--version",
    "-v",
    "--settings",
    "--pythonpath",
    "--traceback",
    "--no-color",
    "--force-color",
    "--skip-checks",
}
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / f"{NEWSPAPER}_2019-03-15_A1.txt").write_text(
        FRONT, encoding="utf-8"
    )
    (tmp_path / f"{NEWSPAPER}_2019-03-15_A2.txt").write_text(
        BACK, encoding="gb18030"
    )
    return tmp_path


def run_command(
    name: str, *arguments: object
) -> tuple[list[str], list[str], int]:
    """Return the lines on standard output and standard error, and the exit code."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command(
            name, *map(str, arguments), stdout=out, stderr=err, no_color=True
        )
    except SystemExit as leaving:
        code = leaving.code
    return out.getvalue().splitlines(), err.getvalue().splitlines(), code


import_pages, read_page = (
    partial(run_command, "import_pages"),
    partial(run_command, "read_page"),
)


@pytest.mark.django_db
@pytest.mark.usefixtures("english")
class TestImportPages:
    def test_each_page_is_a_line_and_the_totals_the_last(self, pages):
        lines, complaints, code = import_pages(pages)
        assert (complaints, code) == ([], 0)
        assert lines[0].startswith(
            f"{pages}/{NEWSPAPER}_2019-03-15_A1.txt: "
            f"{NEWSPAPER} 2019-03-15 A1 created: articles 2, "
        )
        assert lines[0].endswith(", coverage 100.0%")
        assert lines[2].startswith(
            "Pages: created 2. In all: articles 4, photos 1, people 5, events 3, findings "
        )
        assert len(lines) == 3

    def test_a_second_run_says_that_nothing_changed(self, pages):
        import_pages(pages)
        lines, complaints, code = import_pages(pages)
        assert (complaints, code) == ([], 0)
        assert all(
            line.endswith("the same bytes are already loaded; nothing changed")
            for line in lines[:2]
        )
        assert lines[2].startswith("Pages: unchanged 2.")
        assert Article.objects.count() == 4
        lines, _complaints, code = import_pages(pages, "--again")
        assert lines[2].startswith("Pages: read again 2.")

    def test_bad_files_are_one_line_each_and_the_others_load(self, pages):
        empty, binary = (
            pages / f"{NEWSPAPER}_2019-03-16_A1.txt",
            pages / f"{NEWSPAPER}_2019-03-17_A1.txt",
        )
        empty.write_bytes(b"")
        binary.write_bytes(b"\x89PNG\x00\x01")
        (pages / f"{NEWSPAPER}_2019-02-31_A1.txt").write_text(FRONT)
        (pages / "nothing").mkdir()
        lines, complaints, code = import_pages(
            pages / "gone.txt", pages, pages / "nothing"
        )
        assert code == 1
        reasons = [line.removeprefix(f"{pages}/") for line in complaints]
        assert reasons == [
            "gone.txt: there is no such file",
            f"{NEWSPAPER}_2019-02-31_A1.txt: unreadable date '2019-02-31'",
            f"{empty.name}: empty: there is no text in it",
            f"{binary.name}: binary: not a text file",
            "nothing: there are no page files in this directory",
        ]
        assert Page.objects.count() == 2
        assert ImportRun.objects.filter(outcome="refused").count() == 5
        assert lines[-1].startswith("Pages: created 2, refused 5.")

    def test_arguments_name_what_the_file_does_not(self, tmp_path):
        file = tmp_path / "scan.txt"
        file.write_text(FRONT)
        _lines, complaints, code = import_pages(file)
        assert code == 1
        assert complaints == [
            f"{file}: neither file name nor page head tells which page this is; "
            "to be given: the newspaper (--newspaper), the date (--date), "
            "the page (--page)"
        ]
        given = [
            "--newspaper",
            NEWSPAPER,
            "--date",
            "2019-03-15",
            "--page",
            "A1",
        ]
        assert import_pages(file, *given)[2] == 0
        assert str(Page.objects.get()) == f"{NEWSPAPER} 2019-03-15 A1"
        assert import_pages(
            file, *given[:2], "--date", "15/3/2019", "--page", "A1"
        )[1] == [f"{file}: unreadable date '15/3/2019'"]

    def test_a_file_that_is_too_large_is_not_read_whole(self, pages, settings):
        settings.MAX_PAGE_BYTES = 1000
        _lines, complaints, code = import_pages(pages)
        assert code == 1
        assert len(complaints) == 1
        assert complaints[0].endswith("A1.txt: too large: more than 1000 bytes")

    def test_no_progress_is_shown_where_nobody_watches(self, pages, capfd):
        import_pages(pages)
        assert capfd.readouterr().err == ""


def run(*arguments: object, database: str) -> subprocess.CompletedProcess:
    """Run a management command in a process of its own, on a database of its own."""
    environment = {**os.environ, "ZZCMS_DEBUG": "1", "DATABASE_URL": database}
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_several_processes_load_into_one_sqlite_file(pages, tmp_path):
    database = new_database(tmp_path)
    done = run(
        "import_pages",
        pages / f"{NEWSPAPER}_2019-03-15_A1.txt",
        pages,
        "--workers",
        2,
        database=database,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert len(done.stdout.splitlines()) == 4
    with closing(sqlite3.connect(tmp_path / "zzcms.sqlite3")) as stored:
        assert stored.execute(
            "SELECT count(*) FROM articles_article WHERE continuation_id IS NOT NULL"
        ).fetchone() == (1,)
        assert stored.execute(
            "SELECT count(*), count(DISTINCT name) FROM people_person"
        ).fetchone() == (5, 5)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="a test database in memory belongs to one process",
)
def test_several_processes_load_the_same_records(pages):
    for day in range(16, 22):
        text = FRONT.replace("3月14日", f"3月{day - 1}日")
        (pages / f"{NEWSPAPER}_2019-03-{day}_A1.txt").write_text(
            text, encoding="utf-8"
        )
    _lines, complaints, code = import_pages(pages, "--workers", 3)
    assert (complaints, code) == ([], 0)
    assert (
        Page.objects.count(),
        Newspaper.objects.count(),
        Person.objects.count(),
    ) == (8, 1, 5)
    assert Event.objects.congresses().count() == 1
    assert Article.objects.exclude(continuation=None).count() == 1


def test_read_page_prints_the_reading_and_needs_no_database(pages, tmp_path):
    nowhere = tmp_path / "none" / "zzcms.sqlite3"
    done = run(
        "read_page",
        pages / f"{NEWSPAPER}_2019-03-15_A1.txt",
        database=f"sqlite:///{nowhere}",
    )
    reading = json.loads(done.stdout)
    assert (reading["newspaper"], reading["date"], reading["page"]) == (
        NEWSPAPER,
        "2019-03-15",
        "A1",
    )
    assert (
        reading["articles"][0]["headline"]
        == "中国共产党滨江市第九次代表大会开幕"
    )
    assert reading["coverage"] == 1.0
    assert not nowhere.exists()


@pytest.mark.usefixtures("english")
def test_read_page_says_in_one_line_what_is_wrong(tmp_path):
    file = tmp_path / "page.txt"
    assert read_page(file) == ([], [f"{file}: there is no such file"], 1)
    file.write_bytes(b"\x00\x01")
    assert read_page(file) == ([], [f"{file}: binary: not a text file"], 1)
    file.write_text("北岭日报 2019年3月15日 第A1版\n\n" + FRONT)
    _lines, [complaint], code = read_page(file, "--newspaper", NEWSPAPER)
    assert complaint.startswith(f"{file}: ")
    assert "北岭日报" in complaint
    assert code == 1


@pytest.mark.usefixtures("english")
def test_read_page_prints_several_pages_one_a_line(pages):
    (pages / "empty.txt").write_bytes(b"")
    lines, complaints, code = read_page(pages)
    assert [json.loads(line)["page"] for line in lines] == ["A1", "A2"]
    assert (complaints, code) == (
        [f"{pages}/empty.txt: empty: there is no text in it"],
        1,
    )


@pytest.mark.usefixtures("english")
def test_read_page_says_that_a_directory_is_empty(tmp_path):
    assert read_page(tmp_path) == (
        [],
        [f"{tmp_path}: there are no page files in this directory"],
        1,
    )


@pytest.mark.parametrize(
    ("app", "name"),
    [
        ("importing", "import_pages"),
        ("importing", "read_page"),
        ("importing", "learn_names"),
        ("desk", "load_demo"),
        ("search", "rebuild_search_index"),
    ],
)
def test_help_is_in_the_language_of_the_site(app, name):
    texts = []
    for language in ("en", "zh-hans"):
        with translation.override(language):
            parser = load_command_class(app, name).create_parser(
                "manage.py", name
            )
            own = [
                action.help
                for action in parser._actions
                if not set(action.option_strings) & STOCK
            ]
            texts.append([parser.description, *filter(None, own)])
    assert not set(texts[0]) & set(texts[1])


def test_why_a_file_is_not_given_is_said_in_words(tmp_path):
    for path in (tmp_path / "gone.txt", tmp_path, tmp_path / ("x" * 300)):
        with pytest.raises(OSError, match=path.name[:20]) as caught:
            path.open()
        assert reason_of(caught.value) != caught.value.strerror
    assert reason_of(OSError(5, "Input/output error")) == "Input/output error"
