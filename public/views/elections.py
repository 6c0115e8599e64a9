"""The elections of a congress."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from events.telling import told_of
from public.congress.contests import (
    contests_of,
    elected_at,
    electing_events,
    former_congress,
)
from public.views.congresses import OfCongress


class CongressElections(OfCongress):
    """Who was elected, in printed order; votes, posts that began, and what the former list had."""

    template_name = "congresses/election.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        events = electing_events(self.congress.pk)
        if not events:
            raise Http404
        told = told_of(events)
        former = former_congress(self.congress)
        before = elected_at(former.pk) if former else None
        return super().get_context_data(
            contests=contests_of(events, told, before),
            former=former,
            posts=[(each, told[each.pk].tenures) for each in events],
            votes=[(each, told[each.pk].votes) for each in events],
            **kwargs,
        )
