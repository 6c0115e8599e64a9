"""Passages show the words of the query where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from search.folding import words_of
from search.highlighting import (
    AROUND,
    MOST_CHARACTERS,
    MarkedRun,
    marked,
    passages_of,
    ranges_of,
)


def shown(runs: list[MarkedRun]) -> str:
    return "".join(f"[{run.text}]" if run.marked else run.text for run in runs)


def test_words_are_marked_by_their_own_characters():
    assert shown(marked("研究生命起源", ["生命"])) == "研究[生命]起源"


def test_a_padded_name_and_full_width_digits_are_marked_as_printed():
    assert (
        shown(marked("柏 松等３４８名", words_of("柏松 348")))
        == "[柏 松]等[３４８]名"
    )


def test_overlapping_words_are_one_mark():
    assert ranges_of("春耕备耕", ["春耕备", "耕备耕"]) == [(0, 4)]
    assert shown(marked("哈哈哈", ["哈哈"])) == "[哈哈哈]"


def test_part_of_a_character_marks_the_character():
    assert shown(marked("100㎡地", ["m"])) == "100[㎡]地"


def test_a_passage_keeps_words_around_and_says_where_it_was_cut():
    line = "前" * 100 + "春耕" + "后" * 100
    assert [shown(passage) for passage in passages_of([line], ["春耕"])] == [
        "…" + "前" * AROUND + "[春耕]" + "后" * AROUND + "…"
    ]
    assert shown(passages_of(["春耕。"], ["春耕"])[0]) == "[春耕]。"


def test_the_line_with_most_of_the_words_comes_first():
    lines = ["春耕。", "没有。", "春耕与秋收。", "秋收。", "春耕了。"]
    assert [
        shown(passage) for passage in passages_of(lines, ["春耕", "秋收"])
    ] == [
        "[春耕]与[秋收]。",
        "[春耕]。",
        "[秋收]。",
    ]


def test_a_word_longer_than_a_passage_is_cut():
    word = "长" * 500
    (passage,) = passages_of([word], [word])
    assert passage[0].marked
    assert len(passage[0].text) == MOST_CHARACTERS + AROUND


@given(
    text=st.text("柏松 aAß㎡e\u0301\u200b·", max_size=30),
    query=st.text("柏松 aAß㎡e\u0301·", max_size=6),
)
def test_marked_runs_are_the_text(text, query):
    runs = marked(text, words_of(query))
    assert "".join(run.text for run in runs) == text
    assert all(run.text for run in runs)
