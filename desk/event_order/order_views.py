"""The lists of those who took part in an event, put in the printed order by numbers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from desk.bench.workbench import CONFLICT, refusal_words
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from editorial.printed_order import PERMISSION, reorder, seen_order
from events.models import Event, Participation
from records.grouping import grouped

# Each has a field, and a form of the desk may have a thousand.
MOST_SHOWN = 900
LAST_PLACE = 9999


class PrintedOrderView(DeskScreen, TemplateView):
    """One number for each who took part; saved together, refused when a colleague was faster."""

    template_name = "admin/desk/order.html"
    permission_required = PERMISSION

    @cached_property
    def event(self) -> Event:
        return get_object_or_404(Event, pk=self.kwargs["event"])

    @cached_property
    def rows(self) -> list[Participation]:
        rows = self.event.participations.in_printed_order()
        return list(rows.select_related("person"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = self.rows[:MOST_SHOWN]
        sent = self.request.POST
        lists = grouped(
            (row.role, (row, sent.get(f"place-{row.pk}", row.rank or "")))
            for row in shown
        )
        kwargs |= {
            "event": self.event,
            "lists": list(lists.items()),
            "is_long": len(self.rows) > MOST_SHOWN,
            "seen": seen_order(self.rows),
        }
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        by = editor_of(request)
        seen = request.POST.get("seen", "")
        try:
            count = reorder(self.event, self._typed(), by, seen)
        except ValidationError as refusal:
            return self._refused(refusal_words(refusal))
        says = ngettext("%(count)d moved.", "%(count)d moved.", count)
        messages.success(request, says % {"count": count})
        return redirect("desk-printed-order", self.event.pk)

    def _typed(self) -> dict[int, int | None]:
        """Return the places typed; raise ``ValidationError`` for what is no place."""
        sent = self.request.POST
        place = forms.IntegerField(
            min_value=1,
            max_value=LAST_PLACE,
            required=False,
            error_messages=dict.fromkeys(
                ["invalid", "min_value", "max_value"],
                _("Places are numbers from 1 to 9999."),
            ),
        )
        return {
            row.pk: place.clean(sent[f"place-{row.pk}"])
            for row in self.rows
            if f"place-{row.pk}" in sent
        }

    def _refused(self, why: str) -> HttpResponse:
        context = self.get_context_data(refusal=why)
        return self.render_to_response(context, status=CONFLICT)
