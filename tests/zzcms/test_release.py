"""Whatever changes how a page looks makes another release."""

from __future__ import annotations

import pytest

from zzcms.keeping.release import release_digest

FILES = (
    "requirements.txt",
    "public/__init__.py",
    "public/views/pages.py",
    "templates/base.html",
    "templates/articles/page.html",
    "static/site.css",
    "locale/zh_Hans/LC_MESSAGES/django.mo",
)


@pytest.fixture
def tree(settings, tmp_path):
    """A small program of its own."""
    settings.BASE_DIR = tmp_path
    settings.STATIC_ROOT = tmp_path / "collected"
    for name in FILES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("before")
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_file_changed_is_another_release(tree, name):
    before = release_digest()
    assert release_digest() == before
    (tree / name).write_text("after")
    assert release_digest() != before


def test_what_was_collected_is_told_by_its_list(tree):
    collected = tree / "collected"
    collected.mkdir()
    (collected / "staticfiles.json").write_text("one")
    before = release_digest()
    (tree / "static/site.css").write_text("after")
    assert release_digest() == before
    (collected / "staticfiles.json").write_text("two")
    assert release_digest() != before


def test_a_setting_changed_is_another_release(tree, settings):
    before = release_digest()
    settings.MAX_IMAGE_PIXELS = 1
    assert release_digest() != before


def test_another_database_is_another_site(tree, settings, monkeypatch):
    before = release_digest()
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", "another")
    assert release_digest() != before
