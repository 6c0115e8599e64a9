"""Steps: what everybody did, to read, and to undo."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from desk.forms.editor_forms import ReadOnlyAdmin
from desk.forms.editor_names import DoneBy, NamedFilter
from desk.screens import page_of_ours
from desk.signed_in import editor_of
from editorial.models import Step
from editorial.steps.undoing import undo, undo_group


class UndoView(View):
    """Undo a step and go back to the page on which it was shown; a refusal is told there."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        step = get_object_or_404(Step, pk=pk)
        by = editor_of(request)
        try:
            if step.group and "group" in request.POST:
                undo_group(step.group, by)
            else:
                undo(step, by)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            messages.success(request, _("The step is undone."))
        return HttpResponseRedirect(_back(request))


def _back(request: HttpRequest) -> str:
    """Return the page that the button stood on, if it is one of ours."""
    page = request.POST.get("back", "")
    every = reverse("admin:editorial_step_changelist")
    return page_of_ours(request, page, every)


@admin.register(Step)
class StepAdmin(DoneBy, ReadOnlyAdmin):
    list_display = ["at", "name_in_by", "kind", "about", "reason", "undone"]
    list_filter = ["kind", ("by", NamedFilter), "at"]
    list_select_related = [
        "article",
        "page__issue__newspaper",
        "by",
        "undone_by",
    ]
    search_fields = ["reason", "article__headline"]
    date_hierarchy = "at"
    fields = ["at", "name_in_by", "kind", "about", "reason", "undone"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(UndoView.as_view())
        undo_page = path("<int:pk>/undo/", view, name="editorial_step_undo")
        return [undo_page, *super().get_urls()]

    @admin.display(description=_("article or page"), ordering="article")
    def about(self, step: Step) -> SafeString | str:
        """Lead to the story of the article."""
        if step.article is None:
            return str(step.page or "-")
        url = reverse("desk-story", args=[step.article_id])
        return format_html('<a href="{}">{}</a>', url, step.article)

    @admin.display(description=_("undone"), boolean=True)
    def undone(self, step: Step) -> bool:
        return step.is_undone
