"""The history of a record, to read: who changed which characters, when and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.utils import display_for_field, unquote
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import DeletedObject, HistoricalChanges, ModelChange
from simple_history.template_utils import HistoricalRecordContextHelper

from desk.forms.editor_names import name_of
from desk.signed_in import editor_of
from desk.step_panels import shown_steps
from editorial.models import Step
from editorial.steps.around import steps_around
from records.history import LOADED

STEPS_ON_A_PAGE = 25
STEPS_PAGE = "steps"


class WholeTexts(HistoricalRecordContextHelper):
    """Give the history page both texts whole; it marks the characters that differ."""

    def stringify_delta_change_values(
        self, change: ModelChange, old: Any, new: Any
    ) -> tuple[str, str]:
        return self._text(old), self._text(new)

    @staticmethod
    def _text(value: Any) -> str:
        if isinstance(value, DeletedObject):
            return _deleted(value)
        if isinstance(value, list):
            return "\n".join(map(str, value))
        if value is None:
            return ""
        return str(value)


def _deleted(there: DeletedObject) -> str:
    # What pointed to nothing is given as something deleted that has no key.
    if there.pk is None:
        return ""
    words = _("no longer there (%(key)s)")
    return words % {"key": there.pk}


class ReadableHistory(SimpleHistoryAdmin):
    """History is for reading: going back is a change like any other, made in the form."""

    object_history_template = "admin/history.html"
    history_list_per_page = 50

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the steps on the record and on what belongs to it, then the record version by
        version.
        """
        key = unquote(object_id)
        context = {**(extra_context or {})}
        if key.isdecimal():
            context |= self._story(request, int(key))
        return super().history_view(request, object_id, context)

    def _story(self, request: HttpRequest, key: int) -> dict[str, Any]:
        """Return one page of the steps on a record."""
        steps = steps_around(self.model, key)
        paginator = Paginator(steps, STEPS_ON_A_PAGE)
        asked = request.GET.get(STEPS_PAGE)
        page = paginator.get_page(asked)
        keys = [step.pk for step in page]
        found = Step.objects.filter(pk__in=keys)
        return {
            "steps": shown_steps(found.newest_first(), editor_of(request)),
            "steps_page": page,
            "steps_var": STEPS_PAGE,
        }

    def revert_disabled(
        self, request: HttpRequest, obj: models.Model | None = None
    ) -> bool:
        return True

    def get_historical_record_context_helper(
        self, request: HttpRequest, historical_record: HistoricalChanges
    ) -> WholeTexts:
        return WholeTexts(self.model, historical_record)

    def set_history_delta_changes(
        self, request: HttpRequest, historical_records: Any, **kwargs: Any
    ) -> None:
        """Give each row of the page its changes, the name of who made them, and its reason in
        words.
        """
        super().set_history_delta_changes(
            request,
            historical_records,
            **kwargs,
        )
        for record in historical_records:
            record.who = name_of(record.history_user)
            record.why = reason_in_words(record)

    def history_form_view(
        self,
        request: HttpRequest,
        object_id: str,
        version_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the record as one row of its history holds it: nothing there can be typed into."""
        history = self.model.history.select_related("history_user")
        record = get_object_or_404(history, id=object_id, pk=version_id)
        if not self.has_view_or_change_permission(request, record.instance):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            **_row_shown(record),
            "opts": self.opts,
            "object_id": object_id,
            **(extra_context or {}),
        }
        return render(request, "admin/history_row.html", context)


def _row_shown(record: HistoricalChanges) -> dict[str, Any]:
    """Return what the page of one row of history shows of it."""
    title = _("%(record)s as it was")
    return {
        "title": title % {"record": record.instance},
        "record": record,
        "who": name_of(record.history_user),
        "why": reason_in_words(record),
        "values": list(_values(record)),
    }


def reason_in_words(record: HistoricalChanges) -> str:
    """Return why a row of history was written, in words."""
    reason = record.history_change_reason or ""
    if reason == LOADED:
        return _("loaded from a file")
    return reason


def _values(record: HistoricalChanges) -> Iterator[tuple[str, str]]:
    """Yield label and value of what the record held, as its form names them; what the program keeps
    is left out.
    """
    opts = record.instance_type._meta
    tracked = type(record).tracked_fields
    for each in tracked:
        field = opts.get_field(each.name)
        if _is_seen(field):
            value = _shown(record, field)
            yield field.verbose_name, value


def _is_seen(field: models.Field) -> bool:
    """Tell whether editors type or choose what a field holds."""
    if field.primary_key:
        return False
    return bool(field.editable or field.choices)


def _shown(record: HistoricalChanges, field: models.Field) -> str:
    value = getattr(record, field.attname)
    if field.is_relation and value is not None:
        return _name_of_related(field, value)
    if isinstance(value, str) and not field.choices:
        return value
    return display_for_field(value, field, "-")


def _name_of_related(field: Any, key: Any) -> str:
    """Name the record that a relation points to, or say that it is gone."""
    model = field.related_model
    found = model._base_manager.filter(pk=key)
    there = found.first()
    if there is None:
        return str(DeletedObject(model, key))
    return str(there)
