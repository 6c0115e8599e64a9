"""What editors save and delete in a form, as one step with all its rows."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse

from articles.models import Article
from desk.forms.signed_facts import SignedFacts
from desk.signed_in import editor_of
from editorial.models import WaitingStep
from editorial.public_records import RECORDS, kind_of_record
from editorial.steps.taking import taking_step


class StepsTaken(SignedFacts):
    """The admin of records whose changes are steps: one for each form that is saved."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        shown = (object_id, form_url, extra_context)
        if request.method != "POST":
            return super().changeform_view(request, *shown)
        by = editor_of(request)
        article = self._article(object_id)
        with taking_step("", by, article=article):
            return super().changeform_view(request, *shown)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        **kwargs: Any,
    ) -> HttpResponse:
        """Say on a record's page what waits for a second person about it."""
        record = context.get("original")
        if record is not None and self.model in RECORDS.values():
            kind = kind_of_record(self.model)
            context["asked"] = WaitingStep.objects.about(kind, record.pk)
        return super().render_change_form(request, context, *args, **kwargs)

    def _article(self, object_id: str | None) -> Article | None:
        """Return the article whose page is saved, None for other records."""
        if self.model is not Article or object_id is None:
            return None
        return Article.objects.filter(pk=unquote(object_id)).first()

    def watch(self, request: HttpRequest, obj: Model, *, wholly: bool) -> None:
        """Watch a record that is going to be saved, once it is kept from others."""
        with taking_step("", editor_of(request)) as step:
            step.watch(obj, wholly=wholly)

    def save_related(
        self,
        request: HttpRequest,
        form: Any,
        formsets: list[Any],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        if not change:
            with taking_step("", editor_of(request)) as step:
                step.watch_made(form.instance)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with taking_step("", editor_of(request)) as step:
            step.watch(obj)
            super().delete_model(request, obj)

    def delete_queryset(
        self, request: HttpRequest, queryset: QuerySet[Any]
    ) -> None:
        with taking_step("", editor_of(request)) as step:
            step.watch(*queryset)
            super().delete_queryset(request, queryset)
