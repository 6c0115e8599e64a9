"""The rows of an event's page that say what kind of sitting it was and what came of it."""

from __future__ import annotations

from desk.stated_words.stating_admin import StatedInline
from events.models import (
    CongressSpan,
    Election,
    MeetingBody,
    Resolution,
    ShortTitle,
    Visit,
)


class BodyInline(StatedInline):
    model = MeetingBody
    fields = ["body", "number", "name", "evidence"]
    max_num = 1


class ShortTitleInline(StatedInline):
    model = ShortTitle
    fields = ["text", "evidence"]


class SpanInline(StatedInline):
    model = CongressSpan
    fields = ["first_day", "last_day", "evidence"]
    max_num = 1


class ResolutionInline(StatedInline):
    model = Resolution
    fields = ["rank", "text", "evidence"]


class VisitInline(StatedInline):
    model = Visit
    fields = ["person", "number", "rank", "evidence"]
    fetch = ("person", "evidence")
    autocomplete_fields = ["person", "evidence"]


class ElectionInline(StatedInline):
    """The elections; those who stood are edited on the page of each."""

    model = Election
    fields = ["office", "seats", "list_order", "evidence"]
    show_change_link = True


FACTS_OF_AN_EVENT = [
    BodyInline,
    ShortTitleInline,
    SpanInline,
    ResolutionInline,
    VisitInline,
    ElectionInline,
]
