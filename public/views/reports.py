"""The page on which readers report an error."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, TemplateView

from editorial.readers_reports.taking_reports import ReaderReport, take_report
from public.reporting.report_form import ReportForm, new_stamp
from public.reporting.reported_record import ReportedRecord, record_about
from public.reporting.visitor_limit import may_send


# Nobody is signed in on a public page, so there is nothing that a foreign form could misuse; the
# stamp of the form says that it is ours.
@method_decorator(csrf_exempt, name="dispatch")
@method_decorator(cache_control(no_store=True), name="dispatch")
class ReportView(FormView):
    """Take a report on what ``?about=`` names; without it, say how to report."""

    template_name = "reports/report_form.html"
    form_class = ReportForm
    success_url = reverse_lazy("report-taken")

    @cached_property
    def record(self) -> ReportedRecord | None:
        """What is reported on; a record that nobody sees is no address."""
        about = self.request.GET.get("about")
        if about is None:
            return None
        record = record_about(about)
        if record is None:
            raise Http404
        return record

    @property
    def about(self) -> str:
        return self.record.about if self.record else ""

    def get_initial(self) -> dict[str, Any]:
        stamp = new_stamp(self.about)
        return {"stamp": stamp}

    def get_form_kwargs(self) -> dict[str, Any]:
        given = super().get_form_kwargs()
        given["about"] = self.about
        return given

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(record=self.record, **kwargs)

    def post(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if self.record is None:
            raise Http404
        form = self.get_form()
        if form.is_of_a_program:
            return super().form_valid(form)
        if not form.is_valid():
            return self.form_invalid(form)
        if not may_send(request):
            return self.too_often(form)
        take_report(self.report(form.cleaned_data, self.record))
        return super().form_valid(form)

    def too_often(self, form: ReportForm) -> HttpResponse:
        form.add_error(
            None, _("So many reports in so short a time; please try later.")
        )
        page = self.form_invalid(form)
        page.status_code = 429
        return page

    def report(
        self, told: dict[str, Any], record: ReportedRecord
    ) -> ReaderReport:
        return ReaderReport(
            article=record.article,
            message=told["message"],
            title=record.title,
            address=self.request.build_absolute_uri(record.path),
            language=get_language(),
            quoted=told["quoted"],
            evidence=record.evidence,
            email=told["email"],
        )


@method_decorator(cache_control(no_store=True), name="dispatch")
class ReportTaken(TemplateView):
    template_name = "reports/report_taken.html"
