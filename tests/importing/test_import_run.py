"""The loads of one command bear one number, in the table and in the admin's column."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from importing.models import ImportRun
from tests.importing.delivered import BACK, FRONT, NEWSPAPER, deliver
from tests.importing.test_commands import import_pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

CELL = re.compile(r'<td class="field-same_run">(.*?)</td>')


@pytest.fixture
def two_commands(tmp_path: Path) -> list[ImportRun]:
    """Load two pages and a refused file by one command, and one of the pages by another."""
    front = tmp_path / f"{NEWSPAPER}_2019-03-15_A1.txt"
    front.write_text(FRONT, encoding="utf-8")
    back = tmp_path / f"{NEWSPAPER}_2019-03-15_A2.txt"
    back.write_text(BACK, encoding="utf-8")
    (tmp_path / "broken.zip").write_bytes(b"no archive")
    import_pages(tmp_path)
    import_pages(back)
    return list(ImportRun.objects.order_by("pk"))


def test_each_load_of_a_command_bears_its_number_and_no_other(two_commands):
    *first, last = two_commands
    outcomes = sorted(run.outcome for run in first)
    assert outcomes == ["created", "created", "refused"]
    assert last.outcome == "unchanged"
    [number] = {run.batch for run in first}
    assert number is not None
    assert last.batch not in {number, None}
    assert set(first[0].same_batch()) == set(first)
    assert set(last.same_batch()) == {last}


def test_a_page_loaded_alone_is_of_no_command():
    assert deliver(FRONT).batch is None


def test_the_column_shows_each_load_the_number_of_its_command(
    two_commands, client
):
    deliver(FRONT, date="2019-03-16")
    client.force_login(get_user_model().objects.create_superuser("chief"))
    address = reverse("admin:importing_importrun_changelist")
    page = client.get(address)
    shown = re.findall(CELL, page.content.decode())
    newest_first = page.context["cl"].result_list
    assert len(shown) == len(two_commands) + 1
    assert shown == [cell_of(run, address) for run in newest_first]


def cell_of(run: ImportRun, address: str) -> str:
    """Return what the column shows of a load."""
    if run.batch is None:
        return "-"
    link = f"{address}?batch={run.batch}"
    return f'<a href="{link}">{str(run.batch)[:8]}</a>'
