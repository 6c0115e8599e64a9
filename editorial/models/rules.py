"""The rules that findings come from, how much each finding matters, and whose fault it is."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.choices import Choices


class Severity(models.IntegerChoices):
    """How much a doubt matters, as the reader grades it: the worst first."""

    SEVERE = 1, _("severe")
    WARNING = 2, _("warning")
    NOTICE = 3, _("notice")
    SUGGESTION = 4, _("suggestion")


class Rule(models.TextChoices):
    """Every rule of the reader, of loading and of signing, by the name it gives its findings."""

    # Layout
    CUT_PARAGRAPH = "cut_paragraph", _("cut paragraph")
    REPEATED_RUN = "repeated_run", _("repeated text")
    MISSING_TEXT = "missing_text", _("missing text")
    CAPTION_IN_COLUMN = "caption_in_column", _("caption in the column")
    JUMP_LINE = "jump_line", _("jump line")
    AMBIGUOUS_JUMP = "ambiguous_jump", _("ambiguous jump line")
    DOUBTFUL_EDITION = "doubtful_edition", _("doubtful edition")
    DOUBTFUL_HEADING = "doubtful_heading", _("doubtful heading")
    # What was delivered
    MISSING_ARTICLE = "missing_article", _("article not delivered")
    READING_ORDER = "reading_order", _("order of the text")
    UNTOLD_CHARACTERS = "untold_characters", _("characters not told")
    UNREAD_CHARACTERS = "unread_characters", _("characters not read")
    # Pictures
    MISSING_IMAGE = "missing_image", _("missing picture")
    PICTURE_BY_ORDER = "picture_by_order", _("picture matched by order")
    PICTURE_NOT_KEPT = "picture_not_kept", _("picture not kept")
    # Characters
    HALFWIDTH_PUNCTUATION = "halfwidth_punctuation", _("half-width punctuation")
    UNBALANCED_MARKS = "unbalanced_marks", _("unbalanced marks")
    KANGXI_RADICAL = "kangxi_radical", _("radical used as a character")
    MOJIBAKE = "mojibake", _("garbled characters")
    # Numbers and dates
    NUMBER_RANGE = "number_range", _("number range")
    ATTENDANCE_ARITHMETIC = (
        "attendance_arithmetic",
        _("attendance does not add up"),
    )
    COUNT_CLAIM = "count_claim", _("count and list differ")
    UNIT_MISMATCH = "unit_mismatch", _("units mixed up")
    WEEKDAY = "weekday", _("weekday and date differ")
    DATE_ORDER = "date_order", _("dates out of order")
    # Names and wording
    NAME_NEAR_MISS = "name_near_miss", _("name close to a known one")
    NAME_ORDER = "name_order", _("names out of order")
    POST_AT_DATE = "post_at_date", _("post not held on that date")
    FIXED_EXPRESSION = "fixed_expression", _("fixed expression")
    EXTRA_CHAR = "extra_char", _("extra character")
    MISSING_CHAR = "missing_char", _("missing character")
    # Records
    AMBIGUOUS_NAME = "ambiguous_name", _("name of several people")
    EVENT_DIFFERS = "event_differs", _("reports of an event differ")
    UNDATED_EVENT = "undated_event", _("event without a day")
    UNPLACED_FACT = "unplaced_fact", _("fact not recorded")
    NOT_READ_AGAIN = "not_read_again", _("not read again")
    OTHER_READING = "other_reading", _("another reading")
    # Facts that cannot both be right
    TWO_HOLDERS = "two_holders", _("two holders of one post")
    TWO_PLACES = "two_places", _("one person at two places")
    ONE_HALL = "one_hall", _("two events in one hall")
    SUM_DIFFERS = "sum_differs", _("numbers do not add up")
    # From outside
    READER_REPORT = "reader_report", _("reader's report")


def finding_rules() -> Choices:
    return Rule.choices


# These doubt what the paper printed; every other rule doubts our own reading of the delivered text.
PRINT_RULES = frozenset(
    {
        Rule.UNBALANCED_MARKS,
        Rule.NUMBER_RANGE,
        Rule.ATTENDANCE_ARITHMETIC,
        Rule.COUNT_CLAIM,
        Rule.UNIT_MISMATCH,
        Rule.WEEKDAY,
        Rule.DATE_ORDER,
        Rule.NAME_NEAR_MISS,
        Rule.NAME_ORDER,
        Rule.POST_AT_DATE,
        Rule.FIXED_EXPRESSION,
        Rule.EXTRA_CHAR,
        Rule.MISSING_CHAR,
    }
)
