"""Jobs in the admin: how far they are, and asking one to stop."""

from __future__ import annotations

import django_tasks_db.admin
import django_tasks_db.models
from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from operation.job_list import what_is_missing
from operation.models import Job
from operation.starting import ask_to_stop

# The library shows its queue in English only; a job says the same in the language of the desk.
admin.site.unregister(django_tasks_db.models.DBTaskResult)


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    """Read by whoever may; stopped by whoever has the right to."""

    list_display = [
        "__str__",
        "state",
        "progress",
        "attempts",
        "asked_by",
        "created_at",
        "finished_at",
        "error",
    ]
    list_filter = ["state", "kind"]
    list_select_related = ["by"]
    list_per_page = 50
    search_fields = ["about", "error"]
    fields = [
        "kind",
        "about",
        "state",
        "progress",
        "report",
        "error",
        "attempts",
        "asked_to_stop",
        "worker",
        "lease_until",
        "asked_by",
        "created_at",
        "queued_at",
        "started_at",
        "finished_at",
    ]
    actions = ["stop_jobs"]
    view_on_site = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Model | None = None
    ) -> bool:
        return False

    def has_stop_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("operation.stop_job")

    def changelist_view(
        self, request: HttpRequest, extra_context: dict | None = None
    ) -> HttpResponse:
        missing = what_is_missing()
        if missing:
            messages.warning(request, missing)
        return super().changelist_view(request, extra_context)

    @admin.display(description=_("progress"))
    def progress(self, job: Job) -> str:
        return job.progress

    @admin.display(description=_("by"), ordering="by")
    def asked_by(self, job: Job) -> str:
        if job.by is None:
            return "-"
        return job.by.get_full_name() or job.by.get_username()

    @admin.action(description=_("Ask to stop"), permissions=["stop"])
    def stop_jobs(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        for job in jobs:
            ask_to_stop(job)
        count = len(jobs)
        told = ngettext(
            "%(count)d job was asked to stop.",
            "%(count)d jobs were asked to stop.",
            count,
        )
        messages.success(request, told % {"count": count})
