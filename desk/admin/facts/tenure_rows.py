"""What begins and ends a membership, as rows of its page."""

from __future__ import annotations

from desk.admin.facts.event_rows import StatedInline
from events.models import TenureBound


class TenureBoundInline(StatedInline):
    model = TenureBound
    fields = ["edge", "manner", "event", "evidence"]
    fetch = ("event", "evidence")
    autocomplete_fields = ["event", "evidence"]
    max_num = 2
