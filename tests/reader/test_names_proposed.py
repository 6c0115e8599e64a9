"""What a learned model proposes is one voice among others: it adds what the rules miss and loses
where they object.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.names import find_people
from reader.results import PageContext, Paragraph, ReadArticle, Span


def named(*paragraphs: str, proposals: Sequence[str] = ()) -> list[str]:
    """Return the names read in one article, with a model that proposes these runs wherever they
    stand.
    """
    text, parts, start = "\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        parts.append(Paragraph(paragraph, ((start, start + len(paragraph)),)))
        start += len(paragraph) + 1

    def propose(running: str) -> list[Span]:
        return [
            (running.index(run), running.index(run) + len(run))
            for run in proposals
            if run in running
        ]

    article = ReadArticle(span=(0, len(text)), paragraphs=tuple(parts))
    (mentions,) = find_people(
        text,
        [article],
        PageContext(propose_names=propose if proposals else None),
    )
    assert all(
        "".join(text[slice(*mention.span)].split()) == mention.name
        for mention in mentions
    )
    return [mention.name for mention in mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("当天下午扣金花清点了仓库的粮食。", "扣金花"),
        ("村里的账本由晾明义逐笔核对。", "晾明义"),
        ("名单上还有扣 兰的电话。", "扣 兰"),
    ],
)
def test_a_name_no_rule_knows_is_read_where_it_is_proposed(text, name):
    assert named(text) == []
    assert named(text, proposals=[name]) == ["".join(name.split())]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("大家沿着扣家岭村的水渠走了一圈。", "扣家岭"),
        ("石峰区的项目全面开工。", "项目"),
        ("代表们高度评价这份报告。", "高度"),
    ],
)
def test_a_proposal_that_the_rules_object_to_is_not_taken(text, run):
    assert named(text, proposals=[run]) == named(text) == []


def test_where_two_runs_overlap_the_proposed_one_wins():
    text = "馆长方一鸣谢了来宾。"
    assert named(text) == ["方一"]
    assert named(text, proposals=["方一鸣"]) == ["方一鸣"]


def test_a_name_proposed_in_one_place_is_read_in_the_others():
    first, second = "当天下午扣金花清点粮食。", "账目交给扣金花保管。"
    assert named(first, second, proposals=["扣金花"]) == ["扣金花", "扣金花"]
