"""Loads: what came, when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from desk.forms.editor_forms import ReadOnlyAdmin
from desk.forms.editor_names import DoneBy
from importing.models import ImportRun

COUNT_LABELS = {
    "articles": _("articles"),
    "photos": _("photos"),
    "pictures": _("pictures"),
    "people": _("people"),
    "events": _("events"),
    "findings": _("findings"),
    "coverage": _("coverage"),
}


@admin.register(ImportRun)
class ImportRunAdmin(DoneBy, ReadOnlyAdmin):
    list_display = [
        "source_name",
        "outcome",
        "page_link",
        "message",
        "started_at",
        "same_run",
        "name_in_by",
    ]
    list_filter = ["outcome", "started_at"]
    list_select_related = ["page__issue__newspaper", "by"]
    search_fields = ["source_name", "message", "sha256"]
    date_hierarchy = "started_at"
    fields = [
        "source_name",
        "outcome",
        "page_link",
        "message",
        "counted",
        "sha256",
        "started_at",
        "finished_at",
        "name_in_by",
        "of_the_run",
        "wrong_load",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        return (
            super().get_queryset(request).defer("page__text", "replaced_text")
        )

    @admin.display(description=_("page"), ordering="page")
    def page_link(self, run: ImportRun) -> SafeString | str:
        if not run.page:
            return "-"
        url = reverse("admin:articles_page_change", args=[run.page_id])
        return format_html('<a href="{}">{}</a>', url, run.page)

    @admin.display(description=_("run"), ordering="batch")
    def same_run(self, run: ImportRun) -> SafeString | str:
        """Lead to all loads of the same command."""
        if not run.batch:
            return "-"
        url = reverse("admin:importing_importrun_changelist")
        name = str(run.batch)[:8]
        return format_html('<a href="{}?batch={}">{}</a>', url, run.batch, name)

    @admin.display(description=_("counts"))
    def counted(self, run: ImportRun) -> str:
        counts = (
            f"{COUNT_LABELS.get(name, name)} {value}"
            for name, value in run.counts.items()
        )
        return ", ".join(counts) or "-"

    @admin.display(description=_("Was the load wrong?"))
    def wrong_load(self, run: ImportRun) -> SafeString | str:
        """Lead to where a load that made a page is taken back."""
        if not run.page_id or run.outcome != ImportRun.Outcome.CREATED:
            return "-"
        url = reverse("desk-take-back", args=[run.pk])
        return format_html('<a href="{}">{}</a>', url, _("Take it back"))

    @admin.display(description=_("loads of this run"))
    def of_the_run(self, run: ImportRun) -> SafeString | str:
        """Sum up the command this load was part of."""
        if not run.batch:
            return "-"
        outcomes = ", ".join(_outcomes(run))
        return format_html("{} ({})", self.same_run(run), outcomes)


def _outcomes(run: ImportRun) -> Iterator[str]:
    """Yield what became of the loads of one run, each outcome with how many had it."""
    loads = run.same_batch().values_list("outcome")
    counted = loads.annotate(Count("pk")).order_by()
    counts = dict(counted)
    for outcome, label in ImportRun.Outcome.choices:
        if outcome in counts:
            count = counts[outcome]
            yield f"{label} {count}"
