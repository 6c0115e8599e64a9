"""Who was where at a congress, and with whom; as pages and as files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from events.models import PublicEvent, Statement
from events.models.public_event import PublicEventQuerySet
from events.telling import sources_of
from people.models import PublicPerson
from public.congress.asked import Asked
from public.congress.attending.matrix import (
    PEOPLE_A_PAGE,
    SESSIONS_A_PAGE,
    Matrix,
    appearances_in,
    matrix_lines,
    matrix_of,
    sessions_of,
)
from public.congress.attending.ties import (
    PAIRS_A_PAGE,
    PEOPLE_IN_CHART,
    PEOPLE_IN_FILE,
    Tie,
    chart_of,
    gathered_people,
    ties_of,
)
from public.congress.facets import most_seen
from public.person.namesakes import apart_by_name
from public.views.congresses import OfCongress
from records.csv_file import csv_response

# The sessions of a tie that are shown with their words.
MOST_SHOWN = 8


class Presence(OfCongress):
    """What both have: the events of the congress in which somebody is named."""

    @property
    def sessions(self) -> PublicEventQuerySet:
        return sessions_of(PublicEvent.objects.within(self.congress.pk))

    def page_of(self, records: list[Any], size: int, key: str = "page") -> Page:
        """Return the page of a list that the question asks for by this key."""
        try:
            return Paginator(records, size).page(self.request.GET.get(key, 1))
        except InvalidPage as error:
            raise Http404 from error


class WhoWasWhere(Presence):
    """People by sessions with their roles, so many of both a page."""

    template_name = "congresses/who.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        keys = list(self.sessions.values_list("pk", flat=True))
        if not keys:
            raise Http404
        sessions = self.page_of(keys, SESSIONS_A_PAGE, "sessions")
        events = PublicEvent.objects.filter(pk__in=sessions.object_list)
        whole = matrix_of(list(events.in_time()))
        people = self.page_of(whole.people, PEOPLE_A_PAGE)
        matrix = Matrix(whole.sessions, list(people), whole.legend)
        return super().get_context_data(
            matrix=matrix,
            sessions=sessions,
            page_obj=people,
            distinctions=apart_by_name(
                (each.name, each.key) for each in matrix.people
            ),
            **kwargs,
        )


class WithWhom(Presence):
    """How often two people were in the same sessions: a chart, and a table with the sessions."""

    template_name = "congresses/with.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = self.people(PEOPLE_IN_CHART)
        if not people:
            raise Http404
        ties = ties_of(self.sessions, people)
        page = self.page_of(ties, PAIRS_A_PAGE)
        shown = {each.pk for tie in page for each in tie.events[:MOST_SHOWN]}
        sources = sources_of(shown, 1)
        rows = [(tie, self._evidence(tie, sources)) for tie in page]
        distinctions = apart_by_name((each.name, each.pk) for each in people)
        return super().get_context_data(
            chart=chart_of(ties, people, distinctions),
            rows=rows,
            page_obj=page,
            distinctions=distinctions,
            **kwargs,
        )

    def people(self, most: int) -> list[PublicPerson]:
        """Return the people of most sessions, in that order."""
        parts = PublicEvent.objects.within(self.congress.pk)
        counts = most_seen(Asked(), parts, most)
        found = PublicPerson.objects.in_bulk(counts)
        return [found[key] for key in counts if key in found]

    def _evidence(
        self, tie: Tie, sources: dict[int, list[Statement]]
    ) -> dict[str, Any]:
        """Return the first sessions of a tie with their words, and how many more there are."""
        first = tie.events[:MOST_SHOWN]
        return {
            "shown": [(each, sources.get(each.pk, [])) for each in first],
            "more": tie.number - len(first),
        }


class WhoWasWhereFile(Presence):
    """The matrix as lines, each with its words; all sessions and people. Their numbers tell
    namesakes apart.
    """

    # A file is no rendered page.
    def get(  # type: ignore[override]
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        heads = [
            _("date"),
            _("part of day"),
            _("time"),
            _("event"),
            _("person"),
            _("role"),
            _("place in the list"),
            _("number of the delegation"),
            _("newspaper"),
            _("issue"),
            _("page"),
            _("words"),
            _("number of the person"),
        ]
        name = f"{self.congress.word}-who"
        return csv_response(name, heads, self._lines())

    def _lines(self) -> Iterator[list[object]]:
        """Yield the lines, so many sessions at a time."""
        keys = list(self.sessions.values_list("pk", flat=True))
        for first in range(0, len(keys), SESSIONS_A_PAGE):
            some = keys[first : first + SESSIONS_A_PAGE]
            events = list(PublicEvent.objects.filter(pk__in=some).in_time())
            yield from matrix_lines(events, appearances_in(some))


class WithWhomFile(WithWhom):
    """The ties as lines, with their sessions. The people's numbers tell namesakes apart."""

    # A file is no rendered page.
    def get(  # type: ignore[override]
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        heads = [
            _("person"),
            _("person"),
            _("sessions in common"),
            _("closeness"),
            _("sessions"),
            _("number of the person"),
            _("number of the person"),
        ]
        name = f"{self.congress.word}-with"
        return csv_response(name, heads, self._lines())

    def _lines(self) -> Iterator[list[object]]:
        for tie in ties_of(self.sessions, self.people(PEOPLE_IN_FILE)):
            told = [
                f"{each.edtf} {each.title} ({gathered_people(each)})"
                for each in tie.events
            ]
            weight = f"{tie.weight:.3f}"
            sessions = "; ".join(told)
            names = [tie.first, tie.second]
            yield [*names, tie.number, weight, sessions, *tie.keys]
