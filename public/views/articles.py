"""The public pages of newspapers, issues, pages, articles and photos."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.fields.files import ImageFieldFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control
from django.views.generic import DetailView, ListView, View

from articles.models import (
    Article,
    Evidence,
    Issue,
    Mention,
    Newspaper,
    Page,
    Photo,
)
from articles.models.selector import Selector
from articles.renditions import content
from articles.typesetting import Setting, set_article, set_as_read, set_changes
from people.models import Person
from public.linked_data import news_article

# The versions of a text that ``?text=`` may ask for beside the one as corrected.
SETTINGS = {"printed": set_as_read, "changes": set_changes}
WORDS = (Evidence, Mention)
LONGEST_KEY = 19


class NewspaperList(ListView):
    queryset = Newspaper.objects.published().order_by("name")
    extra_context = {"section": "newspapers"}

    def get_queryset(self) -> QuerySet[Newspaper]:
        is_public = Q(issues__in=Issue.objects.published())
        return (
            super()
            .get_queryset()
            .annotate(
                issue_count=Count("issues", filter=is_public, distinct=True)
            )
        )


class NewspaperIssues(ListView):
    template_name = "articles/newspaper_detail.html"
    paginate_by = 60
    extra_context = {"section": "newspapers"}

    @cached_property
    def newspaper(self) -> Newspaper:
        return get_object_or_404(
            Newspaper.objects.published(), slug=self.kwargs["slug"]
        )

    def get_queryset(self) -> QuerySet[Issue]:
        return (
            self.newspaper.issues.published()
            .select_related("newspaper")
            .newest_first()
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(newspaper=self.newspaper, **kwargs)


class IssueView(DetailView):
    extra_context = {"section": "newspapers"}

    def get_object(self, queryset: QuerySet[Issue] | None = None) -> Issue:
        articles = Article.objects.published().listed().in_order()
        pages = Page.objects.published().listed().in_order()
        issues = Issue.objects.published().select_related("newspaper")
        issues = issues.prefetch_related(
            Prefetch("pages", pages, to_attr="public_pages"),
            Prefetch(
                "public_pages__articles", articles, to_attr="public_articles"
            ),
        )
        return get_object_or_404(
            issues,
            newspaper__slug=self.kwargs["slug"],
            date=self.kwargs["date"],
        )


def page_at(address: dict[str, Any], pages: QuerySet[Page]) -> Page:
    """Return the one of these pages at an address: newspaper, date and label."""
    return get_object_or_404(
        pages.select_related("issue__newspaper"),
        issue__newspaper__slug=address["slug"],
        issue__date=address["date"],
        label=address["label"],
    )


class PageView(DetailView):
    extra_context = {"section": "newspapers"}

    def get_object(self, queryset: QuerySet[Page] | None = None) -> Page:
        articles = Article.objects.published().listed().in_order()
        with_photos = articles.prefetch_related("photos")
        pages = Page.objects.published().knowing_if_whole().listed()
        return page_at(
            self.kwargs,
            pages.prefetch_related(
                Prefetch("articles", with_photos, to_attr="public_articles")
            ),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        others = (
            Page.objects.published()
            .listed()
            .in_order()
            .filter(issue=self.object.issue)
        )
        return super().get_context_data(
            issue_pages=others.select_related("issue__newspaper"), **kwargs
        )


class ArticleView(DetailView):
    """One article; ``?evidence=`` or ``?mention=`` marks the words asked for, ``?text=`` chooses
    the version.
    """

    extra_context = {"section": "newspapers"}

    def get_object(self, queryset: QuerySet[Article] | None = None) -> Article:
        articles = Article.objects.at_an_address().with_halves()
        return get_object_or_404(
            articles,
            page__issue__newspaper__slug=self.kwargs["slug"],
            page__issue__date=self.kwargs["date"],
            page__label=self.kwargs["label"],
            position=self.kwargs["position"],
        )

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        self.object = self.get_object()
        if not self.object.is_published:
            return self.withdrawn()
        return self.render_to_response(
            self.get_context_data(object=self.object)
        )

    def withdrawn(self) -> HttpResponse:
        """Answer that the article is gone, with the public note and not a word of the text."""
        context = {
            "note": self.object.withdrawal_note,
            "page": self.object.page,
        }
        template = "articles/article_withdrawn.html"
        gone = self.response_class(self.request, template, context, status=410)
        # What a browser kept of it would hide the article when it is back.
        patch_cache_control(gone, no_store=True)
        return gone

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        setting = self.setting()
        described = news_article(
            self.object, setting.people, self.request.build_absolute_uri
        )
        return super().get_context_data(
            shown=self.shown,
            setting=setting,
            words_are_gone=self.words_are_asked_for and self.sought is None,
            neighbours=self.neighbours(),
            linked_data=described,
            **kwargs,
        )

    @cached_property
    def shown(self) -> str:
        """The version asked for; as corrected unless another one differs from it."""
        text = self.request.GET.get("text")
        if text in SETTINGS and self.object.is_corrected:
            return text
        return "corrected"

    def setting(self) -> Setting:
        """Return the version asked for as it is set."""
        if self.shown in SETTINGS:
            return SETTINGS[self.shown](self.object)
        return set_article(self.object, self.sought)

    @property
    def words_are_asked_for(self) -> bool:
        asked = self.request.GET
        return any(model.parameter in asked for model in WORDS)

    @cached_property
    def sought(self) -> Selector | None:
        """The words an evidence link points to, as long as they stand."""
        for model in WORDS:
            key = self.request.GET.get(model.parameter, "")
            # Python turns no more than 4,300 digits into a number.
            if key.isdecimal() and len(key) <= LONGEST_KEY:
                words = model.objects.published()
                return words.filter(article=self.object, pk=key).first()
        return None

    def neighbours(self) -> dict[str, Article | None]:
        """Return the published articles before and after this one on its page."""
        position = self.object.position
        published = Article.objects.published().listed()
        on_page = published.filter(page=self.object.page)
        before = on_page.filter(position__lt=position).order_by("-position")
        after = on_page.filter(position__gt=position).in_order()
        return {"before": before.first(), "after": after.first()}


class PhotoList(ListView):
    paginate_by = 24
    extra_context = {"section": "photos"}

    def get_queryset(self) -> QuerySet[Photo]:
        return Photo.objects.published().listed().newest_first()


class PhotoView(DetailView):
    extra_context = {"section": "photos"}

    def get_queryset(self) -> QuerySet[Photo]:
        return Photo.objects.published().listed()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        named = self.object.mentions.published()
        return super().get_context_data(
            people=Person.objects.filter(mentions__in=named)
            .distinct()
            .by_name(),
            **kwargs,
        )


# A reader's own browser may keep what it was shown for a while; caches that others share may not.
@method_decorator(cache_control(private=True, max_age=3600), name="dispatch")
class PictureView(View):
    """The picture of a record in one of its sizes, for as long as readers may see the record."""

    def image(self) -> ImageFieldFile:
        raise NotImplementedError

    def get(
        self, request: HttpRequest, size: str, **kwargs: Any
    ) -> HttpResponse:
        picture = content(self.image(), size)
        if picture is None:
            raise Http404
        return HttpResponse(picture, content_type="image/webp")


class PhotoPicture(PictureView):
    def image(self) -> ImageFieldFile:
        return get_object_or_404(
            Photo.objects.published(), pk=self.kwargs["pk"]
        ).image


class PagePicture(PictureView):
    def image(self) -> ImageFieldFile:
        pages = Page.objects.published().knowing_if_whole().listed()
        whole = pages.filter(Q(is_wholly_public=True))
        return page_at(self.kwargs, whole).picture
