"""Simplified Chinese is complete, and the compiled catalogue in the repository is the one of its
source.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.utils import translation

from tests.architecture import PACKAGES, ROOT, sources

pytestmark = pytest.mark.own_database

SOURCE = "locale/zh_Hans/LC_MESSAGES/django.po"
COMPILED = SOURCE.replace(".po", ".mo")
# The functions that mark a message, and which of their arguments are messages.
MESSAGES_AT = {
    "gettext": (0,),
    "gettext_lazy": (0,),
    "gettext_noop": (0,),
    "ngettext": (0, 1),
    "ngettext_lazy": (0, 1),
    "pgettext": (1,),
    "pgettext_lazy": (1,),
    "npgettext": (1, 2),
    "npgettext_lazy": (1, 2),
}
# Behind a Chinese character or a value, before one or at the end.
HALF_WIDTH = re.compile(
    r"(?:[\u4e00-\u9fff\u201d]|\)s)[,:;!?] ?(?=[\u4e00-\u9fff\u201c]|%\(|$)"
)


def source(root: Path = ROOT) -> polib.POFile:
    return polib.pofile(str(root / SOURCE))


def unfinished(catalogue: polib.POFile) -> list[str]:
    """Name the messages that a Chinese visitor would read in English or as a guess."""
    current = [entry for entry in catalogue if not entry.obsolete]
    return [
        entry.msgid
        for entry in current
        if entry.fuzzy or not entry.translated()
    ]


def differing(compiled: polib.MOFile, source: polib.POFile) -> list[str]:
    """Name the messages that the compiled catalogue says otherwise than its source."""
    said, meant = (
        {
            (e.msgctxt, e.msgid): e.msgstr or e.msgstr_plural
            for e in catalogue
            if not e.obsolete
        }
        for catalogue in (compiled, source)
    )
    return sorted(
        msgid
        for ctxt, msgid in said.keys() | meant.keys()
        if said.get((ctxt, msgid)) != meant.get((ctxt, msgid))
    )


def placeholders_differ(catalogue: polib.POFile) -> list[str]:
    """Name the messages whose translation lost or invented a placeholder."""
    entries = [entry for entry in catalogue if "python-format" in entry.flags]
    return [
        e.msgid
        for e in entries
        if any(names(text) != names(e.msgid) for text in translations(e))
    ]


def half_width(catalogue: polib.POFile) -> list[str]:
    """Name the messages whose Chinese has a comma, colon or stop of Latin type behind a character
    or a value.
    """
    return [
        e.msgid
        for e in catalogue
        if not e.obsolete
        if any(HALF_WIDTH.search(text) for text in translations(e))
    ]


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


def names(text: str) -> set[str]:
    return {part.split(")")[0] for part in text.split("%(")[1:]}


def test_every_message_is_translated():
    assert len(source()) > 200
    assert not unfinished(source())


def test_translations_keep_their_placeholders():
    assert not placeholders_differ(source())


def test_chinese_has_chinese_punctuation():
    assert not half_width(source())


def test_the_compiled_catalogue_is_its_source():
    assert not differing(polib.mofile(str(ROOT / COMPILED)), source())


def test_the_site_speaks_chinese():
    with translation.override("zh-hans"):
        assert translation.gettext("headline") != "headline"


def said_in(text: str) -> set[str]:
    """Return the messages that a module marks for translation, wherever they stand in an
    expression.
    """
    tree = ast.parse(text)
    names = {}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.ImportFrom)
            and node.module == "django.utils.translation"
        ):
            names |= {
                alias.asname or alias.name: MESSAGES_AT[alias.name]
                for alias in node.names
                if alias.name in MESSAGES_AT
            }
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    said = (
        call.args[at]
        for call in calls
        for at in names.get(getattr(call.func, "id", ""), ())
        if at < len(call.args)
    )
    return {
        node.value
        for node in said
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_the_catalogue_holds_what_the_modules_say_also_inside_f_strings():
    known = {
        msgid
        for entry in source()
        if not entry.obsolete
        for msgid in (entry.msgid, entry.msgid_plural)
    }
    said = {
        message
        for path in sources(*PACKAGES)
        for message in said_in(path.read_text())
    }
    assert len(said) > 200
    assert said <= known, sorted(said - known)


@pytest.mark.gettext
def test_the_catalogue_holds_the_messages_of_the_code_and_no_others(
    tmp_path: Path,
):
    for name in (*PACKAGES, "templates", "locale"):
        shutil.copytree(
            ROOT / name,
            tmp_path / name,
            ignore=shutil.ignore_patterns("__pycache__"),
        )
    shutil.copy(ROOT / "manage.py", tmp_path)
    (tmp_path / "static").mkdir()
    command = [
        sys.executable,
        "manage.py",
        "makemessages",
        "--locale",
        "zh_Hans",
        "--no-location",
    ]
    subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ
        | {"ZZCMS_DEBUG": "1", "DJANGO_SETTINGS_MODULE": "zzcms.settings"},
        check=True,
        capture_output=True,
    )
    fresh = source(tmp_path)
    assert messages(fresh) == messages(source())


def messages(catalogue: polib.POFile) -> set[tuple[str | None, str]]:
    return {
        (entry.msgctxt, entry.msgid)
        for entry in catalogue
        if not entry.obsolete
    }


SAMPLE = """
msgid "page"
msgstr "版"

msgid "issue"
msgstr ""

msgid "Kept."
msgstr "存了,在这里"

#, fuzzy
msgid "person"
msgstr "人"

#, python-format
msgid "%(count)s pages"
msgstr "共版"
"""


MODULE = """
from django.utils.translation import gettext as _, ngettext

def tell(number):
    return f"{_('no picture')}: {ngettext('a page', 'pages', number)}", other("not ours")
"""


def test_each_check_can_fail(tmp_path: Path):
    sample = polib.pofile(SAMPLE)
    assert unfinished(sample) == ["issue", "person"]
    assert placeholders_differ(sample) == ["%(count)s pages"]
    assert half_width(sample) == ["Kept."]
    assert said_in(MODULE) == {"a page", "pages", "no picture"}
    sample.save_as_mofile(str(tmp_path / "django.mo"))
    compiled = polib.mofile(str(tmp_path / "django.mo"))
    sample.find("page").msgstr = "页"
    assert "page" in differing(compiled, sample)
