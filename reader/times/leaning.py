"""Tell which dates are worked out from the day of issue, and which the words settle."""

from __future__ import annotations

import datetime as dt

from reader.times.meant_days import (
    FROM_TODAY,
    REL_MONTHS,
    REL_WEEKS,
    REL_YEARS,
)
from reader.times.memory import Memory
from reader.times.printed_words import Printed

# By kind of token the first characters of what counts from the day of writing: 今天, 上周五, 本月,
# 去年; not 当天, 同月, 次年.
FROM_THE_WRITING = {
    "rel_day": FROM_TODAY,
    "weekday": REL_WEEKS,
    "rel_month": REL_MONTHS,
    "rel_year": REL_YEARS,
}


def leans_on_issue(memory: Memory, printed: Printed) -> bool:
    """Tell whether the date of a time is worked out from the day of issue.

    ``memory`` is what the article has told before. A date with its year leans on nothing, and one
    that counts from another leans as that one does."""
    if printed.has("year"):
        return False
    if _counts_from_writing(printed):
        return memory.today_leans
    if printed.has("rel_month", "rel_year"):
        return memory.leans(memory.last_month)
    if printed.has("month"):
        return memory.year is None and memory.leans(memory.floor)
    if printed.has("day"):
        return memory.leans(memory.floor or memory.running_month)
    return memory.leans(_day_of_story(memory, printed))


def _counts_from_writing(printed: Printed) -> bool:
    return any(
        printed.has(kind) and printed.word(kind)[0] in signs
        for kind, signs in FROM_THE_WRITING.items()
    )


def _day_of_story(memory: Memory, printed: Printed) -> dt.date | None:
    """Return the day that 当晚 or a clock goes on in, None for a weekday alone, which lies near the
    day of writing.
    """
    if printed.has("rel_day") or not printed.has("weekday"):
        return memory.last_day
    return None
