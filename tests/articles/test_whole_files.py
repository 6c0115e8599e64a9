"""A kept file is whole or not there, and one that is damaged is written again."""

import os

import pytest
from django.core.files.base import ContentFile

from articles.whole_files import WholeFileStorage, keep_whole


@pytest.fixture
def storage(tmp_path) -> WholeFileStorage:
    return WholeFileStorage(location=tmp_path)


def files(tmp_path) -> list[str]:
    return [each.name for each in tmp_path.rglob("*") if each.is_file()]


def test_a_file_is_written_readable_and_alone(storage, tmp_path):
    assert storage.save("ab/c.bin", ContentFile(b"whole")) == "ab/c.bin"
    assert (tmp_path / "ab/c.bin").read_bytes() == b"whole"
    assert (tmp_path / "ab/c.bin").stat().st_mode & 0o777 == 0o644
    assert files(tmp_path) == ["c.bin"]


def test_a_full_disk_leaves_nothing(storage, tmp_path, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep_whole(storage, "c.bin", b"whole")
    assert files(tmp_path) == []


def test_what_is_there_and_whole_is_left_and_what_is_not_is_replaced(
    storage, tmp_path
):
    file = tmp_path / "c.bin"
    keep_whole(storage, "c.bin", b"whole")
    written = file.stat().st_ino
    keep_whole(storage, "c.bin", b"whole")
    assert file.stat().st_ino == written
    file.write_bytes(b"who")
    keep_whole(storage, "c.bin", b"whole")
    assert file.read_bytes() == b"whole"
    assert files(tmp_path) == ["c.bin"]
