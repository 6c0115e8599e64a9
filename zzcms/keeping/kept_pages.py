"""Public pages that are made once and answered from memory until readers see something new."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeGuard
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

from editorial.change_log import last_number, since
from public.urls import KEPT
from zzcms.keeping.page_memory import KeptPage, PageMemory, SharedMemory
from zzcms.keeping.release import release_digest
from zzcms.sharing import SHARED, is_public

ENDINGS = ("/", ".xml", ".txt", ".json", ".ics", ".bib", ".ris")
OF_PROGRAMS = "/api/"
# What a visitor holds already; asked of a page that is made, the answer would be no page.
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
# What a 304 says again.
REPEATED = ("Cache-Control", "ETag", "Last-Modified")


class KeptPagesMiddleware:
    """Answer from memory, before sessions, languages and views, what is the same for everybody.

    A page is kept under its address and the number of the last public change, so it is never older
    than the last commit.
    """

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponseBase]
    ) -> None:
        if not settings.KEPT_PAGES_BYTES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.begun_at = time.time()
        self.memory = PageMemory(settings.KEPT_PAGES_BYTES)
        self.shared: SharedMemory | None = None
        if settings.SHARES_KEPT_PAGES:
            self.shared = SharedMemory(release_digest())

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = address_of(request)
        if address is None:
            return self.get_response(request)
        revision = revision_now()
        page = self._kept(address, revision)
        if page is not None:
            return answer(request, page)
        if request.method == "HEAD":
            return self.get_response(request)
        return self._made(request, address, revision)

    def _kept(self, address: str, revision: int) -> KeptPage | None:
        page = self.memory.get(address, revision)
        if page is not None or self.shared is None:
            return page
        page = self.shared.get(address, revision)
        if page is not None:
            self.memory.keep(address, page)
        return page

    def _made(
        self, request: HttpRequest, address: str, revision: int
    ) -> HttpResponseBase:
        """Make the page, keep it if it may be kept, and answer what was asked."""
        conditions = _without_conditions(request)
        response = self.get_response(request)
        request.META |= conditions
        if not _may_be_kept(response, request):
            return _conditional(request, response)
        response.headers.setdefault("Last-Modified", self._since(revision))
        page = KeptPage(
            revision, time.time(), dict(response.items()), response.content
        )
        self.memory.keep(address, page)
        if self.shared is not None:
            self.shared.keep(address, page)
        return answer(request, page)

    def _since(self, revision: int) -> str:
        """Return since when nothing of what readers see has changed, as HTTP writes it."""
        latest = self.begun_at
        for change in since(revision - 1, 1):
            latest = max(latest, change.at.timestamp())
        return http_date(latest)


def revision_now() -> int:
    """Return the number of the last public change.

    This question tries the connection of the thread, so nothing else is asked before it; one that
    broke since the last request is opened anew.
    """
    # The stubs do not know the attribute.
    connection.health_check_done = True  # type: ignore[attr-defined]
    try:
        return last_number()
    except OperationalError:
        connection.close()
        return last_number()


def address_of(request: HttpRequest) -> str | None:
    """Return what a public page is kept under, None for what never is one.

    The order of the question's keys says nothing; a key given twice does.
    """
    if request.method not in ("GET", "HEAD"):
        return None
    path = request.path_info
    if not path.endswith(ENDINGS) or path.startswith(OF_PROGRAMS):
        return None
    if not is_public(request):
        return None
    question = _question(request)
    if question is None:
        return None
    return f"{request.scheme}://{request.get_host()}{request.path}{question}"


def _question(request: HttpRequest) -> str | None:
    if not request.META.get("QUERY_STRING"):
        return ""
    asked = request.GET
    if any(len(values) != 1 for _, values in asked.lists()):
        return None
    return f"?{urlencode(sorted(asked.items()))}"


def _without_conditions(request: HttpRequest) -> dict[str, str]:
    """Take the conditions out of a request and return them."""
    return {
        name: request.META.pop(name)
        for name in CONDITIONS
        if name in request.META
    }


def _may_be_kept(
    response: HttpResponseBase, request: HttpRequest
) -> TypeGuard[HttpResponse]:
    """Say if this is a page for everybody, asked for by keys that its view knows."""
    match = request.resolver_match
    if match is None or match.url_name not in KEPT:
        return False
    if not set(request.GET) <= KEPT[match.url_name]:
        return False
    if response.status_code != 200 or response.streaming:
        return False
    if response.cookies or response.has_header("Vary"):
        return False
    return response.get("Cache-Control") == SHARED


def answer(request: HttpRequest, page: KeptPage) -> HttpResponseBase:
    """Return a kept page, or that the visitor has it already.

    Only the digest of the bytes says that: within one second a page can change twice.
    """
    headers = page.headers
    known = get_conditional_response(request, etag=headers.get("ETag"))
    if known is None:
        return HttpResponse(page.body, headers=headers)
    for name in REPEATED:
        if name in headers:
            known.headers[name] = headers[name]
    return known


def _conditional(
    request: HttpRequest, response: HttpResponseBase
) -> HttpResponseBase:
    """Return what the middleware below would have, had it seen the conditions."""
    if not isinstance(response, HttpResponse):
        return response
    etag = response.get("ETag")
    known = get_conditional_response(request, etag=etag, response=response)
    return known or response
