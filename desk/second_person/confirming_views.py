"""What one person asks for, shown to the second: confirmed, declined or taken back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import ListView, TemplateView

from desk.bench.workbench import CONFLICT, refusal_words
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from desk.step_panels import shown_acts
from editorial.asking.acts_as_values import rows_of_act
from editorial.asking.asked_steps import (
    confirm_asked,
    decline_asked,
    may_confirm,
    take_question_back,
)
from editorial.models import WaitingStep

SHOWN_ON_A_PAGE = 50


class AskedListView(DeskScreen, ListView):
    """All that was asked for: what waits first, then what was decided, the newest first."""

    template_name = "admin/desk/asked/list.html"
    permission_required = "editorial.view_waitingstep"
    paginate_by = SHOWN_ON_A_PAGE
    context_object_name = "asked"

    def get_queryset(self) -> Any:
        asked = WaitingStep.objects.select_related("by")
        return asked.defer("acts", "records").order_by("outcome", "-pk")


class AskedView(DeskScreen, TemplateView):
    """One question, with each value before and after."""

    template_name = "admin/desk/asked/one.html"
    permission_required = "editorial.view_waitingstep"

    @cached_property
    def waiting(self) -> WaitingStep:
        asked = WaitingStep.objects.select_related("by", "decided_by")
        return get_object_or_404(asked, pk=self.kwargs["waiting"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = editor_of(self.request)
        is_open = not self.waiting.outcome
        acts = shown_acts([rows_of_act(act) for act in self.waiting.acts])
        reasons = [act["reason"] for act in self.waiting.acts]
        return super().get_context_data(
            asked=self.waiting,
            acts=list(zip(reasons, acts, strict=True)),
            may_confirm=is_open and may_confirm(self.waiting, user),
            may_take_back=is_open and self.waiting.by_id == user.pk,
            **kwargs,
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        by = editor_of(request)
        try:
            said = self._decide(request.POST.get("verb", ""), by)
        except ValidationError as refusal:
            context = self.get_context_data(
                refusal=refusal_words(refusal),
                answer=request.POST.get("answer", ""),
            )
            return self.render_to_response(context, status=CONFLICT)
        messages.success(request, said)
        return redirect("desk-asked", self.waiting.pk)

    def _decide(self, verb: str, by: User) -> str:
        """Do what the button says, and say what was done."""
        if verb == "confirm":
            confirm_asked(self.waiting, by)
            return _("Confirmed: readers see it now.")
        if verb == "decline":
            answer = self.request.POST.get("answer", "")
            decline_asked(self.waiting, by, answer)
            return _("Declined; nothing is changed.")
        if verb == "take-back":
            take_question_back(self.waiting, by)
            return _("Taken back; nothing is changed.")
        raise Http404
