"""People and events with the action that makes several of them one: see it first, then confirm it
with a reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from desk.admin.event import EventAdmin
from desk.admin.person import PersonAdmin
from desk.forms.editor_forms import EditorAdmin
from desk.signed_in import editor_of
from editorial.merging import MergingEvents, MergingPeople
from editorial.merging.belongings import Rows
from editorial.merging.joining_facts import shown
from editorial.merging.merger import MOST, Merger, merge
from events.models import Event
from people.models import Person
from records.plaintext import key_in

# Enough to know the rows by; all of them stand on the pages of the records.
MOST_NAMES = 12
# What a screen keeps of the records once it has found them.
LOOKED_UP = ("found", "stays", "goes")


class MergeForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Reason for merging"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "required": True}),
    )


class MergeView(FormView):
    """Show records side by side (``pk``, several) and what merging them into one (``stays``) would
    do, then do it.
    """

    template_name = "admin/merge.html"
    form_class = MergeForm
    merger: type[Merger] = Merger

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        needed = self.merger.permissions()
        if not request.user.has_perms(needed):
            raise PermissionDenied
        if self.is_choice:
            return super().dispatch(request, *args, **kwargs)
        return self.choose_again()

    def choose_again(self) -> HttpResponse:
        message = _("Choose two records to merge, and at most %(most)d.")
        messages.error(self.request, message % {"most": MOST})
        return HttpResponseRedirect(_address(self.merger.model, "changelist"))

    @property
    def is_choice(self) -> bool:
        return 2 <= len(self.found) <= MOST

    @cached_property
    def found(self) -> dict[int, Model]:
        typed = self.request.GET.getlist("pk")[: MOST + 1]
        keys = filter(None, map(key_in, typed))
        return self.merger.find(list(keys))

    @cached_property
    def stays(self) -> int:
        """The record chosen to stay; before a choice the one whose address is the oldest."""
        chosen = self.request.GET.get("stays", "")
        for key in self.found:
            if str(key) == chosen:
                return key
        return next(iter(self.found))

    @cached_property
    def goes(self) -> list[int]:
        return [key for key in self.found if key != self.stays]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opts = self.merger.model._meta
        title = _("Merge %(what)s")
        context = admin.site.each_context(self.request)
        context |= {
            "title": title % {"what": opts.verbose_name_plural},
            "opts": opts,
            **self._side_by_side(),
        }
        return super().get_context_data(**context, **kwargs)

    def _side_by_side(self) -> dict[str, Any]:
        """Return the plan and the records, each with its facts and with what it holds."""
        records = list(self.found.values())
        # Planning fills the record that stays: what each states by itself is taken down before.
        facts = [_facts(self.merger, record) for record in records]
        plan = self._plan()
        held = [list(_held(plan, record)) for record in records]
        return {
            "plan": plan,
            "records": list(zip(records, facts, held, strict=True)),
        }

    def _plan(self) -> Merger:
        goes = [self.found[key] for key in self.goes]
        return self.merger(self.found[self.stays], goes)

    def form_valid(self, form: MergeForm) -> HttpResponse:
        by = editor_of(self.request)
        typed = form.cleaned_data
        try:
            merge(self.merger, self.stays, self.goes, by=by, **typed)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
            return self._look_again(form)
        message = _("Merged; the former addresses lead here.")
        messages.success(self.request, message)
        return super().form_valid(form)

    def _look_again(self, form: MergeForm) -> HttpResponse:
        """Show the records as they stand now: somebody may have changed them meanwhile."""
        for name in LOOKED_UP:
            self.__dict__.pop(name, None)
        if not self.is_choice:
            return self.choose_again()
        return self.form_invalid(form)

    def get_success_url(self) -> str:
        return _address(self.merger.model, "change", self.stays)


class Merging(EditorAdmin):
    """The action and the page, for the admin of a model."""

    merger: type[Merger]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        needed = self.merger.permissions()
        if not request.user.has_perms(needed):
            actions.pop("merge_selected", None)
        return actions

    @admin.action(description=_("Merge the selected records…"))
    def merge_selected(
        self, request: HttpRequest, queryset: QuerySet
    ) -> HttpResponse:
        keys = queryset.order_by("pk").values_list("pk", flat=True)
        chosen = urlencode([("pk", key) for key in keys[: MOST + 1]])
        page = _address(self.model, "merge")
        return HttpResponseRedirect(f"{page}?{chosen}")

    def get_urls(self) -> list[URLPattern]:
        view = MergeView.as_view(merger=self.merger)
        view = self.admin_site.admin_view(view)
        opts = self.opts
        merge_page = path(
            "merge/",
            view,
            name=f"{opts.app_label}_{opts.model_name}_merge",
        )
        return [merge_page, *super().get_urls()]


@admin.register(Person)
class MergingPersonAdmin(Merging, PersonAdmin):
    merger = MergingPeople
    actions = ["merge_selected"]


@admin.register(Event)
class MergingEventAdmin(Merging, EventAdmin):
    merger = MergingEvents
    actions = ["merge_selected"]


def _address(model: type[Model], page: str, *args: int) -> str:
    opts = model._meta
    name = f"admin:{opts.app_label}_{opts.model_name}_{page}"
    return reverse(name, args=args)


def _facts(merger: type[Merger], record: Model) -> list[tuple[str, str]]:
    """Return what a record itself states: label and value."""
    stated = []
    for name in merger.facts:
        field: Any = record._meta.get_field(name)
        value = shown(record, name)
        if value:
            stated.append((str(field.verbose_name), value))
    return stated


def _held(plan: Merger, record: Model) -> Iterator[tuple[str, int, list[str]]]:
    """Yield what a record has: of each kind how many, and the names of the first of them."""
    key = record.pk
    for sorted_rows in plan.sorted_rows:
        rows = sorted_rows.rows
        held = sorted_rows.held.get(key, [])
        if held:
            names = _names(rows, held[:MOST_NAMES])
            yield capfirst(rows.label), len(held), names
    for links, linked in plan.linked:
        found = linked.get(key, {})
        names = list(found.values())
        if names:
            label = capfirst(links.label)
            yield label, len(names), names[:MOST_NAMES]


def _names(rows: Rows, held: list[Model]) -> list[str]:
    """Name rows of one kind, where its rows have names."""
    if not rows.name:
        return []
    return [rows.named(row) for row in held]
