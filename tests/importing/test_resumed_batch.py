"""A run that was broken off goes on without a second record of what it had settled."""

from __future__ import annotations

from uuid import uuid4

import pytest

from importing.models import ImportRun
from importing.resumed_batch import ResumedBatch
from tests.importing.delivered import FRONT, NEWSPAPER

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def files(tmp_path):
    page = tmp_path / f"{NEWSPAPER}_2019-03-15_A1.txt"
    page.write_text(FRONT, encoding="utf-8")
    broken = tmp_path / f"{NEWSPAPER}_2019-03-15_A2.txt"
    broken.write_bytes(b"\0\1")
    strange = tmp_path / "front.txt"
    strange.write_text("没有报头的一页。", encoding="utf-8")
    return tmp_path


def results(batch: ResumedBatch, folder) -> list:
    paths = [folder, folder / "absent.txt"]
    groups = batch.groups(paths)
    items = [item for group in groups for item in group]
    return [result for item in items for result in batch.results_of(item)]


@pytest.mark.parametrize("again", [False, True])
def test_what_is_settled_is_told_again_and_not_done_again(files, again):
    key = uuid4()
    first = results(ResumedBatch(key=key, again=again), files)
    rows = list(ImportRun.objects.values())
    assert len(rows) == len(first) == 4
    second = results(ResumedBatch(key=key, again=again), files)
    assert second == first
    assert list(ImportRun.objects.values()) == rows


def test_another_run_settles_for_itself(files):
    results(ResumedBatch(), files)
    told = results(ResumedBatch(), files)
    assert sorted(result.outcome for result in told) == [
        "refused",
        "refused",
        "refused",
        "unchanged",
    ]
    assert ImportRun.objects.count() == 8
