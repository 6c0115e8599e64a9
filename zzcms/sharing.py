"""How long caches may hold an answer that is the same for everybody."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# A browser asks each time and mostly hears 304; a cache that many share may answer for a second,
# and for one more while it asks.
SHARED = "max-age=0, s-maxage=1, stale-while-revalidate=1"
UNKEPT = "no-store"
# Whose answers depend on who asks, or on the moment.
NOT_PUBLIC = ("/admin/", "/media/", "/healthz/")
# A refusal says something of one request; what is not found may be published in a second.
KEPT_STATUSES = {200, 206, 301, 302, 304, 404}


class SharingMiddleware:
    """Answer public addresses without a look at any cookie, and say what caches may do with the
    answer, unless its view has said so.
    """

    def __init__(
        self, get_response: Callable[[HttpRequest], HttpResponse]
    ) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_public(request):
            return self.get_response(request)
        _forget_visitor(request)
        return _with_rule(self.get_response(request))


def _with_rule(response: HttpResponse) -> HttpResponse:
    """Return an answer that says what caches may do with it."""
    rule = rule_for(response.status_code)
    response.headers.setdefault("Cache-Control", rule)
    return response


def is_public(request: HttpRequest) -> bool:
    """Say if an address answers everybody alike."""
    return not request.path_info.startswith(NOT_PUBLIC)


def _forget_visitor(request: HttpRequest) -> None:
    """Take the cookies away: even one that is not read makes the middleware of sessions and tokens
    set another.
    """
    request.COOKIES = {}
    request.META.pop("HTTP_COOKIE", None)


def rule_for(status: int) -> str:
    """Return the ``Cache-Control`` of a public answer with this status.

    Without one a browser may keep a 404 or a 410 for as long as it likes.
    """
    return SHARED if status in KEPT_STATUSES else UNKEPT
