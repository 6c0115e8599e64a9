"""The article's page: its text with what the machine doubts beside it, and the reviews."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Model, Q, QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Byline, Evidence, Mention, Photo
from desk.article_panels import beside
from desk.forms.article_forms import ArticleForm, PhotoForm
from desk.forms.editor_forms import EditorAdmin
from desk.forms.inline_rows import RowInline
from desk.forms.list_actions import NoteActionForm, carry_out
from desk.forms.mark_words import EvidenceForm, MarkingFormSet, MentionForm
from desk.views import PublishView, SignView, WithdrawView
from editorial.correcting import StaleSave, correct, touch
from editorial.deciding import DECISIONS, settle_pictures
from editorial.models import Finding
from editorial.publishing import PERMISSION, publish, withdraw

UNDECIDED = Q(
    findings__status__in=[Finding.Status.OPEN, Finding.Status.DEFERRED]
)


class BylineInline(RowInline):
    model = Byline
    fields = ["position", "role", "name", "person"]
    fetch = ("person",)
    autocomplete_fields = ["person"]


class PhotoInline(RowInline):
    model = Photo
    form = PhotoForm
    template = "admin/edit_inline/stacked.html"
    fields = [
        ("position", "image"),
        "caption",
        "creators",
        ("creator_job_title", "credit_line", "source"),
    ]
    fields += [("date_created", "copyright_notice"), "alt_text"]


class MarkingInline(RowInline):
    """Words marked in the article; those edited away wait until somebody has looked."""

    formset = MarkingFormSet
    fields: tuple[str, ...] = ("where", "exact", "instead", "confirmed")
    readonly_fields = ["instead"]

    def get_fields(
        self, request: HttpRequest, obj: Article | None = None
    ) -> list[str]:
        """Who may only look sees the plain part in place of the choice."""
        if self.has_change_permission(request, obj):
            return list(self.fields)
        return [
            "part",
            *(
                name
                for name in self.fields
                if name not in ("where", "confirmed")
            ),
        ]

    @admin.display(description=_("words there now"))
    def instead(self, selector: Mention | Evidence) -> str:
        if selector.pk and selector.check_again:
            return selector.text[selector.start : selector.end]
        return ""


class MentionInline(MarkingInline):
    model = Mention
    form = MentionForm
    fields = ("where", "exact", "instead", "confirmed", "name", "person")
    fetch = ("person",)
    autocomplete_fields = ["person"]


class EvidenceInline(MarkingInline):
    model = Evidence
    form = EvidenceForm
    show_change_link = True


@admin.register(Article)
class ArticleAdmin(EditorAdmin):
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
    history_list_display = ["status_then"]
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
    def open_findings(self, article: Article) -> int:
        return article.open_findings

    @admin.action(
        description=_("Publish the selected articles"), permissions=["publish"]
    )
    def publish_selected(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> None:
        carry_out(
            request, queryset, lambda article: publish(article, request.user)
        )

    @admin.action(
        description=_("Withdraw the selected articles (needs a note)"),
        permissions=["publish"],
    )
    def withdraw_selected(
        self, request: HttpRequest, queryset: QuerySet[Article]
    ) -> None:
        note = request.POST.get("note", "")
        carry_out(
            request,
            queryset,
            lambda article: withdraw(article, request.user, note),
        )

    # The page

    def get_urls(self) -> list[URLPattern]:
        views = {
            "sign": SignView,
            "publish": PublishView,
            "withdraw": WithdrawView,
        }
        own = [
            path(
                f"<int:pk>/{name}/",
                self.admin_site.admin_view(view.as_view()),
                name=f"articles_article_{name}",
            )
            for name, view in views.items()
        ]
        return own + super().get_urls()

    def get_fieldsets(
        self, request: HttpRequest, obj: Article | None = None
    ) -> list[tuple[Any, dict[str, Any]]]:
        """Who may only look gives no reason."""
        fieldsets = super().get_fieldsets(request, obj)
        if self.has_change_permission(request, obj):
            return fieldsets
        return [(None, {"fields": [*Article.TEXT_FIELDS]}), *fieldsets[1:]]

    @admin.display(description=_("status"))
    def status_then(self, record: Model) -> str:
        """The status that a row of history notes."""
        return record.get_status_display()

    def view_on_site(self, obj: Article) -> str | None:
        return obj.get_absolute_url() if obj.is_published else None

    @admin.display(description=_("page"))
    def page_link(self, article: Article) -> SafeString:
        url = reverse("admin:articles_page_change", args=[article.page_id])
        return format_html('<a href="{}">{}</a>', url, article.page)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        *args: Any,
        **kwargs: Any,
    ) -> HttpResponse:
        article = self.model.objects.with_page().get(pk=context["original"].pk)
        context |= {
            "beside": beside(article, request.user),
            "is_nav_sidebar_enabled": False,
        }
        return super().render_change_form(request, context, *args, **kwargs)

    # Saving

    def save_model(
        self,
        request: HttpRequest,
        obj: Article,
        form: ArticleForm,
        change: bool,
    ) -> None:
        """Save what is beside the text; the text itself is corrected once its photos and marked
        words are saved.
        """
        if form.other_changes:
            super().save_model(request, obj, form, change)

    def save_related(
        self,
        request: HttpRequest,
        form: ArticleForm,
        formsets: list[BaseInlineFormSet],
        change: bool,
    ) -> None:
        super().save_related(request, form, formsets, change)
        article = form.instance
        was_published = article.is_published
        made = correct(
            article,
            texts=form.typed,
            captions=_captions(formsets),
            by=request.user,
            version=article.version,
            reason=form.cleaned_data["reason"],
        )
        changed = {formset.model for formset in formsets if _was_saved(formset)}
        printed = bool(form.other_changes or changed & {Byline, Photo})
        if not made and (printed or changed):
            touch(
                article,
                article.version,
                by=request.user,
                facts_only=not printed,
            )
        self._decide(request, form.decisions)
        if Photo in changed:
            settle_pictures(article, request.user)
        article.refresh_from_db()
        if was_published and not article.is_published:
            messages.warning(
                request,
                _(
                    "The article has left the public site until its new text is signed."
                ),
            )

    def response_change(
        self, request: HttpRequest, obj: Article
    ) -> HttpResponse:
        if DECISIONS.keys() & request.POST.keys():
            return HttpResponseRedirect(f"{request.path}#findings")
        return super().response_change(request, obj)

    def _decide(
        self, request: HttpRequest, decisions: dict[str, Finding]
    ) -> None:
        """Carry out the decision on a finding that came with the form: one's own edits are saved
        with it.
        """
        for name, finding in decisions.items():
            try:
                DECISIONS[name](
                    finding,
                    request.user,
                    request.POST.get(f"reason-{finding.pk}", ""),
                )
            except ValidationError as refusal:
                messages.error(request, " ".join(refusal.messages))
            except StaleSave as stale:
                messages.error(request, str(stale))
            else:
                messages.success(
                    request, f"{finding.message} {finding.get_status_display()}"
                )


def _captions(formsets: list[BaseInlineFormSet]) -> dict[int, str]:
    """Return the captions typed, by photo; a photo just added has its caption put in like any
    other.
    """
    rows = [
        row
        for formset in formsets
        if formset.model is Photo
        for row in formset.forms
    ]
    return {
        row.instance.pk: row.typed["caption"]
        for row in rows
        if row.instance.pk and "caption" in row.typed
    }


def _was_saved(formset: BaseInlineFormSet) -> bool:
    return bool(
        formset.new_objects
        or formset.changed_objects
        or formset.deleted_objects
    )
