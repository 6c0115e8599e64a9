"""A manifest says which page each file is."""

import datetime as dt
import zipfile

import pytest

from articles.models import Page
from importing.delivery.written_days import day_written
from importing.models import ImportRun
from tests.importing.delivered import FRONT, NEWSPAPER
from tests.importing.many_files.files_of_a_run import issue, table
from tests.importing.test_commands import import_pages, read_page

pytestmark = pytest.mark.usefixtures("english")


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
@pytest.mark.parametrize(
    ("head", "mark", "encoding"),
    [
        ("sep=;\nfile;newspaper;date;page", ";", "utf-8-sig"),
        ('"sep=,"\r\nfile,newspaper,date,page', ",", "gb18030"),
        ("sep=|\nfile|newspaper|date|page", "|", "utf-8"),
        ("\n,,,\n \nfile,newspaper,date,page", ",", "utf-8"),
        (";;;\r\nfile;newspaper;date;page", ";", "utf-16"),
        ("文件名,报纸,出版日期,版次", ",", "gb18030"),
        ("檔名\t報紙\t日期\t版面", "\t", "utf-16"),
        ("file\uff0cnewspaper\uff0cdate\uff0cpage", "\uff0c", "utf-8"),
        ('"file","newspaper\n","date","page"', ",", "utf-8"),
        ("\u200bfile,newspaper,date,page", ",", "utf-8"),
    ],
)
def test_the_head_of_a_table_may_be_as_spreadsheets_and_newsrooms_write_it(
    plain, head, mark, encoding
):
    rows = (
        [".\\front.txt", f"{NEWSPAPER}\u200b", "2019/3/15", "第一版"],
        ["front.txt", NEWSPAPER, '="2019-03-15"', "1"],
        [
            "back.txt",
            f'"{NEWSPAPER}\n"',
            "2019年3月15日 星期五",
            "\uff21\uff12",
        ],
    )
    manifest = table(plain, *map(mark.join, rows), head=head, encoding=encoding)
    _lines, complaints, code = import_pages(plain, "--manifest", manifest)
    assert (complaints, code) == ([], 0)
    assert sorted(map(str, Page.objects.all())) == [
        f"{NEWSPAPER} 2019-03-15 1",
        f"{NEWSPAPER} 2019-03-15 A2",
    ]


@pytest.mark.parametrize(
    "written",
    [
        "2019-3-15 00:00:00",
        "2019-03-15T00:00:00",
        "2019年03月15日 周五",
        "二〇一九年三月十五日",
        "\uff12\uff10\uff11\uff19-03-15",
        "'2019-03-15",
        '="2019/3/15"',
    ],
)
def test_a_day_is_one_however_it_is_typed(written):
    assert day_written(written) == dt.date(2019, 3, 15)


@pytest.mark.parametrize(
    "written",
    ["43539", "15/3/2019", "3/15/19", "2019-02-30", "15-Mar-19", "年"],
)
def test_what_may_be_several_days_or_none_is_none(written):
    with pytest.raises(ValueError, match=r".+"):
        day_written(written)


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
            "unknown column paper; there are file, newspaper, date, page, edition",
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
        (['"front.txt\n'], "\nfile", "line 3: unexpected end of data"),
        (["front.txt,A1,A2"], "file,page,版次", "two columns page"),
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
