"""Find the page's own lines: its head with paper, date and page label, and the furniture around the
articles.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.layout.lines import Line
from reader.layout.page_head.furniture_patterns import (
    DUTY,
    DUTY_CONTACT,
    DUTY_MARKS,
    LISTED_PAGE,
    LONGEST_DUTIES,
    LONGEST_HEAD,
    NAVIGATION_MARKS,
    NEIGHBOUR,
    ORIGIN_LINE,
    WHOLE_LINES,
)
from reader.layout.page_head.head_patterns import (
    EDGE_NUMBER,
    FULL_DATE,
    HAN_DATE,
    HEAD_PARTS,
    JUMPS,
    LUNAR_DAY,
    PADDED_PAPER,
    PAGE_LABEL,
    PAPER,
    WEEKDAY,
)
from reader.layout.page_head.section_patterns import (
    LONGEST_NAMED_SECTION,
    LONGEST_SECTION,
    SECTION,
    SECTION_NAME,
    SECTIONS,
)
from reader.patterns.characters import NUMERALS
from reader.results import PageContext, PageError

_DIGITS = {"零": 0, "〇": 0, "○": 0, "O": 0} | {
    numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)
}


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says about itself; None where it says nothing. ``at`` is the place of the
    words.
    """

    newspaper: str | None = None
    date: dt.date | None = None
    page: str | None = None
    at: int = 0


def number(numeral: str) -> int | None:
    """Return the value of a Chinese numeral up to 999 or of digits (第十二 → 12), None for other
    words.
    """
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if not numeral or any(char not in NUMERALS + "○O" for char in numeral):
        return None
    if not set(numeral) & set("十百"):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total, digit = 0, 0
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total, digit = (
                total + (digit or 1) * (10 if char == "十" else 100),
                0,
            )
    return total + digit


def page_label(printed: str) -> str:
    """Return a page label as printed without 第, 版 and spaces, Chinese numerals as digits (第四版 →
    4).
    """
    label = "".join(printed.split()).removeprefix("第").removesuffix("版")
    value = number(label)
    return str(value) if value is not None and not label.isascii() else label


def is_furniture(folded: str) -> bool:
    """Tell whether the whole line belongs to the page and to no article."""
    return bool(
        _duties(folded)
        or _navigation(folded)
        or ORIGIN_LINE.match(folded)
        or any(pattern.match(folded) for pattern in WHOLE_LINES.values())
    )


def _duties(folded: str) -> bool:
    """Tell whether the line names those who made the page and nothing else."""
    if len(folded) > LONGEST_DUTIES:
        return False
    left, count = DUTY.subn(" ", folded)
    return count > 0 and not DUTY_CONTACT.sub("", left.strip()).strip(
        DUTY_MARKS
    )


def _navigation(folded: str) -> bool:
    """Tell whether the line lists other pages and nothing else (◀上一版 下一版▶, 第01版:要闻 第02版:时政)."""
    if len(folded) > LONGEST_HEAD:
        return False
    left, count = NEIGHBOUR.subn(" ", folded)
    if not count:
        left, count = LISTED_PAGE.subn(" ", folded)
        return count > 1 and not left.strip(NAVIGATION_MARKS)
    return not left.strip(NAVIGATION_MARKS + "0123456789版")


def read_head(line: Line) -> Head | None:
    """Read a line as a page head; None when more is left than a section name once all known parts
    are gone.
    """
    if len(line.folded) > LONGEST_HEAD:
        return None
    words = NEIGHBOUR.sub(_blank, line.folded)
    if JUMPS.search(words) or (ORIGIN_LINE.match(words) and not _label(words)):
        return None
    # A supplement (文化周刊) is a section of its paper.
    padded = PADDED_PAPER.fullmatch(words)
    words = "".join(words.split()) if padded else words
    papers = (
        found
        for found in PAPER.finditer(words)
        if not SECTIONS.fullmatch(found[0])
    )
    paper, label = next(papers, None), _label(words)
    day, weekday = _full_date(words), WEEKDAY.search(words)
    left = words
    for pattern in HEAD_PARTS:
        left = pattern.sub(" ", left)
    section = "".join(char for char in left if char.isalnum())
    label = label or (EDGE_NUMBER.search(words) if paper or day else None)
    sure = (
        paper
        or day
        or weekday
        or LUNAR_DAY.match(words)
        or (label and not label.groupdict().get("bare"))
    )
    # Between the paper's name and a page label even a long line names the section.
    longest = LONGEST_NAMED_SECTION if paper and label else LONGEST_SECTION
    if not (sure or label) or not SECTION.match(left) or len(section) > longest:
        return None
    if not sure and section and not SECTION_NAME.search(section):
        return None
    printed = (
        next((found for found in label.groups() if found), None)
        if label
        else None
    )
    return Head(
        paper[0] if paper else None,
        day,
        page_label(printed) if printed else None,
        line.spans[0][0],
    )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _label(words: str) -> re.Match[str] | None:
    """Return the page's own label; a line that lists several pages (第01版:要闻 第02版:时政) tells none of
    them apart.
    """
    labels = list(PAGE_LABEL.finditer(words))
    named = next((found for found in labels if found["named"]), None)
    return named or (
        labels[0]
        if len({page_label(found[0]) for found in labels}) == 1
        else None
    )


def _full_date(words: str) -> dt.date | None:
    for pattern in (FULL_DATE, HAN_DATE):
        if match := pattern.search(words):
            year, month, day = (
                number(match[part]) or 0 for part in ("year", "month", "day")
            )
            try:
                return dt.date(year, month, day)
            except ValueError:
                return None
    return None


def settle(heads: Iterable[Head], context: PageContext) -> Head:
    """Put together what is known of the page; raise ``PageError`` when the page head contradicts
    the context.
    """
    known = Head(context.newspaper, context.date, context.page)
    heads = list(heads)
    confirmed = any(
        context.page and head.page and _same_label(context.page, head.page)
        for head in heads
    )
    for head in heads:
        if (
            context.newspaper
            and head.newspaper
            and not _same_paper(context.newspaper, head.newspaper)
        ):
            raise _contradiction(
                "newspaper", head.newspaper, context.newspaper, head.at
            )
        if context.date and head.date and context.date != head.date:
            raise _contradiction(
                "date", head.date.isoformat(), context.date.isoformat(), head.at
            )
        if context.page and head.page and not confirmed:
            raise _contradiction("page", head.page, context.page, head.at)
        known = Head(
            known.newspaper or head.newspaper,
            known.date or head.date,
            known.page or head.page,
        )
    return known


def _contradiction(what: str, printed: str, given: str, at: int) -> PageError:
    return PageError(
        f"the page head at {at} prints the {what} {printed}, but {given} was given"
    )


def _same_paper(one: str, other: str) -> bool:
    return one in other or other in one


def _same_label(one: str, other: str) -> bool:
    """Compare page labels without leading zeros; a label without its section letter contradicts no
    letter.
    """
    (letter, digits), (other_letter, other_digits) = _parts(one), _parts(other)
    return digits == other_digits and (
        not letter or not other_letter or letter == other_letter
    )


def _parts(label: str) -> tuple[str, str]:
    label = page_label(label).upper()
    return label.rstrip("0123456789"), label.lstrip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    ).lstrip("0")
