"""Days as people and spreadsheets write them beside files."""

from __future__ import annotations

import datetime as dt
import re

# With an hour of none behind it: 2021/9/8, 2021.9.8, 2021年9月8日, 2021/9/8 0:00; not 8/9/2021.
WRITTEN_DATE = re.compile(
    r"(?P<y>\d{4})(?:(?P<mark>[-/.])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})"
    r"|年(?P<month>\d{1,2})月(?P<day>\d{1,2})日)(?: 0?0:00(?::00)?)?",
    re.ASCII,
)


def day_written(words: str) -> dt.date:
    """Return the day of 2021-09-28, or of what spreadsheets write for it; raise ``ValueError`` for
    no day.
    """
    written = WRITTEN_DATE.fullmatch(words)
    if written is None:
        return dt.date.fromisoformat(words)
    month = written["m"] or written["month"]
    day = written["d"] or written["day"]
    return dt.date(int(written["y"]), int(month), int(day))
