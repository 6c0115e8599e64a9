"""The history of a record: the steps that changed it and what belongs to it, the newest first."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse

from desk.signed_in import editor_of
from desk.step_panels import shown_steps
from editorial.models import Step
from editorial.steps.around import steps_around

STEPS_ON_A_PAGE = 25
STEPS_PAGE = "steps"


class ReadableHistory(admin.ModelAdmin):
    """History is for reading and undoing: each of its rows is a step."""

    object_history_template = "admin/history.html"

    def history_view(
        self,
        request: HttpRequest,
        object_id: str,
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show the steps on the record and on what belongs to it."""
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
