"""Marks and characters that are doubted, over paragraphs and columns."""

from __future__ import annotations

from reader.findings import check
from reader.findings.marks import radicals_in
from tests.reader.articles import compose
from tests.reader.raised_findings import CONTEXT, raised


def test_many_halfwidth_marks_are_one_finding() -> None:
    (one,) = raised("halfwidth_punctuation", "甲,乙,丙,丁,戊,己,庚。")
    assert one[0] == ",乙,丙,丁,戊,己,"
    assert "6" in one[1].message
    assert one[1].replacement is None


def test_a_quotation_may_run_over_paragraphs() -> None:
    assert (
        raised(
            "unbalanced_marks", "他写道：“江水东流。\n故人西去。\n两岸灯火。”"
        )
        == []
    )
    assert (
        raised("unbalanced_marks", "“江水东流。\n“故人西去。\n“两岸灯火。”")
        == []
    )
    assert [
        words
        for words, _ in raised("unbalanced_marks", "“江水东流。\n故人西去。")
    ] == ["“"]


def test_marks_over_paragraphs_may_lie_inside_each_other() -> None:
    text = "他写道《故乡:“江水东流。\n故人西去》两岸灯火。”"
    assert raised("unbalanced_marks", text) == []


def test_a_quotation_that_closes_too_far_away_is_doubted_at_both_ends() -> None:
    text = "\n".join(["“江水东流。", *["故人西去。"] * 12, "两岸灯火。”"])
    found = raised("unbalanced_marks", text)
    assert [words for words, _ in found] == ["“", "”"]


def test_an_article_that_goes_on_elsewhere_may_end_inside_a_mark() -> None:
    for text, jump in (
        ("他说：“江水东流", {"continues_on": "3"}),
        ("两岸灯火。”他说。", {"continued_from": "1"}),
    ):
        page, article = compose(paragraphs=[text], **jump)
        assert [
            finding.rule for finding in check(page, [article], CONTEXT)
        ] == []


def test_an_article_that_goes_on_behind_a_whole_sentence_has_its_marks_closed() -> (
    None
):
    page, article = compose(paragraphs=["他说：“江水东流。"], continues_on="3")
    assert [finding.rule for finding in check(page, [article], CONTEXT)] == [
        "unbalanced_marks"
    ]


def test_an_enumeration_may_go_on_in_later_paragraphs_and_pages() -> None:
    assert (
        raised(
            "count_claim", "做好三项准备：一是检修。\n二是演练。\n三是服务。"
        )
        == []
    )
    page, article = compose(
        paragraphs=["做好三项准备：一是检修，二是演练"], continues_on="3"
    )
    assert check(page, [article], CONTEXT) == []


def test_captions_are_read_too() -> None:
    page, article = compose(
        paragraphs=["正文。"], caption="图为“两岸灯会现场。"
    )
    assert [finding.rule for finding in check(page, [article], CONTEXT)] == [
        "unbalanced_marks"
    ]


def test_a_run_cut_by_a_column_offers_no_replacement() -> None:
    page, article = compose(
        paragraphs=["团结在以习近平总书记为|核心的党中央周围。"]
    )
    (finding,) = check(page, [article], CONTEXT)
    assert (
        page[finding.start : finding.end] == "以习近平总书记为\n\n核心的党中央"
    )
    assert finding.replacement is None


def test_of_many_radicals_those_of_a_clause_are_one_doubt():
    clause = "⽼⽊匠⽤⼿⼯做⽊⼯，"
    single = list(radicals_in(clause[:3]))
    found = list(radicals_in(clause * 20))
    assert len(single) == 1
    assert len(found) == 20
    assert found[0].replacement == "老木匠用手工做木工"
