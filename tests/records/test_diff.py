"""Which characters differ."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.diff import changes, runs

TEXT = st.text(alphabet="春耕备耕有序。\n", max_size=60)


@given(old=TEXT, new=TEXT)
def test_runs_join_up_to_both_texts(old, new):
    found = runs(old, new)
    assert "".join(run.old for run in found) == old
    assert "".join(run.new for run in found) == new
    for run in found:
        assert old[run.old_start : run.old_end] == run.old
        assert new[run.new_start : run.new_end] == run.new
        assert (run.op == "equal") == (run.old == run.new)
    assert all(
        (left.op == "equal") != (right.op == "equal")
        for left, right in pairwise(found)
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("春耕", "春耕", []),
        ("", "春耕", [("insert", 0, 0, "", "春耕")]),
        ("春耕", "", [("delete", 0, 0, "春耕", "")]),
        ("林向晚到会。", "林向皖到会。", [("replace", 2, 2, "晚", "皖")]),
        # Two paragraphs joined: only the line break goes.
        ("甲。\n乙丙\n丁。", "甲。\n乙丙丁。", [("delete", 5, 5, "\n", "")]),
        # A paragraph put in front leaves the others alone.
        ("甲。\n乙。", "新。\n甲。\n乙。", [("insert", 0, 0, "", "新。\n")]),
        # One appended: the line break belongs to what was added.
        ("甲。", "甲。\n乙。", [("insert", 2, 2, "", "\n乙。")]),
    ],
)
def test_changes(old, new, expected):
    assert [
        (run.op, run.old_start, run.new_start, run.old, run.new)
        for run in changes(old, new)
    ] == expected


def test_many_small_edits_stay_small():
    """A long text with 120 single edits gives about as many runs, not one replacement of the
    whole.
    """
    chance = random.Random(7)  # noqa: S311
    paragraphs = [
        "".join(chance.choices("天地玄黄宇宙洪荒日月盈昃辰宿列张", k=200))
        for _ in range(30)
    ]
    old = "\n".join(paragraphs)
    edited = list(old)
    places = [
        place
        for place in chance.sample(range(len(old)), 120)
        if old[place] != "\n"
    ]
    for place in places:
        edited[place] = "改"
    found = changes(old, "".join(edited))
    assert sum(len(run.new) for run in found) == len(places)
    assert all(run.old != run.new and len(run.old) < 5 for run in found)
