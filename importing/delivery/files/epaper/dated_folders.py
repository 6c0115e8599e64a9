"""The folders of e-paper sites, named after the day of the issue."""

from __future__ import annotations

import datetime as dt
import re

# html/2021-09/28/, pc/layout/202409/28/, 2021-09-28/, 20210928/, 2021/09/28/.
DATED = re.compile(
    r"(?:^|/)((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=/)", re.ASCII
)


def folder_day(path: str) -> dt.date | None:
    """Return the day that the folders of a path name, the innermost of several, None for none."""
    for year, month, day in reversed(DATED.findall(path)):
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None
