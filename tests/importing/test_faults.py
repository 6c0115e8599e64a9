"""A fault in one page is that page's refusal; a fault of the machine ends the run in one line."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError

from articles.models import Page
from importing import batch
from importing.many_files import import_files
from importing.models import ImportRun
from importing.refusal import ImportRefused
from tests.importing.delivered import FRONT, NEWSPAPER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def load(*paths) -> tuple[int, list[str]]:
    lines: list[str] = []
    code = import_files(paths, say=lines.append, complain=lines.append)
    return code, lines


def delivered(tmp_path, label: str, text: str = FRONT):
    file = tmp_path / f"{NEWSPAPER}_2019-03-15_{label}.txt"
    file.write_text(text)
    return file


def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(
    tmp_path, monkeypatch
):
    first, second = (delivered(tmp_path, label) for label in ("A1", "A2"))
    keep = batch.import_delivery

    def filling(delivery, **options):
        if delivery.file.name.endswith("A2.txt"):
            raise OSError(28, "No space left on device")
        return keep(delivery, **options)

    monkeypatch.setattr(batch, "import_delivery", filling)
    code, lines = load(first, second)
    assert code == 1
    assert lines[1] == (
        "Stopped: the disk is full. Run the same command again to go on; "
        "what is loaded stays."
    )
    assert lines[2].startswith("Pages: created 1.")
    monkeypatch.undo()
    code, lines = load(first, second)
    assert (code, Page.objects.count()) == (0, 2)
    assert lines[-1].startswith("Pages: created 1, unchanged 1.")


@pytest.mark.parametrize(
    ("failures", "in_block", "code"),
    [(1, False, 0), (2, False, 1), (1, True, 1)],
)
def test_a_lost_connection_is_opened_again_once(
    tmp_path, monkeypatch, failures, in_block, code
):
    keep = batch.import_delivery
    closed: list[int] = []
    left = [failures]

    def losing(delivery, **options):
        if left[0]:
            left[0] -= 1
            raise OperationalError("server closed the connection")
        return keep(delivery, **options)

    connection = SimpleNamespace(
        in_atomic_block=in_block, close=lambda: closed.append(1)
    )
    monkeypatch.setattr(batch, "import_delivery", losing)
    monkeypatch.setattr(batch, "connection", connection)
    found, lines = load(delivered(tmp_path, "A1"))
    assert (found, len(closed)) == (code, 0 if in_block else 1)
    if code:
        assert lines[0].startswith("Stopped: server closed the connection.")


def test_a_page_of_more_characters_than_any_is_refused(tmp_path, settings):
    settings.MAX_PAGE_CHARACTERS = len(FRONT)
    assert load(delivered(tmp_path, "A1"))[0] == 0
    code, lines = load(delivered(tmp_path, "A2", FRONT + "。"))
    assert code == 1
    assert lines[0].endswith(f": too large: more than {len(FRONT)} characters")
    assert ImportRun.objects.first().outcome == "refused"


@pytest.mark.parametrize(
    "words",
    [
        "第二十0代表团",
        "第二十０代表团",
        "第十百代表团",
        "第〇代表团",
        "二十0时30分",
    ],
)
def test_odd_numerals_are_no_fault(tmp_path, words):
    text = FRONT.replace("会议由林向晚", f"{words}举行会议。会议由林向晚")
    code, lines = load(delivered(tmp_path, "A1", text))
    assert (code, "unexpected fault" in lines[0]) == (0, False)


def test_a_refusal_is_one_line_of_what_can_be_printed():
    refusal = ImportRefused("word/\x00\x0bdocument\x1c.xml:\n damaged\u2028")
    assert str(refusal) == "word/ document .xml: damaged"
    assert len(str(ImportRefused("名" * 2_000))) == 501
