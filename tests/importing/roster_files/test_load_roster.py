"""Rosters from files: checked row by row, stored whole or not at all."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Newspaper
from editorial.models import Step
from editorial.steps.undoing import undo
from importing.delivery.files.content import digest_of
from importing.models import originals
from importing.models.original import kept_under
from importing.refusal import ImportRefused
from importing.roster_files import roster_table
from importing.roster_files.load_roster import (
    RosterFile,
    check_roster,
    load_roster,
)
from people.models import OtherName, Person, RosterEntry, RosterRow
from tests.builders import make_newspaper, make_person, make_user, saved
from tests.conftest import with_permissions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
HEAD = "次序,姓名,职务,起,止"
FIRST = dt.date(2021, 9, 26)


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.ORIGINALS_ROOT = tmp_path / "originals"


@pytest.fixture
def keeper(db):
    user = make_user(username="keeper")
    return with_permissions(
        user,
        "add_rosterentry",
        *("change_rosterentry", "change_rosterrow", "change_person"),
    )


def csv_file(*rows: str, head: str = HEAD, **fields) -> RosterFile:
    text = "\r\n".join([head, *rows, ""])
    fields = {"roster": "主席团", "authority": "大会秘书处", **fields}
    return RosterFile("list.csv", text.encode("gb18030"), **fields)


def xlsx(*rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def make_entry(name: str, rank: int, **fields) -> RosterEntry:
    person = fields.pop("person", None) or make_person(name=name)
    fields = {"roster": "主席团", "valid_from": FIRST, **fields}
    return saved(RosterEntry(person=person, rank=rank, **fields))


def places() -> list[tuple[int, str]]:
    entries = RosterEntry.objects.order_by("rank")
    return list(entries.values_list("rank", "person__name"))


# What is checked


def test_a_check_tells_each_row_and_stores_nothing(keeper):
    known = make_entry("何田", 1)
    make_person(name="林向晚")
    rows = (
        "1,何田,,2021-09-26,",
        "2,林向晚,书记,2021年9月26日,",
        "3,沈立秋,,,",
    )
    checked = check_roster(csv_file(*rows), keeper)
    assert checked.is_good
    assert [row.number for row in checked.rows] == [2, 3, 4]
    outcomes = [row.outcome for row in checked.rows]
    assert outcomes == ["update", "new", "new"]
    assert [row.is_new_person for row in checked.rows] == [False, False, True]
    assert checked.new_people == 1
    assert (checked.rows[0].old_rank, checked.rows[0].person) == (
        1,
        known.person_id,
    )
    assert places() == [(1, "何田")]
    assert not Person.objects.filter(name="沈立秋").exists()
    assert not RosterRow.objects.exists()
    assert not Step.objects.exists()


@pytest.mark.parametrize(
    ("row", "cell", "reason"),
    [
        ("七,何田,,,", "rank", "“七” is no place"),
        ("0,何田,,,", "rank", "“0” is no place"),
        ("1,,,,", "person", "there is no name"),
        (f"1,{'长' * 61},,,", "person", "too long"),
        ("1,何田,,2021.9.31,", "valid_from", "“2021.9.31” is no day"),
        ("1,何田,,,昨天", "valid_to", "“昨天” is no day"),
        ("2,林向晚,,,", "rank", "row 2 has the same place"),
        ("3,沈立秋,,,", "person", "row 2 names the same person"),
        ("3,钟鸣,,,", "person", "several people are called 钟鸣"),
    ],
)
def test_a_wrong_cell_is_told_with_row_and_reason(keeper, row, cell, reason):
    make_person(name="钟鸣")
    make_person(name="钟鸣")
    file = csv_file("2,沈立秋,,,", row)
    checked = check_roster(file, keeper)
    (bad,) = checked.bad_rows
    assert bad.number == 3
    assert list(bad.errors) == [cell]
    assert reason in bad.errors[cell]
    with pytest.raises(ImportRefused, match="nothing was loaded"):
        load_roster(file, keeper)
    assert not RosterEntry.objects.exists()
    assert not Person.objects.filter(name="沈立秋").exists()
    assert not Step.objects.exists()


def test_both_wrong_cells_of_a_row_are_told(keeper):
    (bad,) = check_roster(csv_file("x,何田,,y,"), keeper).bad_rows
    assert set(bad.errors) == {"rank", "valid_from"}


def test_a_number_says_which_namesake_is_meant(keeper):
    make_person(name="钟鸣")
    second = make_person(name="钟鸣")
    saved(OtherName(person=second, name="钟大鸣"))
    head = f"{HEAD},编号"
    good = check_roster(csv_file(f"1,钟鸣,,,,{second.pk}", head=head), keeper)
    assert good.rows[0].person == second.pk
    bad = check_roster(csv_file(f"1,何田,,,,{second.pk}", head=head), keeper)
    assert "nobody of number" in bad.rows[0].errors["person"]
    other = check_roster(csv_file("1,钟大鸣,,,"), keeper)
    assert other.rows[0].person == second.pk


def test_the_authority_list_of_the_paper_tells_namesakes_apart(keeper):
    paper = make_newspaper()
    make_person(name="钟鸣")
    listed = make_person(name="钟鸣")
    paper.people.add(listed)
    checked = check_roster(csv_file("1,钟鸣,,,", newspaper=paper), keeper)
    assert checked.rows[0].person == listed.pk


# What is loaded


def test_a_load_keeps_entries_people_file_and_evidence_as_one_step(keeper):
    paper = make_newspaper()
    file = csv_file("1,何田,书记,2021-9-26,2022/1/1", newspaper=paper)
    load_roster(file, keeper)
    entry = RosterEntry.objects.get()
    assert (entry.roster, entry.rank, entry.post) == ("主席团", 1, "书记")
    assert (entry.valid_from, entry.valid_to) == (FIRST, dt.date(2022, 1, 1))
    assert entry.authority == "大会秘书处"
    assert list(paper.people.all()) == [entry.person]
    evidence = RosterRow.objects.get()
    digest = digest_of(file.data)
    assert (evidence.sha256, evidence.row) == (digest, 2)
    assert evidence.words == "1 何田 书记 2021-9-26 2022/1/1"
    assert evidence.entered_by == keeper
    with originals().open(kept_under(digest)) as kept:
        assert kept.read() == file.data
    step = Step.objects.get()
    assert (step.kind, step.by) == (Step.Kind.TABLE, keeper)
    undo(step, keeper)
    assert not RosterEntry.objects.exists()
    assert not Person.objects.exists()
    assert Newspaper.objects.get() == paper


def test_people_may_change_places_and_the_same_file_changes_nothing(keeper):
    for number, name in enumerate(("何田", "林向晚", "沈立秋"), start=1):
        make_entry(name, number)
    rows = ("2,何田,,2021-09-26,", "1,林向晚,,2021-09-26,")
    load_roster(csv_file(*rows), keeper)
    assert places() == [(1, "林向晚"), (2, "何田"), (3, "沈立秋")]
    assert check_roster(csv_file(*rows), keeper).rows[0].outcome == "skip"
    load_roster(csv_file(*rows), keeper)
    assert places() == [(1, "林向晚"), (2, "何田"), (3, "沈立秋")]
    assert RosterRow.objects.count() == 2
    assert Step.objects.count() == 1


def test_who_is_left_out_keeps_the_place_and_nobody_takes_it(keeper):
    make_entry("何田", 1)
    checked = check_roster(csv_file("1,林向晚,,2021-09-26,"), keeper)
    assert not checked.is_good
    assert "row 2: place 1 is 何田" in checked.problems[0]
    later = check_roster(csv_file("1,林向晚,,2022-09-26,"), keeper)
    assert later.is_good


def test_who_may_not_keep_rosters_loads_none():
    with pytest.raises(PermissionDenied):
        load_roster(csv_file("1,何田,,,"), make_user())


# What is a table


def test_a_spreadsheet_is_read_with_its_days_and_numbers(keeper):
    rows = (
        ["名单", "名次", "姓名", "起", None],
        ["执行主席", 1, "何 田", FIRST, None],
        [None, None, None, None, None],
        ["执行主席", 2.0, "林向晚", "2021-09-26", None],
    )
    file = RosterFile("a.xlsx", xlsx(*rows), "", "秘书处")
    load_roster(file, keeper)
    found = RosterEntry.objects.values_list("roster", "rank", "valid_from")
    assert list(found) == [("执行主席", 1, FIRST), ("执行主席", 2, FIRST)]
    assert RosterRow.objects.last().row == 4
    assert places() == [(1, "何田"), (2, "林向晚")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", b"", "CSV or an xlsx"),
        ("a.xlsx", b"PK\x03\x04", "damaged"),
        ("a.xlsx", b"name", "damaged"),
        ("a.csv", "姓名,职务".encode(), "no column 次序"),
        ("a.csv", "次序,姓名,电话".encode(), "unknown column 电话"),
        ("a.csv", b"", "no column"),
    ],
)
def test_what_is_no_roster_is_refused(keeper, name, data, reason):
    with pytest.raises(ImportRefused, match=reason):
        check_roster(RosterFile(name, data, "主席团", "秘书处"), keeper)


def test_too_many_rows_or_bytes_are_refused(keeper, monkeypatch):
    file = csv_file("1,何田,,,", "2,林向晚,,,")
    monkeypatch.setattr(roster_table, "MOST_ROWS", 1)
    with pytest.raises(ImportRefused, match="more than 1 rows"):
        check_roster(file, keeper)
    monkeypatch.setattr(roster_table, "MOST_BYTES", 9)
    with pytest.raises(ImportRefused, match="more than 9 bytes"):
        check_roster(file, keeper)
    monkeypatch.setattr(roster_table, "MOST_BYTES", 90_000)
    monkeypatch.setattr(roster_table, "MOST_UNPACKED", 9)
    with pytest.raises(ImportRefused, match="unpacks to more than 9"):
        check_roster(RosterFile("a.xlsx", xlsx(["x"]), "a", "b"), keeper)
