"""Pictures that go nowhere, and two pages whose names say nothing."""

from pathlib import Path

import pytest

from tests.importing.delivered import BACK, FRONT


@pytest.fixture(autouse=True)
def media(settings, tmp_path_factory):
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Two pages whose names say nothing."""
    (tmp_path / "front.txt").write_text(FRONT, encoding="utf-8")
    (tmp_path / "back.txt").write_text(BACK, encoding="utf-8")
    return tmp_path
