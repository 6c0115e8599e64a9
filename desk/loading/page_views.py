"""A load that was wrong is taken back, and a page moved to its issue: seen first, then done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView

from articles.models import Newspaper, Page
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from importing.models import ImportRun
from importing.taken_back import move_page as moving
from importing.taken_back import take_back as taking
from records.plaintext import PlainLineField, PlainTextField


class ReasonForm(forms.Form):
    reason = PlainTextField(label=gettext_lazy("Reason"), max_length=200)


class PrintedInForm(ReasonForm):
    """Where the page belongs."""

    newspaper = forms.ModelChoiceField(
        Newspaper.objects.all(), label=gettext_lazy("newspaper")
    )
    date = forms.DateField(
        label=gettext_lazy("date"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    edition = PlainLineField(
        label=gettext_lazy("edition"), max_length=20, required=False
    )
    label = PlainTextField(label=gettext_lazy("page"), max_length=20)

    field_order = ["newspaper", "date", "edition", "label", "reason"]


class PaperScreen(DeskScreen, FormView):
    """A screen about a page of the paper; a refusal keeps what was typed."""

    def act(self, form: forms.Form) -> HttpResponse:
        raise NotImplementedError

    def form_valid(self, form: forms.Form) -> HttpResponse:
        try:
            return self.act(form)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)


class TakeBackView(PaperScreen):
    template_name = "admin/desk/upload/take_back.html"
    form_class = ReasonForm
    permission_required = taking.PERMISSION

    @cached_property
    def run(self) -> ImportRun:
        runs = ImportRun.objects.select_related("page__issue__newspaper")
        return get_object_or_404(runs, pk=self.kwargs["run"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = taking.TakingBack(self.run)
        return super().get_context_data(
            run=self.run,
            plan=plan,
            **kwargs,
        )

    def act(self, form: forms.Form) -> HttpResponse:
        reason = form.cleaned_data["reason"]
        taking.undo_load(self.run, editor_of(self.request), reason)
        messages.success(self.request, _("The load is taken back."))
        return redirect("admin:importing_importrun_change", self.run.pk)


class MovePageView(PaperScreen):
    template_name = "admin/desk/upload/move.html"
    form_class = PrintedInForm
    permission_required = moving.PERMISSION

    @cached_property
    def page(self) -> Page:
        pages = Page.objects.select_related("issue__newspaper").listed()
        return get_object_or_404(pages, pk=self.kwargs["page"])

    def get_initial(self) -> dict[str, Any]:
        issue = self.page.issue
        return {
            "newspaper": issue.newspaper_id,
            "date": issue.date,
            "edition": issue.edition_name,
            "label": self.page.label,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(page=self.page, **kwargs)

    def act(self, form: forms.Form) -> HttpResponse:
        said = dict(form.cleaned_data)
        reason = said.pop("reason")
        to = moving.PrintedIn(**said)
        by = editor_of(self.request)
        page = moving.move_page(self.page, to, by, reason)
        message = _("The page is moved: %(page)s.")
        messages.success(self.request, message % {"page": page})
        return redirect("desk-page", page.pk)
