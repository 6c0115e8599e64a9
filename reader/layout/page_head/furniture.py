"""Tell the lines that belong to the page and to no article."""

from __future__ import annotations

import re

from reader.layout.page_head.furniture_patterns import (
    AUTHOR,
    BEHIND_DUTY,
    DUTIES_TAIL,
    DUTY,
    DUTY_CONTACT,
    DUTY_MARKS,
    END_TAIL,
    LISTED_PAGE,
    LONGEST_DUTIES,
    LONGEST_HEAD,
    NAVIGATION_MARKS,
    NEIGHBOUR,
    ORIGIN_LINE,
    WHOLE_LINES,
)

# What is left of the name of a neighbouring page.
_PAGE_NUMBER = "0123456789版"


def is_furniture(folded: str) -> bool:
    """Tell whether the whole line belongs to the page and to no article."""
    if _names_duties(folded) or _navigates(folded):
        return True
    forms = (ORIGIN_LINE, *WHOLE_LINES.values())
    return any(form.match(folded) for form in forms)


def furniture_behind(words: str) -> re.Match[str] | None:
    """Find the duties or the closing word behind a text that ends ``words``."""
    found = DUTIES_TAIL.search(words)
    if found is None:
        found = END_TAIL.search(words)
    return found


def author_in(folded: str) -> re.Match[str] | None:
    """Find the author, as ``names``, in the line of an e-paper that tells where a text comes
    from.
    """
    if not ORIGIN_LINE.match(folded):
        return None
    return AUTHOR.search(folded)


def _names_duties(folded: str) -> bool:
    """Tell whether the line names those who made the page and nothing else."""
    if len(folded) > LONGEST_DUTIES or BEHIND_DUTY.isdisjoint(folded):
        return False
    left, count = DUTY.subn(" ", folded)
    if not count:
        return False
    left = DUTY_CONTACT.sub("", left.strip())
    return not left.strip(DUTY_MARKS)


def _navigates(folded: str) -> bool:
    """Tell whether the line lists other pages and nothing else (◀上一版 下一版▶, 第01版:要闻 第02版:时政)."""
    if len(folded) > LONGEST_HEAD:
        return False
    left, count = NEIGHBOUR.subn(" ", folded)
    if not count:
        return _lists_pages(folded)
    return not left.strip(NAVIGATION_MARKS + _PAGE_NUMBER)


def _lists_pages(folded: str) -> bool:
    left, count = LISTED_PAGE.subn(" ", folded)
    if count < 2:
        return False
    return not left.strip(NAVIGATION_MARKS)
