"""Parts of the day, and where they and a clock time stand in a timeline."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils.translation import gettext_lazy as _

from records.choices import Choices


class PartOfDay(models.TextChoices):
    """As printed; never invented."""

    MORNING = "morning", _("morning")
    NOON = "noon", _("noon")
    AFTERNOON = "afternoon", _("afternoon")
    EVENING = "evening", _("evening")


def parts_of_day() -> Choices:
    return PartOfDay.choices


# An event of a day that may be at any time of it stands behind those whose part of the day is
# known.
SOMETIME = len(PartOfDay) + 1
# The hours with which noon, afternoon and evening begin.
BEGINNINGS = (11, 13, 18)


def place_in_day(part: str, time: dt.time | None) -> int:
    """Return where a part of the day, or else a clock time, sorts (1 morning … 4 evening), 0 when
    neither is known.
    """
    if part:
        rank = PartOfDay.values.index(part)
        return rank + 1
    if time is None:
        return 0
    begun = [hour for hour in BEGINNINGS if time >= dt.time(hour)]
    return 1 + len(begun)
