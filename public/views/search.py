"""The results page of the search."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import Page
from django.views.generic import ListView

from people.models import PublicPerson
from public.paging import CappedPaginator
from public.person.namesakes import distinctions
from public.search_form import SearchForm
from search.folding import words_of
from search.models import Entry, EntryQuerySet
from search.query import (
    PEOPLE_SHOWN,
    ByRelevance,
    easier,
    find,
    people_in,
    results_of,
)


class SearchView(ListView):
    """The published articles that hold all words asked for, each with the passages that hold
    them.
    """

    template_name = "search/results.html"
    paginate_by = 20
    paginator_class = CappedPaginator

    @cached_property
    def form(self) -> SearchForm:
        return SearchForm(self.request.GET)

    @cached_property
    def query(self) -> str:
        if not self.form.is_valid():
            return ""
        return self.form.cleaned_data.get("q", "")

    @cached_property
    def is_asked(self) -> bool:
        if not self.form.is_valid():
            return False
        asked_for = self.query or self.form.raw_filters
        return bool(asked_for)

    @cached_property
    def entries(self) -> EntryQuerySet:
        """The hits, unordered; none until something is asked for."""
        if not self.is_asked:
            return Entry.objects.none()
        filters = self.form.filters
        return find(self.query, **filters)

    def get_queryset(self) -> Any:
        """Return the keys of the hits in the order asked for, as a paginator takes them."""
        if self.query and self.form.cleaned_data["order"] == "relevance":
            return ByRelevance(self.entries, self.query)
        return self.entries.newest_first().values_list("pk", flat=True)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            form=self.form, query=self.query, is_asked=self.is_asked, **kwargs
        )
        page = context["page_obj"]
        if not self.is_asked:
            return context
        if not page.paginator.count:
            return context | self.ways_out()
        return context | self.hits(page)

    def ways_out(self) -> dict[str, Any]:
        """Return the queries like this one that find something."""
        form = self.form
        options = easier(self.query, form.filters, form.raw_filters)
        return {"easier": list(options)}

    def hits(self, page: Page) -> dict[str, Any]:
        """Return the results on this page, and the people they lead to."""
        words = words_of(self.query)
        named = PublicPerson.objects.filter(name__in=words)
        bearers = list(named.by_name()[:PEOPLE_SHOWN])
        people = people_in(self.entries)
        listed = [*bearers, *(each.person for each in people)]
        return {
            "results": results_of(page.object_list, self.query),
            "people": people,
            "bearers": bearers,
            "distinctions": distinctions(listed),
            "person": self.form.cleaned_data["person"],
        }
