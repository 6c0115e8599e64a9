"""Name every closed vocabulary of the reader once; what stands in the archive uses these values.

A new value is one line here and, where a table gives it its words, one row of that table:

* ``EventKind``: its row in ``reader.events.wording.titles.KINDS``;
* ``PartOfDay``: its words in ``reader.patterns.printed_times.PARTS``, its first hour below;
* a rule about content is a function listed in ``reader.findings``, ``LayoutRule`` names the others;
* the role of a participant is a row of ``reader.events.parts.role_forms.ROLES``.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class BlockKind(StrEnum):
    """Name what a run of page text is; each non-space character belongs to exactly one block."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    JUMP_LINE = "jump_line"
    FURNITURE = "furniture"


# The ranks of a heading, in the order in which they are read.
HEADING_KINDS = (BlockKind.KICKER, BlockKind.HEADLINE, BlockKind.SUBTITLE)


class Role(StrEnum):
    """Name what a person did for an article."""

    REPORTER = "reporter"
    CORRESPONDENT = "correspondent"
    INTERN = "intern"
    WRITER = "writer"
    COMPILER = "compiler"
    COMMENTATOR = "commentator"


class EventKind(StrEnum):
    """Name what kind of event a sentence states; ``OTHER`` where no row of the table fits.

    No sentence states a ``CONGRESS``: that is the event above its sessions, made when a page is
    stored.
    """

    CONGRESS = "congress"
    SESSION = "session"
    DELIBERATION = "deliberation"
    MEETING = "meeting"
    PERFORMANCE = "performance"
    CEREMONY = "ceremony"
    VISIT = "visit"
    ACTIVITY = "activity"
    OTHER = "other"


class PartOfDay(StrEnum):
    """Name the part of day that a text prints, or in which a clock time lies."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


# The hour with which each part of day begins; it lasts until the next one begins.
FIRST_HOUR: dict[PartOfDay, int] = {
    PartOfDay.MORNING: 0,
    PartOfDay.NOON: 12,
    PartOfDay.AFTERNOON: 13,
    PartOfDay.EVENING: 18,
}


class Precision(StrEnum):
    """Name how exactly a text gives a date."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Severity(IntEnum):
    """Grade what is doubted: 严重, 警告, 提示, 建议."""

    SEVERE = 1
    WARNING = 2
    NOTICE = 3
    SUGGESTION = 4


class LayoutRule(StrEnum):
    """Name what the layout doubts; the rules about content name themselves in ``RULES``."""

    CAPTION_IN_COLUMN = "caption_in_column"
    CUT_PARAGRAPH = "cut_paragraph"
    DOUBTFUL_EDITION = "doubtful_edition"
    DOUBTFUL_HEADING = "doubtful_heading"
    JUMP_LINE = "jump_line"
    MISSING_IMAGE = "missing_image"
    MISSING_TEXT = "missing_text"
    REPEATED_RUN = "repeated_run"
