"""One person's marks, to be given to another where they are not theirs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from desk.bench.workbench import CONFLICT, refusal_words
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from editorial.correcting import StaleSave
from editorial.splitting.split_person import (
    PERMISSIONS,
    SplitOff,
    split_person,
)
from editorial.splitting.stated_facts_of import (
    bylines_of,
    marks_with_facts,
    photographs_of,
)
from people.models import Person
from records.plaintext import key_in

# As many places as one screen shows; a form of the admin may have a thousand fields.
MOST_SHOWN = 500


class SplitForm(forms.Form):
    """Which places go, and to whom: a number, or a name and a note of somebody new."""

    person = forms.IntegerField(required=False, min_value=1)
    name = forms.CharField(max_length=60, required=False)
    note = forms.CharField(max_length=200, required=False)


class SplitView(DeskScreen, TemplateView):
    template_name = "admin/desk/people/split.html"
    permission_required = PERMISSIONS

    @cached_property
    def person(self) -> Person:
        return get_object_or_404(Person, pk=self.kwargs["person"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        marks = marks_with_facts(self.person)
        bylines = bylines_of(self.person)
        namesakes = Person.objects.filter(name=self.person.name)
        others = namesakes.exclude(pk=self.person.pk)
        in_order = others.order_by("pk")
        photographs = photographs_of(self.person)
        kwargs |= {
            "person": self.person,
            "marks": marks[:MOST_SHOWN],
            "bylines": bylines[:MOST_SHOWN],
            "photographs": photographs[:MOST_SHOWN],
            "is_long": len(marks) > MOST_SHOWN,
            "others": in_order[:20],
        }
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = SplitForm(request.POST)
        if not form.is_valid():
            return self._refused(_("Give the number of a person, or none."))
        off = SplitOff(
            self._ticked("m"),
            self._ticked("b"),
            self._ticked("p"),
            **form.cleaned_data,
        )
        try:
            other = split_person(self.person, off, editor_of(request))
        except (ValidationError, StaleSave) as refusal:
            return self._refused(refusal_words(refusal))
        told = _("These are the words of the other person now.")
        messages.success(request, told)
        return redirect("admin:people_person_change", other.pk)

    def _ticked(self, name: str) -> set[int]:
        keys = self.request.POST.getlist(name)
        return {key_in(key) for key in keys if key.isdecimal()}

    def _refused(self, why: str) -> HttpResponse:
        context = self.get_context_data(
            refusal=why,
            ticked=self._ticked("m"),
            signed=self._ticked("b"),
            taken=self._ticked("p"),
            typed=self.request.POST,
        )
        return self.render_to_response(context, status=CONFLICT)
