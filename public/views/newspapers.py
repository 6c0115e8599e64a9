"""The public pages of newspapers, issues and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import DetailView, ListView, TemplateView, View

from articles.models import Issue, Newspaper, Page, Publication
from public.issue.issue_calendar import calendar_of
from public.paging import UncountedPaginator

YEAR = re.compile("[1-9][0-9]{3}")


class NewspaperList(ListView):
    paginate_by = 60
    paginator_class = UncountedPaginator
    queryset = Newspaper.objects.published().knowing_days().order_by("name")
    extra_context = {"section": "newspapers"}


class NewspaperIssues(TemplateView):
    """A newspaper's issues in a calendar; ``?year=`` another one than the last."""

    template_name = "articles/newspaper_detail.html"
    extra_context = {"section": "newspapers"}

    @cached_property
    def newspaper(self) -> Any:
        """The newspaper, which knows its days."""
        newspapers = Newspaper.objects.published().knowing_days()
        return get_object_or_404(newspapers, slug=self.kwargs["slug"])

    @property
    def years(self) -> range:
        """The years from the first to the last of which something is published."""
        newspaper = self.newspaper
        return range(newspaper.first_day.year, newspaper.last_day.year + 1)

    @cached_property
    def year(self) -> int:
        """The year asked for; one before or behind all issues is no address."""
        asked = self.request.GET.get("year")
        if asked is None:
            return self.years[-1]
        if not YEAR.fullmatch(asked) or int(asked) not in self.years:
            raise Http404
        return int(asked)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            newspaper=self.newspaper,
            years=self.years,
            year=self.year,
            months=calendar_of(self.newspaper, self.year),
            **kwargs,
        )


class Moved(View):
    """Lead from an address in print under which something was published to where it stands now."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            address = self.stands_at(self.published_here())
            if address in ("", request.path):
                raise
            return redirect(address, permanent=True)

    def published_here(self) -> QuerySet[Publication]:
        """Return what was ever published here, without its texts, the newest first."""
        asked = self.kwargs
        printed = Publication.objects.filter(
            newspaper__slug=asked["slug"],
            day=asked["date"],
            edition=asked["edition"],
        )
        if "label" in asked:
            printed = printed.filter(label=asked["label"])
        pages = Page.objects.published().values("pk")
        return printed.filter(page__in=pages).listed().order_by("-pk")

    def stands_at(self, printed: QuerySet[Publication]) -> str:
        """Return the address now of what was published, '' for nothing."""
        newest = printed.first()
        if newest is None:
            return ""
        stands = self._print_of(newest)
        return stands.get_absolute_url()

    def _print_of(self, publication: Publication) -> Page | Issue:
        if "label" in self.kwargs:
            return publication.page
        return publication.page.issue


class IssueView(Moved, ListView):
    """What is published of one issue, page by page."""

    template_name = "articles/issue_detail.html"
    context_object_name = "articles"
    allow_empty = False
    extra_context = {"section": "newspapers"}

    def get_queryset(self) -> QuerySet[Publication]:
        of_newspaper = Publication.objects.current().filter(
            newspaper__slug=self.kwargs["slug"]
        )
        of_day = of_newspaper.on(self.kwargs["date"])
        of_issue = of_day.in_edition(self.kwargs["edition"])
        return of_issue.placed().as_printed()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        articles = context["articles"]
        issue = articles[0].page.issue
        give_whole_pages(articles)
        return context | {
            "issue": issue,
            "same_day": issues_beside(issue),
            **neighbours_of(issue),
        }


def give_whole_pages(articles: Iterable[Publication]) -> None:
    """Let articles have pages that know whether their picture may be shown: one query for all
    pages that have one.
    """
    knowing = Page.objects.knowing_if_whole()
    pages = knowing.listed().select_related("issue__newspaper")
    pictured = [article for article in articles if article.page.picture]
    if not pictured:
        return
    keys = {article.page_id for article in pictured}
    known = pages.in_bulk(keys)
    for article in pictured:
        page = article.page_id
        article.page = known[page]


def issues_beside(issue: Issue) -> QuerySet[Issue]:
    """Return the other issues of the newspaper and the day of which something is published."""
    published = Issue.objects.published().select_related("newspaper")
    same_day = published.filter(newspaper=issue.newspaper_id, date=issue.date)
    return same_day.exclude(pk=issue.pk).order_by("edition")


def neighbours_of(issue: Issue) -> dict[str, Issue | None]:
    """Return the issues of the days before and after one of which something is published, the
    ordinary ones first.
    """
    current = Publication.objects.current().listed()
    printed = current.in_newspaper(issue.newspaper_id)
    before = printed.filter(day__lt=issue.date).order_by("-day", "edition")
    after = printed.filter(day__gt=issue.date).order_by("day", "edition")
    return {
        "issue_before": _issue_of(before.first()),
        "issue_after": _issue_of(after.first()),
    }


def _issue_of(printed: Publication | None) -> Issue | None:
    return printed.page.issue if printed else None


def page_at(address: dict[str, Any], pages: QuerySet[Page]) -> Page:
    """Return the one of these pages at an address: newspaper, date, edition and label."""
    return get_object_or_404(
        pages.select_related("issue__newspaper"),
        issue__newspaper__slug=address["slug"],
        issue__date=address["date"],
        issue__edition=address["edition"],
        label=address["label"],
    )


class PageView(Moved, DetailView):
    extra_context = {"section": "newspapers"}

    def get_object(self, queryset: QuerySet[Page] | None = None) -> Page:
        pages = Page.objects.knowing_if_whole().listed()
        return page_at(self.kwargs, pages)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = self.object
        printed = Publication.objects.current().filter(page=page)
        articles = list(printed.placed().in_order())
        if not articles:
            raise Http404
        others = Page.objects.published().listed().filter(issue=page.issue)
        return super().get_context_data(
            articles=articles,
            issue_pages=others.select_related("issue__newspaper").in_order(),
            **kwargs,
        )
