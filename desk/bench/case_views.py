"""Deciding cases on the workbench: each posts alone, or all of a kind after a look at each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desk.bench.workbench import BenchForm, recorded, refusal_words
from desk.signed_in import editor_of
from editorial.casework.cases import Case
from editorial.casework.deciding_cases import (
    act_on,
    put_off,
    refuse_case,
    reopen,
)
from editorial.correcting import StaleSave
from editorial.steps.taking import grouped_steps

MOST_AT_ONCE = 500


class DecidingForm(BenchForm):
    """A form that only somebody who may decide findings and change words sends."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        user = request.user
        if not user.has_perm("articles.change_article"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class CaseView(DecidingForm):
    """Act on a case, refuse it with a reason, leave it for later, open it again."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        verbs: dict[str, Callable[[], Case]] = {
            "act": self._act,
            "refuse": self._refuse,
            "later": self._later,
            "reopen": self._reopen,
        }
        verb = kwargs["verb"]
        if verb not in verbs:
            raise Http404
        try:
            case = verbs[verb]()
        except (ValidationError, StaleSave) as refusal:
            why = refusal_words(refusal)
            return self.refused(
                why, failed=self._key, typed_reason=self._reason
            )
        stays = verb == "reopen" or self.wants_parts
        here = f"?case={case.key}#case-{case.key}"
        query = here if stays else self.leading_on(case.key)
        return self.done(recorded(case), query=query)

    @property
    def _key(self) -> int:
        return self.kwargs["case"]

    @property
    def _reason(self) -> str:
        """The reason that was typed, else the one on the button that was pressed."""
        typed = self.request.POST.getlist("reason")
        return next(filter(str.strip, reversed(typed)), "")

    def _act(self) -> Case:
        name = self.request.POST.get("act", "")
        seen = self.request.POST.get("seen", "")
        by = editor_of(self.request)
        return act_on(self.page, self._key, name, by, seen)

    def _refuse(self) -> Case:
        by = editor_of(self.request)
        return refuse_case(self.page, self._key, by, self._reason)

    def _later(self) -> Case:
        by = editor_of(self.request)
        return put_off(self.page, self._key, by, self._reason)

    def _reopen(self) -> Case:
        return reopen(self.page, self._key, editor_of(self.request))


class SameForm(forms.Form):
    act = forms.CharField(max_length=20)
    case = forms.TypedMultipleChoiceField(coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ticked: Any = self.fields["case"]
        data: Any = self.data
        keys = data.getlist("case")[:MOST_AT_ONCE]
        ticked.choices = [(key, key) for key in keys if key.isdecimal()]


class SameView(DecidingForm):
    """Carry out one act for all cases of a kind that are ticked."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = SameForm(request.POST)
        if not form.is_valid():
            return self.refused(_("Tick at least one case."))
        act = form.cleaned_data["act"]
        keys = form.cleaned_data["case"]
        with grouped_steps():
            answers = [self._refusal(key, act) for key in keys]
        refusals = list(filter(None, answers))
        settled = len(keys) - len(refusals)
        if refusals:
            return self.refused(" ".join([_told(settled), *refusals]))
        return self.done(_told(settled), query=self.leading_on(keys[-1]))

    def _refusal(self, key: int, act: str) -> str:
        """Act on a case; return why that was refused, '' when it was done."""
        try:
            act_on(self.page, key, act, editor_of(self.request))
        except (ValidationError, StaleSave) as refusal:
            return refusal_words(refusal)
        return ""


def _told(count: int) -> str:
    says = ngettext(
        "%(count)d case settled.", "%(count)d cases settled.", count
    )
    return says % {"count": count}
