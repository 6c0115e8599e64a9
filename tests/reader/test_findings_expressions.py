"""Fixed expressions, from their day on."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.data import default_expressions
from reader.findings.phrases import outdated_in
from reader.results import FixedExpression, PageContext
from tests.reader.raised_findings import ISSUED, raised


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (ISSUED, []),
        (dt.date(2021, 11, 24), []),
        (dt.date(2021, 11, 25), ["“三高四新”战略"]),
        (None, []),
    ],
)
def test_a_fixed_expression_counts_only_from_its_day(
    date: dt.date | None, words: list[str]
) -> None:
    context = PageContext(date=date, fixed_expressions=default_expressions())
    found = raised("fixed_expression", "打造“三高四新”战略先锋队。", context)
    assert [printed for printed, _ in found] == words
    assert [finding.replacement for _, finding in found] == [
        "“三高四新”战略定位和使命任务"
    ] * len(words)


def test_a_fixed_expression_is_found_without_the_mark_that_opens_it() -> None:
    context = PageContext(
        date=dt.date(2022, 1, 8), fixed_expressions=default_expressions()
    )
    found = raised("fixed_expression", "打造三高四新”战略先锋队。", context)
    assert [words for words, _ in found] == ["三高四新”战略"]


def test_the_preferred_wording_that_contains_the_phrase_is_right() -> None:
    context = PageContext(
        date=dt.date(2022, 1, 8), fixed_expressions=default_expressions()
    )
    assert (
        raised(
            "fixed_expression", "落实“三高四新”战略定位和使命任务。", context
        )
        == []
    )


def test_an_empty_phrase_and_an_undated_page_raise_nothing() -> None:
    rows = (
        FixedExpression("、", "、、"),
        FixedExpression("老话", "新话", valid_to=dt.date(2020, 1, 1)),
    )
    assert (
        raised(
            "fixed_expression",
            "说句老话、",
            PageContext(date=ISSUED, fixed_expressions=rows),
        )
        == []
    )
    assert (
        raised(
            "fixed_expression",
            "说句老话",
            PageContext(fixed_expressions=(FixedExpression("老话", "新话"),)),
        )
        != []
    )


def test_a_text_alone_is_looked_through_for_a_phrase():
    expression = FixedExpression("三高四新战略", "“三高四新”美好蓝图")
    text = "贯彻“三高四新”战略，贯彻三高四新战略。"
    spans = list(outdated_in(text, expression))
    assert [text[start:end] for start, end in spans] == [
        "三高四新”战略",
        "三高四新战略",
    ]


def test_a_phrase_that_is_no_phrase_doubts_nothing():
    for phrase, preferred in (("“”", "某"), ("某某", "“某某”")):
        expression = FixedExpression(phrase, preferred)
        assert not list(outdated_in("某某“”", expression))
