"""Name the nearest valid word to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from rapidfuzz import process


def with_nearest(message: str, wrong: str, valid: Iterable[str]) -> str:
    """Return the message with the valid word most like the wrong one behind it, if there is any."""
    best = process.extractOne(wrong, sorted(valid))
    return (
        " ".join((message, _("The nearest is “%s”.") % best[0]))
        if best
        else message
    )
