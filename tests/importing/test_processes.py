"""Several processes make the records and the findings that one makes."""

import json
from pathlib import Path

import pytest
from django.core import serializers
from django.core.management import call_command
from django.db import connection
from django.db.models import DateTimeField, Model, UUIDField

from articles.models import Article, Page, Photo
from editorial.models import Finding
from events.models import Event
from importing.models import ImportRun
from people.models import Person
from tests.importing.delivered import BACK, FRONT, NEWSPAPER
from tests.importing.epaper_sites import layered, written

# Names that are near each other, and one that the run itself brings to the authority list.
NEAR = FRONT.replace("高长林", "高长琳").replace("蔡溪", "蔡西")
KEPT = (Page, Article, Photo, Person, Event, Finding)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = written(tmp_path / "archive", layered())
    for day in range(10, 16):
        front = NEAR if day % 2 else FRONT
        for label, text in (("A1", front), ("A2", BACK)):
            file = folder / f"{NEWSPAPER}_2019-03-{day}_{label}.txt"
            file.write_text(text.replace("3月14日", f"3月{day - 1}日"))
    copy = folder / f"{NEWSPAPER}_2019-03-10_A1_copy.txt"
    copy.write_text("同一版的另一份文字。" * 9)
    (folder / f"{NEWSPAPER}_2019-03-16_A1.txt").write_bytes(b"\x00\x01")
    (folder / f"{NEWSPAPER}_2019-03-17_A1.pdf").write_bytes(b"%PDF-broken")
    return folder


def records() -> list[str]:
    told = []
    for model in KEPT:
        rows = json.loads(serializers.serialize("json", model.objects.all()))
        told += [
            json.dumps(
                [row["model"], row["pk"], _lasting(model, row["fields"])]
            )
            for row in rows
        ]
    outcomes = ImportRun.objects.order_by("pk").values_list(
        "source_name", "outcome", "message"
    )
    return [*told, *map(str, outcomes)]


def _lasting(model: type[Model], fields: dict) -> dict:
    """Return the fields that no clock and no chance has a part in."""
    kinds = {name: model._meta.get_field(name) for name in fields}
    return {
        name: value
        for name, value in fields.items()
        if not isinstance(kinds[name], DateTimeField | UUIDField)
    }


def loaded(archive: Path, workers: int, capsys) -> tuple[list[str], list[str]]:
    with pytest.raises(SystemExit):
        call_command("import_pages", archive, workers=workers)
    out, err = capsys.readouterr()
    return records(), [*out.splitlines(), *err.splitlines()]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor == "sqlite"
    and connection.settings_dict["NAME"] == ":memory:",
    reason="a database in memory cannot be shared",
)
def test_two_processes_leave_what_one_leaves(archive, capsys):
    # Keys begin anew, so that both loads give the same ones.
    call_command("flush", interactive=False, verbosity=0)
    one, told_by_one = loaded(archive, 1, capsys)
    call_command("flush", interactive=False, verbosity=0)
    two, told_by_two = loaded(archive, 2, capsys)
    assert told_by_two == told_by_one
    assert two == one
