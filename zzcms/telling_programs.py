"""What a public page tells programs, beside what it shows people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from public.downloads.alternates import alternates_of, link_header
from public.page_heads import HEADS


class TellingProgramsMiddleware:
    """Give the frame of a page ``head`` (``public.page_heads``) and ``alternates``, the files
    beside it, which the ``Link`` header names too.
    """

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponse]
    ) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        match = request.resolver_match
        context: dict[str, Any] | None = response.context_data
        is_told = response.status_code == HttpResponse.status_code
        if match is None or context is None or not is_told:
            return response
        name = match.url_name or ""
        if name in HEADS:
            absolute = request.build_absolute_uri
            context["head"] = HEADS[name](context, absolute)
        alternates = alternates_of(name, match.kwargs)
        if alternates:
            context["alternates"] = alternates
            response.headers["Link"] = link_header(alternates)
        return response
