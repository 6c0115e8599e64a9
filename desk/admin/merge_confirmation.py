"""People and events with the action that makes several of them one: see it first, then confirm it
with a reason.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from desk.admin.event import EventAdmin
from desk.admin.person import PersonAdmin
from editorial.merging import MergingEvents, MergingPeople
from editorial.merging.belongings import Settled
from editorial.merging.joining_facts import shown
from editorial.merging.merger import MOST, Merger, merge
from events.models import Event
from people.models import Person

# Enough to know the rows by; all of them stand on the pages of the records.
MOST_NAMES = 12


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
    ) -> HttpResponse:
        if not request.user.has_perms(self.merger.permissions()):
            raise PermissionDenied
        if self.is_choice:
            return super().dispatch(request, *args, **kwargs)
        return self.choose_again()

    def choose_again(self) -> HttpResponse:
        messages.error(
            self.request,
            _("Choose two records to merge, and at most %(most)d.")
            % {"most": MOST},
        )
        return HttpResponseRedirect(_address(self.merger.model, "changelist"))

    @property
    def is_choice(self) -> bool:
        return 2 <= len(self.found) <= MOST

    @cached_property
    def found(self) -> dict[int, Model]:
        keys = [
            int(key)
            for key in self.request.GET.getlist("pk")[: MOST + 1]
            if key.isdecimal() and len(key) < 19
        ]
        return self.merger.find(keys)

    @cached_property
    def stays(self) -> int:
        """The record chosen to stay; before a choice the one whose address is the oldest."""
        chosen = self.request.GET.get("stays", "")
        return next(
            (key for key in self.found if str(key) == chosen),
            next(iter(self.found)),
        )

    @cached_property
    def goes(self) -> list[int]:
        return [key for key in self.found if key != self.stays]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # Planning fills the record that stays: what each has by itself is taken down before.
        facts = {
            key: _facts(self.merger, record)
            for key, record in self.found.items()
        }
        plan = self.merger(
            self.found[self.stays], [self.found[key] for key in self.goes]
        )
        opts = self.merger.model._meta
        return super().get_context_data(
            **admin.site.each_context(self.request),
            title=_("Merge %(what)s") % {"what": opts.verbose_name_plural},
            opts=opts,
            plan=plan,
            records=[
                (record, facts[key], _held(plan, record))
                for key, record in self.found.items()
            ],
            **kwargs,
        )

    def form_valid(self, form: MergeForm) -> HttpResponse:
        try:
            merge(
                self.merger,
                self.stays,
                self.goes,
                by=self.request.user,
                **form.cleaned_data,
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
            for name in (
                "found",
                "stays",
                "goes",
            ):  # Somebody may have changed them meanwhile.
                self.__dict__.pop(name, None)
            return (
                self.form_invalid(form)
                if self.is_choice
                else self.choose_again()
            )
        messages.success(
            self.request, _("Merged; the former addresses lead here.")
        )
        return super().form_valid(form)

    def get_success_url(self) -> str:
        return _address(self.merger.model, "change", self.stays)


class Merging:
    """The action and the page, for the admin of a model."""

    merger: type[Merger]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        if not request.user.has_perms(self.merger.permissions()):
            actions.pop("merge_selected", None)
        return actions

    @admin.action(description=_("Merge the selected records…"))
    def merge_selected(
        self, request: HttpRequest, queryset: QuerySet
    ) -> HttpResponse:
        keys = queryset.order_by("pk").values_list("pk", flat=True)[: MOST + 1]
        return HttpResponseRedirect(
            f"{_address(self.model, 'merge')}?{urlencode([('pk', key) for key in keys])}"
        )

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(MergeView.as_view(merger=self.merger))
        name = f"{self.opts.app_label}_{self.opts.model_name}_merge"
        return [path("merge/", view, name=name), *super().get_urls()]


@admin.register(Person)
class MergingPersonAdmin(Merging, PersonAdmin):
    merger = MergingPeople
    actions = ["merge_selected"]


@admin.register(Event)
class MergingEventAdmin(Merging, EventAdmin):
    merger = MergingEvents
    actions = ["merge_selected"]


def _address(model: type[Model], page: str, *args: int) -> str:
    return reverse(
        f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}",
        args=args,
    )


def _facts(merger: type[Merger], record: Model) -> list[tuple[str, str]]:
    """Return what a record itself states: label and value."""
    values = [
        (str(record._meta.get_field(name).verbose_name), shown(record, name))
        for name in merger.facts
    ]
    return [(label, value) for label, value in values if value]


def _held(plan: Merger, record: Model) -> list[tuple[str, int, list[str]]]:
    """Return what a record has: of each kind how many, and the names of the first of them."""
    rows = [(each.rows.label, *_named(each, record)) for each in plan.settled]
    links = [
        (links.label, list(linked.get(record.pk, {}).values()))
        for links, linked in plan.linked
    ]
    return [
        (capfirst(label), count, names) for label, count, names in rows if count
    ] + [
        (capfirst(label), len(names), names[:MOST_NAMES])
        for label, names in links
        if names
    ]


def _named(settled: Settled, record: Model) -> tuple[int, list[str]]:
    held = settled.held.get(record.pk, [])
    return len(held), [
        settled.rows.named(row) for row in held[:MOST_NAMES]
    ] if settled.rows.name else []
