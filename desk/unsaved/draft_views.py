"""Keeping what is typed as a draft, and dropping it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from desk.bench.workbench import PARTS, SEE_OTHER, refusal_words
from desk.screens import page_of_ours
from desk.signed_in import editor_of
from desk.unsaved.page_drafts import DRAFT, forget
from editorial.office.drafts import keep_draft

# The fields that are typed; whatever else a form holds is chosen or hidden.
TYPED = ("words", "reason", "opinion", "note")
# What is chosen and typed of each of several blocks begins so.
OF_BLOCKS = ("pick-", "words-")
# The button that drops a draft.
DROP = "drop"
NO_CONTENT = 204
REFUSED = 400


class DraftView(View):
    """Keep what a form holds under the name that it gives, or drop it; lead back to the form."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if DROP in request.POST:
            forget(request)
            return self._answer(request, _("The draft is discarded."))
        typed = {
            name: str(words)
            for name, words in request.POST.items()
            if name in TYPED or name.startswith(OF_BLOCKS)
        }
        address = request.POST.get(
            DRAFT,
            "",
        )
        base = request.POST.get(
            "base",
            "",
        )
        try:
            keep_draft(editor_of(request), address, typed, base)
        except ValidationError as refusal:
            return HttpResponse(refusal_words(refusal), status=REFUSED)
        return self._answer(
            request,
            _("Kept as a draft; not saved yet."),
        )

    def _answer(self, request: HttpRequest, said: str) -> HttpResponse:
        if PARTS in request.headers:
            return HttpResponse(status=NO_CONTENT)
        messages.success(
            request,
            said,
        )
        return HttpResponseRedirect(
            _came_from(request),
            status=SEE_OTHER,
        )


def _came_from(request: HttpRequest) -> str:
    """Return the page that the form stands on, if it is one of ours."""
    page = request.headers.get("Referer", "")
    return page_of_ours(request, page, reverse("admin:index"))
