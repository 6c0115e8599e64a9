"""Read a line as the head of the page: its paper, date and page label."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from reader.layout.lines import Line, blanked
from reader.layout.page_head.furniture_patterns import (
    LONGEST_HEAD,
    NEIGHBOUR,
    ORIGIN_LINE,
)
from reader.layout.page_head.head_patterns import (
    EDGE_NUMBER,
    EDITION,
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
from reader.layout.page_head.page_labels import (
    is_several_pages,
    number,
    own_label,
)
from reader.layout.page_head.section_patterns import (
    LONGEST_NAMED_SECTION,
    LONGEST_SECTION,
    SECTION,
    SECTION_NAME,
    SECTIONS,
)
from reader.times.calendar_days import day_of

# A paper's name may stand between them.   + 《某某新报》
BOOK_MARKS = {ord("《"): " ", ord("》"): " "}


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says about itself; None where it says nothing. ``at`` is the place of the
    words; ``edition`` is the printed name of one beside the ordinary one.
    """

    newspaper: str | None = None
    date: dt.date | None = None
    page: str | None = None
    at: int = 0
    edition: str | None = None

    def says_anything(self) -> bool:
        """Tell whether it names paper, day or page."""
        if self.date:
            return True
        return bool(self.newspaper or self.page)

    def is_full(self) -> bool:
        """Tell whether it names the day, and the paper or the page with it."""
        if not self.date:
            return False
        return bool(self.newspaper or self.page)


def read_head(line: Line) -> Head | None:
    """Read a line as a page head; None when more is left than a section name once all known parts
    are gone.
    """
    if len(line.folded) > LONGEST_HEAD:
        return None
    words = NEIGHBOUR.sub(blanked, line.folded)
    if JUMPS.search(words) or _tells_origin(words):
        return None
    parts = _parts_of(words)
    if not parts.are_a_head():
        return None
    page = parts.page()
    return Head(parts.paper, parts.day, page, line.first, parts.edition)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is found in a line that may be a page head."""

    words: str
    paper: str | None
    day: dt.date | None
    label: re.Match[str] | None
    edition: str | None

    def are_a_head(self) -> bool:
        """Tell whether the parts prove a page head and what is left may be its section."""
        sure = self._is_sure()
        if not sure and self.label is None:
            return False
        left = self._left()
        if not SECTION.match(left):
            return False
        section = "".join(filter(str.isalnum, left))
        if len(section) > self._longest_section():
            return False
        return sure or _is_section(section)

    def page(self) -> str | None:
        """Return the label of the page."""
        if self.label is None:
            return None
        groups = self.label.groups()
        printed = filter(None, groups)
        return own_label(next(printed))

    def _is_sure(self) -> bool:
        """Tell whether more than a bare page number is found."""
        if self.paper or self.day:
            return True
        if self.edition == self.words.strip():
            return True
        if WEEKDAY.search(self.words) or LUNAR_DAY.match(self.words):
            return True
        return self._is_labelled()

    def _is_labelled(self) -> bool:
        """Tell whether the label says that it is one (C2版, not C2)."""
        if self.label is None:
            return False
        groups = self.label.groupdict()
        return not groups.get("bare")

    def _longest_section(self) -> int:
        """Return how long the name of the section may be: between the paper's name and a page label
        even a long line names it.
        """
        if self.paper and self.label:
            return LONGEST_NAMED_SECTION
        return LONGEST_SECTION

    def _left(self) -> str:
        left = self.words
        for pattern in HEAD_PARTS:
            left = pattern.sub(" ", left)
        return left


def _parts_of(words: str) -> _Parts:
    """Return the parts of a line; a paper's name set wide (岚 州 日 报) is drawn together."""
    if "《" in words:
        words = words.translate(BOOK_MARKS)
    if PADDED_PAPER.fullmatch(words):
        words = "".join(words.split())
    paper = _paper(words)
    day = _full_date(words)
    label = _label(words)
    if label is None and (paper or day):
        label = EDGE_NUMBER.search(words)
    found = EDITION.search(words)
    edition = found[0] if found else None
    return _Parts(words, paper, day, label, edition)


def _paper(words: str) -> str | None:
    """Return the paper named; a supplement (文化周刊) is a section of its paper."""
    for found in PAPER.finditer(words):
        name = found[0]
        if not SECTIONS.fullmatch(name):
            return name
    return None


def _is_section(words: str) -> bool:
    """Tell whether words are what sections are called, or none."""
    if not words:
        return True
    named = SECTION_NAME.search(words)
    return named is not None


def _tells_origin(words: str) -> bool:
    """Tell whether the line tells where a text comes from, and no page."""
    if not ORIGIN_LINE.match(words):
        return False
    label = _label(words)
    return label is None


def _label(words: str) -> re.Match[str] | None:
    """Return the page's own label; a line that lists several pages (第01版:要闻 第02版:时政) tells none of
    them apart.
    """
    printed = PAGE_LABEL.finditer(words)
    labels = [found for found in printed if not is_several_pages(found[0])]
    for found in labels:
        if found["named"]:
            return found
    different = {own_label(found[0]) for found in labels}
    if len(different) != 1:
        return None
    return labels[0]


def _full_date(words: str) -> dt.date | None:
    found = FULL_DATE.search(words) or HAN_DATE.search(words)
    if found is None:
        return None
    return _day(found)


def _day(found: re.Match[str]) -> dt.date | None:
    """Return the day of a printed date, None where the calendar has none such."""
    printed = found.group("year", "month", "day")
    year, month, day = (number(part) or 0 for part in printed)
    return day_of(year, month, day)
