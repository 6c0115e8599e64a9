"""Content rules: what on a page is to be doubted besides its layout."""

from __future__ import annotations

from collections.abc import Sequence

from reader.findings import dates, marks, names, numbers, phrases
from reader.findings.copy import Copy, Rule
from reader.results import PageContext, ReadArticle, ReadFinding, ReadPost

RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (
        marks.halfwidth_punctuation,
        marks.unbalanced_marks,
        marks.kangxi_radical,
        marks.mojibake,
        numbers.number_range,
        numbers.attendance_arithmetic,
        numbers.count_claim,
        numbers.unit_mismatch,
        dates.weekday,
        dates.date_order,
        names.name_near_miss,
        names.name_order,
        names.post_at_date,
        phrases.fixed_expression,
        phrases.extra_char,
        phrases.missing_char,
    )
}


def check(
    text: str,
    articles: Sequence[ReadArticle],
    context: PageContext,
    posts: Sequence[ReadPost] = (),
) -> list[ReadFinding]:
    """Return what every content rule doubts on a page, in printed order; ``articles`` have their
    mentions filled.
    """
    copy = Copy(text, articles, context, posts)
    found = [finding for rule in RULES.values() for finding in rule(copy)]
    return sorted(found, key=lambda finding: (finding.start, finding.end, finding.rule))


__all__ = ["RULES", "check"]
