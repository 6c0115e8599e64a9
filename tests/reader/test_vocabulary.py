"""Each vocabulary stands in one place, and the tables and rules use all of it and nothing else."""

from __future__ import annotations

import re

from reader.events.parts.role_forms import ROLES
from reader.events.wording.titles import KINDS, title_of
from reader.findings import RULES
from reader.vocabulary import EventKind, LayoutRule
from tests.architecture import ROOT

# In layout the finding itself names its rule.
NAMED_IN_LAYOUT = re.compile(
    r"ReadFinding\(\s*(?:\"([a-z_]+)\"|LayoutRule\.([A-Z_]+))"
)


def test_every_kind_of_event_but_two_has_its_row() -> None:
    told = [kind for kind, _ in KINDS]
    assert len(told) == len(set(told))
    assert set(EventKind) - set(told) == {EventKind.CONGRESS, EventKind.OTHER}


def test_layout_doubts_what_its_vocabulary_names() -> None:
    layout = (ROOT / "reader" / "layout").rglob("*.py")
    sources = "\n".join(path.read_text(encoding="utf-8") for path in layout)
    found = {
        name or constant.lower()
        for name, constant in NAMED_IN_LAYOUT.findall(sources)
    }
    assert found == set(LayoutRule)
    assert RULES.keys().isdisjoint(LayoutRule)


def test_every_row_of_the_roles_can_fit() -> None:
    for form in ROLES:
        assert form.before or form.after


def test_a_name_longer_than_a_title_is_none() -> None:
    shown = "观看" + "歌" * 39
    assert title_of("", shown, "剧院之夜") == "剧院之夜"
    assert title_of("", shown, "") == shown[:40]
