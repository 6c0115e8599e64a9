"""A congress beside its page: its chronicle as text, its parts as linked data."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from events.models import PublicEvent
from public.downloads.annals.annals_views import congress_annals
from public.downloads.annals.markdown_file import markdown_lines
from public.downloads.attachment import same_until_a_change, sent_in_parts
from public.linked_data.described_event import congress_node, event_node
from public.linked_data.graph import document
from public.views.congresses import OfCongress

MOST_PARTS = 2000


class CongressFile(OfCongress):
    """The chronicle as text, or the congress with so many of its parts as linked data."""

    form: ClassVar[str] = "txt"

    # A file is no rendered page.
    def get(  # type: ignore[override]
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if self.form == "txt":
            return chronicle_text(request, self.congress)
        absolute = request.build_absolute_uri
        parts = PublicEvent.objects.within(self.congress.pk).in_time()
        nodes = [event_node(each, absolute) for each in parts[:MOST_PARTS]]
        whole = congress_node(self.congress, absolute, subEvent=nodes)
        data = json.dumps(document([whole]), ensure_ascii=False)
        return HttpResponse(data, "application/ld+json")


@same_until_a_change
def chronicle_text(
    request: HttpRequest, congress: PublicEvent
) -> HttpResponseBase:
    """Return the chronicle of a congress as text."""
    events = PublicEvent.objects.within(congress.pk)
    annals = congress_annals(congress, events, request)
    return sent_in_parts(markdown_lines(annals), "text/plain")
