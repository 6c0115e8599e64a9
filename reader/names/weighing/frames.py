"""Frames: what a title in front of a name and a mark or verb behind it add together."""

from __future__ import annotations

import math
from functools import cached_property
from typing import NamedTuple


class Frame(NamedTuple):
    """The points that are added where a title stands in front and a mark or verb behind.

    ``before``, ``after`` and ``form`` are the least points of each side and of the form.
    """

    name: str
    before: float
    after: float
    form: float
    more: float


class Frames(tuple[Frame, ...]):
    """The frames in the order in which they are tried: the first that holds counts."""

    @cached_property
    def least(self) -> float:
        """Return the points that one side at least has in every frame."""
        reached = [max(row.before, row.after) for row in self]
        return min(reached, default=math.inf)

    def more(self, before: float, after: float, form: float) -> float | None:
        """Return what the first frame that holds adds, None where none holds."""
        for row in self:
            if before < row.before or after < row.after:
                continue
            if form >= row.form:
                return row.more
        return None
