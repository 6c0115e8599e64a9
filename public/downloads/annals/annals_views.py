"""The chronicle of a congress and of a period: the page of a period, and the files of both."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView

from events.chinese_numbers import speaks_chinese
from events.models import PublicEvent
from events.models.public_event import PublicEventQuerySet
from public.congress.entries import EntryDay, told_days
from public.downloads.annals.editing_rules import RULES, Annals
from public.downloads.annals.markdown_file import markdown_lines
from public.downloads.annals.period import (
    FIRST,
    LAST,
    PeriodForm,
    within_days,
)
from public.downloads.annals.table_files import (
    json_parts,
    table_heads,
    table_lines,
)
from public.downloads.annals.told_entries import told_entries
from public.downloads.annals.word_file import (
    MEDIA_TYPE,
    MOST_ENTRIES,
    word_bytes,
)
from public.downloads.attachment import attachment, same_until_a_change
from public.paging import UncountedPaginator
from public.views.congresses import OfCongress
from records.csv_file import csv_response

ENTRIES_A_PAGE = 60
FORMS = ("docx", "md", "csv", "json")


def annals_file(annals: Annals, form: str, name: str) -> HttpResponseBase:
    """Return a chronicle in a form, named without its ending; all but Word's are sent in parts."""
    file = f"{name}.{form}"
    if form == "docx":
        return attachment(word_bytes(annals), MEDIA_TYPE, file)
    if form == "csv":
        return csv_response(name, table_heads(), table_lines(annals.entries))
    if form == "json":
        return attachment(json_parts(annals), "application/json", file)
    return attachment(markdown_lines(annals), "text/markdown", file)


class OfPeriod(View):
    """What both the page and the files of a period know."""

    @cached_property
    def form(self) -> PeriodForm:
        return PeriodForm(self.request.GET)

    @property
    def days_told(self) -> str:
        """The days asked for as a title has them, empty where none are."""
        first, last = self.form.days
        if not first and not last:
            return ""
        begin = first.isoformat() if first else ""
        end = last.isoformat() if last else ""
        return f"{begin}\u2014{end}"

    def narrowed(self, events: PublicEventQuerySet) -> PublicEventQuerySet:
        """Keep the events of the days asked for."""
        return within_days(events, *self.form.days)


class PeriodChronicle(OfPeriod, TemplateView):
    """What the newspapers tell of some days, a sentence an event, of all congresses."""

    template_name = "congresses/period.html"
    extra_context = {"section": "congresses"}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(form=self.form, **kwargs)
        if not self.form.is_valid():
            return context
        page = self._page()
        return context | {
            "days": self._days(page.object_list),
            "page_obj": page,
            "is_chinese": speaks_chinese(),
            "rules": RULES,
            "question": self._question(),
            "forms": FORMS,
        }

    def _days(self, keys: list[int]) -> list[EntryDay]:
        events = PublicEvent.objects.filter(pk__in=keys)
        return told_days(list(events.in_time()))

    def _question(self) -> str:
        """Return the question of the files of the same days."""
        days = dict(zip((FIRST, LAST), self.form.days, strict=True))
        return urlencode({name: day for name, day in days.items() if day})

    def _page(self) -> Any:
        events = self.narrowed(PublicEvent.objects.all())
        keys = events.in_time().values_list("pk", flat=True)
        pages = KeyPages(keys, ENTRIES_A_PAGE)
        try:
            return pages.page(self.request.GET.get("page", 1))
        except InvalidPage as error:
            raise Http404 from error


class KeyPages(UncountedPaginator):
    """Pages of keys, without their rows."""

    def records(self, first: int, end: int) -> list[Any]:
        return list(self.object_list[first:end])


@method_decorator(same_until_a_change, name="dispatch")
class PeriodFile(OfPeriod):
    """The chronicle of some days as a file."""

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not self.form.is_valid():
            raise Http404
        title = f"{_('Chronicle')} {self.days_told}".strip()
        events = self.narrowed(PublicEvent.objects.all())
        limit = MOST_ENTRIES if kwargs["annals"] == "docx" else None
        absolute = request.build_absolute_uri
        entries = told_entries(events, absolute, most=limit)
        address = absolute(reverse("chronicle"))
        annals = Annals(title, address, entries, limit)
        return annals_file(annals, kwargs["annals"], "chronicle")


@method_decorator(same_until_a_change, name="dispatch")
class CongressChronicle(OfPeriod, OfCongress):
    """The chronicle of a congress as a file; ``?from=`` and ``?to=`` keep some of its days."""

    # A file is no rendered page.
    def get(  # type: ignore[override]
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not self.form.is_valid():
            raise Http404
        congress = self.congress
        events = self.narrowed(PublicEvent.objects.within(congress.pk))
        limit = MOST_ENTRIES if kwargs["annals"] == "docx" else None
        annals = congress_annals(congress, events, request, limit=limit)
        titled = replace(
            annals, title=f"{annals.title} {self.days_told}".strip()
        )
        return annals_file(
            titled, kwargs["annals"], f"{congress.word}-chronicle"
        )


def congress_annals(
    congress: PublicEvent,
    events: PublicEventQuerySet,
    request: HttpRequest,
    *,
    limit: int | None = None,
) -> Annals:
    """Return the chronicle of these events of a congress, ``limit`` entries at most."""
    absolute = request.build_absolute_uri
    entries = told_entries(events, absolute, whole=congress, most=limit)
    form = _("Chronicle of %(congress)s")
    title = form % {"congress": congress.title}
    address = absolute(congress.get_absolute_url())
    return Annals(title, address, entries, limit)
