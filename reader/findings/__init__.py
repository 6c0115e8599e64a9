"""Content rules: what on a page is to be doubted besides its layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.findings import dates, marks, numbers, pairs, persons, phrases
from reader.findings.checked_page import CheckedPage, ContentRule
from reader.passages import LaidOut, lay_out_passages
from reader.results import (
    PageContext,
    ReadArticle,
    ReadFinding,
    ReadPost,
    in_printed_order,
)

# Every rule about content, under the name its findings bear. A new rule is a function from the page
# under check to its doubts, each with its severity, and one line here.
RULES: dict[str, ContentRule] = {
    rule.__name__: rule
    for rule in (
        marks.halfwidth_punctuation,
        pairs.unbalanced_marks,
        marks.kangxi_radical,
        marks.mojibake,
        numbers.number_range,
        numbers.attendance_arithmetic,
        numbers.count_claim,
        numbers.unit_mismatch,
        dates.weekday,
        dates.date_order,
        persons.name_near_miss,
        persons.name_order,
        persons.post_at_date,
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
    laid_out: Sequence[LaidOut] | None = None,
) -> list[ReadFinding]:
    """Return what every content rule doubts on a page, in printed order.

    ``articles`` have their mentions filled; ``laid_out`` are they laid out, where that is at hand.
    """
    if laid_out is None:
        laid_out = [
            lay_out_passages(text, one, context.date) for one in articles
        ]
    page = CheckedPage(text, laid_out, context, posts)
    return in_printed_order(_findings(page))


def _findings(page: CheckedPage) -> Iterator[ReadFinding]:
    for name, rule in RULES.items():
        for doubt in rule(page):
            yield ReadFinding(name, *doubt)


__all__ = ["RULES", "check"]
