"""Several pages in one file, and a second file for a page."""

from pathlib import Path

import pytest

from articles.models import Page
from tests.importing.delivered import FRONT, NEWSPAPER
from tests.importing.many_files.files_of_a_run import BODY, issue, table
from tests.importing.test_commands import import_pages, run
from tests.migrated import new_database

pytestmark = pytest.mark.usefixtures("english")


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
