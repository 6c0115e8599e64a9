"""Headings break between phrases, never in a word or a name."""

import pytest

from public.typography.line_ends import phrases_of


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("代表团继续审议", ["代表团", "继续", "审议"]),
        ("代表在江岸的湿地参观", ["代表", "在江岸的", "湿地", "参观"]),
        ("观看歌剧《渡口》后座谈", ["观看", "歌剧", "《渡口》", "后座谈"]),
        ("会议，继续审议", ["会议，", "继续", "审议"]),
        ("听得进 记得住", ["听得进", " ", "记得住"]),
        ("", []),
    ],
)
def test_a_line_ends_between_phrases(text, phrases):
    assert phrases_of(text) == phrases


def test_a_name_that_no_dictionary_holds_is_whole():
    found = phrases_of("段其野主持会议")
    assert not any(phrase in ("段", "段其") for phrase in found)


@pytest.mark.parametrize("name", ["高建设", "欧阳建国"])
def test_a_name_made_of_words_is_whole(name):
    text = f"昨天{name}讲话，{name}参观"
    found = phrases_of(text, [name])
    assert "".join(found) == text
    assert sum(name in phrase for phrase in found) == 2
