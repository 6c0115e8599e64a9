"""Simplified Chinese is complete, and the compiled catalogue in the repository is the one of its source."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.utils import translation

from tests.architecture import PACKAGES, ROOT

SOURCE = "locale/zh_Hans/LC_MESSAGES/django.po"
COMPILED = SOURCE.replace(".po", ".mo")


def source(root: Path = ROOT) -> polib.POFile:
    return polib.pofile(str(root / SOURCE))


def unfinished(catalogue: polib.POFile) -> list[str]:
    """Name the messages that a Chinese visitor would read in English or as a guess."""
    current = [entry for entry in catalogue if not entry.obsolete]
    return [entry.msgid for entry in current if entry.fuzzy or not entry.translated()]


def differing(compiled: polib.MOFile, source: polib.POFile) -> list[str]:
    """Name the messages that the compiled catalogue says otherwise than its source."""
    said, meant = (
        {(e.msgctxt, e.msgid): e.msgstr or e.msgstr_plural for e in catalogue if not e.obsolete}
        for catalogue in (compiled, source)
    )
    return sorted(
        msgid for ctxt, msgid in said.keys() | meant.keys() if said.get((ctxt, msgid)) != meant.get((ctxt, msgid))
    )


def placeholders_differ(catalogue: polib.POFile) -> list[str]:
    """Name the messages whose translation lost or invented a placeholder."""
    entries = [entry for entry in catalogue if "python-format" in entry.flags]
    return [e.msgid for e in entries if any(names(text) != names(e.msgid) for text in translations(e))]


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def names(text: str) -> set[str]:
    return {part.split(")")[0] for part in text.split("%(")[1:]}


def test_every_message_is_translated():
    assert len(source()) > 200
    assert not unfinished(source())


def test_translations_keep_their_placeholders():
    assert not placeholders_differ(source())


def test_the_compiled_catalogue_is_its_source():
    assert not differing(polib.mofile(str(ROOT / COMPILED)), source())


def test_the_site_speaks_chinese():
    with translation.override("zh-hans"):
        assert translation.gettext("headline") != "headline"


@pytest.mark.gettext
def test_the_catalogue_holds_the_messages_of_the_code_and_no_others(tmp_path: Path):
    for name in (*PACKAGES, "templates", "locale"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", tmp_path)
    (tmp_path / "static").mkdir()
    command = [sys.executable, "manage.py", "makemessages", "--locale", "zh_Hans", "--no-location"]
    subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"ZZCMS_DEBUG": "1", "DJANGO_SETTINGS_MODULE": "zzcms.settings"},
        check=True,
        capture_output=True,
    )
    fresh = source(tmp_path)
    assert messages(fresh) == messages(source())


def messages(catalogue: polib.POFile) -> set[tuple[str | None, str]]:
    return {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}


SAMPLE = """
msgid "page"
msgstr "版"

msgid "issue"
msgstr ""

#, fuzzy
msgid "person"
msgstr "人"

#, python-format
msgid "%(count)s pages"
msgstr "共版"
"""


def test_each_check_can_fail(tmp_path: Path):
    sample = polib.pofile(SAMPLE)
    assert unfinished(sample) == ["issue", "person"]
    assert placeholders_differ(sample) == ["%(count)s pages"]
    sample.save_as_mofile(str(tmp_path / "django.mo"))
    compiled = polib.mofile(str(tmp_path / "django.mo"))
    sample.find("page").msgstr = "页"
    assert "page" in differing(compiled, sample)
