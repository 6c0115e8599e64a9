"""The article's page: its text with what the machine doubts beside it, and the reviews."""

from __future__ import annotations

from typing import Any, Protocol

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from desk.admin.articles.article_rows import (
    BylineInline,
    EvidenceInline,
    MentionInline,
    PhotoInline,
)
from desk.admin.articles.article_saving import ArticleSaving
from desk.article_panels import beside
from desk.forms.article_forms import ArticleForm
from desk.forms.carried_over import carry_over
from desk.forms.list_actions import NoteActionForm, carry_out, carry_out_noted
from desk.signed_in import editor_of
from desk.views import (
    AnnounceView,
    ConfirmDayView,
    DecisionView,
    EndAnnouncementView,
    PublishView,
    SignView,
    WithdrawView,
)
from editorial.models import Finding, Step
from editorial.publishing import PERMISSION, publish, withdraw

UNDECIDED = Q(
    findings__status__in=[Finding.Status.OPEN, Finding.Status.DEFERRED]
)
# What can be done to an article from its page, each at an address of its own.
VERBS: dict[str, type[DecisionView]] = {
    "sign": SignView,
    "publish": PublishView,
    "announce": AnnounceView,
    "end_announcement": EndAnnouncementView,
    "withdraw": WithdrawView,
    "confirm_day": ConfirmDayView,
}


class OpenFindings(Protocol):
    """How many findings nobody has settled, as the list counts it."""

    open_findings: int


@admin.register(Article)
class ArticleAdmin(ArticleSaving):
    form = ArticleForm
    change_form_template = "admin/articles/article/change_form.html"
    list_display = [
        "__str__",
        "page",
        "position",
        "status",
        "open_findings",
        "version",
        "modified_at",
    ]
    list_filter = ["status", "newspaper"]
    list_select_related = ["page__issue__newspaper"]
    date_hierarchy = "day"
    search_fields = ["headline", "kicker", "subtitle", "body", "page__label"]
    autocomplete_fields = ["continuation"]
    readonly_fields = [
        "page_link",
        "position",
        "continues_on",
        "continued_from",
    ]
    inlines = [BylineInline, PhotoInline, MentionInline, EvidenceInline]
    action_form = NoteActionForm
    actions = ["publish_selected", "withdraw_selected"]
    fieldsets = [
        (None, {"fields": [*Article.TEXT_FIELDS, "reason"]}),
        (
            _("Dateline"),
            {
                "fields": [
                    ("dateline_source", "dateline_place", "dateline_date")
                ]
            },
        ),
        (
            _("Page"),
            {
                "fields": [
                    ("page_link", "position"),
                    ("continues_on", "continued_from"),
                    "continuation",
                ]
            },
        ),
    ]

    # What may be done

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come from pages, so that each leads to the printed words."""
        return False

    def has_delete_permission(
        self, request: HttpRequest, obj: Article | None = None
    ) -> bool:
        return False

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)

    # Lists

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return (
            super()
            .get_queryset(request)
            .annotate(open_findings=Count("findings", filter=UNDECIDED))
        )

    @admin.display(description=_("open findings"), ordering="open_findings")
    def open_findings(self, article: OpenFindings) -> int:
        return article.open_findings

    @admin.action(
        description=_("Publish the selected articles"), permissions=["publish"]
    )
    def publish_selected(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> None:
        by = editor_of(request)
        carry_out(
            request,
            queryset,
            lambda article: publish(article, by),
        )

    @admin.action(
        description=_("Withdraw the selected articles (needs a note)"),
        permissions=["publish"],
    )
    def withdraw_selected(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> None:
        carry_out_noted(request, queryset, withdraw)

    # The page

    def get_urls(self) -> list[URLPattern]:
        verbs = [self._verb(name, view) for name, view in VERBS.items()]
        return verbs + super().get_urls()

    def _verb(self, name: str, view: type[DecisionView]) -> URLPattern:
        return path(
            f"<int:pk>/{name}/",
            self.admin_site.admin_view(view.as_view()),
            name=f"articles_article_{name}",
        )

    def get_fieldsets(
        self, request: HttpRequest, obj: Article | None = None
    ) -> Any:
        """Who may only look gives no reason."""
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj):
            return fieldsets
        return [(None, {"fields": [*Article.TEXT_FIELDS]}), *fieldsets[1:]]

    def view_on_site(self, obj: Article) -> str | None:
        return obj.get_absolute_url() if obj.is_published else None

    @admin.display(description=_("page"))
    def page_link(self, article: Article) -> SafeString:
        url = reverse(
            "admin:articles_page_change",
            args=[article.page_id],
        )
        return format_html('<a href="{}">{}</a>', url, article.page)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        **kwargs: Any,
    ) -> HttpResponse:
        key = context["original"].pk
        article = Article.objects.with_page().get(pk=key)
        form = context["adminform"].form
        if getattr(form, "is_stale", False):
            inlines = context["inline_admin_formsets"]
            carry_over(article, form, [each.formset for each in inlines])
            changed = Step.objects.of_people().about(key).select_related("by")
            context["changed_last"] = changed.newest_first().first()
        context |= {
            "beside": beside(article, editor_of(request)),
            "is_nav_sidebar_enabled": False,
        }
        return super().render_change_form(request, context, *args, **kwargs)
