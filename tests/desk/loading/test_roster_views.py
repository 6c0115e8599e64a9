"""Rosters at the desk: send, see each row, load; sample files, and what goes out."""

from __future__ import annotations

import csv
import io
import uuid

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from importing.models import Upload
from importing.roster_files.load_roster import RosterFile, check_roster
from importing.roster_files.roster_cells import cell_words, escaped
from people.models import RosterEntry
from tests.builders import make_newspaper, make_person, make_user, saved
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
SEND = reverse("desk-roster")


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.UPLOADS_ROOT = tmp_path / "uploads"
    settings.ORIGINALS_ROOT = tmp_path / "originals"


@pytest.fixture
def desk() -> Client:
    return member("an-editor", "Editors")


def send(desk: Client, *rows: str) -> str:
    text = "\n".join(["次序,姓名,起", *rows])
    file = SimpleUploadedFile("执行主席.csv", text.encode())
    answer = desk.post(SEND, {"sent": file})
    assert answer.status_code == 302, text_of(answer)
    return answer.url


def test_each_row_is_shown_then_all_are_loaded(desk):
    paper = make_newspaper()
    known = make_person(name="何田")
    check = send(desk, "1,何田,2021-09-26", "2,林向晚,")
    shown = text_of(desk.get(check))
    assert f"№{known.pk}" in shown
    assert "new person" in shown
    assert "Load 2 rows" in shown
    assert 'value="执行主席"' in shown
    assert not RosterEntry.objects.exists()
    said = {"roster": "主席", "authority": "秘书处", "newspaper": paper.pk}
    answer = desk.post(check, said, follow=True)
    assert "The roster is loaded: 2 rows." in text_of(answer)
    assert RosterEntry.objects.filter(roster="主席").count() == 2
    assert paper.people.get().name == "林向晚"
    assert not Upload.objects.exists()
    assert desk.get(check).status_code == 404


def test_a_wrong_row_is_named_and_nothing_is_loaded(desk):
    check = send(desk, "1,何田,2021-09-26", "1,林向晚,2021.9.31")
    shown = text_of(desk.get(check))
    assert 'href="#row-3"' in shown
    assert "“2021.9.31” is no day" in shown
    assert "Load 2 rows" not in shown
    said = {"roster": "主席", "authority": "秘书处"}
    shown = text_of(desk.post(check, said))
    assert "nothing was loaded" in shown
    assert not RosterEntry.objects.exists()


def test_what_is_said_of_all_rows_is_checked_with(desk):
    check = send(desk, "1,何田,")
    assert 'class="error"' in text_of(desk.get(f"{check}?newspaper=77"))
    shown = text_of(desk.get(f"{check}?roster=主席团&authority=秘书处"))
    assert 'value="主席团"' in shown
    assert "Load 1 row" in shown


def test_a_file_that_is_no_roster_is_refused_in_one_line(desk):
    file = SimpleUploadedFile("a.csv", "姓名\n何田".encode())
    check = desk.post(SEND, {"sent": file}).url
    assert "no column 次序" in text_of(desk.get(check))
    assert "This field is required" in text_of(desk.post(SEND, {}))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_sample_is_a_roster_that_can_be_loaded(desk, ending):
    answer = desk.get(reverse("desk-roster-file", args=[ending]))
    assert answer["Content-Disposition"].endswith(f'roster.{ending}"')
    file = RosterFile(f"a.{ending}", answer.content, "a", "b")
    checked = check_roster(file, make_user())
    assert checked.is_good
    assert len(checked.rows) == 2


def test_what_goes_out_is_no_formula_and_comes_in_again(desk):
    person = make_person(name="何田")
    entry = saved(
        RosterEntry(roster="主席团", rank=1, person=person, post="=1+1")
    )
    address = reverse("desk-roster-file", args=["csv"])
    answer = desk.get(address, {"roster": "主席团"})
    (row,) = csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert row["职务"] == "'=1+1"
    assert row["编号"] == str(person.pk)
    checked = check_roster(
        RosterFile("a.csv", answer.content, "", "秘书处"), make_user()
    )
    assert checked.rows[0].cells["post"] == entry.post
    assert checked.is_good
    sheet = desk.get(
        reverse("desk-roster-file", args=["xlsx"]), {"roster": "主席团"}
    )
    book = openpyxl.load_workbook(io.BytesIO(sheet.content))
    cells = [cell.data_type for cell in book.active[2]]
    assert "f" not in cells
    assert desk.get(address.replace("csv", "ods")).status_code == 404
    assert "主席团" in text_of(desk.get(SEND))


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "'它"])
def test_escaped_words_come_in_as_they_went_out(cell):
    assert cell_words(escaped(cell)) == cell
    assert escaped(7) == 7
    assert str(escaped(cell)).startswith("'")


def test_who_may_not_keep_rosters_sees_none_of_it(desk):
    check = send(desk, "1,何田,")
    reader = member("a-reviewer", "Reviewers")
    sample = reverse("desk-roster-file", args=["csv"])
    for address in (SEND, check, sample):
        assert reader.get(address).status_code == 403
    assert (
        desk.get(reverse("desk-roster-check", args=[uuid.uuid4()])).status_code
        == 404
    )
    upload = reverse("desk-upload-preview", args=[Upload.objects.get().pk])
    assert desk.get(upload).status_code == 404
