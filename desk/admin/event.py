"""Events with their participants, delegations, agenda and votes, each with the words that state
it.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from desk.admin.facts.event_rows import FACTS_OF_AN_EVENT
from desk.forms.inline_rows import Overrides, RowInline
from desk.stated_words.stating_admin import StatedInline, StatingAdmin
from desk.stated_words.stating_forms import StatingForm
from desk.stated_words.words_field import WordsField
from editorial.office.marking_evidence import MarkedPlace
from events.models import AgendaItem, Delegation, Event, Participation, Vote

DIGITS = 4
COUNT_WORDS = "attendance_words"
# Commas and the enumeration comma, as wide as a letter or as a character, and spaces.
SEPARATORS = re.compile(r"[,\s\uff0c\u3001]+")


class NumbersField(forms.CharField):
    """Numbers typed with commas or spaces between them, kept as a list."""

    def __init__(
        self, *, encoder: Any = None, decoder: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return ", ".join(map(str, value))

    # A CharField's text, taken apart into the list that the record keeps.
    def to_python(self, value: Any) -> list[int]:  # type: ignore[override]
        typed = self.prepare_value(value)
        text = super().to_python(typed) or ""
        numbers = list(filter(None, SEPARATORS.split(text)))
        if not all(map(_is_number, numbers)):
            message = _("Type numbers from 1 to 9999 with commas between them.")
            raise ValidationError(message)
        return [int(number) for number in numbers]

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or [])
        except ValidationError:
            return True


def _is_number(typed: str) -> bool:
    """Tell whether the words typed are a number from 1 to 9999."""
    is_short = typed.isdecimal() and len(typed) <= DIGITS
    return is_short and int(typed) > 0


NUMBERS: Overrides = {
    models.JSONField: {"form_class": NumbersField, "widget": forms.TextInput}
}


class ParticipationInline(StatedInline):
    model = Participation
    formfield_overrides = {**StatedInline.formfield_overrides, **NUMBERS}
    fields = ["person", "role", "rank", "position", "delegations", "evidence"]
    fetch = ("person", "evidence")
    autocomplete_fields = ["person", "evidence"]


class DelegationInline(StatedInline):
    model = Delegation
    fields = ["number", "origin", "evidence"]
    fetch = ("evidence",)
    autocomplete_fields = ["evidence"]


class AgendaInline(StatedInline):
    model = AgendaItem
    fields = ["rank", "text", "evidence"]
    fetch = ("evidence",)
    autocomplete_fields = ["evidence"]


class VoteInline(StatedInline):
    model = Vote
    fields = ["subject", "in_favour", "against", "abstained", "evidence"]
    fetch = ("evidence",)
    autocomplete_fields = ["evidence"]


class PartInline(RowInline):
    """The events that are part of this one, to go through; each is edited on its own page."""

    model = Event
    verbose_name_plural = _("parts of this event")
    readonly_fields = [
        "title",
        "kind",
        "edtf",
        "part_of_day",
        "time",
        "place",
    ]
    fields = [*readonly_fields]
    can_delete = False
    show_change_link = True
    max_num = 0
    is_edited = False


class EventForm(StatingForm):
    """An event, whose count of those present has words of its own: ``counted`` is their place."""

    attendance_words = WordsField(
        label=_("or these words of the count"),
        required=False,
        help_text=_("Exactly as they stand in the chosen article."),
    )
    counted: MarkedPlace | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.counted = self.place_typed(COUNT_WORDS)
        return cleaned

    # Private Django, which the stubs leave out.
    def _get_validation_exclusions(self) -> set[str]:
        """Words that are typed are marked only as the form is saved."""
        exclude = super()._get_validation_exclusions()  # type: ignore[misc]
        if self.counted:
            exclude.add("attendance_evidence")
        return exclude


class EventAdmin(StatingAdmin):
    """The event's page; the desk registers it together with merging."""

    form = EventForm
    other_words = (COUNT_WORDS,)
    change_form_template = "admin/events/event/change_form.html"
    list_display = [
        "title",
        "kind",
        "edtf",
        "part_of_day",
        "time",
        "place",
        "parent",
    ]
    list_filter = ["kind", "part_of_day", "precision"]
    list_select_related = ["parent"]
    date_hierarchy = "earliest"
    search_fields = ["title", "place", "participations__person__name"]
    autocomplete_fields = ["parent", "evidence", "attendance_evidence"]
    inlines = [
        ParticipationInline,
        DelegationInline,
        AgendaInline,
        VoteInline,
        *FACTS_OF_AN_EVENT,
        PartInline,
    ]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "title",
                    "kind",
                    "parent",
                    "place",
                    "summary",
                    "evidence",
                ]
            },
        ),
        (
            _("Time"),
            {"fields": [("edtf", "part_of_day"), ("time", "approximate")]},
        ),
        (
            _("Attendance"),
            {
                "fields": [
                    (
                        "attendance_expected",
                        "attendance_absent",
                        "attendance_present",
                    ),
                    "attendance_evidence",
                    COUNT_WORDS,
                ]
            },
        ),
    ]

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        event = super().save_form(request, form, change)
        counted = form.counted
        if counted:
            event.attendance_evidence = self.mark(request, counted)
        return event


@admin.register(Participation)
class ParticipationAdmin(StatingAdmin):
    formfield_overrides = {**StatingAdmin.formfield_overrides, **NUMBERS}
    list_display = ["person", "role", "rank", "event", "evidence"]
    list_select_related = ["person", "event", "evidence"]
    list_filter = ["role", "event__kind", "evidence__check_again"]
    search_fields = ["person__name", "role", "event__title"]
    autocomplete_fields = ["person", "event", "evidence"]
