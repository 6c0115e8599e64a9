"""Every rule has a name that editors know, and its findings know whose fault they are."""

from __future__ import annotations

import pytest

from editorial.models import PRINT_RULES, Finding, Rule
from reader.findings import RULES
from reader.vocabulary import LayoutRule
from tests.builders import make_finding, make_page

LAYOUT_RULES = {str(rule) for rule in LayoutRule}


def test_editors_know_every_rule_of_the_reader_by_name():
    assert {"cut_paragraph", "repeated_run", "missing_image"} <= LAYOUT_RULES
    assert RULES.keys() | LAYOUT_RULES <= set(Rule.values)


def test_what_the_paper_printed_is_told_from_our_reading():
    assert RULES.keys() >= PRINT_RULES
    assert RULES.keys() - PRINT_RULES == {
        "halfwidth_punctuation",
        "kangxi_radical",
        "mojibake",
    }


@pytest.mark.django_db
def test_a_finding_is_called_by_its_rule():
    finding = make_finding(page=make_page(), rule=Rule.WEEKDAY, exact="星期二")
    assert str(finding) == "星期与日期不符: 星期二"
    assert Finding.objects.get().get_rule_display() == "星期与日期不符"
