"""Findings, to look through and to decide many at once."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from desk.article_panels import seen_in_place, shortened
from desk.forms.editor_forms import ReadOnlyAdmin
from desk.forms.editor_names import name_of
from desk.forms.list_actions import NoteActionForm, carry_out, carry_out_noted
from desk.signed_in import editor_of
from editorial.deciding import PERMISSION, accept, defer, dismiss, open_again
from editorial.models import Finding

# A list shows enough to know the words by; they stand in full on the page of each.
MOST_IN_LIST = 60
ACCEPT_PREVIEW = "admin/editorial/finding/accept_preview.html"


@admin.register(Finding)
class FindingAdmin(ReadOnlyAdmin):
    list_display = [
        "beside_the_text",
        "words",
        "offer",
        "where",
        "rule",
        "severity",
        "origin",
        "status",
    ]
    list_display_links = ["status"]
    list_filter = [
        "status",
        "severity",
        "rule",
        "origin",
        "page__issue__newspaper",
    ]
    list_select_related = ["article", "page__issue__newspaper"]
    search_fields = [
        "message",
        "exact",
        "rule",
        "article__headline",
        "page__label",
    ]
    fields = [
        "beside_the_text",
        "where",
        "rule",
        "severity",
        "origin",
        "part",
        "photo",
        "exact",
        "replacement",
        "status",
        "name_in_decided_by",
        "decided_at",
        "reason",
    ]
    date_hierarchy = "page__issue__date"
    action_form = NoteActionForm
    actions = [
        "accept_selected",
        "dismiss_selected",
        "defer_selected",
        "reopen_selected",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Finding]:
        """Leave the texts of pages, which no list shows."""
        found = super().get_queryset(request)
        return found.defer("page__text")

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)

    @admin.display(description=_("words"), ordering="exact")
    def words(self, finding: Finding) -> str:
        return shortened(finding.exact, MOST_IN_LIST)

    @admin.display(description=_("replacement"), ordering="replacement")
    def offer(self, finding: Finding) -> str | None:
        return finding.replacement and shortened(
            finding.replacement, MOST_IN_LIST
        )

    @admin.display(description=_("message"), ordering="message")
    def beside_the_text(self, finding: Finding) -> SafeString:
        """Lead to where the finding is decided: the case it belongs to, at the workbench."""
        url = reverse("desk-page", args=[finding.page_id])
        return format_html(
            '<a href="{}?case={}#cases">{}</a>',
            url,
            finding.pk,
            finding.message,
        )

    @admin.display(description=_("article or page"), ordering="article")
    def where(self, finding: Finding) -> str:
        return str(finding.article or finding.page)

    @admin.display(description=_("decided by"), ordering="decided_by")
    def name_in_decided_by(self, finding: Finding) -> str:
        return name_of(finding.decided_by) or "-"

    @admin.action(
        description=_("Accept the selected findings"), permissions=["decide"]
    )
    def accept_selected(
        self, request: HttpRequest, queryset: QuerySet[Finding]
    ) -> TemplateResponse | None:
        """Accept what was looked at; before that, show what it would change."""
        by = editor_of(request)
        if "seen" not in request.POST:
            return self._previewed(request, queryset)
        carry_out(
            request,
            queryset,
            lambda finding: accept(finding, by),
        )
        return None

    def _previewed(
        self, request: HttpRequest, queryset: QuerySet[Finding]
    ) -> TemplateResponse:
        """Show each finding with its words, and what would take their place."""
        known = queryset.select_related(
            "article", "photo", "page__issue__newspaper"
        ).defer(None)
        context = self.admin_site.each_context(request)
        context |= {
            "title": _("Accept the selected findings"),
            "opts": self.opts,
            "previews": [seen_in_place(finding) for finding in known],
        }
        return TemplateResponse(request, ACCEPT_PREVIEW, context)

    @admin.action(
        description=_("Dismiss the selected findings (needs a reason)"),
        permissions=["decide"],
    )
    def dismiss_selected(
        self, request: HttpRequest, queryset: QuerySet[Finding]
    ) -> None:
        carry_out_noted(request, queryset, dismiss)

    @admin.action(
        description=_("Leave the selected findings for later"),
        permissions=["decide"],
    )
    def defer_selected(
        self, request: HttpRequest, queryset: QuerySet[Finding]
    ) -> None:
        carry_out_noted(request, queryset, defer)

    @admin.action(
        description=_("Open the selected findings again"),
        permissions=["decide"],
    )
    def reopen_selected(
        self, request: HttpRequest, queryset: QuerySet[Finding]
    ) -> None:
        carry_out_noted(request, queryset, open_again)
