"""What was done: loads, findings, corrections, reviews. All are read here; verbs write them."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin import article_link
from articles.models import Article
from desk.admin.actions import NoteActionForm, carry_out
from desk.beside import shortened
from editorial.deciding import PERMISSION, accept, defer, dismiss
from editorial.models import Correction, Finding, Review
from importing.models import ImportRun
from people.editing import ReadOnlyAdmin
from people.names import NamedFilter, named

# A list shows enough to know the words by; they stand in full on the page of each.
MOST_IN_LIST = 60
BY = named("by", _("by"))
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
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ["source_name", "outcome", "page_link", "message", "started_at", "same_run", BY]
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
    ]
    fields += [BY, "of_the_run"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        return super().get_queryset(request).defer("page__text", "page__blocks", "replaced_text")

    @admin.display(description=_("page"), ordering="page")
    def page_link(self, run: ImportRun) -> SafeString | str:
        if not run.page:
            return "-"
        return format_html(
            '<a href="{}">{}</a>',
            reverse("admin:articles_page_change", args=[run.page_id]),
            run.page,
        )

    @admin.display(description=_("run"), ordering="batch")
    def same_run(self, run: ImportRun) -> SafeString | str:
        """Lead to all loads of the same command."""
        if not run.batch:
            return "-"
        url = reverse("admin:importing_importrun_changelist")
        return format_html('<a href="{}?batch={}">{}</a>', url, run.batch, str(run.batch)[:8])

    @admin.display(description=_("counts"))
    def counted(self, run: ImportRun) -> str:
        return (
            ", ".join(
                f"{COUNT_LABELS.get(name, name)} {value}" for name, value in run.counts.items()
            )
            or "-"
        )

    @admin.display(description=_("loads of this run"))
    def of_the_run(self, run: ImportRun) -> SafeString | str:
        """Sum up the command this load was part of."""
        if not run.batch:
            return "-"
        number = dict(run.same_batch().values_list("outcome").annotate(Count("pk")).order_by())
        told = ", ".join(
            f"{label} {number[value]}"
            for value, label in ImportRun.Outcome.choices
            if value in number
        )
        return format_html("{} ({})", self.same_run(run), told)


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
    list_filter = ["status", "severity", "rule", "origin", "page__issue__newspaper"]
    list_select_related = ["article", "page__issue__newspaper"]
    search_fields = ["message", "exact", "rule", "article__headline", "page__label"]
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
    ]
    fields += ["status", named("decided_by", _("decided by")), "decided_at", "reason"]
    date_hierarchy = "page__issue__date"
    action_form = NoteActionForm
    actions = ["accept_selected", "dismiss_selected", "defer_selected"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Finding]:
        """Fetch, as ``first_beside``, an article of the page: beside it stands what is about the
        page as a whole.
        """
        first = Article.objects.filter(page=OuterRef("page")).order_by("position").values("pk")[:1]
        found = super().get_queryset(request).annotate(first_beside=Subquery(first))
        return found.defer("page__text", "page__blocks")

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)

    @admin.display(description=_("words"), ordering="exact")
    def words(self, finding: Finding) -> str:
        return shortened(finding.exact, MOST_IN_LIST)

    @admin.display(description=_("replacement"), ordering="replacement")
    def offer(self, finding: Finding) -> str | None:
        return finding.replacement and shortened(finding.replacement, MOST_IN_LIST)

    @admin.display(description=_("message"), ordering="message")
    def beside_the_text(self, finding: Finding) -> SafeString | str:
        """Lead to where the finding is decided: beside the text of its article, at its place."""
        article = finding.article_id or finding.first_beside
        if article is None:
            return finding.message
        url = reverse("admin:articles_article_change", args=[article])
        return format_html('<a href="{}#finding-{}">{}</a>', url, finding.pk, finding.message)

    @admin.display(description=_("article or page"), ordering="article")
    def where(self, finding: Finding) -> str:
        return str(finding.article or finding.page)

    @admin.action(description=_("Accept the selected findings"), permissions=["decide"])
    def accept_selected(self, request: HttpRequest, queryset: QuerySet[Finding]) -> None:
        carry_out(request, queryset, lambda finding: accept(finding, request.user))

    @admin.action(
        description=_("Dismiss the selected findings (needs a reason)"), permissions=["decide"]
    )
    def dismiss_selected(self, request: HttpRequest, queryset: QuerySet[Finding]) -> None:
        reason = request.POST.get("note", "")
        carry_out(request, queryset, lambda finding: dismiss(finding, request.user, reason))

    @admin.action(description=_("Leave the selected findings for later"), permissions=["decide"])
    def defer_selected(self, request: HttpRequest, queryset: QuerySet[Finding]) -> None:
        reason = request.POST.get("note", "")
        carry_out(request, queryset, lambda finding: defer(finding, request.user, reason))


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ["at", BY, article_link, "part", "change", "reason", "version"]
    list_filter = ["part", ("by", NamedFilter), "at"]
    list_select_related = ["article", "by"]
    search_fields = ["old", "new", "reason", "article__headline"]
    date_hierarchy = "at"
    fields = [
        article_link,
        "part",
        "photo",
        "start",
        "old",
        "new",
        "reason",
        "finding",
        "version",
        BY,
        "at",
    ]

    @admin.display(description=_("change"))
    def change(self, correction: Correction) -> SafeString:
        return format_html("<del>{}</del><ins>{}</ins>", correction.old, correction.new)


@admin.register(Review)
class ReviewAdmin(ReadOnlyAdmin):
    list_display = ["at", BY, article_link, "step", "decision", "opinion", "version", "voided"]
    list_filter = ["step", "decision", "voided", ("by", NamedFilter)]
    list_select_related = ["article", "by"]
    search_fields = [
        "opinion",
        "article__headline",
        "by__username",
        "by__first_name",
        "by__last_name",
    ]
    date_hierarchy = "at"
    fields = [article_link, "step", "decision", "opinion", "version", "voided", BY, "at"]
