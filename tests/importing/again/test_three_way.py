"""As read before, as read now, as corrected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importing.again.three_way import merge_texts, pairs
from records.diff import changes

BASE = "林向晚主持会议。\n蔡溪就选举办法作说明。\n代表们鼓掌。"
WORDS = st.text("林向晚主持会议,。\n", max_size=24)


def test_changes_of_both_sides_join_where_they_do_not_meet():
    now = BASE.replace("鼓掌", "热烈鼓掌")
    mine = BASE.replace("蔡溪", "蔡曦")
    assert merge_texts(BASE, now, mine) == (
        mine.replace("鼓掌", "热烈鼓掌"),
        [],
    )


def test_what_a_person_changed_stands_and_the_other_reading_is_a_clash():
    now, mine = BASE.replace("蔡溪", "蔡西"), BASE.replace("蔡溪", "蔡曦")
    merged, [clash] = merge_texts(BASE, now, mine)
    assert merged == mine
    assert (
        merged[clash.start : clash.end],
        now[clash.now_start : clash.now_end],
    ) == (
        "曦",
        "西",
    )


@pytest.mark.parametrize(
    ("mine", "now", "fits"),
    [
        (
            BASE.replace("\n代表们鼓掌。", ""),
            BASE.replace("代表们", "来宾们"),
            False,
        ),
        (
            BASE.replace("蔡溪就选举办法作说明。\n", ""),
            BASE.replace("选举", "议事"),
            False,
        ),
        (BASE.replace("\n代表们鼓掌。", ""), BASE + "散会。", False),
        (BASE.replace("蔡溪", ""), BASE.replace("蔡溪", "张水"), False),
        (
            BASE.replace("选举办法作说明", "议程讲话"),
            BASE.replace("说明", "报告"),
            False,
        ),
        (BASE.replace("溪", ""), BASE.replace("蔡溪", "张水"), True),
        (BASE.replace("蔡溪", "蔡曦"), BASE.replace("蔡溪", "蔡西"), True),
        (BASE.replace("选举", ""), BASE.replace("办法", "章程"), True),
    ],
)
def test_no_reading_is_offered_for_a_part_of_what_a_person_deleted_or_wrote_anew(
    mine, now, fits
):
    merged, clashes = merge_texts(BASE, now, mine)
    assert merged == mine
    assert {clash.fits for clash in clashes} == {fits}


def test_the_same_change_on_both_sides_is_no_clash():
    now = BASE.replace("蔡溪", "蔡曦")
    assert merge_texts(BASE, now, now) == (now, [])


def test_nothing_changes_under_a_signature():
    now = BASE.replace("鼓掌", "热烈鼓掌")
    merged, clashes = merge_texts(BASE, now, BASE, keep=True)
    assert merged == BASE
    assert len(clashes) == 1


@given(WORDS, WORDS)
def test_without_a_correction_the_new_reading_is_taken_whole(base, now):
    assert merge_texts(base, now, base) == (now, [])


@given(WORDS, WORDS)
def test_without_a_new_reading_the_correction_stands(base, mine):
    assert merge_texts(base, base, mine) == (mine, [])


@given(WORDS, WORDS, WORDS)
def test_every_character_a_person_typed_is_kept_in_order(base, now, mine):
    merged, clashes = merge_texts(base, now, mine)
    rest = iter(merged)
    typed = [run.new for run in changes(base, mine)]
    assert all(character in rest for character in "".join(typed))
    assert all(
        0 <= clash.start <= clash.end <= len(merged) for clash in clashes
    )
    assert all(
        0 <= clash.now_start <= clash.now_end <= len(now) for clash in clashes
    )


def test_texts_pair_with_their_other_reading():
    old = ["春耕备耕有序推进,农技人员下田", "新桥合龙,工期提前", ""]
    assert pairs(
        old,
        [
            "新桥合拢,工期提前两个月",
            "春耕备耕有序推进,农技员下田",
            "老街修缮完工",
        ],
    ) == {0: 1, 1: 0}
    assert pairs([], ["新桥"]) == {}
